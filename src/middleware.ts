import { defineMiddleware } from 'astro:middleware';
import { isWhole, pageContext } from './site/page-context.ts';
import { sayForeign } from './strings/foreign.ts';

/** What no browser shows as a page: its name ends like that of a file. */
const isFile = (path: string): boolean => /\.(?!html$)\w+$/.test(path);

export const onRequest = defineMiddleware(async ({ locals, url }, next) => {
  const isPage = !isFile(url.pathname);
  const context = pageContext({ marked: isPage });
  Object.assign(locals, context);
  const response = await next();
  return isPage && !isWhole(context.record)
    ? new Response(sayForeign(await response.text()), response)
    : response;
});
