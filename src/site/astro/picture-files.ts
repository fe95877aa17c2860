import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { type Picture, publicName } from '../../record/picture/picture.ts';
import { mediaType } from '../../text/media-type.ts';
import type { PicturesOfStories } from './story-pictures.ts';

/** Where Astro puts files whose names say what is in them: hosts cache the whole folder for ever. */
const folder = '_astro';

/** The address of a picture in a site below `base`. */
export const addressOf = (picture: Picture, base: string): string =>
  `${base}${folder}/${publicName(picture)}`;

const allOf = (pictures: PicturesOfStories): Picture[] =>
  [...pictures.values()].flatMap((shown) =>
    [...shown.values()].flatMap((picture) => [picture, ...picture.offered]),
  );

/** Puts the pictures that pages show into the site, from memory: nobody opens their files again. In `dev` they are sent from there. */
export const pictureFiles = (pictures: PicturesOfStories): AstroIntegration => ({
  name: 'ownup-pictures',
  hooks: {
    'astro:build:done': ({ dir }) => {
      const into = join(fileURLToPath(dir), folder);
      mkdirSync(into, { recursive: true });
      for (const picture of allOf(pictures))
        writeFileSync(join(into, publicName(picture)), picture.bytes);
    },
    'astro:server:setup': ({ server }) => {
      server.middlewares.use((request, response, next) => {
        const [, name] = (request.url ?? '').split(`/${folder}/`);
        const picture = name && allOf(pictures).find((shown) => publicName(shown) === name);
        if (!picture) return next();
        response.writeHead(200, { 'content-type': mediaType(name) }).end(picture.bytes);
      });
    },
  },
});
