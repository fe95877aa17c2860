import { incident } from '../../src/domain/incident.ts';
import type { Incident, Maintenance, Notice, Outage } from '../../src/domain/incident.ts';
import { said } from './moments.ts';

type Fields = Readonly<Record<string, unknown>>;

const parsed = <T extends Incident>(id: string, fields: Fields): T =>
  ({ ...incident.parse(fields), id }) as T;

/** An update in two words: when and what. */
export const update = (time: string, status: string) => ({
  at: said(time),
  status,
  text: `It is ${status}.`,
});

export const window = (from: string, to?: string, fields: Fields = {}) => ({
  service: 'api',
  status: 'major_outage',
  from: said(from),
  ...(to && { to: to === 'unknown' ? to : said(to) }),
  ...fields,
});

/** An outage of `api` from 09:00 that nobody has said to be over. */
export const anOutage = (fields: Fields = {}, id = 'outage'): Outage & { id: string } =>
  parsed(id, {
    kind: 'incident',
    title: 'Down',
    severity: 'major',
    impact: [window('09:00')],
    updates: [update('09:05', 'investigating')],
    ...fields,
  });

/** A maintenance of `api`, announced at 01:00 for 02:00 to 03:00. */
export const aMaintenance = (
  fields: Fields = {},
  id = 'maintenance',
): Maintenance & { id: string } =>
  parsed(id, {
    kind: 'maintenance',
    title: 'Upgrade',
    announced: said('01:00'),
    scheduled: { from: said('02:00'), to: said('03:00') },
    impact: [window('02:00', undefined, { status: 'under_maintenance' })],
    ...fields,
  });

/** A notice that was published at 09:05. */
export const aNotice = (fields: Fields = {}, id = 'notice'): Notice & { id: string } =>
  parsed(id, {
    kind: 'notice',
    title: 'A wrong bill',
    updates: [update('09:05', 'identified')],
    ...fields,
  });
