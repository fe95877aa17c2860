import { describe, expect, test } from 'vitest';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import type { Finding } from '../../src/domain/findings/finding.ts';
import { edited } from '../support/edit.ts';

const incident = 'incidents/late-webhooks.yaml';
const upgrade = 'incidents/database-upgrade.yaml';
const postmortem = 'postmortems/late-webhooks.mdx';
const site = 'site.yaml';

/** Before the last update of the outage, and after all else that the model says of it. */
const now = Date.parse('2026-01-17T09:59:00Z');
const minute = 60_000;

const found = (files: Record<string, string>, at: number, isPinned = false): Finding[] =>
  readRecord(filesInMemory(files), at, isPinned).findings.filter(({ code }) =>
    ['in-the-future', 'not-yet'].includes(code),
  );
const briefly = (findings: readonly Finding[]): string[] =>
  findings.map(({ level, code, file, line }) => `${level} ${code} ${file}:${line}`);

/** The model without what came after that moment. */
const known = edited([
  { file: incident, replace: 'to: 2026-01-17T10:01:00Z', by: 'to: 2026-01-17T09:50:00Z' },
  { file: incident, replace: 'at: 2026-01-17T10:01:00Z', by: 'at: 2026-01-17T09:58:00Z' },
  { file: postmortem, replace: 'status: published', by: 'status: draft' },
  { file: postmortem, replace: 'published: 2026-01-20T15:00:00Z\n', by: '' },
  {
    file: postmortem,
    replace:
      'corrections:\n  - { at: 2026-01-22, text: We first wrote 1100 workspaces., answers: [only-eu] }\n',
    by: '',
  },
  {
    file: upgrade,
    replace: 'announced: 2026-01-27T09:00:00Z',
    by: 'announced: 2026-01-10T09:00:00Z',
  },
]);

const edits = (replace: string, by: string, file = incident) =>
  edited({ file, replace, by }, known);

test('a plan is no mistake', () => {
  expect(found(known, now)).toEqual([]);
});

describe('a time that has not come is an error', () => {
  const late = '2026-01-17T10:30:00Z';
  test.each([
    ['when it was noticed', 'at: 2026-01-17T09:25:00Z', `at: ${late}`, incident],
    [
      'when it began',
      'from: 2026-01-17T09:14:00Z\n    to: 2026-01-17T09:50:00Z',
      `from: ${late}`,
      incident,
    ],
    ['when it ended', 'to: 2026-01-17T09:50:00Z', `to: ${late}`, incident],
    ['what was said', 'at: 2026-01-17T09:58:00Z', `at: ${late}`, incident],
    ['when work was announced', 'announced: 2026-01-10T09:00:00Z', `announced: ${late}`, upgrade],
    [
      'what was said of work',
      'updates: []',
      `updates: [{ at: ${late}, status: scheduled, text: We upgrade it. }]`,
      upgrade,
    ],
  ])('%s', (_, replace, by, file) => {
    const [first, ...more] = found(edits(replace, by, file), now);
    expect([first?.code, first?.level, first?.file, more]).toEqual([
      'in-the-future',
      'error',
      file,
      [],
    ]);
  });

  test('in a notice too', () => {
    const notice = `kind: notice\ntitle: A price changes\nimpact:\n  - { service: api, status: degraded_performance, from: 2026-01-17T09:00:00Z, to: ${late} }\nupdates:\n  - { at: ${late}, status: information, text: It does. }\n`;
    expect(briefly(found({ ...known, 'incidents/price.yaml': notice }, now))).toEqual([
      'error in-the-future incidents/price.yaml:4',
      'error in-the-future incidents/price.yaml:6',
    ]);
  });
});

test.each([
  [-2 * minute, 0],
  [-2 * minute - 1, 1],
])('clocks may differ by two minutes: %i ms', (offset, errors) => {
  expect(found(known, Date.parse('2026-01-17T09:58:00Z') + offset).length).toBe(errors);
});

