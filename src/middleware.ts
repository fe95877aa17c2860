import { defineMiddleware } from 'astro:middleware';
import { pageContext } from './site/page-context.ts';

export const onRequest = defineMiddleware(({ locals }, next) => {
  Object.assign(locals, pageContext());
  return next();
});
