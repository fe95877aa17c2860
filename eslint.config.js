import { dirname, relative, resolve } from 'node:path';
import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** The rooms of the house: each imports only from itself and from rooms that stand above it. CONTRIBUTING.md says what is in them. */
const rooms = [
  'src/text',
  'src/domain',
  'src/domain/credits/exact',
  'src/domain/credits/policy',
  'src/domain/findings',
  'src/domain/tracking',
  'src/domain/record',
  'src/domain/status',
  'src/domain/uptime',
  'src/domain/promises',
  'src/domain/speed',
  'src/domain/history',
  'src/domain/news',
  'src/domain/credits/downtime',
  'src/domain/credits/money',
  'src/domain/credits/verdict',
  'src/domain/credits/ledger',
  'src/domain/credits/offer',
  'src/domain/findings/schema',
  'src/domain/changes',
  'src/domain/findings/rules/wording',
  'src/domain/findings/rules/changes',
  'src/domain/findings/rules/credits',
  'src/domain/findings/rules/postmortem',
  'src/domain/findings/rules/record',
  'src/domain/findings/rules/times',
  'src/domain/findings/rules/whys',
  'src/domain/findings/rules',
  'src/environment',
  'src/strings',
  'src/record/findings',
  'src/record/yaml',
  'src/record/guard',
  'src/record/disclosure',
  'src/record/files',
  'src/record/picture',
  'src/record',
  'src/browser',
  'src/site',
  'src/api',
  'src/api/v2',
  'src/api/v1',
  'src/api/badges',
  'src/api/all',
  'src/api/served',
  'src/site/pictures',
  'src/site/astro',
  'src/search',
  'src/components/text',
  'src/components/speed',
  'src/components/services',
  'src/components/incidents',
  'src/components/postmortems',
  'src/components/promises',
  'src/components/credits',
  'src/components/search',
  'src/components/story',
  'src/components/feeds',
  'src/feeds',
  'src/styles',
  'src/layouts',
  'src/pages',
  'src',
  'scripts/lib/disk',
  'scripts/lib',
  'scripts/lib/github',
  'scripts/lib/actions',
  'scripts/lib/credits/list',
  'scripts/lib/credits/assess',
  'scripts/lib/credits/explain',
  'scripts/lib/credits/seal',
  'scripts/lib/credits/ledger',
  'scripts/lib/credits/export',
  'scripts/lib/credits/rates',
  'scripts/lib/credits/letter',
  'scripts/lib/credits/report',
  'scripts/lib/credits/request',
  'scripts/lib/preview',
  'scripts/lib/import',
  'scripts/lib/import/cstate',
  'scripts/lib/import/statuspage',
  'scripts/lib/import/upptime',
  'scripts/lib/init',
  'scripts/lib/publish',
  'scripts/lib/notify',
  'scripts/lib/new',
  'scripts/lib/upgrade',
  'scripts/lib/say',
  'scripts',
];

/** The room that a file lies in: the innermost one around it. */
const roomOf = (file) =>
  rooms
    .filter((room) => file.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)
    .at(0);

/** Imports run one way: whoever knows a room need not know those below it. */
const oneWay = {
  create(context) {
    const file = relative(context.cwd, context.filename);
    const own = roomOf(file);
    const look = ({ source }) => {
      if (!own || !source?.value?.startsWith?.('.')) return;
      const target = roomOf(relative(context.cwd, resolve(dirname(file), source.value)));
      if (target && rooms.indexOf(target) > rooms.indexOf(own))
        context.report({ node: source, message: `${own} knows nothing of ${target}.` });
    };
    return {
      ImportDeclaration: look,
      ExportNamedDeclaration: look,
      ExportAllDeclaration: look,
      ImportExpression: look,
    };
  },
};

/** What the files in `folder` may not import besides. */
const without = (files, forbidden, reason) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ regex: forbidden, message: reason }] }],
  },
});

export default tseslint.config(
  { ignores: ['dist/', '.astro/', '.cache/', 'node_modules/', 'tests/fixtures/'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    plugins: { rooms: { rules: { 'one-way': oneWay } } },
    rules: {
      'rooms/one-way': 'error',
      // The contract of a schema is stronger than what the compiler can see.
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_' },
      ],
      'no-control-regex': 'off',
      '@typescript-eslint/no-dynamic-delete': 'off',
      eqeqeq: 'error',
    },
  },
  without(
    ['src/domain/**'],
    '^(?!\\.{1,2}/)(?!zod$|temporal-polyfill$|compromise/one$|node:module$|diff$|fastest-levenshtein$)',
    'domain is pure: it imports zod, Temporal, compromise for sentences, what loads that when it is needed, diff and distances of words, and itself.',
  ),
  without(
    ['src/browser/**'],
    '/(record|site|strings|environment)/',
    'what runs in a browser knows only the domain; its words come with the page.',
  ),
  without(
    ['src/api/!(served)/**', 'src/api/*.ts'],
    '^(?!\\.{1,2}/)(?!zod$|temporal-polyfill$|badge-maker$|node:crypto$)',
    'answers are made from the record alone: no files, no clock.',
  ),
  without(['src/search/**'], '^\\.\\./', 'the search knows pages only as files.'),
  without(
    ['scripts/**'],
    '/(components|layouts|pages|feeds(?!/(?:model|print)/)|browser|site/astro)/',
    'commands know nothing of pages.',
  ),
  without(
    ['scripts/*.ts', 'scripts/lib/!(github)/**', 'scripts/lib/*.ts'],
    '/(components|layouts|pages|feeds(?!/(?:model|print)/)|browser|site/astro)/|^octokit$',
    'commands know nothing of pages, and GitHub only by way of lib/github.',
  ),
);
