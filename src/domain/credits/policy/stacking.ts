import type { CreditPolicy } from './policy.ts';

const overlap = (a: 'all' | readonly string[], b: 'all' | readonly string[]): boolean =>
  a === 'all' || b === 'all' || a.some((one) => b.includes(one));

/** Whether both policies can apply to a row in one run. Policies by rolling days are part of every run. */
function meets(a: CreditPolicy, b: CreditPolicy): boolean {
  const sameRun =
    a.period.every === b.period.every || a.period.every === 'days' || b.period.every === 'days';
  // A row without a service is under all policies that look at the whole account.
  const sameService =
    overlap(a.services, b.services) || (a.scope === 'account' && b.scope === 'account');
  return a.id !== b.id && sameRun && sameService && overlap(a.plans, b.plans);
}

/** What becomes of a policy's credit where others credit the same row. Empty lists, if none can. */
interface Stacking {
  /** It is added to these, unless one of `undoing` credits the row too. */
  added: readonly CreditPolicy[];
  /** Of it and these, only the greatest is given. */
  undoing: readonly CreditPolicy[];
}

export function stackingOf(policy: CreditPolicy, all: readonly CreditPolicy[]): Stacking {
  const others = all.filter((other) => meets(policy, other));
  const adds = ({ stacking }: CreditPolicy): boolean => stacking === 'sum';
  return adds(policy)
    ? {
        added: others.filter(adds),
        undoing: others.filter((other) => !adds(other)),
      }
    : { added: [], undoing: others };
}
