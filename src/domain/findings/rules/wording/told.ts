import type { Waiver } from '../../../disclosure.ts';
import type { Incident } from '../../../incident.ts';
import type { Postmortem } from '../../../postmortem.ts';
import { isOpen } from '../../../progress.ts';
import type { Path } from '../../finding.ts';
import { type PartialRecord, incidentFile, postmortemFile } from '../../rule.ts';

/** A text that customers read, and what its file allows in it. */
export interface Told {
  file: string;
  /** Where its value is; none, if it is a story. */
  path: Path | undefined;
  text: string;
  isSummary: boolean;
  /** Said while there was no time to say it better: nothing may be in its way. */
  isUrgent: boolean;
  allowed: readonly Waiver[];
}

type Fields = readonly (readonly [Path, string | undefined])[];

const fieldsOfIncident = (told: Incident): Fields => [
  [['title'], told.title],
  [['workaround'], told.workaround],
  ...(told.kind === 'incident' ? [[['silence', 'because'], told.silence?.because] as const] : []),
  ...told.updates.map(({ text }, index) => [['updates', index, 'text'], text] as const),
];

const fieldsOfPostmortem = (told: Postmortem): Fields => [
  [['title'], told.title],
  [['summary'], told.summary],
  [['ownership'], told.ownership],
  [['our_part'], told.our_part],
  [['thanks'], told.thanks],
  [['ends_early'], told.ends_early],
  ...told.whys.flatMap(({ why, because, accepted_risk: risk }, index): Fields => [
    [['whys', index, 'why'], why],
    [['whys', index, 'because'], because],
    [['whys', index, 'accepted_risk'], risk],
  ]),
  ...told.actions.flatMap(
    ({ title, done_when: doneWhen, details, done, dropped }, index): Fields => [
      [['actions', index, 'title'], title],
      [['actions', index, 'done_when'], doneWhen],
      [['actions', index, 'details'], details],
      [['actions', index, 'done', 'evidence'], done?.evidence],
      [['actions', index, 'dropped', 'because'], dropped?.because],
    ],
  ),
  ...told.unknowns.map(
    ({ question }, index) => [['unknowns', index, 'question'], question] as const,
  ),
  ...told.not_a_recurrence.map(
    ({ because }, index) => [['not_a_recurrence', index, 'because'], because] as const,
  ),
  ...told.recurrence_of.map(
    ({ why_again: again }, index) => [['recurrence_of', index, 'why_again'], again] as const,
  ),
  ...told.corrections.map(({ text }, index) => [['corrections', index, 'text'], text] as const),
];

const textsOf = (fields: Fields, common: Omit<Told, 'path' | 'text' | 'isSummary'>): Told[] =>
  fields.flatMap(([path, text]) =>
    text === undefined ? [] : [{ ...common, path, text, isSummary: path[0] === 'summary' }],
  );

const ofIncident = (told: Incident, now: number): Told[] =>
  textsOf(fieldsOfIncident(told), {
    file: incidentFile(told),
    isUrgent: isOpen(told, now),
    allowed: told.allowed_wording ?? [],
  });

/** What a postmortem says, with its story last. */
export function ofPostmortem(told: Postmortem, story: string | undefined): Told[] {
  const common = {
    file: postmortemFile(told),
    isUrgent: false,
    allowed: told.allowed_wording ?? [],
  };
  const body = story ? [{ ...common, path: undefined, text: story, isSummary: false }] : [];
  return [...textsOf(fieldsOfPostmortem(told), common), ...body];
}

/** All that customers are told in sentences. */
export const allTold = ({ incidents, postmortems, stories, now }: PartialRecord): Told[] => [
  ...incidents.flatMap((told) => ofIncident(told, now)),
  ...postmortems.flatMap((told) => ofPostmortem(told, stories.get(told.id))),
];
