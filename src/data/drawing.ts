import { SaxesParser } from 'saxes';

const runs = /^(script|foreignobject|iframe|object|embed|handler|animate|set|animatetransform|animatemotion)$/i;
const loads = (name: string, value: string): boolean => (/(^|:)href$|^src$/i.test(name) && !value.startsWith('#')) || /url\(\s*['"]?(?!\s*#)|@import|javascript:/i.test(value);

/** Why an SVG file is not just a drawing; `undefined` if it is. Opened by itself it would be a page of this site. */
export function drawingTrouble(text: string): string | undefined {
  let trouble: string | undefined;
  const parser = new SaxesParser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    const local = name.split(':').at(-1) ?? name;
    if (runs.test(local)) trouble ??= `has an element <${name}>`;
    for (const [attribute, value] of Object.entries(attributes)) {
      if (/^on/i.test(attribute)) trouble ??= `has an event handler “${attribute}”`;
      if (loads(attribute, value)) trouble ??= `loads something (“${attribute}”)`;
    }
  });
  parser.on('text', (inside) => {
    if (loads('', inside)) trouble ??= 'loads something from its style';
  });
  parser.on('cdata', (inside) => {
    if (loads('', inside)) trouble ??= 'loads something from its style';
  });
  parser.on('processinginstruction', () => (trouble ??= 'has a processing instruction'));
  parser.on('doctype', () => (trouble ??= 'has a document type'));
  parser.on('error', (error) => (trouble ??= `is not well-formed: ${error.message}`));
  parser.write(text).close();
  return trouble;
}
