import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { openCustomers } from '../../scripts/lib/credits/list/customers.ts';
import { needsSurvey } from '../../scripts/lib/credits/list/customers-survey.ts';
import { newFolder } from '../support/ownup.ts';

const head = 'id,plan,currency,fee,covered_from\n';
/** As many bytes as are read at once. */
const chunk = 64 * 1024;

const isReadTwice = (text: string): Promise<boolean> => {
  const file = join(newFolder('survey'), 'customers.csv');
  writeFileSync(file, text);
  return needsSurvey(openCustomers(file, new Map(), []));
};

test('a list in which a chunk ends in the middle of a date is read once', async () => {
  const date = '2026-01-31';
  for (let at = 1; at < date.length; at++) {
    const row = `team,EUR,1.00,${date}\n`;
    const id = 'a'.repeat(chunk - head.length - row.indexOf(date) - at - 1);
    expect([at, await isReadTwice(`${head}${id},${row}${row}`)]).toEqual([at, false]);
  }
});

test.each(['a,team,EUR,-1', 'a,team,EUR,1-', 'a,team,EUR,"1,5"', 'a,team,EUR,1,31.01.2026'])(
  '%s is read twice',
  async (row) => {
    expect(await isReadTwice(head + row)).toBe(true);
  },
);
