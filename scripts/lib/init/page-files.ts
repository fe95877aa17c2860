import { stringify } from 'yaml';
import { format } from '../../../src/domain/format.ts';
import { slug, unique } from '../ids.ts';
import type { Answers } from './answers.ts';

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
  'new',
  'notify',
  'actions',
  'credits',
  'import',
];

const json = (value: unknown): string => `${JSON.stringify(value, undefined, 2)}\n`;

const workflow = `# Checks, builds and publishes. If the record has errors, the last good site stays.
name: Publish

on:
  push:
    branches: [main]
  workflow_dispatch:

permissions: {}

concurrency:
  group: publish
  cancel-in-progress: false

jobs:
  publish:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.deploy.outputs.page_url }}
    steps:
      - uses: actions/checkout@d23441a48e516b6c34aea4fa41551a30e30af803 # v6.1.0
        with:
          persist-credentials: false
      - uses: actions/setup-node@249970729cb0ef3589644e2896645e5dc5ba9c38 # v6.5.0
        with:
          node-version: 24
          cache: npm
      - run: npm ci
      - run: npx ownup check --format github
      - run: npx ownup build
      - uses: actions/upload-pages-artifact@fc324d3547104276b827a68afc52ff2a11cc49c9 # v5.0.0
        with:
          path: dist
      - id: deploy
        uses: actions/deploy-pages@cd2ce8fcbc39b97be8ca5fce6e763baed58fa128 # v5.0.0
`;

const dependabot = `version: 2
updates:
  - package-ecosystem: npm
    directory: /
    schedule: { interval: weekly }
  - package-ecosystem: github-actions
    directory: /
    schedule: { interval: weekly }
`;

/** The record of a new page: no incidents, and nobody else's company. */
export const newRecord = (answers: Answers): PageFiles => ({
  'site.yaml': site(answers),
  'services.yaml': services(answers),
});

/** All that stands around a record in the folder of a company. `version`: of Ownup. */
export const aroundRecord = (
  version: string,
  { workflows }: { workflows: boolean },
): PageFiles => ({
  'package.json': json({
    name: 'status',
    private: true,
    type: 'module',
    scripts: Object.fromEntries(commands.map((command) => [command, `ownup ${command}`])),
    dependencies: { ownup: version },
  }),
  '.gitignore': 'node_modules/\ndist/\n',
  '.vscode/settings.json': json(editor),
  ...(workflows
    ? { '.github/workflows/publish.yml': workflow, '.github/dependabot.yml': dependabot }
    : {}),
});
