import { stringify } from 'yaml';
import { format } from '../../../src/domain/format.ts';
import { slug, unique } from '../ids.ts';
import type { Answers } from './answers.ts';
import { type Origin, workflowFiles } from './workflows.ts';

/** The files of a new status page, by their paths in its folder. */
export type PageFiles = Readonly<Record<string, string>>;

const days = (count: number): string => `P${count}D`;

/** Two severities and a handful of causes to begin with: what they mean is for the company to say. */
const site = ({ name, url, contact, language, 'time-zone': zone }: Answers): string =>
  stringify({
    format,
    name,
    url,
    description: `Whether ${name} works right now, what went wrong before, and what we promised to change.`,
    language,
    time_zone: zone,
    contact: { email: contact },
    severities: [
      {
        id: 'major',
        name: 'Major',
        level: 'major',
        means: `Many customers cannot use ${name}, or an important part of it.`,
        acknowledge_within: 'PT15M',
        update_every: 'PT60M',
        postmortem_within: days(5),
      },
      {
        id: 'minor',
        name: 'Minor',
        level: 'minor',
        means: 'A part is slow, or fails for a few.',
        acknowledge_within: 'PT30M',
        update_every: 'PT2H',
      },
    ],
    causes: [
      {
        id: 'capacity',
        name: 'Capacity',
        means: 'There was less of something than the load needed.',
      },
      { id: 'change', name: 'Change', means: 'A change did something else than was meant.' },
      { id: 'expiry', name: 'Expiry', means: 'A certificate, key or signature ran out.' },
      {
        id: 'supplier',
        name: 'Supplier',
        means: 'Something we buy failed and we had nothing to take its place.',
        at: 'supplier',
      },
    ],
  });

/** Each service under an id of its own, made of its name where that can be written as one. */
function services({ services: list }: Answers): string {
  const ids = new Set<string>();
  const named = list
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)
    .map((name) => {
      const id = unique(slug(name) || 'service', ids);
      ids.add(id);
      return { id, name };
    });
  return stringify({ services: named });
}

const schemas = 'node_modules/ownup/docs/schemas';

/** Where editors find what may stand in each file. */
const editor = {
  'yaml.schemas': {
    [`${schemas}/site.schema.json`]: 'content/site.yaml',
    [`${schemas}/services.schema.json`]: 'content/services.yaml',
    [`${schemas}/credits.schema.json`]: 'content/credits.yaml',
    [`${schemas}/incident.schema.json`]: 'content/incidents/*.yaml',
    [`${schemas}/strings.schema.json`]: 'content/strings/*.yaml',
  },
};

const commands = [
  'start',
  'dev',
  'check',
  'build',
  'preview',
  'new',
  'say',
  'forms',
  'notify',
  'actions',
  'credits',
  'remediate',
  'import',
  'upgrade',
];

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

/** The record of a new page: no incidents, and nobody else's company. */
export const newRecord = (answers: Answers): PageFiles => ({
  'site.yaml': site(answers),
  'services.yaml': services(answers),
});

/** All that stands around a record in the folder of a company. `version`: of Ownup; `origin`: where the workflows are that it calls, if it wants any. */
export const aroundRecord = (version: string, origin: Origin | undefined): PageFiles => ({
  'package.json': json({
    name: 'status',
    private: true,
    type: 'module',
    scripts: Object.fromEntries(commands.map((command) => [command, `ownup ${command}`])),
    dependencies: { ownup: version },
  }),
  '.gitignore': 'node_modules/\ndist/\n.cache/\n',
  '.vscode/settings.json': json(editor),
  ...(origin ? workflowFiles(origin) : {}),
});
