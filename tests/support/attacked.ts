import { stringify } from 'yaml';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { attackDrawings, attackTexts } from './attacks.ts';
import type { RecordFiles } from './edit.ts';
import { findingsIn } from './reading.ts';
import { changed, factsIn, isObject, pathsIn } from './values.ts';

const accepted = (files: RecordFiles): boolean =>
  findingsIn(files).every(({ level }) => level !== 'error');

/** Words for people: no id, no date, and no word of the format. */
const isText = (value: unknown): boolean =>
  typeof value === 'string' && /[ A-Z]/.test(value) && !/^\d{4}-/.test(value);

const textPaths = (facts: unknown) =>
  pathsIn(facts).filter((path) =>
    isText(path.reduce<unknown>((at, step) => (isObject(at) ? at[step] : undefined), facts)),
  );

/** What a test needs to know of the attacks: what stands in the record, and how many were refused by the check. */
export interface Attacked {
  files: RecordFiles;
  accepted: Set<string>;
  refused: Set<string>;
}

const incident = 'incidents/late-webhooks.yaml';
const postmortem = 'postmortems/late-webhooks.mdx';
/** How many accounts the attacks are spread over. */
const accounts = 6;

/** Every second incident goes on, so that the status page speaks of it. */
function incidentFacts(index: number): unknown {
  const facts = factsIn(incident) as Record<string, unknown[]>;
  if (index % 2 === 0) return { ...facts, workaround: 'Ask us.' };
  const { impact = [], updates = [] } = facts;
  const open = impact.map((window) => ({ ...(window as object), to: undefined }));
  return { ...facts, workaround: 'Ask us.', impact: open, updates: updates.slice(0, 1) };
}

/** A record in which every text that may be an attack is one, and every attack that the check accepts stands somewhere. */
export function attackedRecord(): Attacked {
  const found: Attacked = { files: { ...exampleRecord }, accepted: new Set(), refused: new Set() };
  let next = 0;
  const take = (text: string, file: string, content: string): boolean => {
    const isAccepted = accepted({ ...exampleRecord, [file]: content });
    found[isAccepted ? 'accepted' : 'refused'].add(text);
    return isAccepted;
  };
  /** Each text of a file is replaced by `attack`, or by the next one, where the check accepts that. */
  const spoilt = (file: string, facts: unknown, body: string, attack?: string): string => {
    const written = (value: unknown): string =>
      file.endsWith('.mdx') ? `---\n${stringify(value)}---\n${body}` : stringify(value);
    const paths = textPaths(facts);
    const everywhere = paths.reduce(
      (value, path) => changed(value, path, (holder, step) => (holder[step] = attack)),
      facts,
    );
    if (attack !== undefined && take(attack, file, written(everywhere))) return written(everywhere);
    let value = facts;
    for (const path of paths) {
      const text = attack ?? attackTexts[next++ % attackTexts.length] ?? '';
      const tried = changed(value, path, (holder, step) => (holder[step] = text));
      if (take(text, file, written(tried))) value = tried;
    }
    return written(value);
  };
  for (const [index, text] of attackTexts.entries()) {
    const file = `incidents/attack-${index}.yaml`;
    found.files[file] = spoilt(file, incidentFacts(index), '', text);
  }
  for (let index = 0; index < accounts; index++) {
    const file = `postmortems/attack-${index}.mdx`;
    const bodies = attackTexts.filter((_, at) => at % accounts === index);
    const body = bodies.filter((text) =>
      take(
        text,
        file,
        (exampleRecord[postmortem] ?? '').replace(/\nThe workers.*/, () => `\n${text}`),
      ),
    );
    found.files[file] = spoilt(file, factsIn(postmortem), '');
    const whole = `${found.files[file]}${body.join('\n\nNext.\n\n')}\n`;
    if (accepted({ ...exampleRecord, [file]: whole })) found.files[file] = whole;
    else throw new Error(`Bodies that are accepted alone are refused together in ${file}.`);
  }
  for (const file of ['site.yaml', 'services.yaml', 'credits.yaml'])
    found.files[file] = spoilt(file, factsIn(file), '');
  const drawings: string[] = [];
  for (const [index, text] of attackDrawings.entries()) {
    const file = `postmortems/attack-${index}.svg`;
    if (!take(text, file, text)) continue;
    found.files[file] = text;
    drawings.push(`![A drawing](./attack-${index}.svg)`);
  }
  const gallery = 'postmortems/gallery.mdx';
  found.files[gallery] =
    `${(exampleRecord[postmortem] ?? '').trimEnd()}\n\n${drawings.join('\n\n')}\n`;
  return found;
}
