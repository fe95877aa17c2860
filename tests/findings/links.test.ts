import { describe, expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { edited, without } from '../support/edit.ts';
import { briefly, codesIn } from '../support/reading.ts';

const postmortem = 'postmortems/late-webhooks.mdx';
const incident = 'incidents/late-webhooks.yaml';
const story = 'The workers drained the queue more slowly than it grew.';

const linking = (address: string, files: Readonly<Record<string, string>> = exampleRecord) =>
  codesIn(edited({ file: postmortem, replace: story, by: `[There](${address}).` }, files));

describe('a link to this site leads to a page that it has', () => {
  test.each([
    '/',
    '/incidents/',
    '/incidents/late-webhooks',
    '/incidents/late-webhooks/index.html',
    '/incidents/late-webhooks/#update',
    '/incidents/late-webhooks/?from=mail',
    '/incidents/2026/',
    '/postmortems/',
    '/services/',
    '/services/api/',
    '/promises/',
    '/search/',
    '/credits/',
    '/feed.xml',
    '/postmortems/feed.xml',
    '/favicon.svg',
    '/schemas/site.schema.json',
  ])('such as %s', (address) => {
    expect(linking(address)).toEqual([]);
  });

  test.each([
    '/nope/',
    '/services/nope/',
    '/services/api/more/',
    '/incidents/1999/',
    '/incidents/2026/01/',
    '/incidents/nope/',
    '/postmortems/older/2/',
    '/postmortems/nope/',
    '/status/',
    '/nope.pdf',
  ])('and never to %s', (address) => {
    expect(linking(address)).toEqual(['content-link']);
  });

  test('to the page of credits only where there are any', () => {
    expect(linking('/credits/', without(exampleRecord, 'credits.yaml'))).toEqual(['content-link']);
  });

  test('to where a page used to be, which leads on', () => {
    const moved = edited({
      file: 'site.yaml',
      replace: 'name: Ferry',
      by: 'name: Ferry\nredirects: { /issues/late/: /incidents/late-webhooks/ }',
    });
    expect(linking('/issues/late/', moved)).toEqual([]);
  });

  test('to a month where a year is too long for one page', () => {
    const many = Object.fromEntries(
      Array.from({ length: 120 }, (_, index) => [
        `incidents/x${index}.yaml`,
        (exampleRecord[incident] ?? '').replace('arrived late', `late ${index}`),
      ]),
    );
    expect(linking('/incidents/2026/01/', { ...exampleRecord, ...many })).toEqual([]);
    expect(linking('/incidents/2026/01/2/', { ...exampleRecord, ...many })).toEqual([]);
    expect(linking('/incidents/2026/01/3/', { ...exampleRecord, ...many })).toEqual([
      'content-link',
    ]);
  });

  test('from a field of YAML too', () => {
    expect(
      codesIn(
        edited({ file: incident, replace: 'Nothing is lost.', by: '[More](/services/nope/).' }),
      ),
    ).toEqual(['content-link']);
  });
});

describe('a link is not blamed for a mistake elsewhere', () => {
  test.each([
    ['services.yaml', 'services: [\n', '/services/api/'],
    ['credits.yaml', 'plans: [\n', '/credits/'],
    ['site.yaml', 'redirects: { ü: / }\n', '/old/'],
    [incident, 'kind: incident\nimpact: [{ from: 2019 }]\n', '/incidents/2019/'],
  ])('in %s', (file, text, address) => {
    expect(linking(address, { ...exampleRecord, [file]: text })).not.toContain('content-link');
  });
});

describe('a link within a story leads to one of its headings', () => {
  const found = (text: string) =>
    briefly(edited({ file: postmortem, replace: story, by: text })).map((line) =>
      line.replace(/ .*:(\d+):/, ' $1:'),
    );

  test.each([
    ['## Why so late?', '#why-so-late'],
    ['## A\n\n## A', '#a-1'],
    ['## With `code` and *weight*', '#with-code-and-weight'],
    ['## Über uns', '#%C3%BCber-uns'],
    ['<Note>\n\n### Inside\n\n</Note>', '#inside'],
    ['Text', '#Part_whys'],
    ['Text', '#Promise_pool-floor'],
    ['Text', '#'],
  ])('%j: %s', (text, address) => {
    expect(found(`${text}\n\n[There](${address}).`)).toEqual([]);
  });

  test.each(['#nowhere', '#Why', '#part_whys', '#why-'])('and never to %s', (address) => {
    expect(found(`## Why\n\n[There](${address}).`)).toEqual(['content-link 33:1']);
  });
});
