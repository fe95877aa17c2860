import { fileURLToPath } from 'node:url';
import { defineHastPlugin, defineMdastPlugin } from 'satteri';
import type { Strings } from '../../strings/index.ts';
import { sizes } from '../pictures/variants.ts';
import { alignedByClass, linksUnder } from '../markdown.ts';
import { addressOf } from './picture-files.ts';
import type { PicturesOfStories } from './story-pictures.ts';

/** The heading under which a page puts the story. */
const above = 2;

/** Whatever levels its author chose, the headings of a story follow that of the page without a gap. A plugin for each story: it counts. */
const headingsInOrder = () => {
  const open: number[] = [];
  return defineMdastPlugin({
    name: 'headings-in-order',
    heading(node, context) {
      while ((open.at(-1) ?? 0) >= node.depth) open.pop();
      open.push(node.depth);
      context.setProperty(node, 'depth', Math.min(6, above + open.length) as typeof node.depth);
    },
  });
};

/**
 * Pictures become addresses of files that the site has, so that no compiler ever opens what lies beside a story. None is on the first screen:
 * above a story stands what we did wrong.
 */
const picturesUnder = (base: string, pictures: PicturesOfStories) =>
  defineMdastPlugin({
    name: 'pictures-under-base',
    image(node, context) {
      const picture =
        context.fileURL && pictures.get(fileURLToPath(context.fileURL))?.get(node.url);
      if (!picture) throw new Error(`The picture ${node.url} has not been judged.`);
      const { width, height, offered } = picture;
      const choice = offered.length > 0 && {
        srcset: offered.map((one) => `${addressOf(one, base)} ${one.width}w`).join(', '),
        sizes,
      };
      context.setProperty(node, 'url', addressOf(picture, base));
      context.setProperty(node, 'data', {
        hProperties: { width, height, loading: 'lazy', decoding: 'async', ...choice },
      });
    },
  });

/** Footnotes are known by numbers, so that no two of a story share an id, whatever they are called. A plugin for each story. */
const footnotesNumbered = () => {
  const numbers = new Map<string, string>();
  const number = (identifier: string): string => {
    const given = numbers.get(identifier) ?? String(numbers.size + 1);
    numbers.set(identifier, given);
    return given;
  };
  return defineMdastPlugin({
    name: 'footnotes-numbered',
    footnoteReference: (node, context) =>
      context.setProperty(node, 'identifier', number(node.identifier)),
    footnoteDefinition: (node, context) =>
      context.setProperty(node, 'identifier', number(node.identifier)),
  });
};

/** Ids that headings can have too, which have no capitals, become others. */
const footnotesApart = defineHastPlugin({
  name: 'footnotes-apart',
  element: [
    {
      filter: ['h2'],
      visit: (node, context) => {
        if (node.properties['id'] === 'footnote-label')
          context.setProperty(node, 'id', 'Footnotes');
      },
    },
    {
      filter: ['a'],
      visit: (node, context) => {
        if (node.properties['ariaDescribedBy'])
          context.setProperty(node, 'ariaDescribedBy', ['Footnotes']);
      },
    },
  ],
});

/** What becomes of the Markdown of a story that is to stand in a page below `base`, with the words that its footnotes are given. */
export const storyMarkup = (
  base: string,
  { footnotes, backTo }: Strings['story'],
  pictures: PicturesOfStories,
) => ({
  // Quotes differ from language to language: what was written is what is read, here as in the fields.
  features: {
    smartPunctuation: false,
    gfm: { footnotes: { label: footnotes, backLabel: backTo, clobberPrefix: 'Footnote_' } },
  },
  mdastPlugins: [
    linksUnder(base),
    picturesUnder(base, pictures),
    headingsInOrder,
    footnotesNumbered,
  ],
  hastPlugins: [alignedByClass, footnotesApart],
});
