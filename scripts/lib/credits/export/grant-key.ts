import { hash } from 'node:crypto';
import type { Charge } from '../list/charges.ts';
import type { ChangedCharge } from '../ledger/settling.ts';

/**
 * The same for the same grant, however often it is worked out, and for each correction of it another: a program that sees it twice has to do nothing the second
 * time. It tells nobody who the customer is.
 */
export const grantKey = (
  { basis: { policy, version, from, to, currency }, granted }: ChangedCharge,
  { id, line, service, region }: Charge,
): string =>
  hash(
    'sha256',
    JSON.stringify([from, to, policy, version, currency, service, region, line, id, `${granted}`]),
  ).slice(0, 40);
