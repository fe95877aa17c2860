import type { Incident } from '../../../src/domain/incident.ts';
import { postmortemFile } from '../../../src/domain/findings/rule.ts';
import { shownTime } from '../../../src/domain/spoken-time.ts';
import { sentencesIn } from '../../../src/domain/text.ts';
import type { Saying } from './edit.ts';
import { type Asking, type Question, type Read, Ended, ask, later } from './question.ts';
import { oneOf, someOf, words } from './questions.ts';
import { relativesOf } from './relatives.ts';
import type { Setting } from './setting.ts';
import { type Change, changedFile } from './yaml-change.ts';

/** The fields that are asked for, with what belongs in each. */
const guidance = {
  summary:
    'One or two sentences on what customers lost: how long, how many, how bad. Numbers, also where they hurt.',
  ownership:
    'What we did or left undone, in the first person, and that we are sorry. Once, and plainly.',
  thanks: 'To those who lost time, told you, or helped, and for what.',
  cause: 'Of what kind it was, in the words of site.yaml.',
  whys: 'Begin with what customers noticed, and ask why of each answer until it is something that you can change.',
} as const;

const written = ['summary', 'ownership', 'thanks'] as const;

/** How a window is told to whoever writes. */
const windowText = (
  { service, status, from, to }: Incident['impact'][number],
  zone: string,
): string => {
  const end =
    to === undefined
      ? ''
      : to === 'unknown'
        ? ' until nobody knows when'
        : ` to ${shownTime(to.epochMilliseconds, [zone])}`;
  return `${service}, ${status.replaceAll('_', ' ')}, ${shownTime(from.epochMilliseconds, [zone])}${end}`;
};

/** A postmortem in which nothing is answered yet: times and services come from the incidents, and are only repeated for whoever writes. */
function begun(incidents: readonly Incident[], { known: { site } }: Setting): string {
  const [first] = incidents;
  const facts = incidents.flatMap(({ id, title, impact }) => [
    `# ${id}: ${title}`,
    ...impact.map((window) => `#   ${windowText(window, site.time_zone)}`),
  ]);
  return [
    '---',
    '# yaml-language-server: $schema=../../docs/schemas/postmortem.schema.json',
    `title: ${JSON.stringify(`Why: ${first?.title ?? ''}`)}`,
    'status: draft',
    `incidents: [${incidents.map(({ id }) => id).join(', ')}]`,
    ...facts,
    ...Object.entries(guidance).map(([field, says]) => `${field}: # ${says}`),
    '# affected: { count: 1240, of: 3100, unit: workspaces, how_counted: from the delivery log }',
    '# actions:',
    '#   - { id: ID, title: …, type: prevent, owner: TEAM, due: 2026-02-01, breaks: ID-OF-A-WHY, done_when: … }',
    '# More: docs/writing-a-postmortem.md. Below the next line is the story, which may stay as it is.',
    '---',
    '',
    ...incidents.flatMap(({ id }) => [`<Timeline incident="${id}" />`, '']),
  ].join('\n');
}

/** Which incidents it is about, of those that no published postmortem tells of. */
function incidentsIn({ known }: Setting): Question<Incident[]> {
  const told = new Set(
    [...known.postmortems.values()].flatMap(({ status, incidents }) =>
      status === 'published' ? incidents : [],
    ),
  );
  const open = [...known.incidents.values()]
    .filter(({ id, kind }) => kind !== 'maintenance' && !told.has(id))
    .sort((a, b) => (a.id < b.id ? 1 : -1));
  const question = someOf(
    { flag: 'id', ask: 'Of which incidents?', example: open[0]?.id ?? '2026-01-17-late-webhooks' },
    open.map(({ id }) => ({ value: id, label: id })),
  );
  return {
    ...question,
    read(text): Read<Incident[]> {
      const found = question.read(text);
      if ('why' in found)
        return { why: `${found.why} What a published postmortem tells of is not among them.` };
      return { value: found.value.flatMap((id) => known.incidents.get(id) ?? []) };
    },
  };
}

