/** A name as an id: small letters, digits, dots and hyphens. Empty if nothing of it can be written so. */
export const slug = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replaceAll('ß', 'ss')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, (signs) => (/^[._]$/.test(signs) ? signs : '-'))
    .slice(0, 100)
    .replace(/^[._-]+|[._-]+$/g, '');

/** `wanted`, or with a number after it if that is taken. */
export function unique(wanted: string, taken: { has: (id: string) => boolean }): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n++) id = `${wanted}-${n}`;
  return id;
}
