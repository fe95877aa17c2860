import { makeBadge } from 'badge-maker';
import type { Incident } from '../../domain/incident.ts';
import type { Service } from '../../domain/service.ts';
import { type Status, isWorse, statusAt, worst } from '../../domain/status.ts';
import { openFirst } from '../../domain/status/open-first.ts';
import type { Source } from '../source.ts';
import { type Indicator, indicator, indicatorOf } from '../v2/words.ts';

/** How things are, in the few words and the colour of a badge. */
export interface Badge {
  label: string;
  message: string;
  /** As badge-maker and shields.io call it. */
  color: string;
}

/** Blue: nothing is broken, but something is going on. */
type Mood = Indicator | 'news';

const colors: Readonly<Record<Mood, string>> = {
  none: 'brightgreen',
  news: 'blue',
  minor: 'yellow',
  major: 'orange',
  critical: 'red',
};

const statusIn = ({ record }: Source, { id }: Service): Status =>
  statusAt(record.impactsOfService.get(id) ?? [], record.now);

export function serviceBadge(source: Source, service: Service): Badge {
  const status = statusIn(source, service);
  return {
    label: service.name,
    message: source.say.status[status],
    color: colors[status === 'under_maintenance' ? 'news' : indicatorOf[status]],
  };
}

/** Of something that is open while all services work or are maintained. */
const wordFor = ({ kind, updates }: Incident, { say }: Source): string =>
  kind === 'incident'
    ? say.updateStatus[updates.at(-1)?.status ?? 'investigating']
    : say.kind[kind];

/** The worst of all services; where none has trouble, the most important of what is open. */
export function siteBadge(source: Source): Badge {
  const { record, say } = source;
  const status = worst(record.services.map((service) => statusIn(source, service)));
  const [first] = openFirst(record, record.open);
  const level = indicator(record);
  return {
    label: record.site.name,
    message:
      first && !isWorse(status, 'under_maintenance') ? wordFor(first, source) : say.status[status],
    color: colors[first && level === 'none' ? 'news' : level],
  };
}

/** A badge as a picture, and as shields.io reads it. */
export const badgeFiles: Readonly<Record<'svg' | 'json', (badge: Badge) => string>> = {
  svg: ({ label, message, color }) => makeBadge({ label, message, color }),
  json: ({ label, message, color }) =>
    JSON.stringify({ schemaVersion: 1, label, message, color, cacheSeconds: 300 }),
};
