import { describe, expect, test } from 'vitest';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import {
  monthlyBreakdowns,
  yearlyBreakdowns,
  incidentsAbout,
  monthsOfYear,
} from '../../src/domain/uptime/service-history.ts';
import { percent } from '../../src/domain/uptime/uptime.ts';

const now = Date.parse('2026-03-05T12:00:00Z');

function serviceOf(id: string, files: Readonly<Record<string, string>> = exampleRecord) {
  const { record, findings } = readRecord(filesInMemory(files), Date.now());
  if (!record) throw new Error(findings.map(({ what }) => what).join());
  const index = indexRecord(record, now);
  const service = index.service.get(id);
  if (!service) throw new Error(`There is no ${id}.`);
  return { index, service };
}

describe('the uptime of a service', () => {
  test('is accounted for month by month since it began', () => {
    const { index, service } = serviceOf('webhooks');
    const months = monthlyBreakdowns(index, service);
    expect(months).toHaveLength(15);
    const [march, , january] = months;
    expect(march?.current).toBe(true);
    // 47 min × 0.3 = 14.1 min of 44640; 44625.9 / 44640 = 0.999684…
    expect(january && percent(january.uptime)).toBe('99.96');
    expect(january?.lines.map(({ counted, weight }) => [counted / 60_000, weight])).toEqual([
      [47, 300],
    ]);
  });

  test('of its years is that of their months', () => {
    const { index, service } = serviceOf('webhooks');
    const [year] = yearlyBreakdowns(index, service);
    const months = monthlyBreakdowns(index, service).filter(
      ({ first }) => first.year === year?.first.year,
    );
    expect(year?.uptime.weightedDowntime).toBe(
      months.reduce((sum, { uptime }) => sum + uptime.weightedDowntime, 0),
    );
  });

  test('is not claimed for a time before there was a record', () => {
    const files = {
      ...exampleRecord,
      'services.yaml': (exampleRecord['services.yaml'] ?? '').replaceAll(', since: 2025-01-01', ''),
    };
    const { index, service } = serviceOf('webhooks', files);
    expect(monthlyBreakdowns(index, service).map(({ first }) => first.toString())).toEqual([
      '2026-03-01',
      '2026-02-01',
      '2026-01-01',
    ]);
  });
});

test('the days of its year end today', () => {
  const { index, service } = serviceOf('webhooks');
  expect(monthsOfYear(index, service).map(({ length }) => length)).toEqual([31, 28, 5]);
});

test('it knows what happened to it, each once and the newest first', () => {
  const { index, service } = serviceOf('api');
  const told = (most: number) => incidentsAbout(index, service, most).newest.map(({ id }) => id);
  expect(told(50)).toEqual(['database-upgrade', 'late-webhooks']);
  expect(told(1)).toEqual(['database-upgrade']);
  expect(incidentsAbout(index, service, 1).count).toBe(2);
});
