import { defineMiddleware } from 'astro:middleware';
import { isWhole, pageContext } from './site/page-context.ts';
import { sayForeign, withoutForeign } from './strings/foreign.ts';

/** Texts that nobody has translated say in pages that they are English. What is no page has no way to say it. */
async function withForeign(response: Response): Promise<Response> {
  const text = await response.text();
  const isPage = response.headers.get('content-type')?.startsWith('text/html');
  return new Response(isPage ? sayForeign(text) : withoutForeign(text), response);
}

export const onRequest = defineMiddleware(async ({ locals }, next) => {
  const context = pageContext();
  Object.assign(locals, context);
  const response = await next();
  return isWhole(context.record) ? response : withForeign(response);
});
