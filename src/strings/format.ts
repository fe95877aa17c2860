import type { PlainDate } from '../domain/time.ts';

/** A language that Intl knows. Plain English takes the days and hours that most of the world reads. */
function localeOf(language: string): string {
  if (language === 'en') return 'en-GB';
  try {
    // An unknown tag would take the language of the machine.
    return Intl.DateTimeFormat.supportedLocalesOf(language)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

const units = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

/** The two largest units of a length of time, the second one rounded. */
function unitsOf(ms: number): { unit: (typeof units)[number][0]; count: number }[] {
  const seconds = Math.round(Math.abs(ms) / 1000);
  const largest = Math.max(
    0,
    units.findIndex(([, length]) => seconds >= length),
  );
  const [smallest] = units.slice(seconds < 1 ? 3 : largest, largest + 2).slice(-1);
  const precision = smallest?.[1] ?? 1;
  let rest = Math.round(seconds / precision) * precision;
  const parts = units.map(([unit, length]) => {
    const count = Math.floor(rest / length);
    rest -= count * length;
    return { unit, count };
  });
  const shown = parts.filter(({ count }) => count > 0);
  return shown.length ? shown : [{ unit: 'second', count: 0 }];
}

/** All units of a length of time in ms, with what is less than a second. */
function exactParts(ms: number): { unit: (typeof units)[number][0]; count: number }[] {
  let rest = ms;
  const parts = units.map(([unit, seconds]) => {
    const length = seconds * 1000;
    const count = unit === 'second' ? rest / length : Math.floor(rest / length);
    rest -= count * length;
    return { unit, count };
  });
  const shown = parts.filter(({ count }) => count > 0);
  return shown.length ? shown : [{ unit: 'second', count: 0 }];
}

/** Digits as Intl reads them: as the decimal that they are, without a binary number in between. */
const decimal = (digits: string) => digits as Intl.StringNumericLiteral;
const hundredth = (digits: string) => decimal(`${digits}E-2`);

/** How dates, times, numbers and lengths of time are written in `language`, with times in `zone`. */
export function formatIn(language: string, zone: string) {
  const locale = localeOf(language);
  const dates = (options: Intl.DateTimeFormatOptions, timeZone = zone) => {
    const formatter = new Intl.DateTimeFormat(locale, { timeZone, ...options });
    return (ms: number): string => formatter.format(ms);
  };
  const ofDay = (options: Intl.DateTimeFormatOptions) => {
    const format = dates(options, 'UTC');
    return (day: PlainDate): string => format(Date.UTC(day.year, day.month - 1, day.day));
  };
  const clock = {
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
  } as const;
  const dayMonthYear = {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  } as const;
  const numbers = (options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale === 'en-GB' ? 'en' : locale, options);
  const plain = numbers({ maximumFractionDigits: 15 });
  const precise = numbers({
    style: 'percent',
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  const precisest = numbers({
    style: 'percent',
    minimumFractionDigits: 2,
    maximumFractionDigits: 5,
  });
  // Cut, never rounded: 99.999% that failed are not all, and 0.01% are not none.
  const rough = numbers({
    style: 'percent',
    maximumFractionDigits: 1,
    roundingMode: 'trunc',
  });
  const slight = numbers({
    style: 'percent',
    maximumSignificantDigits: 1,
    roundingMode: 'trunc',
  });
  // As many digits as a number in a file keeps: whatever was written there comes out again.
  const written = numbers({ style: 'percent', maximumSignificantDigits: 15 });
  const parts = new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' });
  const and = new Intl.ListFormat(locale, { type: 'conjunction' });
  const or = new Intl.ListFormat(locale, { type: 'disjunction' });
  const lengths = (unitDisplay: 'long' | 'short') => {
    const formatters = new Map(
      units.map(([unit]) => [
        unit,
        numbers({ style: 'unit', unit, unitDisplay, maximumFractionDigits: 6 }),
      ]),
    );
    return (split: typeof unitsOf) =>
      (ms: number): string =>
        parts.format(split(ms).map(({ unit, count }) => formatters.get(unit)?.format(count) ?? ''));
  };
  const [long, short] = [lengths('long'), lengths('short')];
  return {
    locale,
    dateTime: dates({ ...dayMonthYear, ...clock }),
    time: dates(clock),
    date: dates(dayMonthYear),
    day: ofDay(dayMonthYear),
    shortDay: ofDay({ day: 'numeric', month: 'short' }),
    month: ofDay({ month: 'long', year: 'numeric' }),
    monthName: ofDay({ month: 'long' }),
    number: (n: number): string => plain.format(n),
    /** Of the exact digits of an amount, such as 12.50, with the code of its currency if that is named. */
    amount: (digits: string, currency?: string): string => {
      const style = currency
        ? ({ style: 'currency', currency, currencyDisplay: 'code' } as const)
        : {};
      const decimals = {
        minimumFractionDigits: digits.split('.')[1]?.length ?? 0,
        maximumFractionDigits: 20,
      };
      return numbers({ ...style, ...decimals }).format(decimal(digits));
    },
    /** Of the exact digits of a percentage, such as 99.98. */
    percent: (digits: string): string => precise.format(hundredth(digits)),
    /** With up to five decimals, where two would hide how it came about. */
    precisePercent: (digits: string): string => precisest.format(hundredth(digits)),
    /** Of a percentage that a rule names, with all of its decimals. */
    rulePercent: (percent: number): string => written.format(percent / 100),
    /** Of a share from 0 to 1 that a rule names. */
    ruleShare: (share: number): string => written.format(share),
    /** Of a share from 0 to 1. */
    share: (share: number): string => (share < 0.001 ? slight : rough).format(share),
    duration: long(unitsOf),
    shortDuration: short(unitsOf),
    /** With all of its units. */
    exactDuration: long(exactParts),
    shortExactDuration: short(exactParts),
    list: (items: readonly string[]): string => and.format(items),
    either: (items: readonly string[]): string => or.format(items),
  };
}

export type Format = ReturnType<typeof formatIn>;
