import { describe, expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { asOf } from '../../src/domain/record/record.ts';
import { newsOf } from '../../src/domain/news/news.ts';
import { beganAt, isOpen, standing } from '../../src/domain/progress.ts';
import { speedPromises } from '../../src/domain/speed/speed-promises.ts';
import { impactSummary } from '../../src/domain/status/impact-summary.ts';
import { instantText } from '../../src/domain/time.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';

/** A record in Berlin with one outage of which nothing was said until 1 February. */
function recordAt(now: string, window: string) {
  const files = {
    'site.yaml': (exampleRecord['site.yaml'] ?? '')
      .replace('severities:', 'time_zone: Europe/Berlin\nseverities:')
      .replace('{ id: major,', '{ id: major, acknowledge_within: PT15M,'),
    'services.yaml': exampleRecord['services.yaml'] ?? '',
    'incidents/silent.yaml': `kind: incident
title: Late
severity: major
impact: [{ service: api, status: partial_outage, ${window} }]
updates: []
silence: { until: 2026-02-01T09:00:00Z, because: We told nobody. }
`,
  };
  const { record, findings } = readRecord(filesInMemory(files), Date.parse('2026-03-01T00:00:00Z'));
  if (!record) throw new Error(findings.map(({ what }) => what).join());
  const at = Date.parse(now);
  return indexRecord(asOf(record, at), at);
}

const timed = 'from: 2026-01-17T09:00:00Z, to: 2026-01-17T10:00:00Z';
const [before, after] = ['2026-02-01T08:59:59Z', '2026-02-01T09:00:00Z'];

describe('an outage of which nothing was said', () => {
  test('is in no page of a moment before the silence ended', () => {
    expect(recordAt(before, timed).incidents).toEqual([]);
  });

  test('is over, and news once, when it is told', () => {
    const record = recordAt(after, timed);
    const [incident] = record.incidents;
    if (!incident) throw new Error('It is not there.');
    expect([isOpen(incident, record.now), standing(incident, record.now)]).toEqual([
      false,
      'resolved',
    ]);
    expect(newsOf(record).map(({ id, at }) => [id, instantText(at)])).toEqual([
      ['told:silent', after],
    ]);
  });

  test('missed the first word by as long as nothing was said', () => {
    const record = recordAt(after, timed);
    const [first, ...rest] = record.incidents.flatMap((one) => speedPromises(record, one));
    expect(first).toMatchObject({
      kind: 'acknowledge',
      state: 'missed',
      by: Date.parse('2026-01-17T09:15:00Z'),
      came: Date.parse(after),
    });
    expect(rest).toEqual([]);
  });
});

test('what began on a day of which nobody knows more counts from its first moment in the zone of the site', () => {
  const record = recordAt(after, 'from: 2026-01-17, to: 2026-01-17T10:00:00Z');
  const { incidents } = record;
  expect(incidents.map((one) => instantText(beganAt(one)))).toEqual(['2026-01-16T23:00:00Z']);
  const { lasted, beganOn } = impactSummary(record, incidents);
  expect([lasted, beganOn?.toString()]).toEqual([11 * 60 * 60_000, '2026-01-17']);
});
