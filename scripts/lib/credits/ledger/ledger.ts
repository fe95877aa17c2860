import { type Hash, createHash } from 'node:crypto';
import type { Basis, LedgerRun } from '../../../../src/domain/credits/ledger/entry.ts';
import type { Assessment } from '../../../../src/domain/credits/money/assessment.ts';
import { accountOf } from '../../../../src/domain/credits/ledger/overlap.ts';
import type { Charges } from '../list/charges.ts';
import { Amounts, Numbers } from '../list/column.ts';

/** All that was granted on one account, in as many runs as there were, by charge. */
export interface Account {
  /** On what it was granted: that of a charge is `on[bases.get(charge) - 1]`. */
  on: Basis[];
  bases: Numbers;
  granted: Amounts;
  /** The periods that the runs asked for. */
  asked: Set<string>;
}

/** What was granted in all runs so far. */
export interface Ledger {
  runs: LedgerRun[];
  accounts: Map<string, Account>;
  /** Of all lines. */
  hash: Hash;
  /** The bytes of the file; none if there is no file. */
  bytes: number;
}

export const emptyLedger = (): Ledger => ({
  runs: [],
  accounts: new Map(),
  hash: createHash('sha256'),
  bytes: 0,
});

export const basisOfCharge = ({ on, bases }: Account, charge: number): Basis | undefined =>
  on[bases.get(charge) - 1];

/** Takes what a run granted into the ledger. */
export interface Granting {
  open: (basis: Basis) => void;
  /** How many bases were opened. */
  bases: () => number;
  grant: (basis: number, id: string, line: string, amount: bigint) => void;
}

export function granting(
  { accounts }: Pick<Ledger, 'accounts'>,
  charges: Charges,
  asked: string,
): Granting {
  const opened: { account: Account; number: number; place: number }[] = [];
  return {
    open(basis) {
      const name = accountOf(basis);
      const account = accounts.get(name) ?? {
        on: [],
        bases: new Numbers(),
        granted: new Amounts(),
        asked: new Set(),
      };
      accounts.set(name, account);
      account.asked.add(asked);
      const place = charges.place(basis.service, basis.region);
      opened.push({ account, number: account.on.push(basis), place });
    },
    bases: () => opened.length,
    grant(basis, id, line, amount) {
      const found = opened[basis];
      if (!found) throw new RangeError(`There is no basis ${basis}.`);
      const charge = charges.charge(found.place, id, line);
      found.account.granted.add(charge, amount);
      found.account.bases.set(charge, found.number);
    },
  };
}

/** Whether something was granted to a charge by a policy in a period. */
export const wasGranted = (
  { accounts }: Pick<Ledger, 'accounts'>,
  charge: number,
  { policy, period }: Assessment,
  currency: string,
): boolean =>
  accounts.size > 0 &&
  (accounts
    .get(
      accountOf({
        policy: policy.id,
        from: period.first.toString(),
        to: period.last.toString(),
        currency,
      }),
    )
    ?.granted.get(charge) ?? 0n) > 0n;
