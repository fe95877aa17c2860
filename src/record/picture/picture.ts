import { createHash } from 'node:crypto';
import { extname } from 'node:path';
import type { Finding, FindingText } from '../../domain/findings/finding.ts';
import type { Files } from '../files/files.ts';
import { drawingOf } from './drawing.ts';
import { contentPicture } from '../guard/rules.ts';
import { findingAt, top } from '../yaml/source.ts';
import { readBytes, textOf } from '../files/text-file.ts';
import { type Raster, rasterOf } from './raster.ts';
import type { Size } from './size.ts';

/** What the bytes of a picture say. */
type Seen = Raster | (Size & { type: 'svg' });

/** A picture that has been looked into. `bytes` are what was looked into, and what readers get. */
export type Picture = Seen & { bytes: Uint8Array };

/** The name of a picture in a site, another for each that differs by a byte: hosts and browsers may keep it for ever. */
export const publicName = ({ type, bytes }: Picture): string =>
  `${createHash('sha256').update(bytes).digest('hex').slice(0, 20)}.${type === 'jpeg' ? 'jpg' : type}`;

const refused = (file: string, text: FindingText): Finding =>
  findingAt(contentPicture, file, top, text);

function drawingIn(file: string, bytes: Uint8Array): Seen | Finding[] {
  const { text, findings } = textOf(file, bytes);
  if (text === undefined) return findings;
  const found = drawingOf(text);
  if ('what' in found) return [...findings, refused(file, found)];
  return findings.length ? findings : { type: 'svg', ...found };
}

function rasterIn(file: string, bytes: Uint8Array): Seen | Finding[] {
  const found = rasterOf(extname(file).slice(1).toLowerCase(), bytes);
  return 'what' in found ? [refused(file, found)] : found;
}

/** Reads a file of the content folder once, and judges it by its bytes. There is a picture where nothing is wrong with it. */
export function readPicture(
  files: Files,
  file: string,
): { picture: Picture | undefined; findings: Finding[] } {
  const { bytes, findings } = readBytes(files, file);
  if (!bytes) return { picture: undefined, findings };
  const found = /\.svg$/i.test(file) ? drawingIn(file, bytes) : rasterIn(file, bytes);
  return Array.isArray(found)
    ? { picture: undefined, findings: found }
    : { picture: { ...found, bytes }, findings: [] };
}
