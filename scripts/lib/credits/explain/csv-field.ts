/** A spreadsheet runs a field that begins like a formula; an apostrophe in front makes it text again. */
const isFormula = /^[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const months = 'jan|jän|feb|mar|mär|mrz|apr|may|mai|jun|jul|aug|sep|oct|okt|nov|dec|dez';
/** It makes 3 October of `10/3`, in German of `10.3` too, and of `MAR1` and `1. März` the first of March. */
const isDate = [
  /^\d{1,4} ?([/.-]) ?\d{1,4}( ?\1 ?\d{0,4})?$/,
  new RegExp(
    `^\\d{0,4}[\\s.,/-]{0,3}(${months})\\p{L}*[\\s.,/-]{0,3}\\d{0,4}([\\s.,/-]{1,3}\\d{0,4})?$`,
    'iu',
  ),
];
/** A time of day, alone or behind a date. */
const timeAtEnd =
  /(^|[\s,T])(\d{1,4}:\d{1,2}(:\d{1,2}([.,]\d{1,9})?)?( ?[ap]m?| uhr)?|\d{1,2}( [ap]|( ?[ap]m)))$/i;
// Semicolons and tabs too: some spreadsheets part fields at them.
const special = /[",;\t\r\n]/;
/** A field for programs: it is quoted where it has to be, and nothing else. */
export const quoted = (text: string): string =>
  special.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
/** What is neither a formula nor a date, and needs no quotes: most ids, told at once. */
const plain = /^(\w*_\w*|\d{0,5})$/;
const isNumber = /^\d+(\.\d+)?$/;

/** More characters than any date has. */
const longestDate = 50;

function readsAsDate(text: string): boolean {
  if (text.length > longestDate) return false;
  // It reads wide digits as it does others.
  const narrow = text.normalize('NFKC').trim();
  const date = narrow.replace(timeAtEnd, '');
  return /\d/.test(narrow) && (date === '' || isDate.some((pattern) => pattern.test(date)));
}

/** A field of a CSV file that no spreadsheet takes for something else. */
export const field = (text: string): string => {
  if (plain.test(text)) return text;
  return quoted(isFormula.test(text) || readsAsDate(text) ? `'${text}` : text);
};

/** A field that is a number, if it can be read. */
export const numberField = (text: string): string => (isNumber.test(text) ? text : field(text));

/** A field that is a date. */
export const dateField = (text: string): string => quoted(isFormula.test(text) ? `'${text}` : text);

const lastDigits = Array.from({ length: 1000 }, (_, number) => String(number).padStart(3, '0'));

/** The number of a row. V8 remembers the texts of numbers: of a million that come once, the thousands and what is behind them are few. */
export const rowField = (row: number): string =>
  row < 1000 ? String(row) : Math.trunc(row / 1000) + (lastDigits[row % 1000] ?? '');
