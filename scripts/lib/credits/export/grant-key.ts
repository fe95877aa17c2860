import { hash } from 'node:crypto';
import type { Basis } from '../../../../src/domain/credits/ledger/entry.ts';
import type { Charge } from '../list/charges.ts';
import type { ChangedCharge } from '../ledger/settling.ts';

/** What of a key the grants on a basis share. */
interface Shared {
  service: string;
  region: string;
  text: string;
}

/**
 * Keys of grants: the same for the same grant, however often it is worked out, and for each correction of it another: a program that sees it twice has to do
 * nothing the second time. They tell nobody who the customer is.
 */
export function grantKeys(): (
  change: Pick<ChangedCharge, 'basis' | 'granted'>,
  charge: Charge,
) => string {
  const known = new Map<Basis, Shared>();

  function sharedOf(basis: Basis, { service, region }: Charge): string {
    const found = known.get(basis);
    if (found?.service === service && found.region === region) return found.text;
    const { policy, version, from, to, currency } = basis;
    const text = JSON.stringify([from, to, policy, version, currency, service, region]).slice(
      0,
      -1,
    );
    known.set(basis, { service, region, text });
    return text;
  }

  return ({ basis, granted }, charge) => {
    const { line, id } = charge;
    const own = `${JSON.stringify(line)},${JSON.stringify(id)},"${granted}"`;
    return hash('sha256', `${sharedOf(basis, charge)},${own}]`).slice(0, 40);
  };
}
