import type { APIRoute } from 'astro';
import { getRecord } from '../../site/get-record.ts';
import { absolute, paths } from '../../site/paths.ts';
import { mediaType } from '../../text/media-type.ts';
import { type Answer, answersIn } from '../all/answers.ts';
import { type Badge, badgeFiles } from '../badges/badge.ts';
import type { Source } from '../source.ts';

/** What answers are made from, where this site is served. */
export const sourceIn = ({ record, say }: App.Locals): Source => ({
  record,
  say,
  home: absolute(paths.home),
});

/** The answers whose addresses have so many steps, for pages that have a parameter for each. */
export const answersOf = (steps: number): { steps: string[]; props: { make: Answer } }[] =>
  answersIn(getRecord())
    .map(([address, make]) => ({ steps: address.split('/'), props: { make } }))
    .filter((answer) => answer.steps.length === steps);

export const respond: APIRoute<{ make: Answer }> = ({ props, locals }) =>
  Response.json(props.make(sourceIn(locals)));

export const badgeResponse = (badge: Badge, ending: keyof typeof badgeFiles): Response =>
  new Response(badgeFiles[ending](badge), {
    headers: { 'content-type': mediaType(`badge.${ending}`) },
  });
