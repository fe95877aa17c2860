/** `text` on one line, with what does not show written out: what a record says must not move a terminal, or give orders to a robot that reads along. */
export const visible = (text: string): string =>
  text.replace(
    /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069\uFEFF]/gu,
    (hidden) => `\\u${(hidden.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