/** The draft that tells of an incident already, and what stands in it. */
const draftOf = (
  incident: string,
  { known }: Setting,
): [id: string, facts: Readonly<Record<string, unknown>>] | undefined =>
  [...known.drafts].find(
    ([, { incidents }]) => Array.isArray(incidents) && incidents.includes(incident),
  );

/** The flag of an answer to a why, by its place. */
export const becauseOf = (index: number): string =>
  index === 0 ? 'because' : `because#${index + 1}`;

const whyOf = (answer: string): string =>
  `Why? ${sentencesIn(answer.replaceAll('\n', ' '))[0] ?? answer}`;

/** Nobody asks why more often than this in one sitting. */
const mostWhys = 12;

/** The answers of one sitting, as they are given: whoever ends it keeps those before. */
function* sitting(
  title: string,
  facts: Readonly<Record<string, unknown>>,
  setting: Setting,
  changes: Change[],
): Asking<void> {
  const isOpen = (field: string): boolean => facts[field] === undefined || facts[field] === null;
  const set = (field: string, value: string | undefined): void => {
    if (value !== undefined) changes.push({ do: 'set', at: [field], value });
  };
  for (const field of written)
    if (isOpen(field))
      set(field, yield* ask(later(words({ flag: field, ask: guidance[field], example: '…' }))));
  const { causes } = setting.known.site;
  const cause = oneOf({ flag: 'cause', ask: guidance.cause, example: causes[0]?.id ?? '' }, [
    { value: '', label: 'Not known yet' },
    ...causes.map(({ id, name, means }) => ({ value: id, label: name, hint: means })),
  ]);
  if (isOpen('cause') && causes.length) set('cause', yield* ask(later(cause)));
  const whys = Array.isArray(facts['whys']) ? (facts['whys'] as { because?: string }[]) : [];
  let last = whys.at(-1)?.because ?? title;
  for (let index = 0; index < mostWhys; index++) {
    const why = whyOf(last);
    const because = yield* ask(later(words({ flag: becauseOf(index), ask: why, example: '…' })));
    if (because === undefined) return;
    changes.push({ do: 'append', to: ['whys'], value: { why, because } });
    last = because;
  }
}

const causesIn = (
  changes: readonly Change[],
  facts: Readonly<Record<string, unknown>>,
): string[] => {
  const said = changes.find(
    (change): change is Change & { do: 'set' } => change.do === 'set' && change.at[0] === 'cause',
  ) ?? {
    value: facts['cause'],
  };
  return [said.value].flat().filter((cause) => typeof cause === 'string');
};

/** The account of one or more incidents: a draft, begun from what they say, and gone on with by whoever asks for it again. */
export function* postmortem(setting: Setting): Asking<Saying> {
  const incidents = yield* ask(incidentsIn(setting));
  const [first] = incidents;
  const [draft, facts] = draftOf(first?.id ?? '', setting) ?? [undefined, {}];
  const changes: Change[] = [];
  try {
    yield* sitting(first?.title ?? '', facts, setting, changes);
  } catch (error) {
    if (!(error instanceof Ended)) throw error;
  }
  const file = postmortemFile({ id: draft ?? first?.id ?? '' });
  const relatives = relativesOf(incidents, causesIn(changes, facts), setting);
  return {
    edit:
      draft === undefined
        ? { do: 'create', file, text: changedFile(file, begun(incidents, setting), changes) }
        : { do: 'change', file, changes },
    back: relatives.flatMap(({ id, because, unkept }) => [
      [`It happened before (${because})`, id] as const,
      ...unkept.map((promise) => ['  Promised then, and not known to be kept', promise] as const),
    ]),
    shown: undefined,
    message: `Account of ${first?.id ?? ''}`,
  };
}
