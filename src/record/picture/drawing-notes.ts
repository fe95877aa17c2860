import { drawingParser } from './parsers.ts';

/** Attributes that draw. In them numbers stand as they never do in a text. */
const draws =
  /^(d|points|transform|viewBox|style|class|id|xmlns(:.*)?|href|xlink:href|.*[Tt]ransform)$/;

/** The words of a drawing that has been found to be one: what it shows, its descriptions, and what a program or a person has left in it. */
export function drawingNotes(text: string): string {
  const words: string[] = [];
  let styles = 0;
  const Parser = drawingParser();
  const parser = new Parser({ xmlns: false });
  parser.on('opentag', ({ name, attributes }) => {
    if (/(^|:)style$/i.test(name)) styles++;
    words.push(name);
    for (const [key, value] of Object.entries(attributes))
      if (!draws.test(key)) words.push(key, value);
  });
  parser.on('closetag', ({ name }) => void (/(^|:)style$/i.test(name) && styles--));
  const read = (found: string): void => void (styles === 0 && words.push(found));
  parser.on('text', read);
  parser.on('cdata', read);
  parser.on('comment', (found) => void words.push(found));
  parser.on('error', () => undefined);
  parser.write(text).close();
  return words.filter((word) => word.trim() !== '').join('\n');
}
