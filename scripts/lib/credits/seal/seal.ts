import { existsSync, readFileSync } from 'node:fs';
import { z } from 'zod';
import { currencyDecimals, moneyText } from '../../../../src/domain/credits/exact/money.ts';
import { inputs } from '../../../../src/domain/credits/ledger/entry.ts';
import { type Reason, reasonsBetween } from '../../../../src/domain/credits/ledger/reasons.ts';
import { reasonText } from '../explain/reason-text.ts';

const amount = z.string();

/** What a report was made of and came to, in a file beside it. It names no customer. */
export const seal = z.strictObject({
  version: z.literal(1),
  site: z.string(),
  period: z.string(),
  only_policy: z.string().nullable(),
  as_of: z.string(),
  unfinished: z.boolean(),
  /** As it was given, paths without their folders. */
  command: z.array(z.string()),
  /** `null` where the record is not kept in Git; `clean` if it is as it was committed. */
  record: z.strictObject({ commit: z.string(), clean: z.boolean() }).nullable(),
  inputs,
  rows: z.int(),
  totals: z.array(
    z.strictObject({
      currency: z.string(),
      rows: z.int(),
      automatic: amount,
      claimable: amount,
      claimed: amount,
      expired: amount,
      goodwill: amount,
      total: amount,
    }),
  ),
  reports: z.array(z.strictObject({ name: z.string(), sha256: z.string() })),
});

export type Seal = z.output<typeof seal>;

/** The seal of the report that this one takes the place of: `unsealed` where there is a report without one that can be read. */
export function earlierSeal(
  path: string,
  reports: readonly string[],
): Seal | 'unsealed' | undefined {
  try {
    return seal.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch {
    return existsSync(path) || reports.some((report) => existsSync(report))
      ? 'unsealed'
      : undefined;
  }
}

const mostReasons = 10;

const nothingIn = (currency: string): string => moneyText(0n, currencyDecimals(currency) ?? 2);

function whyText(reasons: readonly Reason[], before: Seal, after: Seal): string {
  const said = [
    ...reasons.map(reasonText),
    ...(before.as_of === after.as_of
      ? []
      : [`time went on from ${before.as_of} to ${after.as_of}`]),
  ];
  const more = said.length - mostReasons;
  return said.slice(0, mostReasons).join('; ') + (more > 0 ? `; and ${more} more` : '');
}

/** What is different from the report before, and why; one line where nothing is. */
export function rerunLines(before: Seal | 'unsealed' | undefined, after: Seal): string[] {
  if (!before) return [];
  if (before === 'unsealed')
    return ['It took the place of a report without a seal: what changed is not known.'];
  const totalIn = ({ totals }: Seal, currency: string) =>
    totals.find((one) => one.currency === currency);
  const currencies = [...before.totals, ...after.totals].map(({ currency }) => currency);
  const parts = ['total', 'expired'] as const;
  const changes = [...new Set(currencies)].sort().flatMap((currency) =>
    parts.flatMap((part) => {
      const [was, is] = [before, after].map(
        (one) => totalIn(one, currency)?.[part] ?? nothingIn(currency),
      );
      return was === is ? [] : [`  ${currency} ${part}: ${was} became ${is}`];
    }),
  );
  const reasons = reasonsBetween(before.inputs, after.inputs);
  const rows = before.rows === after.rows ? [] : [`  rows: ${before.rows} became ${after.rows}`];
  const isSame = changes.length + rows.length + reasons.length === 0;
  return isSame
    ? [`It took the place of the report as of ${before.as_of}, and says the same.`]
    : [
        `It took the place of the report as of ${before.as_of}. What is different: ${changes.length + rows.length ? '' : 'no sum.'}`.trim(),
        ...changes,
        ...rows,
        `Why: ${whyText(reasons, before, after) || 'Ownup or the command line changed'}.`,
      ];
}
