import type { Basis } from '../../../../src/domain/credits/ledger/entry.ts';
import { sharedPart } from '../../../../src/domain/credits/ledger/overlap.ts';
import { type Settlement, settled } from '../../../../src/domain/credits/ledger/settlement.ts';
import type { Standing } from '../../../../src/domain/credits/verdict/row.ts';
import type { ReportHead, ReportedRow } from '../assess/reported-row.ts';
import { memoizedByVerdict } from '../assess/verdict-memory.ts';
import type { Charges } from '../list/charges.ts';
import { Numbers } from '../list/column.ts';
import { goodwillBasis, policyBasis } from './bases.ts';
import type { Account } from './accounts.ts';
import type { Ledger } from './ledger.ts';

/** What became of a charge on one account since the last run. */
export interface ChangedCharge extends Omit<Settlement, 'change'> {
  /** `unsettled`: a row of the customer needs review, so that nobody knows, and what was granted stays. */
  change: Settlement['change'] | 'unsettled';
  charge: number;
  /** The first row about it; 0 if the list has none. */
  row: number;
  basis: Basis;
  granted: bigint;
  /** What was granted elsewhere for the same downtime. */
  elsewhere: bigint;
}

/** Collects what a run owes, and says what of it is to be granted. */
export interface Settling {
  note: (row: ReportedRow) => void;
  changes: () => Generator<ChangedCharge>;
}

/** `openClaims`: whether what is still to be asked for is granted too, because nobody keeps a list of claims. */
export function settling(
  ledger: Ledger,
  charges: Charges,
  head: ReportHead,
  openClaims: boolean,
): Settling {
  const grantsWhat = (standing: Standing): boolean =>
    standing === 'automatic' || standing === 'claimed' || (standing === 'claimable' && openClaims);
  const { accounts } = ledger;
  const rows = new Numbers();
  const unsettled = new Set<string>();
  /** Whether it is not even known whose a row is that needs review. */
  let anybody = false;

  function open(basis: Basis): number {
    const number = accounts.open(basis);
    const account = accounts.accountOn(number);
    if (account) account.isOwing = true;
    return number;
  }

  const opened = memoizedByVerdict(({ verdict }: ReportedRow) => {
    const goodwill = goodwillBasis(verdict);
    return {
      policies: verdict.assessments.map((assessment) => open(policyBasis(verdict, assessment))),
      goodwill: goodwill && open(goodwill),
    };
  });

  function owe(basis: number | undefined, charge: number, minor: bigint): void {
    if (basis === undefined || minor === 0n) return;
    accounts.owed.add(accounts.post(charge, basis), minor);
  }

  /** Whether an account is about what this run looks at: it owes something on it, or a run for the same granted something. */
  const isLookedAt = ({ isOwing, asked, policy }: Account): boolean =>
    isOwing || (asked.has(head.period) && (head.only === undefined || policy === head.only));

  function elsewhereOf(charge: number, basis: Basis, isOther: readonly boolean[]): bigint {
    let sum = 0n;
    let posting = accounts.postingAfter(charge, -1);
    for (; posting !== -1; posting = accounts.postingAfter(charge, posting)) {
      const earlier = isOther[accounts.accountOf(posting)] && accounts.basisOf(posting);
      const granted = earlier ? accounts.granted.get(posting) : 0n;
      if (!earlier || granted <= 0n) continue;
      const { n, d } = sharedPart(basis, earlier);
      sum += (granted * n) / d;
    }
    return sum;
  }

  function changeOf(
    charge: number,
    posting: number,
    isOther: readonly boolean[],
  ): ChangedCharge | undefined {
    const basis = accounts.basisOf(posting);
    if (!basis || (accounts.owed.isZero(posting) && accounts.granted.isZero(posting)))
      return undefined;
    const owed = accounts.owed.get(posting);
    const granted = accounts.granted.get(posting);
    const row = rows.get(charge);
    const elsewhere = owed === 0n ? 0n : elsewhereOf(charge, basis, isOther);
    const about = { charge, row, basis, granted, elsewhere };
    const isUnsettled =
      (anybody && row === 0) || (unsettled.size > 0 && unsettled.has(charges.what(charge).id));
    return isUnsettled
      ? { ...about, change: 'unsettled', due: granted, now: 0n }
      : { ...about, ...settled({ owed, granted, elsewhere }) };
  }

  return {
    note(reported) {
      const { charge, row, customer, outcome } = reported;
      if (outcome.state === 'needs_review') {
        if (customer.id === '' || outcome.reviews.some(({ code }) => code === 'fields-wrong'))
          anybody = true;
        else unsettled.add(customer.id);
        return;
      }
      if (rows.get(charge) === 0) rows.set(charge, row);
      if (!('given' in outcome)) return;
      const { policies, goodwill } = opened(reported);
      for (const { assessment, minor, standing } of outcome.given)
        if (grantsWhat(standing))
          owe(policies[reported.verdict.assessments.indexOf(assessment)], charge, minor);
      owe(goodwill, charge, outcome.goodwill);
    },
    *changes() {
      const isOther = accounts.all.map((account) => !isLookedAt(account));
      const lookedAt = [...accounts.all.keys()]
        .filter((number) => !isOther[number])
        .sort((a, b) => ((accounts.all[a]?.name ?? '') < (accounts.all[b]?.name ?? '') ? -1 : 1));
      for (const account of lookedAt)
        for (let charge = 0; charge < charges.count(); charge++) {
          const posting = accounts.posting(charge, account);
          const change = posting === -1 ? undefined : changeOf(charge, posting, isOther);
          if (change) yield change;
        }
    },
  };
}
