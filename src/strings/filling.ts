import type { Forms } from './says.ts';

type Value = string | number;

/** Fills texts in a language: picks the form that a number takes, and writes numbers as it does. */
export function fillingIn(language: string) {
  const rules = new Intl.PluralRules(language);
  const counted = new Intl.NumberFormat(language, {
    maximumFractionDigits: 15,
  });
  // A year has no mark between its thousands.
  const plain = new Intl.NumberFormat(language, {
    useGrouping: false,
    maximumFractionDigits: 15,
  });
  return (text: string | Forms, names: readonly string[]) => {
    const countAt = names.indexOf('#');
    return (...values: Value[]): string => {
      const form =
        typeof text === 'string'
          ? text
          : (text[rules.select(Number(values[countAt]))] ?? text.other);
      return form.replace(/\{(\w+)\}|#/g, (place, name: string | undefined) => {
        const value = values[name === undefined ? countAt : names.indexOf(name)];
        if (typeof value !== 'number') return value ?? place;
        return (name === undefined ? counted : plain).format(value);
      });
    };
  };
}
