import type { APIRoute, GetStaticPaths } from 'astro';
import { type BadgeEnding, badgeEndings, serviceBadge } from '../../../api/badges/badge.ts';
import { badgeResponse, sourceIn } from '../../../api/served/served.ts';
import { getRecord } from '../../../site/get-record.ts';

export const getStaticPaths = (() =>
  getRecord().services.flatMap(({ id }) =>
    badgeEndings.map((ending) => ({ params: { id, ending }, props: { ending } })),
  )) satisfies GetStaticPaths;

export const GET: APIRoute<{ ending: BadgeEnding }> = ({ params, props, locals }) => {
  const service = locals.record.service.get(params['id'] ?? '');
  if (!service) throw new Error(`There is no service ${params['id']}.`);
  return badgeResponse(serviceBadge(sourceIn(locals), service), props.ending);
};
