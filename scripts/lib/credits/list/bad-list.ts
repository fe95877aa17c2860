/** Why a list cannot be used at all. It names rows and columns by their numbers, and never repeats what stands in a row. */
export class BadList extends Error {}

const explained: Readonly<Record<string, [what: string, expected: string]>> = {
  CSV_QUOTE_NOT_CLOSED: [
    'a quote is opened and never closed',
    'a quote at the end of the field; a quote inside a field is written twice',
  ],
  CSV_INVALID_CLOSING_QUOTE: [
    'something stands behind a closing quote',
    'the separator behind it; a quote inside a field is written twice',
  ],
  INVALID_OPENING_QUOTE: [
    'a quote stands inside a field that does not begin with one',
    'the whole field in quotes, and quotes inside it written twice',
  ],
  CSV_MAX_RECORD_SIZE: [
    'the row is longer than a megabyte; probably a quote is opened and never closed',
    'a quote at the end of each quoted field',
  ],
};

/** What is wrong with a row that the parser stopped at, by its code. */
export function unreadableRow(code: string | undefined, file: string, row: number): BadList {
  const [what, expected] = explained[code ?? ''] ?? [
    'the row cannot be understood',
    'fields with separators between them',
  ];
  return new BadList(`${file}, row ${row}: ${what}. Expected: ${expected}. Nothing was written.`);
}

export const notUtf8 = (file: string, row: number): BadList =>
  new BadList(
    `${file}, row ${row}: this is not UTF-8 text. Expected: a CSV file in UTF-8, with or without a byte order mark. Save it again with the encoding UTF-8.`,
  );

export const unopened = (path: string, error: unknown): BadList =>
  new BadList(
    `${path} cannot be read (${(error as NodeJS.ErrnoException).code ?? 'no reason given'}). Expected: a CSV file.`,
  );
