import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Files of tests that take long, the longest first. */
const long = [
  'processes/remediate',
  'processes/actions-workflow',
  'processes/processes',
  'processes/credits-signals',
  'findings/echoes',
  'scripts/import',
  'site/build',
  'site/pages',
  'site/dev',
  'site/look',
  'site/package',
  'site/attacks',
  'site/maintenance',
  'site/fuzz',
  'site/start',
  'site/still-feeds',
  'site/search',
  'site/html',
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
