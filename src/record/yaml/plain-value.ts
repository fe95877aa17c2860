import { CORE_SCHEMA, load } from 'js-yaml';

/*
 * Nearly all files of a record are YAML of the simplest kind, of which only the value is asked for. js-yaml reads that in a sixth of the time. What it
 * takes in another way than `yaml`, which knows places and finds more slips, is not for it.
 */

/** Tabs, `? key`, anchors, aliases, tags, directives, several documents, keys that are empty, quoted or lists, comments and dashes without their space. */
const unusual =
  /[\t\r]|(?:^ *|[:-] +|[[{,] *)[?&*!]|(?:^|[[{,-]) *:|^%|^(?:---|\.\.\.)|["'\]}](?:#|\s*:)|[{,]\s*\[|^[ -]*- *$|\\U/m;

/** A key that was read as a text is one; of a number, a nothing or a list js-yaml makes another text than was written. */
const isText = (key: string): boolean =>
  /^[A-Za-z/][\w./~%-]{0,500}$/.test(key) && !/^(?:null|true|false|nan|infinity)$/i.test(key);

/** Whether a value is a group or a list, no deeper than `levels`, with keys that are texts. */
const isPlain = (value: unknown, levels: number): boolean =>
  typeof value !== 'object' ||
  value === null ||
  (levels > 0 &&
    (Array.isArray(value)
      ? value.every((item) => isPlain(item, levels - 1))
      : Object.entries(value).every(([key, item]) => isText(key) && isPlain(item, levels - 1))));

/** The value of JSON as programs write it, such as the lock, which has as many lines as promises were ever made: it has no key twice, and no sign that YAML reads otherwise. */
function writtenValue(text: string): unknown {
  if (!text.startsWith('{\n') || text.includes('\\u')) return undefined;
  const value: unknown = JSON.parse(text);
  return JSON.stringify(value, null, 2) === text.trimEnd() ? value : undefined;
}

/** The value of a text of YAML that is beyond doubt, at most `levels` deep; `undefined` for any other text, which may be right all the same. */
export function plainValue(text: string, levels: number): object | undefined {
  let doubtful = false;
  try {
    const written = writtenValue(text);
    if (written === undefined && unusual.test(text)) return undefined;
    const value =
      written ?? load(text, { schema: CORE_SCHEMA, onWarning: () => (doubtful = true) });
    const isWhole = typeof value === 'object' && value !== null && isPlain(value, levels);
    return isWhole && !doubtful ? value : undefined;
  } catch {
    return undefined;
  }
}
