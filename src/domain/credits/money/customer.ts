import { Temporal } from 'temporal-polyfill';
import type { Fraction } from '../exact/fraction.ts';
import { currencyDecimals, readDecimal } from '../exact/money.ts';
import type { Plan } from '../policy/policy.ts';
import type { Service } from '../../service.ts';
import type { Interval } from '../../time.ts';

/** One row of a list of customers, as it was written. */
export interface CustomerRow {
  id: string;
  plan: string;
  service: string;
  region: string;
  currency: string;
  fee: string;
  covered_from: string;
  covered_to: string;
  /** Which of several things that the customer pays for a service; may be empty. */
  line: string;
}

/** Why a person has to look at a row before anybody can say what it is owed. */
export type ReviewCode =
  | 'id-missing'
  | 'fields-wrong'
  | 'plan-missing'
  | 'plan-unknown'
  | 'service-missing'
  | 'service-unknown'
  | 'region-missing'
  | 'region-unknown'
  | 'currency-missing'
  | 'currency-unknown'
  | 'fee-missing'
  | 'fee-negative'
  | 'fee-unreadable'
  | 'fee-too-long'
  | 'deduction-unclear'
  | 'covered-unreadable'
  | 'covered-backwards'
  | 'row-repeated'
  | 'covered-twice'
  | 'end-unknown'
  | 'affected-unlisted'
  | 'minimum-unknown';

export interface Review {
  code: ReviewCode;
  /** The word that was found, the numbers of other rows, or the names of incidents. For the private report only. */
  about?: string;
}

type Read<T> = { value: T } | { review: Review };

/** `1.234` may be a thousand and more, as much of Europe writes it, unless the currency has three decimals: nobody can be sure. */
const mayBeThousands = ({ d }: Fraction, text: string, decimals: number): boolean =>
  d === 1000n && decimals < 3 && text.length <= '999.999'.length && !text.startsWith('0');

/** A fee of a list. */
export interface Fee {
  /** Digits, and a point before the decimals if there are any. */
  text: string;
  /** As the list has it, which is what a person looks for. */
  written: string;
  /** Whether it is beyond doubt that the point of `text` stands before decimals. */
  isSure: boolean;
}

/** `decimals`: of its currency. */
export function readFee({ text, written, isSure }: Fee, decimals: number): Read<Fraction> {
  if (text === '') return { review: { code: 'fee-missing' } };
  const value = readDecimal(text);
  if (value && !isSure && mayBeThousands(value, text, decimals))
    return { review: { code: 'fee-unreadable', about: written } };
  if (value) return { value };
  const code = /^-\s*\d/.test(text)
    ? 'fee-negative'
    : /^\d+(\.\d+)?$/.test(text)
      ? 'fee-too-long'
      : 'fee-unreadable';
  return { review: { code, about: written } };
}

export function readCurrency(text: string): Read<{ code: string; decimals: number }> {
  if (text === '') return { review: { code: 'currency-missing' } };
  const decimals = currencyDecimals(text.toUpperCase());
  return decimals === undefined
    ? { review: { code: 'currency-unknown', about: text } }
    : { value: { code: text.toUpperCase(), decimals } };
}

/** What a list means by `text`, in small or capital letters. An id comes before a name. */
function named<T extends { id: string; name: string }>(
  text: string,
  among: readonly T[],
): T | undefined {
  const word = text.toLowerCase();
  return (
    among.find(({ id }) => id === word) ?? among.find(({ name }) => name.toLowerCase() === word)
  );
}

/** The plan by its id or its name. */
export function readPlan(text: string, plans: readonly Plan[]): Read<Plan> {
  if (text === '') return { review: { code: 'plan-missing' } };
  const value = named(text, plans);
  return value ? { value } : { review: { code: 'plan-unknown', about: text } };
}

/** A service by its id or its name; `undefined` where the row names none. */
export function readService(text: string, services: readonly Service[]): Read<Service | undefined> {
  const value = named(text, services);
  return value || text === '' ? { value } : { review: { code: 'service-unknown', about: text } };
}

/** A region of a service, or of any service if the row names none. */
export function readRegion(
  text: string,
  service: Service | undefined,
  services: readonly Service[],
): Read<string | undefined> {
  const word = text.toLowerCase();
  const known = service ? service.regions : services.flatMap(({ regions }) => regions);
  if (text === '') return { value: undefined };
  return known.includes(word)
    ? { value: word }
    : { review: { code: 'region-unknown', about: text } };
}

/** The days or moments from and to which a row covers its customer; `undefined` is open. */
export interface Covered {
  from: Temporal.PlainDate | Temporal.Instant | undefined;
  to: Temporal.PlainDate | Temporal.Instant | undefined;
}

function dayOrMoment(text: string): Temporal.PlainDate | Temporal.Instant | undefined {
  return /^\d{4}-\d{2}-\d{2}$/.test(text)
    ? Temporal.PlainDate.from(text)
    : Temporal.Instant.from(text);
}

export function readCovered(from: string, to: string): Read<Covered> {
  try {
    return {
      value: {
        from: from ? dayOrMoment(from) : undefined,
        to: to ? dayOrMoment(to) : undefined,
      },
    };
  } catch {
    return {
      review: { code: 'covered-unreadable', about: `${from} ${to}`.trim() },
    };
  }
}

const startOf = (at: Temporal.PlainDate | Temporal.Instant, zone: string): number =>
  ('epochMilliseconds' in at ? at : at.toZonedDateTime(zone)).epochMilliseconds;

/** Epoch ms. Days begin and end in `zone`. The last day is covered to its end; a moment at the end is the first that is not covered. */
export function coveredSpan({ from, to }: Covered, zone: string): Interval {
  const end =
    to === undefined
      ? Infinity
      : 'epochMilliseconds' in to
        ? to.epochMilliseconds
        : startOf(to.add({ days: 1 }), zone);
  return {
    from: from === undefined ? -Infinity : startOf(from, zone),
    to: end,
  };
}
