import { act, withGitHub } from '../tests/support/actions.ts';
import { isWrite, listing, post } from '../tests/support/fake-github.ts';
import { recordWith } from '../tests/support/promises.ts';

// How many requests --apply needs among 1,100 other issues: one per 100 listed and one more, one per create, and a few that do not grow.
// Run: npm run bench:actions

const others = 1_100;
/** A listing of several pages is read from its end: the first page tells how many there are, and is read again. */
const pages = (issues: number): number => (issues > 100 ? Math.ceil(issues / 100) + 1 : 1);

/** The record with `count` promises. */
function recordOf(count: number): string {
  const ids = Array.from({ length: count - 1 }, (_, index) => `promise-${index + 1}`);
  if (count > 0) return recordWith(ids);
  return recordWith([], (text) => text.replace('status: published', 'status: draft'));
}

console.log('| promises | run | requests | listing | scan expected | creates | other | seconds |');
console.log('| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: |');
for (const count of [0, 10, 200]) {
  await withGitHub(async (github) => {
    for (let number = 0; number < others; number++) github.add();
    const content = recordOf(count);
    for (const run of ['first', 'second']) {
      github.forget();
      const start = performance.now();
      const { code } = await act(github, content, ['--apply']);
      const seconds = ((performance.now() - start) / 1000).toFixed(1);
      const [lists, creates, all] = [
        github.requests.filter(listing).length,
        github.requests.filter(post).length,
        github.requests.length,
      ];
      // Before the first run nothing has our label: one request says so, and a scan of all follows if a promise is without an issue.
      const expected = run === 'first' ? 1 + (count ? pages(others) : 0) : pages(count);
      const wanted = run === 'first' ? count : 0;
      console.log(
        `| ${count} | ${run} | ${all} | ${lists} | ${expected} | ${creates} | ${all - lists - creates} | ${seconds} |`,
      );
      if (
        code !== 0 ||
        lists !== expected ||
        creates !== wanted ||
        github.requests.filter(isWrite).length !== wanted
      )
        process.exitCode = 1;
    }
  });
}
