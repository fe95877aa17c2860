import { type FindingText, findingText } from '../../domain/findings/finding.ts';
import { picturePath } from './allowed.ts';
import { type Surroundings } from './guard-finding.ts';

/** What is wrong with a picture; `undefined` if nothing is. */
export function pictureFinding(
  address: string,
  description: string,
  { hasPicture }: Surroundings,
): FindingText | undefined {
  const write = '![what the picture shows](./picture.png)';
  if (!hasPicture)
    return findingText(
      'Pictures cannot stand in this field.',
      'text',
      'Put the picture into the story of the postmortem.',
    );
  const path = picturePath(address);
  if (path === undefined) {
    const expected = 'a PNG, JPEG, GIF, WebP, AVIF or SVG file in the same folder or below it';
    return findingText(
      `“${address.slice(0, 80)}” is not a picture beside the postmortem.`,
      expected,
      write,
    );
  }
  if (!hasPicture(path))
    return findingText(`There is no picture “${path}”.`, 'a file beside the postmortem', write);
  if (!description.trim())
    return findingText(
      'The picture has no description.',
      'words for readers who do not see it',
      write,
    );
  return undefined;
}
