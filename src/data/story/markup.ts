import { defineHastPlugin, defineMdastPlugin } from 'satteri';
import type { Strings } from '../../strings/index.ts';
import { alignedByClass, linksUnder } from '../markdown.ts';

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

/** Pictures that wait until they are scrolled to are missing on paper. */
const picturesAtOnce = defineHastPlugin({
  name: 'pictures-at-once',
  element: {
    filter: ['img'],
    visit: (node, context) => context.setProperty(node, 'loading', 'eager'),
  },
});

/** What becomes of the Markdown of a story that is to stand in a page below `base`, with the words that its footnotes are given. */
export const storyMarkup = (base: string, { footnotes, backTo }: Strings['story']) => ({
  // Quotes differ from language to language: what was written is what is read, here as in the fields.
  features: {
    smartPunctuation: false,
    gfm: { footnotes: { label: footnotes, backLabel: backTo } },
  },
  mdastPlugins: [linksUnder(base), headingsInOrder],
  hastPlugins: [alignedByClass, picturesAtOnce],
});
