import type { Basis, Inputs } from '../../../../src/domain/credits/ledger/entry.ts';
import { reasonsForChange } from '../../../../src/domain/credits/ledger/reasons.ts';
import { countsInYear, yearlyCap } from '../../../../src/domain/credits/ledger/year-cap.ts';
import { roundAmount } from '../../../../src/domain/credits/exact/rounding.ts';
import type { Assessment } from '../../../../src/domain/credits/money/assessment.ts';
import { reasonText } from '../explain/reason-text.ts';
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
  owed: bigint;
  granted: bigint;
  /** What was granted elsewhere for the same downtime. */
  elsewhere: bigint;
  /** Why another sum is due than was granted; nothing where nothing was. */
  why: string;
}

/** Collects what a run owes, and says what of it is to be granted. */
export interface Settling {
  note: (row: ReportedRow) => void;
  changes: () => Generator<ChangedCharge>;
}

/** `inputs`: what this run is made of. `openClaims`: whether what is still to be asked for is granted too, because nobody keeps a list of claims. */
export function settling(
  ledger: Ledger,
  charges: Charges,
  head: ReportHead,
  inputs: Inputs,
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

  function owe(basis: number | undefined, charge: number, minor: bigint): number | undefined {
    if (basis === undefined || minor === 0n) return undefined;
    const posting = accounts.post(charge, basis);
    accounts.owed.add(posting, minor);
    return posting;
  }

  /** Of several rows of a charge, that with the greatest fee says how much a year may bring. */
  function capYear(
    posting: number,
    { policy, period }: Assessment,
    { verdict, outcome }: ReportedRow,
  ) {
    if (!('fee' in outcome) || !verdict.currency) return;
    const most = yearlyCap(policy, period, outcome.fee);
    if (!most) return;
    const minor = roundAmount(most, verdict.currency.decimals, 'down');
    const known = accounts.yearly.get(posting);
    if (minor > known) accounts.yearly.add(posting, minor - known);
  }

  const capped = new Map(
    head.policies
      .filter(({ policy }) => policy.cap_per_year)
      .map((one) => [one.policy.id, one] as const),
  );

  /** What a year has left for a posting, without what was granted in other periods of it. */
  function leftInYear(charge: number, posting: number, basis: Basis): bigint | undefined {
    const asked = basis.policy === null ? undefined : capped.get(basis.policy);
    if (!asked) return undefined;
    let left = accounts.yearly.get(posting);
    let other = accounts.postingAfter(charge, -1);
    for (; other !== -1; other = accounts.postingAfter(charge, other)) {
      const earlier = other === posting ? undefined : accounts.grantedOn(other)?.basis;
      if (earlier?.currency === basis.currency && countsInYear(asked.policy, asked.period, earlier))
        left -= accounts.granted.get(other);
    }
    return left;
  }

  const whys = new Map<string, string>();
  /** The same for all that were granted on the same, and are owed on the same. */
  function whyOf(posting: number, basis: Basis | undefined, isInList: boolean): string {
    const before = accounts.grantedOn(posting);
    const run = before && ledger.runs[before.run - 1];
    if (!before || !run) return '';
    const key = `${accounts.likenessOf(posting)} ${basis !== undefined} ${isInList}`;
    const known =
      whys.get(key) ??
      reasonsForChange({ basis: before.basis, inputs: run.inputs }, { basis, inputs, isInList })
        .map(reasonText)
        .join('; ');
    whys.set(key, known);
    return known;
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
    const isUnsettled =
      (anybody && row === 0) || (unsettled.size > 0 && unsettled.has(charges.what(charge).id));
    const left = owed === 0n ? undefined : leftInYear(charge, posting, basis);
    const { change, due, overYear, now } = isUnsettled
      ? ({ change: 'unsettled', due: granted, overYear: 0n, now: 0n } as const)
      : settled({ owed, granted, elsewhere, left });
    const why =
      now === 0n || granted === 0n
        ? ''
        : whyOf(posting, owed === 0n ? undefined : basis, row !== 0);
    return { change, charge, row, basis, owed, granted, elsewhere, due, overYear, now, why };
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
        if (grantsWhat(standing)) {
          const basis = policies[reported.verdict.assessments.indexOf(assessment)];
          const posting = owe(basis, charge, minor);
          if (posting !== undefined && assessment.policy.cap_per_year)
            capYear(posting, assessment, reported);
        }
      owe(goodwill, charge, outcome.goodwill);
    },
    *changes() {
      const isOther = accounts.all.map((account) => !isLookedAt(account));
      const nameOf = (posting: number): string =>
        accounts.all[accounts.accountOf(posting)]?.name ?? '';
      for (let charge = 0; charge < charges.count(); charge++) {
        const postings: number[] = [];
        let posting = accounts.postingAfter(charge, -1);
        for (; posting !== -1; posting = accounts.postingAfter(charge, posting))
          if (!isOther[accounts.accountOf(posting)]) postings.push(posting);
        if (postings.length > 1) postings.sort((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1));
        for (const one of postings) {
          const change = changeOf(charge, one, isOther);
          if (change) yield change;
        }
      }
    },
  };
}
