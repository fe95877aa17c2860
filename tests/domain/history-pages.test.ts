import { describe, expect, test } from 'vitest';
import { historyPages, mostOnPage } from '../../src/domain/history/history-pages.ts';
import { postmortemPages } from '../../src/domain/history/postmortem-pages.ts';
import type { Postmortem } from '../../src/domain/postmortem.ts';
import { aNotice, anOutage } from '../support/incidents.ts';

const now = Date.parse('2026-06-01T12:00:00Z');

/** `count` notices of the month, the newest first. */
const notices = (month: string, count: number) =>
  Array.from({ length: count }, (_, index) =>
    aNotice(
      { updates: [{ at: `${month}-15T09:05:00Z`, status: 'information', text: 'News.' }] },
      `${month}-${index}`,
    ),
  );

const told = (incidents: Parameters<typeof historyPages>[0]): string[] =>
  historyPages(incidents, 'UTC', now).map(
    ({ year, month, part, parts, shown, months }) =>
      `${month?.toPlainYearMonth() ?? year} ${part}/${parts}: ${shown.map(({ incidents: { length } }) => length).join('+')} of ${months.length} months`,
  );

describe('the pages of the history', () => {
  test('are one a year while that is short', () => {
    expect(
      told([...notices('2026-03', 2), ...notices('2026-01', 1), ...notices('2024-12', 3)]),
    ).toEqual(['2026 1/1: 2+1 of 0 months', '2024 1/1: 3 of 0 months']);
  });

  test('are one a month where a year is long, and several where a month is', () => {
    expect(
      told([
        ...notices('2026-03', mostOnPage + 1),
        ...notices('2026-02', 1),
        ...notices('2025-01', mostOnPage),
      ]),
    ).toEqual([
      '2026 1/1:  of 2 months',
      `2026-03 1/2: ${mostOnPage} of 2 months`,
      '2026-03 2/2: 1 of 2 months',
      '2026-02 1/1: 1 of 2 months',
      `2025 1/1: ${mostOnPage} of 0 months`,
    ]);
  });

  test('show everything once', () => {
    const incidents = ['2026-03', '2026-02', '2025-07'].flatMap((month, index) =>
      notices(month, 90 + 120 * index),
    );
    const shown = historyPages(incidents, 'UTC', now).flatMap((page) =>
      page.shown.flatMap((month) => month.incidents),
    );
    expect(shown).toEqual(incidents);
  });

  test('show what went on over New Year in both years, and in January of the later', () => {
    const over = anOutage({
      impact: [
        {
          service: 'api',
          status: 'major_outage',
          from: '2025-12-29T09:00:00Z',
          to: '2026-01-02T09:00:00Z',
        },
      ],
      updates: [
        { at: '2025-12-29T09:05:00Z', status: 'investigating', text: 'We look.' },
        { at: '2026-01-02T09:10:00Z', status: 'resolved', text: 'Done.' },
      ],
    });
    const [march] = notices('2026-03', 1);
    const pages = historyPages(march ? [march, over] : [], 'UTC', now);
    expect(
      pages.map(({ year, shown }) => [
        year,
        shown.map(({ month, incidents }) => [month.month, incidents.map(({ id }) => id)]),
      ]),
    ).toEqual([
      [
        2026,
        [
          [3, ['2026-03-0']],
          [1, ['outage']],
        ],
      ],
      [2025, [[12, ['outage']]]],
    ]);
  });

  test('are none where nothing has happened', () => {
    expect(historyPages([], 'UTC', now)).toEqual([]);
  });
});

test('postmortems stand on lists of fifty; there is always one list', () => {
  const lengths = (count: number) =>
    postmortemPages(Array.from<Postmortem>({ length: count })).map(({ length }) => length);
  expect([0, 50, 51, 120].map(lengths)).toEqual([[0], [50], [50, 1], [50, 50, 20]]);
});
