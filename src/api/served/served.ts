import { absolute, paths } from '../../site/paths.ts';
import { mediaType } from '../../text/media-type.ts';
import { type Badge, type BadgeEnding, badgeFiles } from '../badges/badge.ts';
import type { Source } from '../source.ts';

/** What answers are made from, where this site is served. */
export const sourceIn = ({ record, say }: App.Locals): Source => ({
  record,
  say,
  home: absolute(paths.home),
});

export const badgeResponse = (badge: Badge, ending: BadgeEnding): Response =>
  new Response(badgeFiles[ending](badge), {
    headers: { 'content-type': mediaType(`badge.${ending}`) },
  });
