import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { answered } from '../../scripts/lib/new/answered.ts';
import { postmortem } from '../../scripts/lib/new/postmortem.ts';
import { Ended } from '../../scripts/lib/new/question.ts';
import { knownIn } from '../../scripts/lib/new/setting.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { contentFolder } from '../support/content.ts';
import { ownup } from '../support/ownup.ts';
import { say } from '../support/said.ts';

const late = 'late-webhooks';
const now = '2026-05-02T09:00:00Z';
const again = (exampleRecord[`incidents/${late}.yaml`] ?? '').replaceAll(
  '2026-01-17',
  '2026-05-01',
);
const record = { 'incidents/late-again.yaml': again };
const file = 'postmortems/late-again.mdx';
const write = (content: string, ...args: string[]) =>
  say(content, ['postmortem', 'late-again', ...args], { OWNUP_NOW: now });
const textIn = (content: string): string => readFileSync(join(content, file), 'utf8');
const factsIn = (content: string): Record<string, unknown> =>
  parse(textIn(content).split('---')[1] ?? '') as Record<string, unknown>;

test('it begins from its incident, as a draft that says what is missing and stops nothing', async () => {
  const content = contentFolder(record);
  const { code, stdout } = await write(content);
  expect(code).toBe(0);
  expect(factsIn(content)).toMatchObject({ status: 'draft', incidents: ['late-again'] });
  expect(textIn(content)).toContain('webhooks, partial outage, Friday 1 May 2026, 09:14 UTC');
  expect(textIn(content)).toContain('<Timeline incident="late-again" />');
  expect(stdout).toContain('“summary” is missing');
  expect((await ownup('check', ['--content', content], { OWNUP_NOW: now })).code).toBe(0);
});

test('each answer becomes the next question, and guidance goes where something is said', async () => {
  const content = contentFolder(record);
  const because = ['The queue grew.', 'Too few workers ran. Nobody saw it.', 'A change set 20.'];
  const args = because.flatMap((answer) => ['--because', answer]);
  await write(
    content,
    '--cause',
    'capacity',
    '--summary',
    'For 47 minutes, two in five were late.',
    ...args,
  );
  expect(factsIn(content)).toMatchObject({
    cause: 'capacity',
    summary: 'For 47 minutes, two in five were late.',
    whys: [
      { why: 'Why? Webhooks arrived late', because: because[0] },
      { why: 'Why? The queue grew.', because: because[1] },
      { why: 'Why? Too few workers ran.', because: because[2] },
    ],
  });
  const text = textIn(content);
  expect(text).toMatch(/^cause: capacity$/m);
  expect(text).toMatch(/^thanks: # ./m);
});

test('it is gone on with: what was said stays, and what is asked follows from it', async () => {
  const content = contentFolder(record);
  await write(content, '--because', 'The queue grew.');
  const before = textIn(content);
  await write(content, '--because', 'Too few workers ran.', '--thanks', 'Thank you.');
  expect(factsIn(content)).toMatchObject({
    thanks: 'Thank you.',
    whys: [{}, { why: 'Why? The queue grew.', because: 'Too few workers ran.' }],
  });
  const changed = textIn(content).split('\n');
  expect(before.split('\n').filter((line) => !changed.includes(line))).toEqual([
    expect.stringMatching(/^thanks: #/) as string,
  ]);
});

test('what happened before is named, with what was promised then', async () => {
  const content = contentFolder(record);
  const { stdout } = await write(content, '--cause', 'capacity');
  expect(stdout).toContain(
    '(the same cause, capacity, and the same services, webhooks, api): late-webhooks',
  );
  expect(stdout).toContain('Refuse pool sizes below the need (unverified, due 2026-02-01)');
});

test('what a published postmortem tells of has no second one', async () => {
  const { code } = await say(contentFolder(record), ['postmortem', late], { OWNUP_NOW: now });
  expect(code).toBe(2);
});

test('whoever ends it keeps what was answered', async () => {
  const known = knownIn(filesInMemory({ ...exampleRecord, ...record }));
  const asked: string[] = [];
  const saying = await answered(
    postmortem({ known, now: Date.parse(now), zone: 'UTC' }),
    { id: 'late-again' },
    {
      prompt: ({ flag, ask }) => {
        asked.push(ask);
        if (flag === 'because#2') return Promise.reject(new Ended());
        return Promise.resolve(flag === 'because' ? 'The queue grew.' : '');
      },
    },
  );
  expect(asked.at(-1)).toBe('Why? The queue grew.');
  expect(saying.edit).toMatchObject({ do: 'create', file });
  expect('text' in saying.edit && saying.edit.text).toContain('because: The queue grew.');
});
