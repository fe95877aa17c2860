import { moneyText } from '../../../../src/domain/credits/exact/money.ts';
import { instantText } from '../../../../src/domain/time.ts';
import type { ReportEnd, ReportHead } from '../assess/reported-row.ts';
import { totalsOf } from '../assess/tally.ts';
import type { Seal } from '../seal/seal.ts';

/** What a report was made of and came to. */
export const sealOf = (
  head: ReportHead,
  { command, commit, inputs }: Pick<Seal, 'command' | 'inputs'> & { commit: Seal['record'] },
  { tally, rows }: ReportEnd,
  files: Seal['reports'],
): Seal => ({
  version: 1,
  site: head.site,
  period: head.period,
  only_policy: head.only ?? null,
  as_of: instantText(head.now),
  unfinished: head.unfinished,
  command,
  record: commit,
  inputs,
  rows,
  totals: totalsOf(tally).map(({ currency, decimals, rows: count, ...sums }) => {
    const written = (minor: bigint): string => moneyText(minor, decimals);
    return {
      currency,
      rows: count,
      automatic: written(sums.automatic),
      claimable: written(sums.claimable),
      claimed: written(sums.claimed),
      expired: written(sums.expired),
      goodwill: written(sums.goodwill),
      total: written(sums.credit + sums.goodwill),
    };
  }),
  reports: files.map(({ name, sha256 }) => ({ name, sha256 })),
});
