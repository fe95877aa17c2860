import type { Basis } from '../../../../src/domain/credits/ledger/entry.ts';
import { currencyDecimals, moneyText } from '../../../../src/domain/credits/exact/money.ts';
import type { Charge } from '../list/charges.ts';
import type { ChangedCharge } from '../ledger/settling.ts';
import { dateField, field, rowField } from '../explain/csv-field.ts';

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
  'over_year_cap',
  'to_grant',
  'why',
  'key',
];

/** A line for each charge and policy of which something is owed, or was granted: both figures, and what is to be granted now. */
export function grantsCsv(
  write: (text: string) => void,
): (change: ChangedCharge, charge: Charge, key: string) => void {
  write(`\uFEFF${columns.join(',')}\n`);
  /** What lines on the same basis have in common. */
  const known = new Map<Basis, { place: string; text: string; decimals: number }>();
  const about = (basis: Basis) => {
    const { service, region, currency, policy, from, to } = basis;
    const made = {
      place: `,${field(service)},${field(region)},`,
      text: `,${currency},${field(policy ?? 'goodwill')},${dateField(from)},${dateField(to)},`,
      decimals: currencyDecimals(currency) ?? 2,
    };
    known.set(basis, made);
    return made;
  };
  return ({ row, basis, change, granted, due, elsewhere, overYear, now, why }, charge, key) => {
    const { id, line } = charge;
    const { place, text, decimals } = known.get(basis) ?? about(basis);
    const written = (minor: bigint): string =>
      minor < 0n ? `-${moneyText(-minor, decimals)}` : moneyText(minor, decimals);
    const all = written(due);
    write(
      `${row === 0 ? '' : rowField(row)},${field(id)}${place}${field(line)}${text}${change},` +
        `${written(granted)},${all},${written(elsewhere)},${written(overYear)},${now === due ? all : written(now)},${field(why)},${key}\n`,
    );
  };
}
