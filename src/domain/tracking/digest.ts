/** The text without what does not count as an edit: line ends, space at the end of a line, invisible spaces, and ticks in a checklist. */
const plainForm = (text: string): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u200B-\u200D\u2060\uFEFF]/g, '')
    .replace(/[ \t]+$/gm, '')
    .replace(/^((?:> ?)*\s*[-*+] \[)[xX](\] )/gm, '$1 $2')
    .trim();

const rotated = (a: number, b: number): number => a ^ (b >>> 16);

/** 53 bits of a text as hexadecimal digits: to notice an edit, not to withstand an attack. */
export function digest(text: string): string {
  let [a, b] = [0xdeadbeef, 0x41c6ce57];
  for (const character of plainForm(text)) {
    const code = character.codePointAt(0) ?? 0;
    a = Math.imul(a ^ code, 2654435761);
    b = Math.imul(b ^ code, 1597334677);
  }
  a = Math.imul(rotated(a, a), 2246822507) ^ Math.imul(rotated(b, b), 3266489909);
  b = Math.imul(rotated(b, b), 2246822507) ^ Math.imul(rotated(a, a), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(16).padStart(14, '0');
}
