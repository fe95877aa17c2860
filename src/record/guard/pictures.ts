import { type Message, message } from '../../domain/findings/finding.ts';
import { picturePath } from './allowed.ts';
import { type Surroundings } from './refusal.ts';

/** What is wrong with a picture; `undefined` if nothing is. */
export function pictureRefusal(
  address: string,
  description: string,
  { hasPicture }: Surroundings,
): Message | undefined {
  const write = '![what the picture shows](./picture.png)';
  if (!hasPicture)
    return message(
      'Pictures cannot stand in this field.',
      'text',
      'Put the picture into the story of the postmortem.',
    );
  const path = picturePath(address);
  if (path === undefined) {
    const expected = 'a PNG, JPEG, GIF, WebP, AVIF or SVG file in the same folder or below it';
    return message(
      `“${address.slice(0, 80)}” is not a picture beside the postmortem.`,
      expected,
      write,
    );
  }
  if (!hasPicture(path))
    return message(`There is no picture “${path}”.`, 'a file beside the postmortem', write);
  if (!description.trim())
    return message('The picture has no description.', 'words for readers who do not see it', write);
  return undefined;
}
