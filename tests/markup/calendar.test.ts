import ICAL from 'ical.js';
import { describe, expect, test, vi } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { edited } from '../support/edit.ts';
import { localsOf } from '../support/feeds.ts';

vi.stubEnv('SITE', 'https://status.ferry.example');
const { maintenanceAppointments, promiseAppointments } =
  await import('../../src/feeds/model/appointments.ts');
const { calendarText } = await import('../../src/feeds/print/calendar.ts');

const channel = { title: 'Ferry: work, planned', language: 'en', path: '/calendar.ics' };
const work = 'incidents/database-upgrade.yaml';
const now = '2026-01-28T12:00:00Z';

interface Read {
  uid: string;
  sequence: number;
  from: string;
  to: string;
  summary: string;
  description: string;
}

/** What a calendar reads. */
function read(text: string): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    const at = (time: ICAL.Time): string =>
      time.isDate ? time.toString() : time.toJSDate().toISOString();
    return {
      uid: event.uid,
      sequence: event.sequence,
      from: at(event.startDate),
      to: at(event.endDate),
      summary: event.summary,
      description: event.description,
    };
  });
}

const maintenanceIn = (files: Readonly<Record<string, string>>, at = now): Read[] =>
  read(calendarText(channel, maintenanceAppointments(localsOf(files, at))));

const [planned] = maintenanceIn(exampleRecord);

describe('planned work', () => {
  test('stands in a calendar for the times that were announced', () => {
    expect(planned).toEqual({
      uid: 'incident:database-upgrade@ownup',
      sequence: 0,
      from: '2026-02-03T02:00:00.000Z',
      to: '2026-02-03T03:00:00.000Z',
      summary: 'Database upgrade',
      description: 'Scheduled from 3 Feb 2026, 02:00 UTC to 3 Feb 2026, 03:00 UTC.',
    });
  });

  test('that is moved keeps its name, under a higher number', () => {
    const files = edited([
      {
        file: work,
        replace: 'scheduled: { from: 2026-02-03T02:00:00Z, to: 2026-02-03T03:00:00Z }',
        by: 'scheduled: { from: 2026-02-10T02:00:00Z, to: 2026-02-10T03:00:00Z }',
      },
      {
        file: work,
        replace: 'from: 2026-02-03T02:00:00Z, to: 2026-02-03T02:40:00Z',
        by: 'from: 2026-02-10T02:00:00Z, to: 2026-02-10T02:40:00Z',
      },
      {
        file: work,
        replace: 'updates: []\n',
        by: `updates:
  - at: 2026-01-28T10:00:00Z
    status: scheduled
    text: A week later.
    moved_from: { from: 2026-02-03T02:00:00Z, to: 2026-02-03T03:00:00Z }
`,
      },
    ]);
    const [moved] = maintenanceIn(files);
    expect(moved).toMatchObject({ uid: planned?.uid, from: '2026-02-10T02:00:00.000Z' });
    expect(moved?.sequence).toBeGreaterThan(planned?.sequence ?? NaN);
    const [completed] = maintenanceIn(
      edited(
        {
          file: work,
          by: `    moved_from: { from: 2026-02-03T02:00:00Z, to: 2026-02-03T03:00:00Z }
  - { at: 2026-02-10T02:40:00Z, status: completed, text: Done. }
`,
          replace: '    moved_from: { from: 2026-02-03T02:00:00Z, to: 2026-02-03T03:00:00Z }\n',
        },
        files,
      ),
      '2026-02-11T00:00:00Z',
    );
    expect(completed).toMatchObject({ uid: planned?.uid, description: 'Done.' });
    expect(completed?.sequence).toBeGreaterThan(moved?.sequence ?? NaN);
  });

  test.each(['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe'])(
    'across a change of clocks lasts as long as it was planned, in %s',
    (zone) => {
      const files = edited([
        { file: 'site.yaml', replace: 'name: Ferry\n', by: `name: Ferry\ntime_zone: ${zone}\n` },
        {
          file: work,
          replace: 'scheduled: { from: 2026-02-03T02:00:00Z, to: 2026-02-03T03:00:00Z }',
          by: 'scheduled: { from: 2026-03-29T01:30:00+01:00, to: 2026-03-29T03:30:00+02:00 }',
        },
        {
          file: work,
          replace: 'from: 2026-02-03T02:00:00Z, to: 2026-02-03T02:40:00Z',
          by: 'from: 2026-03-29T00:30:00Z, to: 2026-03-29T01:30:00Z',
        },
      ]);
      const [entry] = maintenanceIn(files);
      expect([entry?.from, entry?.to]).toEqual([
        '2026-03-29T00:30:00.000Z',
        '2026-03-29T01:30:00.000Z',
      ]);
    },
  );

  test('is printed the same at every moment at which nothing happens', () => {
    const text = (at: string): string =>
      calendarText(channel, maintenanceAppointments(localsOf(exampleRecord, at)));
    expect(text('2026-02-02T23:00:00Z')).toBe(text(now));
  });

  test('has words of any kind in it, and nothing of them is an entry', () => {
    const title = 'Work; on, \\n "this"\u2028 END:VEVENT é😀';
    const [entry, ...others] = read(
      calendarText(channel, [
        {
          id: 'a',
          revision: 0,
          when: { from: 0, to: 1000 },
          title: `${title}\u0007`,
          description: 'a\r\nEND:VEVENT\nb',
          path: '/',
          changed: 0,
        },
      ]),
    );
    expect(others).toEqual([]);
    expect(entry?.summary).toBe(title);
    expect(entry?.description.replaceAll('\r', '')).toBe('a\nEND:VEVENT\nb');
  });
});

describe('a promise', () => {
  const promiseIn = (files: Readonly<Record<string, string>>): Read | undefined =>
    read(calendarText(channel, promiseAppointments(localsOf(files, '2026-02-20T12:00:00Z'))))[0];

  test('takes the day that it is due', () => {
    expect(promiseIn(exampleRecord)).toMatchObject({
      uid: 'promise:late-webhooks/pool-floor@ownup',
      from: '2026-02-01',
      summary: 'Promise: Refuse pool sizes below the need',
    });
  });

  test('keeps its name when it is put off, and when it is kept', () => {
    const lock = {
      version: 1,
      actions: [
        {
          promise: 'late-webhooks/pool-floor',
          repository: 1,
          number: 7,
          state: 'closed',
          state_reason: 'completed',
          closed_at: '2026-02-18T10:00:00Z',
          verified_at: '2026-02-19T02:00:00Z',
        },
      ],
    };
    const [before, kept] = [
      exampleRecord,
      { ...exampleRecord, 'actions.lock.json': JSON.stringify(lock) },
    ].map(promiseIn);
    expect(kept).toMatchObject({
      uid: before?.uid,
      summary: expect.stringMatching(/^Promise kept/),
    });
    expect(kept?.sequence).toBeGreaterThan(before?.sequence ?? NaN);
  });
});