describe('a local time that was written as UTC', () => {
  const inZone = (zone: string, text: string) =>
    found(
      edited(
        [
          { file: site, replace: 'severities:', by: `time_zone: ${zone}\nseverities:` },
          { file: incident, replace: 'at: 2026-01-17T09:58:00Z', by: `at: ${text}` },
        ],
        known,
      ),
      now,
    );

  test.each([
    ['Europe/Berlin', '2026-01-17T10:58Z', '2026-01-17T10:58+01:00', '2026-01-17T09:58:00Z'],
    ['Europe/Berlin', '2026-01-17T10:58+00:00', '2026-01-17T10:58+01:00', '2026-01-17T09:58:00Z'],
    ['Europe/Berlin', '2026-01-17T10:58-00:00', '2026-01-17T10:58+01:00', '2026-01-17T09:58:00Z'],
    ['Asia/Kolkata', '2026-01-17T15:28:00Z', '2026-01-17T15:28:00+05:30', '2026-01-17T09:58:00Z'],
    [
      'Asia/Tokyo',
      '2026-01-17T18:58:00.5Z',
      '2026-01-17T18:58:00.5+09:00',
      '2026-01-17T09:58:00.5Z',
    ],
  ])('is explained in %s', (zone, text, meant, utc) => {
    const [finding] = inZone(zone, text);
    expect(finding?.what).toContain(zone);
    expect(finding?.write).toContain(meant);
    expect(finding?.write).toContain(utc);
  });

  test.each([
    ['a time that has not come there either', 'Europe/Berlin', '2026-01-17T14:58:00Z'],
    ['a site that keeps UTC', 'UTC', '2026-01-17T10:58:00Z'],
    ['a time with an offset', 'Europe/Berlin', '2026-01-17T11:58:00+01:00'],
    ['a time zone west of it', 'America/New_York', '2026-01-17T10:58:00Z'],
  ])('is no guess for %s', (_, zone, text) => {
    const findings = inZone(zone, text);
    expect(briefly(findings)).toEqual([expect.stringContaining('error in-the-future')]);
    expect(findings[0]?.what).not.toContain(zone);
  });
});

describe('for a time without a zone, what is to be written', () => {
  const writes = (...site: string[]): string | undefined =>
    readRecord(
      filesInMemory(
        edited(
          [
            { file: 'site.yaml', replace: 'severities:', by: [...site, 'severities:'].join('\n') },
            { file: incident, replace: 'at: 2026-01-17T09:58:00Z', by: 'at: 2026-01-17 9:58' },
          ],
          known,
        ),
      ),
      now,
    ).findings.find(({ file }) => file === incident)?.write;

  test.each([
    ['has the offset of the site', ['time_zone: Europe/Berlin'], 'at: 2026-01-17T09:58:00+01:00'],
    ['is UTC where the site keeps UTC', [], 'at: 2026-01-17T09:58:00Z'],
  ])('%s', (_, site, write) => expect(writes(...site)).toBe(write));

  test('is either, where nobody can tell the zone of the site', () => {
    const write = writes('time_zone: Berlin') ?? '';
    expect(write).toContain('2026-01-17T09:58:00+01:00');
    expect(write).toContain('2026-01-17T09:58:00Z');
  });
});

test('a build for an earlier moment leaves it out, and is no mistake', () => {
  const findings = found(edits('at: 2026-01-17T09:58:00Z', 'at: 2026-01-17T10:30:00Z'), now, true);
  expect(findings.map(({ code, level }) => `${level} ${code}`)).toEqual(['warning in-the-future']);
});

test('a postmortem that is to wait, and a service to come, are only said', () => {
  const files = edited(
    [
      {
        file: postmortem,
        replace: 'status: draft\n',
        by: 'status: published\npublished: 2026-01-20T15:00:00Z\n',
      },
      {
        file: 'services.yaml',
        replace: '  - { id: webhooks,',
        by: '  - { id: mail, name: Mail, since: 2026-02-01 }\n  - { id: webhooks,',
      },
    ],
    known,
  );
  expect(briefly(found(files, now))).toEqual([
    'warning not-yet postmortems/late-webhooks.mdx:4',
    'warning not-yet services.yaml:5',
  ]);
});
