import type { CustomerRow } from '../../../../src/domain/credits/money/customer.ts';
import type { Columns } from './columns.ts';
import { type List, fieldOf, openList } from './list.ts';

export type Column = keyof CustomerRow;
export type CustomerList = List<Column>;

/** The headings under which people keep who a customer is. */
export const accountNames = ['id', 'customer', 'customer_id', 'account', 'account_id'] as const;

const names: Readonly<Record<Column, readonly string[]>> = {
  id: accountNames,
  plan: ['plan', 'plan_id'],
  service: ['service', 'service_id'],
  region: ['region'],
  currency: ['currency'],
  fee: ['fee', 'amount'],
  covered_from: ['covered_from', 'from', 'start'],
  line: ['line', 'line_id'],
  covered_to: ['covered_to', 'to', 'end', 'covered_until', 'until'],
};

export const columnNames = Object.keys(names) as readonly Column[];

/** Opens a list of customers. @throws BadList */
export const openCustomers = (
  path: string,
  map: ReadonlyMap<Column, string>,
  alsoNeeded: readonly Column[],
): CustomerList =>
  openList(path, {
    names,
    needed: ['id', 'plan', 'currency', 'fee', ...alsoNeeded],
    map,
    otherwise: (column) => `--map ${column}=HEADING, with the heading of the column that is meant`,
  });

/** Turns the fields of a row into what is known of its customer. White space around an id is no part of it, inside quotes either. */
export const customerRow = (
  fields: readonly string[],
  { place }: Columns<Column>,
): CustomerRow => ({
  id: fieldOf(fields, place.id).trim(),
  plan: fieldOf(fields, place.plan),
  service: fieldOf(fields, place.service),
  region: fieldOf(fields, place.region),
  currency: fieldOf(fields, place.currency),
  fee: fieldOf(fields, place.fee),
  covered_from: fieldOf(fields, place.covered_from),
  covered_to: fieldOf(fields, place.covered_to),
  line: fieldOf(fields, place.line).trim(),
});
