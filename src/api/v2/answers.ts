import { situation } from '../../domain/status/headline.ts';
import { headlineText } from '../../site/headline-text.ts';
import { moment, recordUpdatedAt } from '../moments.ts';
import type { Source } from '../source.ts';
import { components, pageId, serviceComponents } from './components.ts';
import { incidentAnswers, maintenanceAnswers, newest } from './incidents.ts';
import { type AnswerName, type Answers, type Page, shapes } from './shapes.ts';
import { indicator } from './words.ts';

const page = ({ record, home }: Source): Page => ({
  id: pageId(record),
  name: record.site.name,
  url: home.replace(/\/$/, ''),
  time_zone: record.site.time_zone,
  updated_at: moment(recordUpdatedAt(record)),
});

const status = (source: Source): Answers['status']['status'] => ({
  indicator: indicator(source.record),
  description: headlineText(situation(source.record).headline, source.say),
});

const unresolved = (source: Source): Answers['incidents']['incidents'] =>
  incidentAnswers(source, source.record.open, serviceComponents(source));

/** Every answer of version 2. */
const answers: { readonly [Name in AnswerName]: (source: Source) => Answers[Name] } = {
  status: (source) => ({ page: page(source), status: status(source) }),
  summary: (source) => ({
    page: page(source),
    components: components(source),
    incidents: unresolved(source),
    scheduled_maintenances: maintenanceAnswers(
      source,
      [...source.record.open, ...source.record.upcoming],
      serviceComponents(source),
    ),
    status: status(source),
  }),
  components: (source) => ({ page: page(source), components: components(source) }),
  incidents: (source) => ({
    page: page(source),
    incidents: incidentAnswers(
      source,
      newest(source.record, 'incidents'),
      serviceComponents(source),
    ),
  }),
  'incidents/unresolved': (source) => ({ page: page(source), incidents: unresolved(source) }),
  'scheduled-maintenances': (source) => maintenances(source, newest(source.record, 'maintenance')),
  'scheduled-maintenances/upcoming': (source) => maintenances(source, source.record.upcoming),
  'scheduled-maintenances/active': (source) => maintenances(source, source.record.open),
};

const maintenances = (
  source: Source,
  incidents: Source['record']['incidents'],
): Answers['scheduled-maintenances'] => ({
  page: page(source),
  scheduled_maintenances: maintenanceAnswers(source, incidents, serviceComponents(source)),
});

export const answerNames = Object.keys(shapes) as readonly AnswerName[];

export const answer = <Name extends AnswerName>(name: Name, source: Source): Answers[Name] =>
  answers[name](source);
