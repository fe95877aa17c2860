import { SaxesParser } from 'saxes';

const runs =
  /^(script|foreignobject|iframe|object|embed|handler|animate|set|animatetransform|animatemotion)$/i;

/** Whether CSS or an attribute fetches something. A backslash could spell any of it differently. */
const fetches = (text: string): boolean =>
  /url\((?!\s*['"]?\s*#)|@import|\b(image-set|src)\(|javascript:|\\/i.test(text);

function attributeTrouble(name: string, value: string): string | undefined {
  if (/^on/i.test(name)) return `has an event handler “${name}”`;
  if (/^xmlns(:|$)/i.test(name)) return /xhtml/i.test(value) ? 'has HTML in it' : undefined;
  if (/(^|:)href$|^src$/i.test(name))
    return value.startsWith('#') ? undefined : `loads something (“${name}”)`;
  // Names with a prefix are notes that drawing programs leave for themselves.
  return !name.includes(':') && fetches(value) ? `loads something (“${name}”)` : undefined;
}

/** Why an SVG file is not just a drawing; `undefined` if it is. Opened by itself it would be a page of this site. */
export function drawingTrouble(text: string): string | undefined {
  let trouble: string | undefined;
  // The text of a style in one piece: browsers read it so, whatever comments or sections divide it.
  let style = '';
  const open: string[] = [];
  const read = (inside: string): void => void (open.includes('style') && (style += inside));
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    const local = (name.split(':').at(-1) ?? name).toLowerCase();
    open.push(local);
    if (runs.test(local)) trouble ??= `has an element <${name}>`;
    for (const [attribute, value] of Object.entries(attributes))
      trouble ??= attributeTrouble(attribute, value);
  });
  parser.on('closetag', () => {
    if (open.pop() === 'style' && fetches(style)) trouble ??= 'loads something from its style';
  });
  parser.on('text', read);
  parser.on('cdata', read);
  parser.on('processinginstruction', () => (trouble ??= 'has a processing instruction'));
  parser.on('doctype', () => (trouble ??= 'has a document type'));
  parser.on('error', (error) => (trouble ??= `is not well-formed: ${error.message}`));
  parser.write(text).close();
  return trouble;
}
