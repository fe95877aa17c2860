import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { credits, headings } from '../support/customers.ts';
import { dateText, feeText, formatSurvey } from '../../scripts/lib/credits/list/formats.ts';

const list = `${headings},covered_from\n`.replaceAll(',', ';');
const row = (id: string, fee: string, from = ''): string =>
  `${id};team;webhooks;eu;EUR;${fee};${from}\n`;

const found = (fees: readonly string[], dates: readonly string[] = []) => {
  const survey = formatSurvey();
  fees.forEach(survey.fee);
  dates.forEach(survey.date);
  return survey.formats();
};

test('a column says how it is written only where nothing in it says something else', () => {
  expect(found(['100,50', '7', '1.234']).decimal).toBe('comma');
  expect(found(['1.234,56']).decimal).toBe('comma');
  expect(found(['7,5', '12,50 €', '1.234.567', 'free', '']).decimal).toBe('comma');
  for (const fees of [
    ['1,234'],
    ['100,50', '7.25'],
    ['1,234.56'],
    ['7,5', '$12.50', '1.234'],
    ['7,5', '$ 12.50', '1.234'],
    ['7,5', '0.125', '1.234'],
    ['7,5', "1'234.50", '1.234'],
    ['7,5', '1.2.3'],
  ])
    expect([fees, found(fees).decimal]).toEqual([fees, 'unclear']);
  expect(found([], ['31.01.2026', '01.02.2026']).dates).toBe('dmy');
  expect(found([], ['31/01/2026', '01/02/2026']).dates).toBe('dmy');
  expect(found([], ['01/31/2026']).dates).toBe('mdy');
  expect(found([], ['01/02/2026']).dates).toBe('iso');
  expect(found([], ['31/01/2026', '2026-02-01', '2026-02-01T00:00:00Z', 'open']).dates).toBe('dmy');
  for (const dates of [
    ['31/01/2026', '01/31/2026'],
    ['13/02/2026', '02/28/2026 00:00', '01/02/2026'],
    ['13/02/2026', '02/28/2026, 12:00 AM'],
    ['13/02/2026', '02 / 28 / 2026'],
    ['13/02/2026', '31/31/2026'],
    ['13/02/2026', '28-02-2026'],
    ['01.31.2026'],
  ])
    expect([dates, found([], dates).dates]).toEqual([dates, 'iso']);
});

test('fees and days are read as their column writes them', () => {
  const comma = ['100,50', '1.234', '1.234,5', '7', '12.5', '1,2,3'];
  expect(comma.map((text) => feeText(text, { decimal: 'comma' }))).toEqual([
    '100.50',
    '1234',
    '1234.5',
    '7',
    undefined,
    undefined,
  ]);
  const point = ['100.50', '1,234', '1,234.5', '1.234', '1.234,5'];
  expect(point.map((text) => feeText(text, { decimal: 'point' }))).toEqual([
    '100.50',
    '1234',
    '1234.5',
    '1.234',
    undefined,
  ]);
  expect(dateText('31.1.2026', { dates: 'dmy' })).toBe('2026-01-31');
  expect(dateText('01/31/2026', { dates: 'mdy' })).toBe('2026-01-31');
  expect(dateText('2026-01-31T00:00:00Z', { dates: 'dmy' })).toBe('2026-01-31T00:00:00Z');
});

test('a list from a European spreadsheet is read, and the report says how', async () => {
  const text = `sep=;\r\n${list}${row('a', '100,50')}${row('b', '1.234', '01.01.2026')}${row('c', '10,00', '18.01.2026')}${row('d', 'free')}`;
  const { code, rows, stdout, out } = await credits(
    Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]),
    { args: ['--format', 'csv,json'] },
  );
  expect(code).toBe(0);
  // 10% of 100.50 and of 1234; c is covered from the day after the outage, and a word is no fee.
  expect(rows.map(({ id, state, base, credit }) => [id, state, base, credit])).toEqual([
    ['a', 'flagged', '100.50', '10.05'],
    ['b', 'flagged', '1234', '123.40'],
    ['c', 'not_flagged', '10.00', '0.00'],
    ['d', 'needs_review', '', ''],
  ]);
  expect(stdout.match(/The list was read as one that writes/g)).toHaveLength(2);
  const json = JSON.parse(readFileSync(join(out, 'credits-2026-01.json'), 'utf8'));
  expect(json.read_as).toHaveLength(2);
  // All of it says the same as the CSV.
  const amounts = ['base', 'credit', 'goodwill', 'total', 'expired'];
  for (const [index, one] of rows.entries())
    expect(amounts.map((name) => json.rows[index][name] ?? '')).toEqual(
      amounts.map((name) => one[name]),
    );
});

