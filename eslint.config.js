import astro from 'eslint-plugin-astro';
import tseslint from 'typescript-eslint';

/** What the files in `folder` may not import, so that imports run one way. */
const oneWay = (files, forbidden, reason) => ({
  files,
  rules: {
    'no-restricted-imports': ['error', { patterns: [{ regex: forbidden, message: reason }] }],
  },
});

const noSite = '/(components|layouts|pages)/';

export default tseslint.config(
  { ignores: ['dist/', '.astro/', '.cache/', 'node_modules/', 'tests/fixtures/'] },
  ...tseslint.configs.strict,
  ...astro.configs.recommended,
  {
    rules: {
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
  oneWay(
    ['src/domain/**'],
    '^(?!\\.{1,2}/)(?!zod$|temporal-polyfill$|fastest-levenshtein$|fraction\\.js$)|/(data|components|layouts|pages|strings|scripts)/|environment',
    'domain is pure: it imports zod, Temporal, a word distance, fractions and itself.',
  ),
  oneWay(
    ['src/data/**'],
    '/(components|layouts|pages|scripts)/',
    'data knows nothing of pages or commands.',
  ),
  oneWay(['src/search/**'], '^\\.\\./', 'the search knows pages only as files.'),
  oneWay(
    ['src/browser/**'],
    '/(data|components|layouts|pages|strings|search|scripts)/',
    'what runs in a browser knows only the domain; its words come with the page.',
  ),
  oneWay(
    ['src/strings/**'],
    '/(data|components|layouts|pages|scripts)/',
    'strings know only the domain.',
  ),
  oneWay(
    ['src/components/**'],
    '/(layouts|pages|scripts)/',
    'components know nothing of layouts, pages or commands.',
  ),
  oneWay(
    ['src/feeds/**'],
    '/(layouts|pages|scripts)/',
    'feeds know nothing of layouts, pages or commands.',
  ),
  oneWay(['src/layouts/**'], '/(pages|scripts)/', 'layouts know nothing of pages or commands.'),
  oneWay(['src/pages/**'], '/scripts/', 'src never imports scripts.'),
  oneWay(
    ['scripts/*.ts'],
    `${noSite}|^octokit$`,
    'commands use domain and data, and GitHub by way of lib/github.',
  ),
  // Of several rules for a file only the last counts.
  oneWay(
    ['scripts/lib/*.ts'],
    `${noSite}|^octokit$|^\\.\\./[^./]+\\.ts$`,
    'parts of commands know nothing of the commands.',
  ),
  oneWay(
    ['scripts/lib/*/*.ts'],
    `${noSite}|^\\.\\./\\.\\./[^./]+\\.ts$`,
    'parts of commands know nothing of the commands.',
  ),
);
