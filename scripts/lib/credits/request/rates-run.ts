import { join, resolve } from 'node:path';
import { creditBook } from '../../../../src/domain/credits/verdict/book.ts';
import { askedName } from '../../../../src/domain/credits/policy/period.ts';
import { type Call, WrongUsage } from '../../command.ts';
import { quoted } from '../explain/csv-field.ts';
import { makeFolder, requireWritable, writingError } from '../report/out-folder.ts';
import { publishAll, reportFile } from '../report/report-file.ts';
import { ratesFileName } from '../report/write-report.ts';
import { rateColumns, ratesIn } from '../rates/rates.ts';
import { readSpans } from '../rates/spans.ts';
import type { CreditValues } from './command-line.ts';
import { given } from './credit-options.ts';
import { recordIn } from './credit-run.ts';
import { knownPolicy, periodOf, requirePeriod } from './period-option.ts';
import { requirePrivate } from './private-place.ts';

/** What goes with --rates; everything else is about customers. */
const known = new Set(['rates', 'spans', 'period', 'out', 'policy', 'content']);

const wholeTime = [{ covered_from: '', covered_to: '' }];

/** Writes what each policy gives in each place, for a warehouse that has the customers. Returns the path and how many rows it has. @throws WrongUsage, BadList */
export async function writeRates({
  values,
  content,
  out,
  publicFolder,
  now,
  isPinned,
}: Call<CreditValues>): Promise<{
  path: string;
  rows: number;
  unfinished: boolean;
}> {
  const other = Object.keys(values).find((name) => !known.has(name));
  if (other)
    throw new WrongUsage(`--${other} does not go with --rates, which is about no customers.`);
  const folder = resolve(given(values.out, 'out', 'a folder'));
  const asked = periodOf(given(values.period, 'period', 'a month such as 2026-01'));
  const name = ratesFileName({ period: askedName(asked), only: values.policy });
  requirePrivate('--out', folder, { content, out, publicFolder }, name);
  const record = recordIn(content, now, isPinned);
  const book = creditBook(record, asked, {
    now,
    only: knownPolicy(values.policy, record),
  });
  requirePeriod(book, askedName(asked));
  const spans = values.spans === undefined ? wholeTime : await readSpans(resolve(values.spans));
  requireWritable(folder, [name]);
  makeFolder(folder);
  const file = reportFile(join(folder, name));
  let rows = 0;
  try {
    file.write(`${rateColumns.join(',')}\n`);
    for (const rate of ratesIn(book, spans)) {
      rows++;
      file.write(`${rateColumns.map((column) => quoted(rate[column])).join(',')}\n`);
    }
    file.close();
    publishAll([file]);
  } catch (error) {
    file.discard();
    throw writingError(error, folder);
  }
  const unfinished = book.policies.some(({ period }) => period.span.to > now);
  return { path: file.path, rows, unfinished };
}