test('where the column leaves doubt, every row needs review, and that is no success; or an option says it', async () => {
  const text = list + row('a', '1,234') + row('b', '5,678');
  const { code, rows } = await credits(text);
  expect([code, rows.map(({ state }) => state)]).toEqual([3, ['needs_review', 'needs_review']]);
  const said = await credits(list + row('a', '1,5') + row('b', '2.5'), {
    args: ['--decimal', 'comma'],
  });
  expect([said.code, said.rows.map(({ state, credit }) => `${state} ${credit}`)]).toEqual([
    0,
    ['flagged 0.15', 'needs_review '],
  ]);
});

test.each([
  ['1,234', '--decimal', 'comma'],
  ['1.234', '--decimal', 'point'],
])('an option decides what %s is, in a column that leaves doubt', async (fee, ...args) => {
  const { code, rows } = await credits(list + row('a', fee), { args });
  // 10% of 1.234 is 0.12.
  expect([code, rows[0]?.['state'], rows[0]?.['fee'], rows[0]?.['credit']]).toEqual([
    0,
    'flagged',
    fee,
    '0.12',
  ]);
});

test('a column that is without doubt decides too, and a review shows what stands in the list', async () => {
  const { rows } = await credits(
    list + row('a', '7,5') + row('b', '1,234') + row('c', '1.234') + row('d', '-2,5'),
  );
  expect(rows.map(({ state, credit }) => [state, credit])).toEqual([
    ['flagged', '0.75'],
    ['flagged', '0.12'],
    ['flagged', '123.40'],
    ['needs_review', ''],
  ]);
  expect(rows[3]?.['reason']).toContain('(-2,5)');
  expect(rows[3]?.['reason']).not.toContain('no decimal comma');
});

test('a column that contradicts itself guesses nothing, whatever stands beside its numbers and days', async () => {
  const { rows } = await credits(
    list +
      row('a', '7,5') +
      row('b', '$12.50') +
      row('c', '1.234') +
      row('d', '10', '13/02/2026') +
      row('e', '10', '02/28/2026 00:00') +
      row('f', '10', '01/02/2026'),
  );
  expect(rows.map(({ state }) => state)).toEqual(Array(6).fill('needs_review'));
  expect(rows[2]?.['reason']).toContain('(1.234)');
});

test('several things that one customer pays for a service are told apart by their line, and a negative one reduces its partner', async () => {
  const text = `${headings},line
a,team,webhooks,eu,EUR,100.00,base
a,team,webhooks,eu,EUR,50.00,seats
a,team,webhooks,eu,EUR,-20.00,base
b,team,webhooks,eu,EUR,100.00,
b,team,webhooks,eu,EUR,50.00,
c,team,webhooks,eu,EUR,-5.00,
d,team,webhooks,eu,EUR,-30.00,
d,team,webhooks,eu,EUR,10.00,
e,team,webhooks,eu,EUR,-2.50,
e,team,webhooks,eu,EUR,10.00,
`;
  const { rows, stdout } = await credits(text);
  expect(rows.map(({ state, fee, total }) => [state, fee, total])).toEqual([
    ['flagged', '80.00', '8.00'],
    ['flagged', '50.00', '5.00'],
    ['not_flagged', "'-20.00", '0.00'],
    ['flagged', '100.00', '10.00'],
    ['needs_review', '50.00', ''],
    ['needs_review', "'-5.00", ''],
    ['not_flagged', "'-30.00", '0.00'],
    ['needs_review', "'-20.00", ''],
    ['not_flagged', "'-2.50", '0.00'],
    ['flagged', '7.50', '0.75'],
  ]);
  expect(rows[4]?.['reason']).toContain('`line`');
  expect(rows[0]?.['reason']).toBe('100.00 − 20.00 (row 4)');
  expect(stdout).toContain('EUR 23.75 for 4 rows');
});

test.each([
  ...['-1.234', '(20.00)', '\u221220.00', '-€20', '20.00-', '"-1,234.56"', '-12345678901234567890'],
  // With the comma, there is a field too many.
  '-1,234.56',
])(
  'where nobody can be sure of a negative fee, %s, the row that it reduces is no credit yet',
  async (fee) => {
    const [whole, reduction] = ['a,team,webhooks,eu,EUR,1500', `a,team,webhooks,eu,EUR,${fee}`];
    const other = 'b,team,webhooks,eu,EUR,10';
    for (const order of [
      [whole, reduction, other],
      [reduction, whole, other],
    ]) {
      const { rows } = await credits(`${headings}\n${order.join('\n')}\n`);
      const found = rows.find(({ fee: own }) => own === '1500');
      expect(rows.map(({ state }) => state)).toEqual(['needs_review', 'needs_review', 'flagged']);
      expect(found?.['reason']).toContain(`(row ${order.indexOf(reduction) + 2})`);
    }
  },
);

