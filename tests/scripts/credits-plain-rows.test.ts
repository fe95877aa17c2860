import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openCustomers } from '../../scripts/lib/credits/list/customers.ts';
import { eachRow } from '../../scripts/lib/credits/list/list.ts';
import { newFolder } from '../support/ownup.ts';

const headings = 'id,plan,currency,fee';
const folder = newFolder('rows');
mkdirSync(folder, { recursive: true });

async function read(text: string, apart = 0): Promise<unknown[] | 'refused'> {
  const file = join(folder, 'list.csv');
  writeFileSync(file, text);
  const rows: unknown[] = [];
  try {
    await eachRow(
      openCustomers(file, new Map(), []),
      (fields, row, same) => {
        rows.push([row, ...fields]);
        if (same) expect(same.with(apart, '')).toEqual(fields.with(apart, ''));
      },
      apart,
    );
    return rows;
  } catch {
    return 'refused';
  }
}

function parsed(text: string): unknown[] | 'refused' {
  try {
    const rows = parse(text, {
      bom: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: true,
      trim: true,
    }) as string[][];
    return rows.length > 1 ? rows.slice(1).map((fields, at) => [at + 2, ...fields]) : 'refused';
  } catch {
    return 'refused';
  }
}

const sign = fc.constantFrom(
  'a',
  '1',
  ',',
  ' ',
  '\n',
  '\r',
  '\r\n',
  '\t',
  'é',
  '\u00a0',
  '\u3000',
  '😀',
);
const text = (signs: fc.Arbitrary<string>) =>
  fc.array(signs, { maxLength: 40 }).map((all) => `${headings}\n${all.join('')}`);

test('rows without quotes are what the parser of the library makes of them', async () => {
  await fc.assert(
    fc.asyncProperty(text(sign), async (list) => {
      expect(await read(list)).toEqual(parsed(list));
    }),
  );
});

test('so are rows of which many differ in one column only, whichever it is', async () => {
  const line = fc.constantFrom('a,b,c,d', 'x,b,c,d', 'a,x,c,d', ' a, b,c,d', 'a,b', 'x', '', ',');
  const lines = fc.array(line, { maxLength: 20 }).map((all) => [headings, ...all].join('\n'));
  await fc.assert(
    fc.asyncProperty(lines, fc.nat({ max: 3 }), async (list, apart) => {
      expect(await read(list, apart)).toEqual(parsed(list));
    }),
  );
});

test('so are rows with quotes, wherever the first one stands', async () => {
  const long = `a,b,c,d\r\n`.repeat(40_000);
  const quoted = text(fc.oneof(sign, fc.constant('"x, ""y""\n"'), fc.constant('"')));
  await fc.assert(
    fc.asyncProperty(quoted, async (list) => {
      expect(await read(list)).toEqual(parsed(list));
    }),
  );
  for (const end of ['"e\nf",g,h,i', 'e,f,g,h"', '"e', '']) {
    const list = `${headings}\r\n${long}${end}`;
    const [found, wanted] = [await read(list), parsed(list)];
    expect(found.length).toBe(wanted.length);
    expect(found.slice(-1)).toEqual(wanted.slice(-1));
  }
});
