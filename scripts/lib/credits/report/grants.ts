import type { LedgerRun } from '../../../../src/domain/credits/ledger/entry.ts';
import { currencyDecimals, moneyText } from '../../../../src/domain/credits/exact/money.ts';
import { count } from '../../report.ts';
import type { ReportForm, ReportHead } from '../assess/reported-row.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { recording } from '../ledger/recording.ts';
import { type ChangedCharge, settling } from '../ledger/settling.ts';
import type { Charges } from '../list/charges.ts';
import { grantsCsv } from './grants-csv.ts';

/** How much changed, for the terminal and the seal: no account is named. */
export interface GrantTally {
  changes: Record<ChangedCharge['change'], number>;
  currencies: Map<string, Record<'before' | 'due' | 'now', bigint>>;
}

const emptyTally = (): GrantTally => ({
  changes: { new: 0, changed: 0, unchanged: 0, withdrawn: 0, unsettled: 0 },
  currencies: new Map(),
});

function addChange({ changes, currencies }: GrantTally, one: ChangedCharge): void {
  changes[one.change]++;
  const { currency } = one.basis;
  const sums = currencies.get(currency) ?? { before: 0n, due: 0n, now: 0n };
  sums.before += one.granted;
  sums.due += one.due;
  sums.now += one.now;
  currencies.set(currency, sums);
}

/** What is granted now, beside what was granted before: a file of its own, and with `record` more lines of the ledger. */
export interface Grants extends ReportForm {
  tally: GrantTally;
}

interface GrantsOf {
  ledger: Ledger;
  charges: Charges;
  run: Omit<LedgerRun, 'ledger' | 'run'>;
  /** Whether what is still to be asked for is granted too. */
  openClaims: boolean;
}

export function grants(
  { ledger, charges, run, openClaims }: GrantsOf,
  head: ReportHead,
  write: { grants: (text: string) => void; ledger: ((text: string) => void) | undefined },
): Grants {
  const found = settling(ledger, charges, head, openClaims);
  const tally = emptyTally();
  return {
    tally,
    row: found.note,
    end() {
      const line = grantsCsv(write.grants, charges);
      const recorded = write.ledger && recording(ledger, charges, run, write.ledger);
      for (const change of found.changes()) {
        addChange(tally, change);
        line(change);
        recorded?.record(change);
      }
      recorded?.end();
    },
  };
}

const signed = (minor: bigint, currency: string): string => {
  const text = moneyText(minor < 0n ? -minor : minor, currencyDecimals(currency) ?? 2);
  return minor < 0n ? `−${text}` : text;
};

/** What changed since what was granted, in a few lines. */
export function grantLines({ changes, currencies }: GrantTally, isRecorded: boolean): string[] {
  return [
    `Against what was granted: ${changes.new} new, ${changes.changed} changed, ${changes.unchanged} unchanged, ${changes.withdrawn} withdrawn${changes.unsettled ? `, ${count(changes.unsettled, 'charge')} left as granted until rows are reviewed` : ''}.`,
    ...[...currencies]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([currency, { before, due, now }]) =>
          `  ${currency} ${signed(before, currency)} granted before, ${signed(due, currency)} due, ${signed(now, currency)} ${isRecorded ? 'recorded' : 'to grant'}`,
      ),
  ];
}
