import type { APIRoute, GetStaticPaths } from 'astro';
import { getRecord } from '../site/get-record.ts';
import { lookStyles } from '../site/look-styles.ts';

/** Only companies with a look of their own have the file. */
export const getStaticPaths = (() =>
  lookStyles(getRecord()) ? [{ params: { look: 'look' } }] : []) satisfies GetStaticPaths;

export const GET: APIRoute = ({ locals }) =>
  new Response(lookStyles(locals.record), { headers: { 'content-type': 'text/css' } });
