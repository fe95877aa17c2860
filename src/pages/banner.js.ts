import type { APIRoute } from 'astro';
import banner from '../browser/banner.js?raw';
import { mediaType } from '../text/media-type.ts';

/** Under an address that does not change: pages of others load it. Its comment is for whoever writes it. */
export const GET: APIRoute = ({ locals }) =>
  new Response(
    banner
      .replace(/^\/\/.*\n/, '')
      .replace("'LANGUAGE'", JSON.stringify(locals.record.site.language)),
    { headers: { 'content-type': mediaType('banner.js') } },
  );
