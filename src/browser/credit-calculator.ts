import { creditOf, readRule } from '../domain/credits/offer/calculator.ts';
import { Fraction, powerOfTen } from '../domain/credits/exact/fraction.ts';

// Works out a credit from downtime and fee, in whole numbers; nothing is sent anywhere.

const locale = document.body.dataset['locale'];
const amounts = (decimals: number) =>
  new Intl.NumberFormat(locale, { minimumFractionDigits: decimals });
/** What stands before decimals in the language of the page. Another mark could stand between thousands as well: nobody can be sure. */
const point =
  amounts(2)
    .formatToParts(0)
    .find(({ type }) => type === 'decimal')?.value ?? '.';

/** The number that stands in a field, or that it marks as wrong. */
function read(field: HTMLInputElement, digits: number, decimals: number): Fraction | undefined {
  const [whole = '', part = '0', ...more] = field.value.trim().split(point);
  const isNumber =
    /^\d+$/.test(whole) &&
    /^\d+$/.test(part) &&
    whole.length <= digits &&
    part.length <= decimals &&
    more.length === 0;
  field.ariaInvalid = isNumber ? null : 'true';
  return isNumber ? new Fraction(BigInt(whole + part), powerOfTen(part.length)) : undefined;
}

for (const group of document.querySelectorAll<HTMLFieldSetElement>('.calculator')) {
  const rule = readRule(group.dataset['rule'] ?? '');
  const [minutes, fee] = group.querySelectorAll('input');
  const [answer, note] = [group.querySelector('output'), group.querySelector('p')];
  if (!minutes || !fee || !answer || !note) continue;
  const promise = note.textContent;
  const work = (): void => {
    // Three decimals of a minute are whole milliseconds.
    const [outage, paid] = [read(minutes, 7, 3), read(fee, 15, 6)];
    const credit = outage && paid && creditOf(rule, (outage.n * 60_000n) / outage.d, paid);
    answer.value =
      credit === undefined
        ? ''
        : amounts(rule.decimals).format(`${credit}E-${rule.decimals}` as Intl.StringNumericLiteral);
    const said = credit === undefined ? (note.dataset['expected'] ?? '') : promise;
    if (note.textContent !== said) note.textContent = said;
    note.classList.toggle('wrong', credit === undefined);
  };
  group.addEventListener('input', work);
  group.hidden = false;
  work();
}
