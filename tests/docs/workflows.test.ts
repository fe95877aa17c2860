import { readFileSync, readdirSync } from 'node:fs';
import { expect, test } from 'vitest';

const folder = '.github/workflows';

test.each(readdirSync(folder))(
  'what others wrote is pinned to a commit, since a tag can be moved: %s',
  (file) => {
    const used = [...readFileSync(`${folder}/${file}`, 'utf8').matchAll(/uses: (.*)$/gm)].map(
      ([, what = '']) => what,
    );
    expect(
      used.filter((what) => !/^(\.\/\S+|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$/.test(what)),
    ).toEqual([]);
    expect(used.length).toBeGreaterThan(0);
  },
);