test('a negative fee that fits no row, or several, leaves all that it may reduce to a person', async () => {
  const text = `fee,${headings.replace(',fee', '')},line,covered_from,covered_to
100,a,team,webhooks,eu,EUR,,2026-01-01,2026-01-17
100,a,team,webhooks,eu,EUR,,2026-01-18,2026-01-31
-20,a,team,webhooks,eu,EUR,,,
100,b,team,webhooks,eu,EUR,base,,
100,b,team,webhooks,eu,EUR,seats,,
-20,b,team,webhooks,eu,EUR,,,
100,c,team,webhooks,eu,EUR,base,,
100,c,team,webhooks,eu,EUR,seats,,
-20,c,team,webhooks,us,EUR,seats,,
100,d,team,webhooks,eu,EUR,,,
100,d,team,api,,EUR,,,
-20,d,team,api,,USD,,,
`;
  const { rows } = await credits(text);
  const ofRow = (number: number): string => rows[number - 2]?.['state'] ?? '';
  expect([2, 3, 4, 5, 6, 7, 9, 10, 12, 13].map(ofRow)).toEqual(Array(10).fill('needs_review'));
  expect([8, 11].map(ofRow)).toEqual(['flagged', 'flagged']);
});

test('a negative fee finds its row by the id of a plan and by its name', async () => {
  const { rows } = await credits(
    `${headings}\na,Business Plus,webhooks,eu,EUR,100\n-a,x,webhooks,eu,EUR,100\na,business,Webhooks,EU,eur,-20\n`,
  );
  expect(rows.map(({ state, fee }) => [state, fee])).toEqual([
    ['flagged', '80'],
    ['needs_review', '100'],
    ['not_flagged', "'-20"],
  ]);
});

test('the report begins with a byte order mark, and no cell reads as a date or a time', async () => {
  const dates = [
    ...['10/3', '1-2', 'MAR1', '3.10.26', '743/744', '10.3', '10.3.', '10.2026', '1 / 2'],
    ...[
      '3. Mai',
      'März 3',
      '1. Jänner 2026',
      'Mrz 26',
      'Mar 3 2026',
      '3-Dez-26',
      '１０/３',
      '１０：３０',
    ],
    ...['10:30', '1:2', '10:30:00', '10:30 PM', '3 pm', '10:30 Uhr', '10/3 10:30', '3. Mai 10:30'],
  ];
  const texts = ['ws_1', '12345', 'a:1', '10.3a', 'team 3', '3 of 4', '1.2.3.4', 'maria'];
  const rowOf = (id: string): string => `${id},team,webhooks,eu,EUR,10.3,${id}\n`;
  const text = `${headings},line\n${[...dates, ...texts].map(rowOf).join('')}`;
  const { rows, out } = await credits(text);
  expect(readFileSync(join(out, 'credits-2026-01.csv')).subarray(0, 3).toString('hex')).toBe(
    'efbbbf',
  );
  const shown = [...dates.map((date) => `'${date}`), ...texts];
  expect(rows.map(({ id, line }) => [id, line])).toEqual(shown.map((one) => [one, one]));
  expect(new Set(rows.map(({ fee, uptime }) => `${fee}, ${uptime}`))).toEqual(
    new Set(['10.3, 743 of 744']),
  );
});

test('what could be asked for until a day that is over has a state and a total of its own', async () => {
  const text = `${headings}\na,team,webhooks,eu,EUR,49.00\nb,team,api,,EUR,49.00\n`;
  const args = ['--format', 'csv,json,html'];
  const run = (now: string) => credits(text, { args, settings: { OWNUP_NOW: now } });
  // The last day to ask is 2 March.
  const last = await run('2026-03-02T23:59:59Z');
  expect(last.rows.map(({ state, total, expired }) => [state, total, expired])).toEqual([
    ['flagged', '4.90', '0.00'],
    ['not_flagged', '0.00', '0.00'],
  ]);
  const over = await run('2026-03-03T00:00:00Z');
  expect(over.rows.map(({ state, total, expired }) => [state, total, expired])).toEqual([
    ['expired', '0.00', '4.90'],
    ['not_flagged', '0.00', '0.00'],
  ]);
  expect(over.stdout).toContain('0 flagged, 1 expired, 1 not flagged');
  expect(over.stdout).toContain('EUR 4.90 expired, for 1 row');
  expect(over.stdout).not.toContain('EUR 0.00');
  const json = JSON.parse(readFileSync(join(over.out, 'credits-2026-01.json'), 'utf8'));
  expect(json.sums).toMatchObject({
    flagged: 0,
    expired: 1,
    totals: [{ currency: 'EUR', rows: 0, total: '0.00', expired: '4.90' }],
  });
  const html = readFileSync(join(over.out, 'credits-2026-01.html'), 'utf8');
  expect(html).toContain('<strong>4.90 EUR</strong>');
  expect(html).toContain('2026-03-02');
});
