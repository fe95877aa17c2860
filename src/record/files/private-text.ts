/** What stands in each report of credits that people read. */
export const privateMark = 'Private: it names customers.';

/** How much of a file says what it is. Bytes. */
export const telling = 64 * 1024;

/** The headings of the lists that `npm run credits` reads, each with the names that it may have. */
const account = ['id', 'customer', 'customer_id', 'account', 'account_id'];
/** What price lists do not have, as they have fees, services, regions and days from which on they hold. */
const ofCustomers = [...account, 'line', 'line_id', 'covered_from', 'covered_to', 'covered_until'];
const lists: readonly (readonly (readonly string[])[])[] = [
  // Customers, and the report, which has all that the list has.
  [['plan', 'plan_id'], ['currency'], ofCustomers],
  // Whom an incident hit, who asked for a credit, and what is granted.
  [account, ['incident', 'incident_id']],
  [account, ['received_on', 'received']],
  [account, ['granted_before']],
  [account, ['currency_code'], ['reference']],
];

/** Above the headings there may be a line for a spreadsheet, or a title. */
const linesAbove = 10;

const words = (line: string): string[] =>
  line.split(/[,;\t|]/).map((word) =>
    word
      .replaceAll(/["'\uFEFF]/g, '')
      .trim()
      .toLowerCase()
      .replaceAll(/[\s-]+/g, '_'),
  );

function hasHeadings(text: string): boolean {
  return text
    .split(/\r\n?|\n/, linesAbove)
    .map(words)
    .some((found) =>
      lists.some((columns) => columns.every((names) => names.some((name) => found.includes(name)))),
    );
}

/** The keys of the report as JSON, which no price list has. */
const isJsonReport = (text: string): boolean =>
  ['only_policy', 'as_of', 'rows'].every((key) => text.includes(`"${key}"`));

/** How the ledger of what was granted begins, and what is written for programs that send invoices or letters. */
const isOfCredits = (text: string): boolean =>
  /^\{"(ledger|idempotency_key|letter_to)":/.test(text);

/** The beginning of a file as text, in the encodings in which spreadsheets write; `undefined` if it is none. */
function textOf(bytes: Uint8Array): string | undefined {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  return bytes.includes(0) ? undefined : new TextDecoder().decode(bytes);
}

/** Whether a file names customers, as far as its beginning tells: a list that `npm run credits` reads, or a report that it writes. */
export function namesCustomers(beginning: Uint8Array): boolean {
  const text = textOf(beginning);
  return (
    text !== undefined &&
    (text.includes(privateMark) || isJsonReport(text) || isOfCredits(text) || hasHeadings(text))
  );
}
