import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Incident } from '../../src/domain/incident.ts';
import type { Postmortem } from '../../src/domain/postmortem.ts';
import { isOpen } from '../../src/domain/progress.ts';
import {
  type StatusRecord,
  asOf,
  byBeginning,
  byPublication,
} from '../../src/domain/record/record.ts';
import { dayOf } from '../../src/domain/time.ts';
import { aRecord, aSite, anAccount } from '../support/accounts.ts';
import { aMaintenance, aNotice, anOutage, update, window } from '../support/incidents.ts';
import { at, said } from '../support/moments.ts';

const recordOf = (
  incidents: readonly Incident[],
  postmortems: readonly Postmortem[] = [],
  zone = 'UTC',
): StatusRecord =>
  aRecord({
    site: aSite({ time_zone: zone }),
    incidents: [...incidents].sort(byBeginning),
    postmortems: [...postmortems].sort(byPublication),
    plans: [],
    policies: [],
  });

const endOfTime = Date.parse('9999-01-01T00:00:00Z');

describe('as of an earlier moment', () => {
  const incident = anOutage({
    detected: { at: said('09:03'), by: 'monitor' },
    impact: [window('09:00', '09:40'), window('09:30', '09:45', { service: 'b' })],
    updates: [update('09:05', 'investigating'), update('09:50', 'resolved')],
  });
  const then = (now: string) => asOf(recordOf([incident]), at(now)).incidents[0];

  test('an incident that nobody had spoken of does not exist', () => {
    expect(then('09:04')).toBeUndefined();
  });

  test('an incident has only what was known: what ended later is open, what began later is not there', () => {
    const known = then('09:20');
    expect(known?.updates).toHaveLength(1);
    expect(known?.impact).toMatchObject([{ service: 'api', to: undefined }]);
    expect(known && isOpen(known, at('09:20'))).toBe(true);
  });

  test('an incident has what was known in that very moment', () => {
    expect(then('09:05')?.updates).toHaveLength(1);
    expect(then('09:40')?.impact.map(({ to }) => String(to))).toEqual([said('09:40'), 'undefined']);
    expect(then('09:50')).toEqual(incident);
  });

  test('it is not told how an incident was noticed if that came later', () => {
    const lateNotice = anOutage({ detected: { at: said('09:10'), by: 'customer' } });
    const detected = (now: string) =>
      asOf(recordOf([lateNotice]), at(now)).incidents.map((found) =>
        'detected' in found ? found.detected?.by : undefined,
      );
    expect(detected('09:06')).toEqual([undefined]);
    expect(detected('09:10')).toEqual(['customer']);
  });

  test('maintenance keeps its future once it is announced', () => {
    const planned = aMaintenance({
      impact: [window('02:00', '02:40')],
      updates: [update('02:40', 'completed')],
    });
    expect(asOf(recordOf([planned]), at('00:59')).incidents).toEqual([]);
    expect(asOf(recordOf([planned]), at('01:00')).incidents).toEqual([{ ...planned, updates: [] }]);
  });

  test('incidents stand newest first by what was known then', () => {
    // The first was spoken of at 09:00, an hour before anything broke.
    const early = anOutage(
      { impact: [window('10:00', '10:10')], updates: [update('09:00', 'investigating')] },
      'early',
    );
    const other = anOutage(
      { impact: [window('09:30', '09:35')], updates: [update('09:31', 'investigating')] },
      'other',
    );
    const order = (now: string) =>
      asOf(recordOf([early, other]), at(now)).incidents.map(({ id }) => id);
    expect(order('09:40')).toEqual(['other', 'early']);
    expect(order('10:05')).toEqual(['early', 'other']);
  });

  test('a postmortem is there from the moment of its publication, and a draft always', () => {
    const record = recordOf(
      [],
      [
        anAccount({ published: said('15:00') }, 'told'),
        anAccount({ status: 'draft', published: undefined }, 'draft'),
      ],
    );
    const ids = (now: string) => asOf(record, at(now)).postmortems.map(({ id }) => id);
    expect(ids('14:59')).toEqual(['draft']);
    expect(ids('15:00')).toEqual(['draft', 'told']);
  });

  test('a correction is there from its day on, in the zone of the site', () => {
    const corrected = anAccount({
      published: said('08:00'),
      corrections: [{ at: '2026-01-18', text: 'We had miscounted.' }],
    });
    const count = (now: string, zone: string) =>
      asOf(recordOf([], [corrected], zone), Date.parse(now)).postmortems[0]?.corrections.length;
    expect(count('2026-01-17T23:30:00Z', 'UTC')).toBe(0);
    expect(count('2026-01-17T23:30:00Z', 'Europe/Berlin')).toBe(1);
    expect(count('2026-01-18T00:00:00Z', 'UTC')).toBe(1);
    expect(count('2026-01-18T04:00:00Z', 'America/New_York')).toBe(0);
  });
});

