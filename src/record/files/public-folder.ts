import {
  type Dirent,
  closeSync,
  openSync,
  readFileSync,
  readSync,
  realpathSync,
  statSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Finding, FindingText } from '../../domain/findings/finding.ts';
import { environment } from '../../environment/environment.ts';
import { isInside } from '../../environment/is-inside.ts';
import { decodeUtf8 } from '../../text/utf8.ts';
import { type PublicText, wholeText } from '../disclosure/public-text.ts';
import { rasterEnding } from '../guard/allowed.ts';
import { entriesIn } from './public-files.ts';
import { namesCustomers, telling } from './private-text.ts';
import { privateFile, unreadableFile } from '../findings/reading-rules.ts';
import { findingAt, top } from '../yaml/source.ts';

function beginningOf(path: string): Uint8Array {
  const handle = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(telling);
    return bytes.subarray(0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

const toMove =
  'Move it out of the repository. If it was ever committed, remove it from the history too.';

const customers: FindingText = {
  what: 'This names customers, in a folder that is copied into the site as it is.',
  expected: 'nothing that concerns single customers',
  write: toMove,
};

const spreadsheet: FindingText = {
  what: 'Nobody can look into this spreadsheet before it is published, and lists of customers look like that.',
  expected: 'tables as CSV, or as a PDF',
  write: 'Save it as CSV, or move it out of the repository.',
};

const closed: FindingText = {
  what: 'This cannot be read, and would be copied into the site.',
  expected: 'a file that may be read',
  write: 'Give whoever runs this the right to read it, or remove it.',
};

const leadsOut: FindingText = {
  what: 'This is a link that leads to no file in this folder, which is copied into the site with all that links lead to.',
  expected: 'files, and links to files in this folder',
  write: 'Put the file itself here, or remove the link.',
};

/** Whether a link leads to a file within `root`. */
function staysWithin(root: string, path: string): boolean {
  try {
    const target = realpathSync(path);
    return isInside(target, realpathSync(root)) && statSync(target).isFile();
  } catch {
    return false;
  }
}

function troubleWith(
  root: string,
  entry: Dirent,
): [rule: typeof privateFile, FindingText] | undefined {
  const path = join(entry.parentPath, entry.name);
  if (entry.isSymbolicLink())
    return staysWithin(root, path) ? undefined : [unreadableFile, leadsOut];
  if (!entry.isFile()) return [unreadableFile, closed];
  if (/\.(xlsx?|ods)(?![a-z0-9])/i.test(entry.name)) return [privateFile, spreadsheet];
  try {
    return namesCustomers(beginningOf(path)) ? [privateFile, customers] : undefined;
  } catch {
    return [unreadableFile, closed];
  }
}

/** Larger files are no texts that somebody reads. Bytes. */
const largestText = 1024 * 1024;

/** A file that is copied into the site, with its place relative to the content folder. */
interface CopiedFile {
  file: string;
  bytes: Uint8Array;
}

/** What lies in the folder that is copied into the site: what of it must not be published, its texts, and its pictures. */
export interface CopiedFiles {
  findings: Finding[];
  texts: PublicText[];
  pictures: CopiedFile[];
}

export function publicFolder(): CopiedFiles {
  const { publicFolder: folder, content } = environment();
  const copied: CopiedFiles = { findings: [], texts: [], pictures: [] };
  for (const entry of entriesIn(folder)) {
    const path = join(entry.parentPath, entry.name);
    const file = relative(content, path).replaceAll(sep, '/');
    const trouble = troubleWith(folder, entry);
    if (trouble) copied.findings.push(findingAt(trouble[0], file, top, trouble[1]));
    else if (rasterEnding.test(file)) copied.pictures.push({ file, bytes: readFileSync(path) });
    else if (statSync(path).size <= largestText) {
      const bytes = readFileSync(path);
      if (!bytes.includes(0)) copied.texts.push(wholeText(file, decodeUtf8(bytes).text));
    }
  }
  return copied;
}
