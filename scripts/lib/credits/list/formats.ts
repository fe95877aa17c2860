/** How a list writes numbers and days. */
export interface Formats {
  /** What stands before the decimals. */
  decimal: 'point' | 'comma';
  /** `dmy` is 31.01.2026 or 31/01/2026, `mdy` 01/31/2026. */
  dates: 'iso' | 'dmy' | 'mdy';
}

export const decimals = ['point', 'comma'] as const;
export const dateOrders = ['iso', 'dmy', 'mdy'] as const;

export const plainFormats: Formats = { decimal: 'point', dates: 'iso' };

const commaDecimals = /^-?(\d+|\d{1,3}(\.\d{3})+),\d+$/;
/** What can be nothing else: three digits behind a comma may be thousands. */
const surelyComma = /^-?(\d+,(\d{1,2}|\d{4,})|\d{1,3}(\.\d{3})+,\d+)$/;
const commaThousands = /^-?\d{1,3}(\.\d{3})+$/;
const pointDecimals = /^-?(\d*\.(\d{1,2}|\d{4,})|\d{1,3}(,\d{3})+\.\d+)$/;
const writtenDate = /^(\d{1,2})([./])(\d{1,2})\2(\d{4})$/;

/** A fee as this list writes it, with a point; `undefined` for what it cannot have meant. */
export function feeText(text: string, { decimal }: Pick<Formats, 'decimal'>): string | undefined {
  if (decimal === 'point' || !/[.,]/.test(text)) return text;
  return commaDecimals.test(text) || commaThousands.test(text)
    ? text.replaceAll('.', '').replace(',', '.')
    : undefined;
}

/** A day as this list writes it, as ISO 8601 does; anything else as it is. */
export function dateText(text: string, { dates }: Pick<Formats, 'dates'>): string {
  const [, first = '', , second = '', year = ''] = writtenDate.exec(text) ?? [];
  if (dates === 'iso' || !year) return text;
  const [day, month] = dates === 'dmy' ? [first, second] : [second, first];
  return `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
}

/** Looks at whole columns, cell by cell, and says what is beyond doubt. */
export function formatSurvey(): {
  fee: (text: string) => void;
  date: (text: string) => void;
  formats: () => Formats;
} {
  let [commas, points] = [0, 0];
  // Dates that only one order can have written.
  let [dayFirst, monthFirst] = [0, 0];
  return {
    fee(text) {
      if (surelyComma.test(text)) commas++;
      else if (pointDecimals.test(text)) points++;
    },
    date(text) {
      const [, first, sign, second] = writtenDate.exec(text) ?? [];
      if (!first) return;
      // Nobody writes the month first and points between.
      if (sign === '.' || Number(first) > 12) dayFirst++;
      if (Number(second) > 12) monthFirst++;
    },
    formats: () => ({
      decimal: commas > 0 && points === 0 ? 'comma' : 'point',
      dates:
        dayFirst > 0 && monthFirst === 0 ? 'dmy' : monthFirst > 0 && dayFirst === 0 ? 'mdy' : 'iso',
    }),
  };
}

/** What is to be said of a list that is not written plainly; empty for one that is. */
export const formatTexts = ({ decimal, dates }: Formats): string[] => [
  ...(decimal === 'comma' ? ['fees with a decimal comma: 100,50 is a hundred and a half'] : []),
  ...(dates === 'dmy' ? ['dates with the day first: 31.01.2026 is the last of January'] : []),
  ...(dates === 'mdy' ? ['dates with the month first: 01/31/2026 is the last of January'] : []),
];