describe('whatever the record tells', () => {
  const hours = fc.integer({ min: 0, max: 23 });
  const time = hours.map((hour) => `${String(hour).padStart(2, '0')}:00`);
  const someImpact = fc.array(
    fc.tuple(time, fc.option(fc.oneof(time, fc.constant('unknown')), { nil: undefined })),
    {
      minLength: 1,
      maxLength: 4,
    },
  );
  const someUpdates = fc
    .array(time, { minLength: 1, maxLength: 4 })
    .map((times) => times.sort().map((moment) => update(moment, 'monitoring')));
  const someIncident = fc
    .record({
      impact: someImpact,
      updates: someUpdates,
      noticed: time,
      kind: fc.constantFrom('outage', 'notice'),
    })
    .map(({ impact, updates, noticed, kind }) => {
      const fields = { impact: impact.map(([from, to]) => window(from, to)), updates };
      return kind === 'notice'
        ? aNotice(fields)
        : anOutage({ ...fields, detected: { at: said(noticed), by: 'staff' } });
    });
  const someAccount = fc
    .record({
      published: time,
      status: fc.constantFrom('draft', 'published'),
      days: fc.array(fc.integer({ min: 15, max: 19 }), { maxLength: 3 }),
    })
    .map(({ published, status, days }) =>
      anAccount({
        status,
        published: said(published),
        corrections: days.map((date) => ({ at: `2026-01-${date}`, text: 'Corrected.' })),
      }),
    );
  const someRecord = fc
    .record({
      incidents: fc.array(someIncident, { maxLength: 5 }),
      postmortems: fc.array(someAccount, { maxLength: 3 }),
    })
    .map(({ incidents, postmortems }) =>
      recordOf(
        incidents.map((incident, index) => ({ ...incident, id: `incident-${index}` })),
        postmortems.map((account, index) => ({ ...account, id: `account-${index}` })),
        'Asia/Kathmandu',
      ),
    );

  test('nothing that was said or happened later is in the record as of a moment', () => {
    fc.assert(
      fc.property(someRecord, time, (record, now) => {
        const known = asOf(record, at(now));
        const moments = known.incidents.flatMap((incident) => [
          ...incident.updates.map((update) => update.at),
          ...incident.impact.flatMap(({ from, to }) =>
            to && to !== 'unknown' ? [from, to] : [from],
          ),
          ...('detected' in incident && incident.detected ? [incident.detected.at] : []),
        ]);
        const published = known.postmortems.flatMap(({ status, published }) =>
          status === 'published' && published ? [published] : [],
        );
        expect(
          [...moments, ...published].filter(({ epochMilliseconds }) => epochMilliseconds > at(now)),
        ).toEqual([]);
        const today = dayOf(at(now), 'Asia/Kathmandu').toString();
        expect(
          known.postmortems
            .flatMap(({ corrections }) => corrections)
            .filter((corrected) => corrected.at.toString() > today),
        ).toEqual([]);
      }),
    );
  });

  test('all that had been said by then is still in it', () => {
    fc.assert(
      fc.property(someRecord, time, (record, now) => {
        const counted = ({ incidents }: StatusRecord) =>
          incidents
            .flatMap(({ updates }) => updates.map((update) => update.at.epochMilliseconds))
            .filter((moment) => moment <= at(now)).length;
        expect(counted(asOf(record, at(now)))).toBe(counted(record));
      }),
    );
  });

  test('the record as of the end of time is the record itself', () => {
    fc.assert(
      fc.property(someRecord, (record) => {
        expect(asOf(record, endOfTime)).toEqual(record);
      }),
    );
  });

  test('it does not matter from when one looks back', () => {
    fc.assert(
      fc.property(someRecord, time, time, (record, one, other) => {
        const [earlier, later] = [at(one), at(other)].sort((a, b) => a - b) as [number, number];
        expect(asOf(asOf(record, later), earlier)).toEqual(asOf(record, earlier));
      }),
    );
  });

  test('what is shown stands newest first', () => {
    fc.assert(
      fc.property(someRecord, time, (record, now) => {
        const { incidents, postmortems } = asOf(record, at(now));
        expect(incidents).toEqual([...incidents].sort(byBeginning));
        expect(postmortems).toEqual([...postmortems].sort(byPublication));
      }),
    );
  });
});

test('what began or was published in the same moment always stands in the same order', () => {
  const incidents = ['a', 'c', 'b'].map((id) => anOutage({}, id));
  expect([...incidents].sort(byBeginning).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
  const accounts = ['a', 'c', 'b'].map((id) =>
    anAccount({ status: 'draft', published: undefined }, id),
  );
  expect([...accounts, anAccount({}, 'z')].sort(byPublication).map(({ id }) => id)).toEqual([
    'c',
    'b',
    'a',
    'z',
  ]);
});
