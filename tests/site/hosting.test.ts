import { expect, test } from 'vitest';
import { codeIn } from '../support/docs.ts';
import { isForPrograms } from '../../src/text/media-type.ts';
import { addressOf, filesOf, readPage } from '../support/pages.ts';
import { sites } from './built.ts';

const [config] = codeIn('docs/hosting.md').filter(({ lang }) => lang === 'nginx');
const [, map = ''] = /map \$uri \$ownup_policy \{\n(.*?)\n\}/s.exec(config?.text ?? '') ?? [];
const policies = [...map.matchAll(/^ +(?:default|~(\S+)) +"(.*)";$/gm)].map(
  ([, pattern, policy = '']) => ({ pattern, policy }),
);

/** The header that a web server set up as in the documentation sends for a path. */
const headerFor = (path: string): string | undefined =>
  policies.find(({ pattern }) => pattern !== undefined && new RegExp(pattern).test(path))?.policy ??
  policies.find(({ pattern }) => pattern === undefined)?.policy;

const { calm } = sites;

test('the documentation gives web servers the security policy that the pages have', () => {
  const differing = filesOf(calm.folder, '.html').filter((file) => {
    const policies = [
      ...readPage(calm.folder, file).matchAll(
        /<meta http-equiv="Content-Security-Policy" content="([^"]*)"/g,
      ),
    ].map(([, policy]) => policy);
    return policies.length !== 2 || policies.join(', ') !== headerFor(`/${addressOf(file)}`);
  });
  expect(differing).toEqual([]);
});

test('the documentation lets any site read what is for programs, and nothing else', () => {
  const [, map = ''] = /map \$uri \$ownup_open \{\n(.*?)\n\}/s.exec(config?.text ?? '') ?? [];
  const open = [...map.matchAll(/^ +~(\S+) +"\*";$/gm)].map(
    ([, pattern = '']) => new RegExp(pattern),
  );
  const differing = filesOf(calm.folder, '').filter(
    (file) => isForPrograms(file) !== open.some((pattern) => pattern.test(`/${file}`)),
  );
  expect(open.length).toBe(3);
  expect(differing).toEqual([]);
});
