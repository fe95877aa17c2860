import type { LedgerRun } from '../../../../src/domain/credits/ledger/entry.ts';
import { currencyDecimals, moneyText } from '../../../../src/domain/credits/exact/money.ts';
import { count } from '../../report.ts';
import type { ReportForm, ReportHead } from '../assess/reported-row.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type LedgerFile, recording } from '../ledger/recording.ts';
import { type ChangedCharge, settling } from '../ledger/settling.ts';
import type { Charges } from '../list/charges.ts';
import { type ExportFormat, type Tax, exports } from '../export/exports.ts';
import { grantKeys } from '../export/grant-key.ts';
import { grantsCsv } from './grants-csv.ts';

/** How much changed, for the terminal and the seal: no account is named. */
export interface GrantTally {
  changes: Record<ChangedCharge['change'], number>;
  /** How many charges changed for a reason. */
  reasons: Map<string, number>;
  currencies: Map<string, Record<'before' | 'due' | 'now', bigint>>;
  /** Lines of exports that could not be written: no invoice, or no whole amount. */
  left: number;
}

const emptyTally = (): GrantTally => ({
  changes: { new: 0, changed: 0, unchanged: 0, withdrawn: 0, unsettled: 0 },
  reasons: new Map(),
  currencies: new Map(),
  left: 0,
});

function addChange({ changes, reasons, currencies }: GrantTally, one: ChangedCharge): void {
  changes[one.change]++;
  if (one.why) reasons.set(one.why, (reasons.get(one.why) ?? 0) + 1);
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
  /** What of what is owed for a charge is not to be granted now: it was before, or the year has no more. Known at the end, if letters are written. */
  withheld: (charge: number, currency: string) => bigint;
}

interface GrantsOf {
  ledger: Ledger;
  charges: Charges;
  run: Omit<LedgerRun, 'ledger' | 'run'>;
  /** Whether what is still to be asked for is granted too. */
  openClaims: boolean;
  /** Which of the kept columns has the invoices. */
  invoiceAt: number | undefined;
  tax: Tax;
  /** Whether letters are written, to customers who had none. */
  letters: boolean;
}

export function grants(
  { ledger, charges, run, openClaims, invoiceAt, tax, letters }: GrantsOf,
  head: ReportHead,
  write: {
    grants: (text: string) => void;
    ledger: LedgerFile | undefined;
    exports: readonly { format: ExportFormat; write: (text: string) => void }[];
  },
): Grants {
  const found = settling(ledger, charges, head, run.inputs, openClaims);
  const tally = emptyTally();
  const invoices = new Map<number, string>();
  const withheld = new Map<string, bigint>();
  return {
    tally,
    withheld: (charge, currency) => withheld.get(`${currency} ${charge}`) ?? 0n,
    row(reported) {
      found.note(reported);
      if (invoiceAt === undefined || invoices.has(reported.charge)) return;
      invoices.set(reported.charge, reported.kept[invoiceAt] ?? '');
    },
    end() {
      const line = grantsCsv(write.grants);
      for (const { format, write: to } of write.exports) to(exports[format].head);
      const keyOf = grantKeys();
      const recorded = write.ledger && recording(ledger, run, write.ledger);
      for (const change of found.changes()) {
        addChange(tally, change);
        if (letters && change.owed !== change.now) {
          const key = `${change.basis.currency} ${change.charge}`;
          withheld.set(key, (withheld.get(key) ?? 0n) + change.owed - change.now);
        }
        const charge = charges.what(change.charge);
        // A line without a grant is nothing that a program could do twice.
        const key = change.now === 0n ? '' : keyOf(change, charge);
        line(change, charge, key);
        recorded?.record(change, charge);
        if (change.now <= 0n || write.exports.length === 0) continue;
        const invoice = invoices.get(change.charge) ?? '';
        const grant = {
          change,
          charge,
          key,
          invoice,
          about: aboutOf(head, change),
        };
        for (const { format, write: to } of write.exports) {
          const text = exports[format].line(grant, tax);
          if (text === undefined) tally.left++;
          else to(text);
        }
      }
      recorded?.end();
    },
  };
}

/** What a customer reads on an invoice. */
const aboutOf = ({ site }: ReportHead, { basis: { policy, from, to } }: ChangedCharge): string =>
  `${site}: ${policy === null ? 'goodwill' : `credit under ${policy}`}, ${from} to ${to}`;

const signed = (minor: bigint, currency: string): string => {
  const text = moneyText(minor < 0n ? -minor : minor, currencyDecimals(currency) ?? 2);
  return minor < 0n ? `−${text}` : text;
};

const mostReasons = 10;

/** What changed since what was granted, and why, in a few lines. */
export function grantLines(
  { changes, reasons, currencies, left }: GrantTally,
  isRecorded: boolean,
): string[] {
  return [
    `Against what was granted: ${changes.new} new, ${changes.changed} changed, ${changes.unchanged} unchanged, ${changes.withdrawn} withdrawn${changes.unsettled ? `, ${count(changes.unsettled, 'charge')} left as granted until rows are reviewed` : ''}.`,
    ...[...currencies]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(
        ([currency, { before, due, now }]) =>
          `  ${currency} ${signed(before, currency)} granted before, ${signed(due, currency)} due, ${signed(now, currency)} ${isRecorded ? 'recorded' : 'to grant'}`,
      ),
    ...[...reasons]
      .slice(0, mostReasons)
      .map(([why, changed]) => `  ${count(changed, 'charge')} changed: ${why}`),
    ...(left
      ? [
          `${count(left, 'grant')} could not be exported: there is no invoice, or the amount is no whole number of the other’s units. The file of the grants has ${left === 1 ? 'it' : 'them'}.`,
        ]
      : []),
  ];
}
