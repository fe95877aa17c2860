/** Picks the form that a number takes in `language`, and puts the number where it says #. */
export function countIn(language: string) {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(language);
  return (
    n: number,
    forms: Partial<Record<Intl.LDMLPluralRule, string>> & { other: string },
  ): string => (forms[rules.select(n)] ?? forms.other).replaceAll('#', numbers.format(n));
}
