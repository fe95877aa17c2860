import { currencyDecimals } from '../../../../src/domain/credits/exact/money.ts';
import { stripeAmount } from '../../../../src/domain/credits/ledger/stripe-amount.ts';
import { quoted } from '../explain/csv-field.ts';
import type { ChangedCharge } from '../ledger/settling.ts';
import type { Charge } from '../list/charges.ts';

export const exportFormats = ['stripe', 'chargebee'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Whether the fees of the list, and so the credits, have tax in them. */
export const taxes = ['included', 'excluded'] as const;
export type Tax = (typeof taxes)[number];

/** One grant, as it leaves for the program that sends invoices. */
export interface Grant {
  change: ChangedCharge;
  charge: Charge;
  key: string;
  /** The invoice of its first row; empty if the list has none. */
  invoice: string;
  /** For people. */
  about: string;
}

export type ExportLine = (grant: Grant, tax: Tax) => string | undefined;

/** What the parameters of `POST /v1/credit_notes` are; the key goes into the header `Idempotency-Key`. */
const stripeLine: ExportLine = ({ change, charge, key, invoice, about }, tax) => {
  const { currency, from, to, policy } = change.basis;
  const amount = stripeAmount(change.now, currency, currencyDecimals(currency) ?? 2);
  if (amount === undefined || invoice === '') return undefined;
  const number = Number(amount);
  if (!Number.isSafeInteger(number)) return undefined;
  return `${JSON.stringify({
    idempotency_key: key,
    currency: currency.toLowerCase(),
    tax,
    params: {
      invoice,
      // The total has tax in it; a line of its own has not, and gets the tax rates that somebody adds.
      ...(tax === 'included'
        ? { amount: number }
        : {
            lines: [
              {
                type: 'custom_line_item',
                description: about,
                quantity: 1,
                unit_amount: number,
              },
            ],
          }),
      reason: 'product_unsatisfactory',
      memo: about,
      metadata: {
        customer: charge.id,
        policy: policy ?? 'goodwill',
        period_from: from,
        period_to: to,
        ...(charge.line && { line: charge.line }),
      },
    },
  })}\n`;
};

/** The fields with which Chargebee adds promotional credits; amounts are in the smallest unit. */
const chargebeeLine: ExportLine = ({ change, charge, key, about }, tax) =>
  [
    charge.id,
    change.now.toString(),
    change.basis.currency,
    `${about} (tax ${tax})`,
    change.basis.policy === null ? 'loyalty_credits' : 'general',
    key,
  ]
    .map(quoted)
    .join(',') + '\n';

export const exports: Record<ExportFormat, { ending: string; head: string; line: ExportLine }> = {
  stripe: { ending: 'stripe.jsonl', head: '', line: stripeLine },
  chargebee: {
    ending: 'chargebee.csv',
    head: 'customer_id,amount,currency_code,description,credit_type,reference\n',
    line: chargebeeLine,
  },
};
