/** What the command line of `credits` may say. */
export const creditOptions = {
  customers: { type: 'string' },
  period: { type: 'string' },
  out: { type: 'string' },
  policy: { type: 'string' },
  affected: { type: 'string' },
  claims: { type: 'string' },
  ledger: { type: 'string' },
  record: { type: 'boolean' },
  keep: { type: 'string', multiple: true },
  tax: { type: 'string' },
  letter: { type: 'string' },
  rates: { type: 'boolean' },
  spans: { type: 'string' },
  map: { type: 'string', multiple: true },
  decimal: { type: 'string' },
  dates: { type: 'string' },
  format: { type: 'string' },
  'flag-in': { type: 'string' },
  force: { type: 'boolean' },
} as const;

export type CreditValues = typeof creditOptions;
