import { expect, test } from 'vitest';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { filterChoices, filtersOf } from '../../src/domain/history/search-filters.ts';
import { aRecord } from '../support/accounts.ts';
import { anOutage } from '../support/incidents.ts';

test('an incident is found in every year that it touches', () => {
  const over = anOutage({
    impact: [
      {
        service: 'api',
        status: 'major_outage',
        from: '2025-12-29T09:00:00Z',
        to: '2026-01-02T09:00:00Z',
      },
    ],
    updates: [{ at: '2025-12-29T09:05:00Z', status: 'investigating', text: 'We look.' }],
  });
  const record = indexRecord(aRecord({ incidents: [over] }), Date.parse('2026-06-01T12:00:00Z'));
  expect(filtersOf(record, [over], []).year).toEqual(['2025', '2026']);
  expect(filterChoices(record).year.map(({ name }) => name)).toEqual(['2026', '2025']);
});
