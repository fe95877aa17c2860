import type { Waiver } from '../../../disclosure.ts';
import { type Incident, incident as incidentSchema } from '../../../incident.ts';
import { type Postmortem, postmortem as postmortemSchema } from '../../../postmortem.ts';
import { isOpen } from '../../../progress.ts';
import type { Path } from '../../finding.ts';
import { type Described, described, markdownIn } from '../../schema/described.ts';
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

/** What is a count or a name and no sentence. */
const isFact = ([key, , inner]: Path): boolean =>
  key === 'affected' || (key === 'whys' && inner === 'evidence');

const textsOf = (
  one: Incident | Postmortem,
  schema: Described,
  common: Omit<Told, 'path' | 'text' | 'isSummary'>,
): Told[] =>
  markdownIn(schema, one)
    .filter(({ path }) => !isFact(path))
    .map((found) => ({ ...common, ...found, isSummary: found.path[0] === 'summary' }));

const ofIncident = (told: Incident, now: number): Told[] =>
  textsOf(told, described(incidentSchema), {
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
  return [...textsOf(told, described(postmortemSchema), common), ...body];
}

/** All that customers are told in sentences. */
export const allTold = ({ incidents, postmortems, stories, now }: PartialRecord): Told[] => [
  ...incidents.flatMap((told) => ofIncident(told, now)),
  ...postmortems.flatMap((told) => ofPostmortem(told, stories.get(told.id))),
];
