import type { Finding } from '../../domain/findings/finding.ts';
import { canonicalTag, isLanguage } from '../../domain/language.ts';
import type { Files } from './files.ts';
import { translationFile } from './layout.ts';
import { tableFile } from '../guard/allowed.ts';
import { privateFile, unexpectedFile, unreadableFile } from '../findings/reading-rules.ts';
import { findingAt, top } from '../yaml/source.ts';
import { readBytes } from './text-file.ts';

const isPrivate = {
  what: 'This looks like a list of customers, in a folder that is published.',
  expected:
    'no tables in the content folder; what concerns single customers is never part of the record',
  write: 'Move it out of the repository. If it was ever committed, remove it from the history too.',
};

const unexpected = {
  what: 'No page shows this file.',
  expected:
    'incidents/ID.yaml, postmortems/ID.mdx with pictures beside it, templates/ID.yaml, strings/TAG.yaml, site.yaml, services.yaml or credits.yaml; an ID has small letters, digits, dots and hyphens, at most 120 of them, does not end with .html or .xml, and is no year and no “older”',
  write: 'Rename it, or move it out of the content folder.',
};

/** A file that is there for a language, and does not say which. */
function wrongTag(file: string) {
  const tag = file.replace(/^strings\/|\.\w+$/g, '');
  const canonical = canonicalTag(tag);
  return {
    what: `“${tag}” is not the tag of a language.`,
    expected: 'strings/TAG.yaml, with a tag as browsers know it, such as fr or pt-BR',
    write:
      canonical && isLanguage(canonical)
        ? `Rename it to strings/${canonical}.yaml.`
        : 'Rename it, or move it out of the content folder.',
  };
}

const closed = {
  what: 'This folder cannot be opened.',
  expected: 'a folder whose files may be read',
  write: 'Give whoever runs this the right to open it, or move it out of the content folder.',
};

/** What a file is doing in the content folder that has no place there. */
function strayFinding(file: string): Finding {
  if (file.endsWith('/')) return findingAt(unreadableFile, file.slice(0, -1), top, closed);
  if (tableFile.test(file)) return findingAt(privateFile, file, top, isPrivate);
  const said = translationFile.test(file) ? wrongTag(file) : unexpected;
  return findingAt(unexpectedFile, file, top, said);
}

/** What is found of links, wherever they lie, and of the files that have no place: a file behind a link is none that could have one. */
export function strayFindings(files: Files, unexpected: readonly string[]): Finding[] {
  const links = new Set(files.links());
  return [
    ...[...links].flatMap((file) => readBytes(files, file).findings),
    ...unexpected.filter((file) => tableFile.test(file) || !links.has(file)).map(strayFinding),
  ];
}
