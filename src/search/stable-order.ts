import { createHash } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import type { IndexFile } from 'pagefind';

/** Each file of the index begins with this; CBOR follows. */
const magic = 'pagefind_dcd'.length;
const pair = Buffer.from([0x82]);

/** The head of the CBOR item at `start`: what it is, its number or length, and where its contents begin. */
function headAt(bytes: Buffer, start: number): { major: number; value: number; at: number } {
  const first = bytes.readUInt8(start);
  const [major, low] = [first >> 5, first & 31];
  const size = low < 24 ? 0 : 2 ** (low - 24);
  if (![0, 3, 4].includes(major) || size > 4)
    throw new Error('The index for the search has a form that Ownup does not know.');
  return { major, value: size ? bytes.readUIntBE(start + 1, size) : low, at: start + 1 + size };
}

/** Where the item at `start` ends: a number, a text, or a list of such. */
function endOf(bytes: Buffer, start: number): number {
  const { major, value, at } = headAt(bytes, start);
  if (major === 0) return at;
  if (major === 3) return at + value;
  let end = at;
  for (let item = 0; item < value; item++) end = endOf(bytes, end);
  return end;
}

/** A filter is a pair: its name, and a list of values with their pages. */
function sortedFilter(bytes: Buffer): { name: Buffer; sorted: Buffer } {
  const nameEnd = endOf(bytes, magic + 1);
  const { value: count, at } = headAt(bytes, nameEnd);
  const values: Buffer[] = [];
  for (let start = at; values.length < count; start += values.at(-1)?.length ?? 0)
    values.push(bytes.subarray(start, endOf(bytes, start)));
  return {
    name: bytes.subarray(magic + 1, nameEnd),
    sorted: Buffer.concat([bytes.subarray(0, at), ...values.sort(Buffer.compare)]),
  };
}

const digest = (bytes: Buffer, digits: number): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, digits);
const text = (words: string): Buffer =>
  Buffer.concat([Buffer.from([0x60 + words.length]), Buffer.from(words)]);

/** Bytes in which the `old` items, which stand one behind the other in any order, are replaced by others. */
function withItems(bytes: Buffer, old: readonly Buffer[], items: readonly Buffer[]): Buffer {
  const starts = old.map((item) => bytes.indexOf(item));
  const start = Math.min(...starts);
  const length = old.reduce((sum, item) => sum + item.length, 0);
  const end = Math.max(...starts.map((at, index) => at + (old[index]?.length ?? 0)));
  if (start < 0 || end - start !== length)
    throw new Error('The index for the search has a form that Ownup does not know.');
  return Buffer.concat([bytes.subarray(0, start), ...items, bytes.subarray(end)]);
}

/**
 * The same index in one order: pagefind 1.5 writes filters and their values in the order of a hash map, which is another at each run, and
 * names files by what they contain. Everything else is the same for the same pages.
 */
export function inStableOrder(files: readonly IndexFile[]): IndexFile[] {
  const renamed = new Map<string, string>();
  const [before, after]: [Buffer[], Buffer[]] = [[], []];
  const put = (path: string, bytes: Buffer, digits: number): IndexFile => {
    const [, prefix = '', old = '', ending = ''] =
      /^(.*?)([a-z-]+_[0-9a-f]+)(\.pf_\w+)$/.exec(path) ?? [];
    const name = `${old.slice(0, -digits)}${digest(bytes, digits)}`;
    renamed.set(old, name);
    return { path: `${prefix}${name}${ending}`, content: gzipSync(bytes, { level: 9 }) };
  };
  const sorted = files.map((file): IndexFile => {
    if (!file.path.endsWith('.pf_filter')) return file;
    const { name, sorted: bytes } = sortedFilter(gunzipSync(file.content));
    const made = put(file.path, bytes, 7);
    const hash = (path: string): Buffer => text(path.replace(/^.*\/|\.pf_filter$/g, ''));
    before.push(Buffer.concat([pair, name, hash(file.path)]));
    after.push(Buffer.concat([pair, name, hash(made.path)]));
    return made;
  });
  if (before.length === 0) return [...files];
  const withMeta = sorted.map((file) =>
    file.path.endsWith('.pf_meta')
      ? put(file.path, withItems(gunzipSync(file.content), before, after.sort(Buffer.compare)), 10)
      : file,
  );
  return withMeta.map((file) => {
    if (file.path !== 'pagefind-entry.json') return file;
    const entry = [...renamed].reduce(
      (json, [old, name]) => json.replaceAll(`"${old}"`, `"${name}"`),
      Buffer.from(file.content).toString(),
    );
    return { path: file.path, content: Buffer.from(entry) };
  });
}
