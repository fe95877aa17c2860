import { moneyText } from '../../../../src/domain/credits/exact/money.ts';
import type { Step } from '../explain/explanation.ts';
import type { ReportedRow } from '../assess/reported-row.ts';
import { type CurrencyTotal, totalText } from '../assess/tally.ts';

/** So many rows are added up one by one. */
const mostAddends = 20;

/** What comes from one policy, or from goodwill, in one currency. */
interface Source {
  rows: number;
  minor: bigint;
  addends: { row: number; minor: bigint }[];
}

/** Where the totals come from: by currency, and there by policy. */
export interface TotalSources {
  note: (row: ReportedRow) => void;
  steps: (total: CurrencyTotal) => Step[];
  /** The same for what has expired. */
  expiredSteps: (total: CurrencyTotal) => Step[];
}

const goodwillName = 'goodwill';
const expiredOf = (currency: string): string => `expired ${currency}`;

/** How the amounts of rows add up, by where they come from. */
const sourceSteps = (
  sources: readonly (readonly [string, Source])[],
  written: (minor: bigint) => string,
): Step[] =>
  sources.map(([name, { rows, minor, addends }]) => ({
    what: name,
    how: [
      rows > addends.length
        ? `${rows} rows: ${written(minor)}`
        : `${addends.map((one) => `${written(one.minor)} (row ${one.row})`).join(' + ')}${rows > 1 ? ` = ${written(minor)}` : ''}`,
    ],
  }));

/** Remembers what totals are made of, to show how they add up. */
export function totalSources(): TotalSources {
  const known = new Map<string, Map<string, Source>>();

  function add(code: string, name: string, row: number, minor: bigint): void {
    const ofCurrency = known.get(code) ?? new Map<string, Source>();
    known.set(code, ofCurrency);
    const source = ofCurrency.get(name) ?? { rows: 0, minor: 0n, addends: [] };
    ofCurrency.set(name, source);
    source.rows++;
    source.minor += minor;
    if (source.addends.length < mostAddends) source.addends.push({ row, minor });
  }

  return {
    note({ row, verdict: { currency }, outcome }) {
      if (!('given' in outcome) || !currency) return;
      for (const { assessment, minor, standing } of outcome.given)
        add(
          standing === 'expired' ? expiredOf(currency.code) : currency.code,
          assessment.policy.id,
          row,
          minor,
        );
      if (outcome.goodwill > 0n) add(currency.code, goodwillName, row, outcome.goodwill);
    },
    steps(total) {
      const sources = [...(known.get(total.currency) ?? [])];
      const written = (minor: bigint): string => moneyText(minor, total.decimals);
      const sum = `${sources.map(([, { minor }]) => written(minor)).join(' + ')} = ${totalText(total)} ${total.currency}`;
      return [
        ...sourceSteps(sources, written),
        ...(sources.length > 1 ? [{ what: 'together', how: [sum] }] : []),
      ];
    },
    expiredSteps: ({ currency, decimals }) =>
      sourceSteps([...(known.get(expiredOf(currency)) ?? [])], (minor) =>
        moneyText(minor, decimals),
      ),
  };
}
