import { mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { stringify } from 'yaml';
import { z } from 'zod';
import { ledgerLine } from '../src/domain/credits/ledger/entry.ts';
import { forEditors, jsonSchema, schemaNames } from '../src/domain/record/json-schemas.ts';
import { allRules } from '../src/record/rules.ts';
import { withExamples } from './lib/api-docs.ts';
import { run } from './lib/command.ts';
import { rulePage, rulesIndex } from './lib/findings-docs.ts';
import { project } from '../src/environment/project.ts';
import { translationSchema } from '../src/strings/translation-schema.ts';
import { english } from '../src/strings/words.ts';

const usage = `npm run docs -- [--check]

Writes docs/findings from the rules, docs/schemas, for editors, from the schemas, docs/strings from the English words, and the examples in docs/api.md.

  --check   write nothing; say whether they are up to date

Exit: 0 done, or up to date · 1 out of date · 2 wrong usage`;

const aboutWords = `# All words of the interface. Copied to content/strings/TAG.yaml and translated, they make it speak another language.
# {name} is filled in, and # is a number. Where a number decides the form, there is one text for each form that the language has.
`;

/** Each text stands in its description already. */
const withoutExamples = (schema: object): object =>
  JSON.parse(
    JSON.stringify(schema, (key, value: unknown) => (key === 'examples' ? undefined : value)),
  ) as object;

/** The generated files of a folder: name and text. */
const generated: Record<string, Record<string, string>> = {
  'docs/findings': Object.fromEntries([
    ['README.md', rulesIndex(allRules)],
    ...allRules.map((rule) => [`${rule.code}.md`, rulePage(rule)]),
  ]),
  'docs/schemas': Object.fromEntries(
    [
      ...schemaNames.map((name) => [name, jsonSchema(name)] as const),
      ['ledger', z.toJSONSchema(ledgerLine)] as const,
      ['strings', withoutExamples(forEditors(translationSchema()))] as const,
    ].map(([name, schema]) => [`${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`]),
  ),
  // To be copied and translated.
  'docs/strings': { 'en.yaml': `${aboutWords}\n${stringify(english(), { lineWidth: 0 })}` },
};

function isCurrent(folder: string, files: Record<string, string>): boolean {
  const names = Object.keys(files).sort();
  try {
    return (
      readdirSync(project + folder)
        .sort()
        .join() === names.join() &&
      names.every((name) => readFileSync(`${project}${folder}/${name}`, 'utf8') === files[name])
    );
  } catch {
    return false;
  }
}

/** Pages that people write, with examples in them that are made. */
const illustrated = ['docs/api.md'];

const read = (page: string): string => readFileSync(project + page, 'utf8');

await run({ usage, options: { check: { type: 'boolean', default: false } } }, ({ values }) => {
  if (values.check) {
    const stale = [
      ...Object.keys(generated).filter((folder) => !isCurrent(folder, generated[folder] ?? {})),
      ...illustrated.filter((page) => withExamples(read(page)) !== read(page)),
    ];
    for (const place of stale) process.stderr.write(`${place} is out of date. Run: npm run docs\n`);
    return stale.length ? 1 : 0;
  }
  for (const [folder, files] of Object.entries(generated)) {
    rmSync(project + folder, { recursive: true, force: true });
    mkdirSync(project + folder, { recursive: true });
    for (const [name, text] of Object.entries(files))
      writeFileSync(`${project}${folder}/${name}`, text);
  }
  for (const page of illustrated) writeFileSync(project + page, withExamples(read(page)));
  return 0;
});
