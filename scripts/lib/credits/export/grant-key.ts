import { hash } from 'node:crypto';
import type { Basis } from '../../../../src/domain/credits/ledger/entry.ts';
import type { Charge } from '../list/charges.ts';
import type { ChangedCharge } from '../ledger/settling.ts';

/**
 * Keys of grants: the same for the same grant, however often it is worked out, and for each correction of it another: a program that sees it twice has to do
 * nothing the second time. They tell nobody who the customer is.
 */
export function grantKeys(): (
  change: Pick<ChangedCharge, 'basis' | 'granted'>,
  charge: Charge,
) => string {
  /** What keys of grants on the same basis begin with. */
  const known = new Map<Basis, string>();

  function begin(basis: Basis): string {
    const { from, to, policy, version, currency, service, region } = basis;
    const all = JSON.stringify([from, to, policy, version, currency, service, region]);
    const text = `${all.slice(0, -1)},`;
    known.set(basis, text);
    return text;
  }

  return ({ basis, granted }, { line, id }) => {
    const own = `${JSON.stringify(line)},${JSON.stringify(id)},"${granted}"]`;
    return hash('sha256', (known.get(basis) ?? begin(basis)) + own).slice(0, 40);
  };
}
