import { format } from '../../src/domain/format.ts';
import { emptyLock } from '../../src/domain/tracking/lock.ts';
import { type Postmortem, postmortem } from '../../src/domain/postmortem.ts';
import { type StatusRecord, nothingInCorrection } from '../../src/domain/record/record.ts';
import { site } from '../../src/domain/site.ts';

/** A postmortem in which only what a test asks about is filled in. */
export const anAccount = (
  fields: Readonly<Record<string, unknown>> = {},
  id = 'account',
): Postmortem => ({
  ...postmortem.parse({
    title: 'Why',
    status: 'published',
    incidents: ['outage'],
    published: '2026-01-20T15:00:00Z',
    summary: 'It was down.',
    ...fields,
  }),
  id,
});

export const aSite = (fields: Readonly<Record<string, unknown>> = {}) =>
  site.parse({
    format,
    name: 'Ferry',
    url: 'https://status.ferry.example/',
    severities: [{ id: 'major', name: 'Major', level: 'major', means: 'Bad.' }],
    ...fields,
  });

/** A record with nothing in it but what a test puts there. */
export const aRecord = (fields: Partial<StatusRecord> = {}): StatusRecord => ({
  site: aSite(),
  groups: [],
  services: [],
  incidents: [],
  postmortems: [],
  policies: [],
  plans: [],
  lock: emptyLock,
  translations: {},
  theme: undefined,
  preview: undefined,
  inCorrection: nothingInCorrection,
  ...fields,
});
