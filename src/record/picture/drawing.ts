import type { SaxesTagNS } from 'saxes';
import { type FindingText, findingText } from '../../domain/findings/finding.ts';
import { type DrawingFrame, drawingSize } from './drawing-size.ts';
import { drawingParser } from './parsers.ts';
import { type Size, isTooLarge, mostOfSize } from './size.ts';

const runs =
  /^(script|foreignobject|iframe|object|embed|handler|animate|set|animatetransform|animatemotion)$/i;

/** Whether CSS or an attribute fetches something. A backslash could spell any of it differently. */
const fetches = (text: string): boolean =>
  /url\((?!\s*#|\s*['"]\s*#)|@import|\b(image-set|src)\(|javascript:|\\/i.test(text);

function attributeTrouble(name: string, value: string): string | undefined {
  if (/^on/i.test(name)) return `has an event handler “${name}”`;
  if (/^xmlns(:|$)/i.test(name)) return /xhtml/i.test(value) ? 'has HTML in it' : undefined;
  if (/(^|:)href$|^src$/i.test(name))
    return value.startsWith('#') ? undefined : `loads something (“${name}”)`;
  // Names with a prefix are notes that drawing programs leave for themselves.
  return !name.includes(':') && fetches(value) ? `loads something (“${name}”)` : undefined;
}

function elementTrouble({ name, local, attributes }: SaxesTagNS): string | undefined {
  if (runs.test(local)) return `has an element <${name}>`;
  for (const attribute of Object.values(attributes)) {
    const trouble = attributeTrouble(attribute.name, attribute.value);
    if (trouble) return trouble;
  }
  return undefined;
}

/** The bytes are read as UTF-8, and are to mean the same to a browser. */
const encodingTrouble = (encoding = 'UTF-8'): string | undefined =>
  /^utf-?8$/i.test(encoding) ? undefined : `says that it is written in ${encoding.slice(0, 20)}`;

/** What is found in an SVG file: why it is not just a drawing, and what its outermost element says of its size. */
interface Seen {
  trouble: string | undefined;
  frame: DrawingFrame;
}

const frameOf = ({ attributes: { width, height, viewBox } }: SaxesTagNS): DrawingFrame => ({
  width: width?.value,
  height: height?.value,
  viewBox: viewBox?.value,
});

const deepest = 200;
const atOnce = 16 * 1024;

/**
 * Finds drawings that are shown again within what is shown again: ten times ten times ten and so on keeps the browser of every reader busy for
 * ever. `open` takes each element, `close` its end, and `isNested` tells at the end.
 */
function repeats() {
  const ids: string[] = [];
  /** The ids of what holds a repetition, and of what is repeated. */
  const holders = new Set<string>();
  const shown = new Set<string>();
  return {
    open({ local, attributes }: SaxesTagNS): void {
      const all = Object.values(attributes);
      ids.push(all.find(({ name }) => name === 'id')?.value ?? '');
      if (local !== 'use') return;
      for (const id of ids) holders.add(id);
      for (const { local: name, value } of all) if (name === 'href') shown.add(value.slice(1));
    },
    close: (): void => void ids.pop(),
    isNested: (): boolean => [...shown].some((id) => id !== '' && holders.has(id)),
  };
}

function look(text: string): Seen {
  let trouble: string | undefined;
  let frame: DrawingFrame | undefined;
  // The text of a style in one piece: browsers read it so, whatever comments or sections divide it.
  let style = '';
  let styles = 0;
  let depth = 0;
  const repeated = repeats();
  const read = (inside: string): void => void (styles > 0 && (style += inside));
  const Parser = drawingParser();
  const parser = new Parser({ xmlns: true });
  parser.on('opentag', (tag) => {
    if (++depth > deepest) trouble ??= 'is nested too deep';
    if (tag.local.toLowerCase() === 'style') styles++;
    if (!frame && (tag.local !== 'svg' || tag.uri !== 'http://www.w3.org/2000/svg'))
      trouble ??= `begins with an element <${tag.name}> that is not SVG’s <svg>`;
    frame ??= frameOf(tag);
    trouble ??= elementTrouble(tag);
    repeated.open(tag);
  });
  parser.on('closetag', ({ local }) => {
    depth--;
    repeated.close();
    if (local.toLowerCase() !== 'style' || --styles > 0) return;
    if (fetches(style)) trouble ??= 'loads something from its style';
    style = '';
  });
  parser.on('text', read);
  parser.on('cdata', read);
  parser.on('xmldecl', ({ encoding }) => (trouble ??= encodingTrouble(encoding)));
  parser.on('processinginstruction', () => (trouble ??= 'has a processing instruction'));
  parser.on('doctype', () => (trouble ??= 'has a document type'));
  parser.on('error', (error) => (trouble ??= `is not well-formed: ${error.message}`));
  // What is nested deep costs the parser the square of that: no more is read than what is needed to refuse it.
  for (let at = 0; at < text.length && !trouble; at += atOnce)
    parser.write(text.slice(at, at + atOnce));
  if (!trouble) parser.close();
  if (repeated.isNested()) trouble ??= 'repeats what has a repetition in it (<use>)';
  return { trouble, frame: frame ?? { width: undefined, height: undefined, viewBox: undefined } };
}

/** The size of the drawing in an SVG file, or why it is not just a drawing. Opened by itself it would be a page of this site. */
export function drawingOf(text: string): Size | FindingText {
  const { trouble, frame } = look(text);
  if (trouble)
    return findingText(
      `This drawing ${trouble}.`,
      'shapes and text only',
      'Save it as a plain SVG in UTF-8, or as a PNG.',
    );
  const size = drawingSize(frame);
  if (!size)
    return findingText(
      'This drawing does not say how wide and high it is.',
      'a viewBox, or a width and a height in numbers',
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 270">, with its own width and height in the place of 480 and 270',
    );
  if (isTooLarge(size))
    return findingText(
      `This drawing has ${size.width} × ${size.height} pixels.`,
      mostOfSize,
      'Write a smaller width and height beside its viewBox.',
    );
  return size;
}
