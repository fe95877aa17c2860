import type { RecordIndex } from '../../domain/record/index-record.ts';
import type { Source } from '../source.ts';
import { answerAboutIncident } from '../v1/incident.ts';
import { answerAboutPostmortem } from '../v1/postmortem.ts';
import { answerAboutRecord } from '../v1/record.ts';
import { jsonSchema, schemaNames } from '../v1/schemas.ts';
import { answerAboutService } from '../v1/service.ts';
import { answer, answerNames } from '../v2/answers.ts';

export type Answer = (source: Source) => object;

/** An answer about each of several things, as they are in the record when it is asked. */
const aboutEach = <T extends { id: string }>(
  folder: string,
  things: readonly T[],
  about: (source: Source, thing: T) => object,
  known: (record: RecordIndex) => ReadonlyMap<string, T>,
): [string, Answer][] =>
  things.map((thing) => [
    `v1/${folder}/${thing.id}`,
    (source) => about(source, known(source.record).get(thing.id) ?? thing),
  ]);

/** Every answer about a record, by its address below `api/`, without the ending, which is `.json`. Nothing is worked out before it is asked. */
export const answersIn = (record: RecordIndex): [address: string, Answer][] => [
  ...answerNames.map((name): [string, Answer] => [`v2/${name}`, (source) => answer(name, source)]),
  ['v1/record', answerAboutRecord],
  ...aboutEach('services', record.services, answerAboutService, ({ service }) => service),
  ...aboutEach('incidents', record.incidents, answerAboutIncident, ({ incident }) => incident),
  ...aboutEach(
    'postmortems',
    record.postmortems.filter(({ status }) => status === 'published'),
    answerAboutPostmortem,
    ({ postmortem }) => postmortem,
  ),
  ...schemaNames.map((name): [string, Answer] => [
    `v1/schemas/${name}.schema`,
    () => jsonSchema(name),
  ]),
];
