import type { APIRoute } from 'astro';
import { getRecord } from '../../site/get-record.ts';
import { type badgeFiles, serviceBadge } from '../badges/badge.ts';
import { badgeResponse, sourceIn } from './served.ts';

/** Every service, for pages that have its id as a parameter. */
export const services = (): { params: { id: string } }[] =>
  getRecord().services.map(({ id }) => ({ params: { id } }));

/** Answers with the badge of a service. */
export const respondAboutService =
  (ending: keyof typeof badgeFiles): APIRoute =>
  ({ params, locals }) => {
    const service = locals.record.service.get(params['id'] ?? '');
    if (!service) throw new Error(`There is no service ${params['id']}.`);
    return badgeResponse(serviceBadge(sourceIn(locals), service), ending);
  };
