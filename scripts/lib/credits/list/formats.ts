/** How a list writes numbers and days. */
export interface Formats {
  /** What stands before the decimals. `unclear`: a point, as far as it cannot be that of thousands. */
  decimal: 'point' | 'comma' | 'unclear';
  /** `dmy` is 31.01.2026 or 31/01/2026, `mdy` 01/31/2026. */
  dates: 'iso' | 'dmy' | 'mdy';
}

export const decimals = ['point', 'comma'] as const;
export const dateOrders = ['iso', 'dmy', 'mdy'] as const;

const numberWith = (decimal: string, thousands: string): RegExp =>
  new RegExp(`^-?\\s*(\\d*|[1-9]\\d{0,2}([${thousands}]\\d{3})+)([${decimal}]\\d+)?$`);
const numbers = { point: numberWith('.', ','), comma: numberWith(',', '.') };

const isoDate = /^\d{4}-\d{2}-\d{2}(T.*)?$/;
const writtenDate = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/;
const timeBeside = /[\s,]+\d{1,2}:\d{2}.*$/;

/** A fee as this list writes it, with a point; `undefined` for what it cannot have meant. */
export function feeText(text: string, { decimal }: Pick<Formats, 'decimal'>): string | undefined {
  if (decimal === 'unclear' || !/[.,]/.test(text)) return text;
  if (!numbers[decimal].test(text)) return undefined;
  return decimal === 'point'
    ? text.replaceAll(',', '')
    : text.replaceAll('.', '').replace(',', '.');
}

/** A day as this list writes it, as ISO 8601 does; anything else as it is. */
export function dateText(text: string, { dates }: Pick<Formats, 'dates'>): string {
  const [, first = '', , second = '', year = ''] = writtenDate.exec(text) ?? [];
  if (dates === 'iso' || !year) return text;
  const [day, month] = dates === 'dmy' ? [first, second] : [second, first];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** The ways in which a fee may be written. A sign of money beside it says nothing about them. */
function numberForms(text: string): ('point' | 'comma')[] {
  const bare = text.replaceAll(/[\p{Sc}\s]/gu, '');
  return decimals.filter((decimal) => numbers[decimal].test(bare));
}

/** The orders in which a day may be written, whatever time stands beside it. Nobody writes the month first and points between. */
function dateForms(text: string): ('dmy' | 'mdy')[] {
  const bare = text.replace(timeBeside, '').replaceAll(/\s/g, '');
  if (isoDate.test(bare)) return ['dmy', 'mdy'];
  const [, first, sign, second] = writtenDate.exec(bare) ?? [];
  const mayBe = (day: string | undefined, month: string | undefined): boolean =>
    Number(day) <= 31 && Number(month) <= 12;
  return [
    ...(mayBe(first, second) ? ['dmy' as const] : []),
    ...(sign === '/' && mayBe(second, first) ? ['mdy' as const] : []),
  ];
}

/** What all cells of a column have in common. Cells without a digit say nothing. */
function commonForms<T>(formsOf: (text: string) => readonly T[]): {
  see: (text: string) => void;
  /** `undefined` if there are several, or none. */
  only: () => T | undefined;
} {
  let common: readonly T[] | undefined;
  return {
    see(text) {
      if (!/\d/.test(text)) return;
      const forms = formsOf(text);
      common = common ? common.filter((form) => forms.includes(form)) : forms;
    },
    only: () => (common?.length === 1 ? common[0] : undefined),
  };
}

/** Looks at whole columns, cell by cell, and says what is beyond doubt. */
export function formatSurvey(): {
  fee: (text: string) => void;
  date: (text: string) => void;
  formats: () => Formats;
} {
  const [fees, dates] = [commonForms(numberForms), commonForms(dateForms)];
  return {
    fee: fees.see,
    date: dates.see,
    formats: () => ({
      // Lists with points are not looked through: in none of them a point is beyond doubt.
      decimal: fees.only() === 'comma' ? 'comma' : 'unclear',
      dates: dates.only() ?? 'iso',
    }),
  };
}

/** What is to be said of a list that is not written plainly; empty for one that is. */
export const formatTexts = ({ decimal, dates }: Formats): string[] => [
  ...(decimal === 'comma' ? ['fees with a decimal comma: 100,50 is a hundred and a half'] : []),
  ...(dates === 'dmy' ? ['dates with the day first: 31.01.2026 is the last of January'] : []),
  ...(dates === 'mdy' ? ['dates with the month first: 01/31/2026 is the last of January'] : []),
];
