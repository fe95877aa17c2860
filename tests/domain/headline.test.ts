import { describe, expect, test } from 'vitest';
import { situation } from '../../src/domain/status/headline.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { asOf, byBeginning } from '../../src/domain/record/record.ts';
import { service } from '../../src/domain/service.ts';
import { aRecord } from '../support/accounts.ts';
import { aMaintenance, aNotice, anOutage, window } from '../support/incidents.ts';
import { at } from '../support/moments.ts';

const services = ['api', 'web', 'mail'].map((id) => service.parse({ id, name: id }));

/** The headline in a few words, and what is said of the rest. */
function told(incidents: readonly Incident[], now = '12:00'): [string, string] {
  const record = aRecord({ services, incidents: [...incidents].sort(byBeginning) });
  const { headline, rest } = situation(indexRecord(asOf(record, at(now)), at(now)));
  const about =
    headline.type === 'one'
      ? headline.incident.id
      : headline.type === 'service'
        ? `${headline.service.id} ${headline.status}${headline.others ? ` and ${headline.others}` : ''}`
        : 'count' in headline
          ? headline.count
          : '';
  return [`${headline.type} ${about}`.trim(), rest];
}

const everywhere = (fields: Record<string, unknown> = {}, to?: string) =>
  services.map(({ id }) => window('09:00', to, { service: id, ...fields }));

describe('the headline', () => {
  test('is calm where nothing is open', () => {
    expect(told([])).toEqual(['calm', 'all_working']);
  });

  test('is the one incident, and the rest works', () => {
    expect(told([anOutage()])).toEqual(['one outage', 'others_working']);
  });

  test('says nothing of a rest that there is not', () => {
    expect(told([anOutage({ impact: everywhere({ status: 'degraded_performance' }) })])).toEqual([
      'one outage',
      'no_others',
    ]);
  });

  test('says that all works while an incident is watched of which all impacts are over', () => {
    expect(told([anOutage({ impact: everywhere({}, '10:00') })])).toEqual([
      'one outage',
      'all_working',
    ]);
  });

  test('does not say that all works while nobody knows if it does', () => {
    expect(told([anOutage({ impact: [window('09:00', 'unknown')] })])).toEqual([
      'one outage',
      'others_working',
    ]);
    expect(told([anOutage({ impact: everywhere({}, 'unknown') })])).toEqual([
      'one outage',
      'no_others',
    ]);
  });

  test('is the maintenance as long as that was announced, and the outage that it becomes when it runs over', () => {
    expect(told([aMaintenance()], '02:59')).toEqual(['one maintenance', 'others_working']);
    expect(told([aMaintenance()], '03:00')).toEqual(['service api major_outage', 'others_working']);
    const wide = aMaintenance({ impact: everywhere({ status: 'under_maintenance' }) });
    expect(told([wide], '10:00')).toEqual(['service api major_outage and 2', 'no_others']);
  });

  test('does not say that a service works whose trouble is no longer that of the incident', () => {
    const outage = anOutage({
      impact: [
        window('09:00'),
        window('09:00', '09:05', { service: 'web', status: 'degraded_performance' }),
      ],
    });
    const notice = aNotice({
      impact: [window('09:06', undefined, { service: 'web', status: 'degraded_performance' })],
    });
    expect(told([outage, notice])).toEqual(['one outage', 'others_troubled']);
  });

  test('of two incidents at one service is that service', () => {
    expect(told([anOutage(), { ...anOutage(), id: 'another' }])).toEqual([
      'service api major_outage',
      'others_working',
    ]);
  });

  test('names the service that is worst off, and counts the others', () => {
    const slow = anOutage({
      impact: [window('09:00', undefined, { status: 'degraded_performance' })],
    });
    const down = {
      ...anOutage({ impact: [window('09:10', undefined, { service: 'web' })] }),
      id: 'down',
    };
    expect(told([slow, down])).toEqual(['service web major_outage and 1', 'others_working']);
  });

  test('is an incident rather than a notice, and a notice rather than planned work', () => {
    const long = aMaintenance({
      scheduled: { from: '2026-01-17T02:00:00Z', to: '2026-01-17T14:00:00Z' },
    });
    expect(told([long, aNotice(), anOutage()])).toEqual(['one outage', 'others_working']);
    expect(told([long, aNotice()])).toEqual(['one notice', 'others_maintained']);
  });
});
