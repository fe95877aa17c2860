import type { Basis } from '../../../../src/domain/credits/ledger/entry.ts';
import { accountOf, sharedPart } from '../../../../src/domain/credits/ledger/overlap.ts';
import { type Settlement, settled } from '../../../../src/domain/credits/ledger/settlement.ts';
import type { Standing } from '../../../../src/domain/credits/verdict/row.ts';
import type { Verdict } from '../../../../src/domain/credits/verdict/verdict.ts';
import type { ReportHead, ReportedRow } from '../assess/reported-row.ts';
import { memoizedByVerdict } from '../assess/verdict-memory.ts';
import type { Charges } from '../list/charges.ts';
import { Amounts, Numbers } from '../list/column.ts';
import { goodwillBasis, policyBasis } from './bases.ts';
import { type Account, type Ledger, basisOfCharge } from './ledger.ts';

/** What a run owes on one account. */
interface Owing {
  name: string;
  on: Basis[];
  bases: Numbers;
  owed: Amounts;
}

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
  const owing = new Map<string, Owing>();
  const rows = new Numbers();
  const unsettled = new Set<string>();
  /** Whether it is not even known whose a row is that needs review. */
  let anybody = false;

  function openOwing(basis: Basis): { account: Owing; number: number } {
    const name = accountOf(basis);
    const account = owing.get(name) ?? {
      name,
      on: [],
      bases: new Numbers(),
      owed: new Amounts(),
    };
    owing.set(name, account);
    return { account, number: account.on.push(basis) };
  }

  const opened = memoizedByVerdict(({ verdict }: ReportedRow) => ({
    policies: verdict.assessments.map((assessment) => openOwing(policyBasis(verdict, assessment))),
    goodwill: goodwillOf(verdict),
  }));

  function goodwillOf(verdict: Verdict): ReturnType<typeof openOwing> | undefined {
    const basis = goodwillBasis(verdict);
    return basis && openOwing(basis);
  }

  function add(to: ReturnType<typeof openOwing> | undefined, charge: number, minor: bigint): void {
    if (!to || minor === 0n) return;
    to.account.owed.add(charge, minor);
    to.account.bases.set(charge, to.number);
  }

  /** Whether an account of the ledger is about what this run looks at: it owes something on it, or a run for the same granted something. */
  const isLookedAt = (name: string, { on: [basis], asked }: Account): boolean =>
    owing.has(name) ||
    (asked.has(head.period) && (head.only === undefined || basis?.policy === head.only));

  function elsewhereOf(others: readonly Account[], charge: number, basis: Basis): bigint {
    let sum = 0n;
    for (const other of others) {
      const granted = other.granted.get(charge);
      const earlier = basisOfCharge(other, charge);
      if (granted <= 0n || !earlier) continue;
      const { n, d } = sharedPart(basis, earlier);
      sum += (granted * n) / d;
    }
    return sum;
  }

  function* changesOn(
    name: string,
    own: Owing | undefined,
    others: readonly Account[],
  ): Generator<ChangedCharge> {
    const before = ledger.accounts.get(name);
    for (let charge = 0; charge < charges.count(); charge++) {
      const owed = own?.owed.get(charge) ?? 0n;
      const granted = before?.granted.get(charge) ?? 0n;
      if (owed === 0n && granted === 0n) continue;
      const basis = own?.on[own.bases.get(charge) - 1] ?? (before && basisOfCharge(before, charge));
      if (!basis) continue;
      const row = rows.get(charge);
      const elsewhere = owed === 0n ? 0n : elsewhereOf(others, charge, basis);
      const about = { charge, row, basis, granted, elsewhere };
      const isUnsettled =
        (anybody && row === 0) || (unsettled.size > 0 && unsettled.has(charges.what(charge).id));
      yield isUnsettled
        ? { ...about, change: 'unsettled', due: granted, now: 0n }
        : { ...about, ...settled({ owed, granted, elsewhere }) };
    }
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
          add(policies[reported.verdict.assessments.indexOf(assessment)], charge, minor);
      add(goodwill, charge, outcome.goodwill);
    },
    *changes() {
      const names = new Set([
        ...owing.keys(),
        ...[...ledger.accounts]
          .filter(([name, account]) => isLookedAt(name, account))
          .map(([name]) => name),
      ]);
      const others = [...ledger.accounts]
        .filter(([name]) => !names.has(name))
        .map(([, account]) => account);
      for (const name of [...names].sort()) yield* changesOn(name, owing.get(name), others);
    },
  };
}
