import { extname } from 'node:path';
import { described, publicTextsIn } from '../domain/findings/schema/described.ts';
import { type Finding, findingText } from '../domain/findings/finding.ts';
import { type CheckedFile, isClear } from './checked-file.ts';
import type { CheckedFiles } from './checked-files.ts';
import { discretionOf, disclosed, sayable, textsOf } from './disclosure/disclosures.ts';
import { type PublicText, textWithoutLines, wholeText } from './disclosure/public-text.ts';
import { disclosesPlace, disclosesSecret } from './disclosure/rules.ts';
import type { CopiedFiles } from './files/public-folder.ts';
import { notesIn } from './picture/notes.ts';
import type { Picture } from './picture/picture.ts';
import { rasterOf } from './picture/raster.ts';
import { findingAt, top } from './yaml/source.ts';

/** The values of a file that a page may show, each where it begins. */
const fieldTexts = ({ source, schema }: CheckedFile): PublicText[] =>
  source.value === undefined
    ? []
    : publicTextsIn(described(schema), source.value).map(({ path, text }) => ({
        file: source.file,
        text,
        positionOf: () => source.locate(path),
      }));

/** The id of a page is its address. */
const addressText = ({ source: { file } }: CheckedFile): PublicText =>
  textWithoutLines(file, file.replace(/^\w+\/|\.\w+$/g, ''));

/** All texts in a record that pages show. The lock is not among them: nothing in it is written by people. */
function recordTexts(checked: CheckedFiles): PublicText[] {
  const { site, services, credits, incidents, postmortems, translations, stories } = checked;
  const pages = [...incidents.values(), ...postmortems.values()];
  return [
    ...[site, services, credits, ...translations.values(), ...pages].flatMap(fieldTexts),
    ...pages.map(addressText),
    ...[...stories.values()].map(({ source: { file }, body }) => wholeText(file, body)),
  ];
}

/** What each file says that may stand in it. */
const allowedInFiles = ({
  incidents,
  postmortems,
}: CheckedFiles): ReadonlyMap<string, readonly string[]> =>
  new Map(
    [...incidents.values(), ...postmortems.values()].flatMap(({ source: { file }, value }) =>
      value?.allowed_in_public ? [[file, textsOf(value.allowed_in_public)] as const] : [],
    ),
  );

const place = findingText(
  'This picture says where it was taken.',
  'a picture without the notes of the camera',
  'Save it again without metadata: `exiftool -all= FILE`, or “Remove properties” in the file manager.',
);

/** What a file says beside what it shows: its words, and a finding if a place is among it. */
interface PictureNotes {
  text: PublicText;
  findings: Finding[];
}

function pictureNotes(
  file: string,
  { type, bytes }: Pick<Picture, 'type' | 'bytes'>,
): PictureNotes {
  const { text, hasPlace } = notesIn(type, bytes);
  return {
    text: textWithoutLines(file, text),
    findings: hasPlace ? [findingAt(disclosesPlace, file, top, place)] : [],
  };
}

/** The same of pictures that are copied into the site as they are; what is called a picture and is none has no notes. */
const copiedNotes = ({ pictures }: Pick<CopiedFiles, 'pictures'>): PictureNotes[] =>
  pictures.flatMap(({ file, bytes }) => {
    const found = rasterOf(extname(file).slice(1).toLowerCase(), bytes);
    return 'what' in found ? [] : [pictureNotes(file, { type: found.type, bytes })];
  });

/** What must never be public, in all that the pages show and all that is copied beside them. */
export interface RecordDisclosures {
  findings: Finding[];
  /** Findings of any rule as they may be printed. */
  sayable: (findings: readonly Finding[]) => readonly Finding[];
}

export function recordDisclosures(
  checked: CheckedFiles,
  pictures: readonly { file: string; picture: Picture | undefined }[],
  copied: CopiedFiles,
): RecordDisclosures {
  const notes = [
    ...pictures.flatMap(({ file, picture }) => (picture ? [pictureNotes(file, picture)] : [])),
    ...copiedNotes(copied),
  ];
  const discretion = discretionOf(checked.site.value);
  const found = disclosed(
    [...recordTexts(checked), ...notes.map(({ text }) => text), ...copied.texts],
    discretion,
    allowedInFiles(checked),
  );
  const isSure = isClear(checked.site, 'contact') && isClear(checked.site, 'allowed_in_public');
  // Where nobody can tell what may stand there, that is said first.
  const findings = found.findings.filter(({ code }) => isSure || code === disclosesSecret.code);
  return {
    findings: [...findings, ...notes.flatMap((note) => note.findings)],
    sayable: (all) => sayable(all, found, discretion),
  };
}
