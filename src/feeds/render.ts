import { getContainerRenderer } from '@astrojs/mdx/container-renderer';
import { experimental_AstroContainer as AstroContainer } from 'astro/container';
import { loadRenderers } from 'astro:container';
import { absolute } from '../site/paths.ts';
import { feedHtml } from './print/feed-html.ts';
import { stillWords } from './model/still-words.ts';

const container = loadRenderers([getContainerRenderer()]).then((renderers) =>
  AstroContainer.create({ renderers }),
);

export type Component = Parameters<AstroContainer['renderToString']>[0];

/** A component as HTML for a feed; `path` is the page that shows the same. */
export async function renderForFeed(
  component: Component,
  path: string,
  props: Record<string, unknown>,
  locals: App.Locals,
): Promise<string> {
  return feedHtml(
    await (
      await container
    ).renderToString(component, { props, locals: { ...locals, say: stillWords(locals.say) } }),
    absolute(path),
  );
}
