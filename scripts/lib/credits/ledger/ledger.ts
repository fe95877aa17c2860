import type { Basis, LedgerRun } from '../../../../src/domain/credits/ledger/entry.ts';
import type { Assessment } from '../../../../src/domain/credits/money/assessment.ts';
import { accountOf } from '../../../../src/domain/credits/ledger/overlap.ts';
import type { Charges } from '../list/charges.ts';
import { Accounts } from './accounts.ts';

/** What was granted in all runs so far. */
export interface Ledger {
  runs: LedgerRun[];
  accounts: Accounts;
  /** The bytes of the file; none if there is no file. */
  bytes: number;
}

export const emptyLedger = (): Ledger => ({
  runs: [],
  accounts: new Accounts(),
  bytes: 0,
});

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
  { run, asked }: Pick<LedgerRun, 'run' | 'asked'>,
): Granting {
  const opened: { on: { basis: number; grant: number }; place: number }[] = [];
  return {
    open(basis) {
      const on = accounts.openIn(run, basis);
      accounts.accountOn(on.basis)?.asked.add(asked);
      opened.push({ on, place: charges.place(basis.service, basis.region) });
    },
    bases: () => opened.length,
    grant(basis, id, line, amount) {
      const found = opened[basis];
      if (!found) throw new RangeError(`There is no basis ${basis}.`);
      accounts.grant(charges.charge(found.place, id, line), found.on, amount);
    },
  };
}

/** Whether something was granted to a charge by a policy in a period. */
export function wasGranted({ accounts }: Pick<Ledger, 'accounts'>) {
  const names = new WeakMap<Assessment, string>();
  const nameOf = (assessment: Assessment, currency: string): string => {
    const { policy, period } = assessment;
    const known = names.get(assessment);
    if (known?.endsWith(currency)) return known;
    const [from, to] = [period.first.toString(), period.last.toString()];
    const made = accountOf({ policy: policy.id, from, to, currency });
    names.set(assessment, made);
    return made;
  };
  return (charge: number, assessment: Assessment, currency: string): boolean => {
    const account = accounts.accountNamed(nameOf(assessment, currency));
    const posting = account === undefined ? -1 : accounts.posting(charge, account);
    return posting !== -1 && accounts.granted.get(posting) > 0n;
  };
}
