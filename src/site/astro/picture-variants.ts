import { join } from 'node:path';
import type { Plugin } from 'vite';
import { type Picture, publicName } from '../../record/picture/picture.ts';
import { keptOrConverted } from '../pictures/kept.ts';
import { isSource, offered, widthsFor } from '../pictures/variants.ts';
import type { PicturesOfStories, ShownPicture } from './story-pictures.ts';

const warning = (file: string): string =>
  `${file}: The pixels of this picture cannot be read. All readers get it as it is, and see what their browser makes of it. Expected: a whole picture. Save it again.\n`;

/** What browsers choose from for a picture that the gate has let pass; nothing where that cannot be made. */
async function offeredFor(picture: ShownPicture, folder: string) {
  if (!isSource(picture)) return [];
  try {
    return offered(picture, await keptOrConverted(picture, widthsFor(picture), folder));
  } catch {
    process.stderr.write(warning(picture.file));
    return [];
  }
}

/**
 * Gives the pictures of stories smaller variants after the gate has judged them, and before their story is compiled; in builds alone. One picture
 * after the other: the pixels of one take a lot of memory.
 */
export function variantsOfPictures(pictures: PicturesOfStories, cache: string): Plugin {
  const made = new Map<string, Promise<readonly Picture[]>>();
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (picture: ShownPicture): Promise<readonly Picture[]> => {
    const name = publicName(picture);
    const turn = made.get(name) ?? last.then(() => offeredFor(picture, join(cache, 'pictures')));
    made.set(name, turn);
    last = turn;
    return turn;
  };
  return {
    name: 'ownup-picture-variants',
    apply: 'build',
    transform: {
      order: 'pre',
      filter: { id: /\.mdx$/ },
      async handler(_, id) {
        const shown = [...(pictures.get(id) ?? [])];
        const chosen = await Promise.all(
          shown.map(async ([address, picture]) => {
            return [address, { ...picture, offered: await inTurn(picture) }] as const;
          }),
        );
        if (chosen.length > 0) pictures.set(id, new Map(chosen));
      },
    },
  };
}
