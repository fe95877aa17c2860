import { type Action, dueOf } from '../action.ts';
import { type IssueKey, keyOf } from './key.ts';
import type { Postmortem } from '../postmortem.ts';
import { beganAt } from '../progress.ts';
import type { Incident } from '../incident.ts';
import type { Service } from '../service.ts';
import type { Site } from '../site.ts';
import type { Instant } from '../time.ts';
import { ifKnown } from '../unknowns.ts';

/** All that an issue may tell. Nothing else of the record gets into one. */
export interface IssueSource {
  key: IssueKey;
  title: string;
  type: Action['type'];
  /** `undefined` where nobody knows. */
  owner: string | undefined;
  /** When its postmortem was published. */
  published: Instant | undefined;
  /** YYYY-MM-DD; `undefined` where nobody knows. */
  due: string | undefined;
  /** Whether the record says that it was done or given up. */
  isOver: boolean;
  doneWhen: string;
  details: string | undefined;
  /** The why that it breaks. */
  why: { question: string; answer: string } | undefined;
  postmortem: { title: string; summary: string; affected: string | undefined; url: string };
  /** `began` as YYYY-MM-DD HH:MM, in UTC. */
  incidents: readonly { title: string; began: string; services: readonly string[]; url: string }[];
  /** The promise as customers see it. */
  url: string;
  /** The site, ending with a slash, for links that count from its root. */
  site: string;
}

function affectedText({ affected, unknowns }: Postmortem): string | undefined {
  if (affected === undefined || affected === 'unknown') return undefined;
  if ('unknown' in affected)
    return `not known yet: ${unknowns.find(({ id }) => id === affected.unknown)?.question ?? ''}`;
  if ('percent' in affected)
    return `${affected.percent}% of ${affected.unit} (${affected.how_measured})`;
  const { count, of, unit, how_counted } = affected;
  return `${count}${of === undefined ? '' : ` of ${of}`} ${unit} (${how_counted})`;
}

/** Addresses as the pages have them: see src/site/paths.ts. */
const addresses = (url: string) => {
  const site = url.replace(/\/*$/, '/');
  return {
    site,
    incident: (id: string): string => `${site}incidents/${id}/`,
    postmortem: (id: string): string => `${site}postmortems/${id}/`,
    promise: (id: string, action: string): string => `${site}postmortems/${id}/#Promise_${action}`,
  };
};

/** What issues are made of. */
interface Told {
  site: Site;
  services: readonly Service[];
  incidents: readonly Incident[];
  postmortems: readonly Postmortem[];
}

/** What the issue of each promise may tell. Drafts promise nothing yet; `record` is as of the moment that counts. */
export function issueSources(record: Told): IssueSource[] {
  const addressOf = addresses(record.site.url);
  const serviceName = (id: string): string =>
    record.services.find((service) => service.id === id)?.name ?? id;
  const incidentsOf = (postmortem: Postmortem): IssueSource['incidents'] =>
    record.incidents
      .filter(({ id }) => postmortem.incidents.includes(id))
      .map((found) => ({
        title: found.title,
        began: new Date(beganAt(found)).toISOString().slice(0, 16).replace('T', ' '),
        services: [...new Set(found.impact.map(({ service }) => service))].map(serviceName),
        url: addressOf.incident(found.id),
      }));
  const sourceOf = (postmortem: Postmortem, action: Action): IssueSource => {
    const broken = postmortem.whys.find(({ id }) => id === action.breaks);
    return {
      key: keyOf(postmortem, action),
      title: action.title,
      type: action.type,
      owner: ifKnown(action.owner),
      published: postmortem.published,
      due: dueOf(action)?.toString(),
      isOver: action.done !== undefined || action.dropped !== undefined,
      doneWhen: action.done_when,
      details: action.details,
      why: broken && { question: broken.why, answer: broken.because },
      postmortem: {
        title: postmortem.title,
        summary: postmortem.summary,
        affected: affectedText(postmortem),
        url: addressOf.postmortem(postmortem.id),
      },
      incidents: incidentsOf(postmortem),
      url: addressOf.promise(postmortem.id, action.id),
      site: addressOf.site,
    };
  };
  return record.postmortems
    .filter(({ status }) => status === 'published')
    .flatMap((postmortem) => postmortem.actions.map((action) => sourceOf(postmortem, action)));
}
