import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of tests that take long, the longest first; those that wait between those that compute, so that a core always has something to do. */
const long = [
  'house/types',
  'house/style',
  'site/attacks',
  'processes/actions-workflow',
  'site/dev',
  'site/pages',
  'site/pages-elsewhere',
  'scripts/publish',
  'site/build',
  'site/package',
  'processes/processes',
  'site/maintenance',
  'site/search',
  'site/look',
  'scripts/check-since',
  'site/looks',
  'scripts/credits-ledger',
  'site/start',
  'processes/credits-signals',
  'site/news',
  'scripts/import',
  'site/live',
  'findings/echoes',
  'site/still-feeds',
  'site/fuzz',
  'processes/new-terminal',
  'site/credits-report',
  'site/credits',
  'scripts/say',
  'site/hostile',
  'scripts/hold-back',
  'site/history',
  'scripts/actions-command',
];

const placeOf = ({ moduleId }: TestSpecification): number => {
  const place = long.findIndex((name) => moduleId.endsWith(`/tests/${name}.test.ts`));
  return place === -1 ? long.length : place;
};

/** What takes long begins first, also where nothing has been measured yet: otherwise a core waits for it at the end. */
export default class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const sorted = await super.sort(files);
    return sorted.sort((a, b) => placeOf(a) - placeOf(b));
  }
}
