import { expect, test, vi } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { localsOf } from '../support/feeds.ts';

vi.stubEnv('SITE', 'https://status.ferry.example');
const { statusNow } = await import('../../src/components/incidents/status-now.ts');

const open = (title: string): string => `kind: incident
title: ${JSON.stringify(title)}
severity: major
impact:
  - { service: api, status: major_outage, from: 2026-02-19T09:00:00Z }
updates:
  - { at: 2026-02-19T09:10:00Z, status: investigating, text: It is down. }
`;
const statusWith = (title: string, now = '2026-02-19T10:00:00Z') =>
  statusNow(localsOf({ ...exampleRecord, 'incidents/down.yaml': open(title) }, now));

test('the status says how things are, and since when that is on record', () => {
  expect(statusWith('The API is down')).toEqual({
    state: 'major_outage',
    headline: 'The API is down.',
    open: 1,
    changed: '2026-02-19T09:10:00Z',
    built: '2026-02-19T10:00:00Z',
  });
});

test('when the record last changed does not hang on when it is asked', () => {
  expect(statusWith('Down', '2026-02-20T10:00:00Z').changed).toBe('2026-02-19T09:10:00Z');
});

test.each(['語', '😀', '"', 'long words '])('it has a kilobyte at the most, also of %s', (unit) => {
  const status = statusWith(unit.repeat(Math.floor(990 / unit.length)));
  expect(Buffer.byteLength(JSON.stringify(status))).toBeLessThanOrEqual(1024);
  expect(status.headline.isWellFormed()).toBe(true);
  expect(status.headline.length).toBeGreaterThan(100);
});

test('of a record in which nothing happened it says no time', () => {
  const {
    'incidents/late-webhooks.yaml': _incident,
    'postmortems/late-webhooks.mdx': _account,
    'postmortems/queue.svg': _picture,
    'incidents/database-upgrade.yaml': _work,
    ...empty
  } = exampleRecord;
  expect(statusNow(localsOf(empty, '2026-02-19T10:00:00Z'))).toMatchObject({
    state: 'operational',
    open: 0,
    changed: null,
  });
});
