import type { Waiver } from '../../../disclosure.ts';
import { type Incident, incident as incidentSchema } from '../../../incident.ts';
import { type Postmortem, postmortem as postmortemSchema } from '../../../postmortem.ts';
import { isOpen } from '../../../progress.ts';
import type { Path } from '../../finding.ts';
import { type Described, described, markdownIn } from '../../schema/described.ts';
import { type Template, template as templateSchema } from '../../../template.ts';
import { type PartialRecord, incidentFile, postmortemFile, templateFile } from '../../rule.ts';

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
  one: Incident | Postmortem | Template,
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

/** What will be told, written while there is time to say it well. */
const ofTemplate = (told: Template & { id: string }): Told[] =>
  textsOf(told, described(templateSchema), {
    file: templateFile(told),
    isUrgent: false,
    allowed: [],
  });

/** All that customers are told in sentences, and what they will be told. */
export const allTold = ({
  incidents,
  postmortems,
  templates,
  stories,
  now,
}: PartialRecord): Told[] => [
  ...templates.flatMap(ofTemplate),
  ...incidents.flatMap((told) => ofIncident(told, now)),
  ...postmortems.flatMap((told) => ofPostmortem(told, stories.get(told.id))),
];
