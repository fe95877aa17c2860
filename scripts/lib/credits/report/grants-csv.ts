import { currencyDecimals, moneyText } from '../../../../src/domain/credits/exact/money.ts';
import type { Charges } from '../list/charges.ts';
import type { ChangedCharge } from '../ledger/settling.ts';
import { dateField, field } from './csv-field.ts';

const columns = [
  'row',
  'id',
  'service',
  'region',
  'line',
  'currency',
  'policy',
  'period_from',
  'period_to',
  'change',
  'granted_before',
  'due',
  'granted_elsewhere',
  'to_grant',
];

/** A line for each charge and policy of which something is owed, or was granted: both figures, and what is to be granted now. */
export function grantsCsv(
  write: (text: string) => void,
  charges: Charges,
): (change: ChangedCharge) => void {
  write(`\uFEFF${columns.join(',')}\n`);
  return ({ charge, row, basis, change, granted, due, elsewhere, now }) => {
    const { id, line, service, region } = charges.what(charge);
    const decimals = currencyDecimals(basis.currency) ?? 2;
    const written = (minor: bigint): string =>
      minor < 0n ? `-${moneyText(-minor, decimals)}` : moneyText(minor, decimals);
    write(
      `${row || ''},${[id, service, region, line].map(field).join(',')},${basis.currency},` +
        `${field(basis.policy ?? 'goodwill')},${dateField(basis.from)},${dateField(basis.to)},${change},` +
        `${[granted, due, elsewhere, now].map(written).join(',')}\n`,
    );
  };
}
