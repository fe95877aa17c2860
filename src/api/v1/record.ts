import { z } from 'zod';
import type { Severity } from '../../domain/site.ts';
import { moment, recordUpdatedAt } from '../moments.ts';
import type { Source } from '../source.ts';
import { creditRules, rulesOf } from './credit-rules.ts';
import { incidentLine, lineOf as incidentLineOf } from './incident.ts';
import { lineOf as postmortemLineOf, postmortemLine } from './postmortem.ts';
import { promise, promisesOf } from './promise.ts';
import { serviceLine, lineOf as serviceLineOf } from './service.ts';
import { address, markdown, name, plain, time } from './values.ts';

const length = z.iso.duration();

const severity = z.strictObject({
  id: name,
  name: plain,
  level: z.enum(['none', 'minor', 'major', 'critical']),
  means: markdown,
  acknowledge_within: length.nullable(),
  update_every: length.nullable(),
  postmortem_within: length.nullable(),
});

/** The record as a whole: what there is, and how it is called. Details have answers of their own. */
export const recordAnswer = z
  .strictObject({
    updated_at: time.describe('When something last happened that the record tells of'),
    site: z.strictObject({
      name: plain,
      url: address,
      description: markdown.nullable(),
      language: z.string().describe('Of all texts of the record'),
      time_zone: z.string().describe('In which days begin'),
      contact: z.strictObject({ email: z.string().nullable(), url: address.nullable() }),
      uptime_weights: z
        .strictObject({
          major_outage: z.number(),
          partial_outage: z.number(),
          degraded_performance: z.number(),
        })
        .describe('How much of each status counts as downtime'),
    }),
    severities: z.array(severity),
    causes: z.array(z.strictObject({ id: name, name: plain, means: markdown })),
    regions: z.array(z.strictObject({ id: name, name: plain })),
    groups: z.array(z.strictObject({ id: name, name: plain })),
    services: z.array(serviceLine),
    incidents: z.array(incidentLine).describe('Incidents, maintenance and notices, newest first'),
    postmortems: z.array(postmortemLine).describe('Newest first'),
    promises: z.array(promise).describe('All promises, what customers wait for first'),
    credits: creditRules,
  })
  .meta({ title: 'Record' });

type Answer = z.input<typeof recordAnswer>;

const severityOf = (given: Severity): z.output<typeof severity> => ({
  id: given.id,
  name: given.name,
  level: given.level,
  means: given.means,
  acknowledge_within: given.acknowledge_within?.toString() ?? null,
  update_every: given.update_every?.toString() ?? null,
  postmortem_within: given.postmortem_within?.toString() ?? null,
});

const siteOf = ({ record: { site }, home }: Source): Answer['site'] => ({
  name: site.name,
  url: home,
  description: site.description ?? null,
  language: site.language,
  time_zone: site.time_zone,
  contact: { email: site.contact.email ?? null, url: site.contact.url ?? null },
  uptime_weights: {
    major_outage: site.uptime_weights.major_outage,
    partial_outage: site.uptime_weights.partial_outage,
    degraded_performance: site.uptime_weights.degraded_performance,
  },
});

export function answerAboutRecord(source: Source): Answer {
  const { record } = source;
  return {
    updated_at: moment(recordUpdatedAt(record)),
    site: siteOf(source),
    severities: record.site.severities.map(severityOf),
    causes: record.site.causes.map(({ id, name: called, means }) => ({ id, name: called, means })),
    regions: record.site.regions.map(({ id, name: called }) => ({ id, name: called })),
    groups: record.groups.map(({ id, name: called }) => ({ id, name: called })),
    services: record.services.map((service) => serviceLineOf(source, service)),
    incidents: record.incidents.map((incident) => incidentLineOf(source, incident)),
    postmortems: record.postmortems
      .filter(({ status }) => status === 'published')
      .map((postmortem) => postmortemLineOf(source, postmortem)),
    promises: promisesOf(source),
    credits: rulesOf(source),
  };
}
