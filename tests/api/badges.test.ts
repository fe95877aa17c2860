import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { badgeFiles, serviceBadge, siteBadge } from '../../src/api/badges/badge.ts';
import type { Incident } from '../../src/domain/incident.ts';
import { service } from '../../src/domain/service.ts';
import { aSite } from '../support/accounts.ts';
import { sourceWith } from '../support/api.ts';
import { aMaintenance, aNotice, anOutage, update, window } from '../support/incidents.ts';
import { at } from '../support/moments.ts';

const [api, web] = ['api', 'web'].map((id) => service.parse({ id, name: id })) as [
  ReturnType<typeof service.parse>,
  ReturnType<typeof service.parse>,
];
const severities = ['none', 'major'].map((level) => ({
  id: level,
  name: level,
  level,
  means: 'So bad.',
}));
const source = (incidents: Incident[], now = '12:00', language = 'en') =>
  sourceWith({ services: [api, web], incidents, site: aSite({ severities, language }) }, at(now));

const slow = [window('09:00', undefined, { status: 'degraded_performance' })];
const over = { impact: [window('09:00', '09:30')], updates: [update('09:40', 'monitoring')] };

describe('the badge of the site', () => {
  test.each<[string, Incident[], string, string, string?]>([
    ['nothing is open', [], 'Operational', 'brightgreen'],
    ['a service is down', [anOutage()], 'Major outage', 'red'],
    ['a service is slow', [anOutage({ severity: 'none', impact: slow })], 'Degraded', 'yellow'],
    ['it is slow, and that is bad', [anOutage({ impact: slow })], 'Degraded', 'orange'],
    ['a fix is watched', [anOutage(over)], 'Fixed, being watched', 'orange'],
    ['there is bad news', [aNotice()], 'Notice', 'yellow'],
    ['there is news of no weight', [aNotice({ severity: 'none' })], 'Notice', 'blue'],
    ['there is news during an outage', [aNotice(), anOutage()], 'Major outage', 'red'],
    ['maintenance goes on', [aMaintenance()], 'Maintenance', 'blue', '02:30'],
    [
      'maintenance of nothing goes on',
      [aMaintenance({ impact: [] })],
      'Maintenance',
      'blue',
      '02:30',
    ],
    ['maintenance is to come', [aMaintenance()], 'Operational', 'brightgreen', '01:30'],
    ['maintenance runs over', [aMaintenance()], 'Major outage', 'red', '03:30'],
  ])('when %s', (_, incidents, message, color, now) => {
    expect(siteBadge(source(incidents, now))).toEqual({ label: 'Ferry', message, color });
  });

  test('speaks the language of the site', () => {
    expect(siteBadge(source([], '12:00', 'de')).message).toBe('In Betrieb');
  });
});

test('the badge of a service is about it alone', () => {
  const during = source([anOutage()]);
  expect(serviceBadge(during, api)).toMatchObject({ message: 'Major outage', color: 'red' });
  expect(serviceBadge(during, web)).toMatchObject({ message: 'Operational', color: 'brightgreen' });
  expect(serviceBadge(source([aMaintenance()], '02:30'), api).color).toBe('blue');
});

test('shields.io is told no more than it takes', () => {
  expect(JSON.parse(badgeFiles.json(siteBadge(source([]))))).toEqual({
    schemaVersion: 1,
    label: 'Ferry',
    message: 'Operational',
    color: 'brightgreen',
    cacheSeconds: 300,
  });
});

test.each(['<b>&"\'', '🐢👩‍👩‍👧', 'שלום', ']]>', 'a'.repeat(200)])(
  'a name such as %s stays text',
  (label) => {
    const words: string[] = [];
    const parser = new SaxesParser({ xmlns: true });
    parser.on('error', (error) => {
      throw error;
    });
    parser.on('text', (text) => void words.push(text));
    parser.write(badgeFiles.svg({ label, message: 'Operational', color: 'red' })).close();
    expect(words).toContain(`${label}: Operational`);
  },
);
