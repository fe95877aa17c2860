import type { APIRoute, GetStaticPaths } from 'astro';
import { type BadgeEnding, badgeEndings, siteBadge } from '../api/badges/badge.ts';
import { badgeResponse, sourceIn } from '../api/served/served.ts';

export const getStaticPaths = (() =>
  badgeEndings.map((ending) => ({
    params: { ending },
    props: { ending },
  }))) satisfies GetStaticPaths;

export const GET: APIRoute<{ ending: BadgeEnding }> = ({ props, locals }) =>
  badgeResponse(siteBadge(sourceIn(locals)), props.ending);
