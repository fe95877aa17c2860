import type { Incident } from '../../../incident.ts';
import { type Postmortem, causesOf } from '../../../postmortem.ts';
import { beganAt } from '../../../progress.ts';
import { type Account, accountsIn, relativesOf, repeatedWithin } from '../../../relatives.ts';
import {
  type PartialRecord,
  type RecordRule,
  incidentFile,
  postmortemFile,
  edits,
} from '../../rule.ts';
import type { FindingText, Place } from '../../finding.ts';
import { type IncidentFinding, byId, inEachIncident, inEachPostmortem } from '../../per-record.ts';
import { firstMoments } from '../../incident-places.ts';

const file = 'postmortems/late-webhooks.mdx';

/** What a postmortem tells of, as far as it is there. */
const toldIn = (postmortem: Postmortem, { incidents }: PartialRecord) =>
  postmortem.incidents.flatMap((id) => byId(incidents).get(id) ?? []);

/** Where it stands when something alike happened, and what it was. */
const placesOf = (postmortem: Postmortem, record: PartialRecord): Place[] => [
  ...['incidents', 'cause', 'status'].map((key) => ({
    file: postmortemFile(postmortem),
    path: [key],
  })),
  ...toldIn(postmortem, record).flatMap((incident) => [
    ...firstMoments(incident),
    ...incident.impact.map((_, index) => ({
      file: incidentFile(incident),
      path: ['impact', index, 'service'],
    })),
  ]),
];

/** Where a postmortem names what happened before. */
const lists = ['recurrence_of', 'not_a_recurrence'] as const;

/** Something that a postmortem names, and the moment (epoch ms) before which it must have begun. */
interface Named extends FindingText {
  key: 'incident' | 'postmortem';
  before: readonly Incident[];
  until: number;
  /** The postmortems that it is concluded from. */
  by: readonly Postmortem[];
}

function ofPostmortem(
  id: string,
  postmortem: Postmortem,
  record: PartialRecord,
): Named | undefined {
  const earlier = byId(record.postmortems).get(id);
  return (
    earlier && {
      key: 'postmortem',
      before: toldIn(earlier, record),
      until: Math.min(...toldIn(postmortem, record).map(beganAt)),
      by: [postmortem, earlier],
      what: `What “${id}” tells of did not happen before this.`,
      expected: 'the postmortem of something that began earlier',
      write: 'The id of the earlier postmortem, or remove it.',
    }
  );
}

function ofIncident(id: string, postmortem: Postmortem, record: PartialRecord): Named {
  const told = toldIn(postmortem, record);
  return {
    key: 'incident',
    before: told.filter((one) => one.id === id),
    until: Math.max(...told.filter((one) => one.id !== id).map(beganAt)),
    by: [postmortem],
    what: `Nothing that this postmortem tells of happened after “${id}”.`,
    expected: 'an incident of this postmortem that began before another of them',
    write: 'The id of the earlier incident, or remove it.',
  };
}

export const recurrenceNotEarlier: RecordRule = {
  code: 'recurrence-not-earlier',
  level: 'error',
  serves: 'learn',
  because:
    'What happened again happened before. An account that points at itself, or at a later one, says nothing of why it could.',
  fires: edits(file, {
    'a recurrence of itself': [
      'cause: capacity',
      'cause: capacity\nrecurrence_of: [{ postmortem: late-webhooks, why_again: Nobody looked. }]',
    ],
    'another thing than itself': [
      'cause: capacity',
      'cause: capacity\nnot_a_recurrence: [{ postmortem: late-webhooks, because: Nobody looked. }]',
    ],
    'a recurrence of the only incident that it tells of': [
      'cause: capacity',
      'cause: capacity\nrecurrence_of: [{ incident: late-webhooks, why_again: Nobody looked. }]',
    ],
  }),
  passes: edits(file, {
    'the first of its kind': ['cause: capacity', 'cause: capacity\nrecurrence_of: []'],
  }),
  check: inEachPostmortem(function* (postmortem, record) {
    for (const list of lists)
      for (const [index, named] of postmortem[list].entries()) {
        const found =
          'incident' in named
            ? ofIncident(named.incident, postmortem, record)
            : ofPostmortem(named.postmortem, postmortem, record);
        if (!found || found.before.length === 0) continue;
        const { key, before, until, by, ...text } = found;
        if (Math.min(...before.map(beganAt)) < until) continue;
        yield {
          path: [list, index, key],
          restsOn: [
            ...by.map((each) => ({ file: postmortemFile(each), path: ['incidents'] })),
            ...by.flatMap((each) => toldIn(each, record)).flatMap(firstMoments),
          ],
          ...text,
        };
      }
  }),
};

/** The postmortems that one names, and those that what it recurs of names in turn: of three in a row the last names the second, and the second the first. */
function namedBy(
  postmortem: Postmortem,
  known: ReadonlyMap<string, Postmortem>,
  found = new Set<string>(),
): Set<string> {
  for (const one of postmortem.not_a_recurrence) if ('postmortem' in one) found.add(one.postmortem);
  for (const one of postmortem.recurrence_of) {
    if (!('postmortem' in one) || found.has(one.postmortem)) continue;
    found.add(one.postmortem);
    const earlier = known.get(one.postmortem);
    if (earlier) namedBy(earlier, known, found);
  }
  return found;
}

/** The latest account of the same cause at the same service that one is silent of: who names it need not name what that recurs of. */
function* unsaidBefore(
  postmortem: Postmortem,
  record: PartialRecord,
  accounts: readonly Account[],
): Generator<IncidentFinding> {
  const known = namedBy(postmortem, byId(record.postmortems));
  const relatives = relativesOf(toldIn(postmortem, record), causesOf(postmortem), accounts);
  for (const { postmortem: earlier, causes, services } of relatives) {
    if (causes.length === 0 || services.length === 0 || known.has(earlier.id)) continue;
    yield {
      path: ['cause'],
      restsOn: [...placesOf(postmortem, record), ...placesOf(earlier, record)],
      what: `“${earlier.id}” tells of the same cause, ${causes.join(', ')}, at ${services.join(', ')}, within a year before this.`,
      expected: 'why it could happen again, or why this is another thing',
      write: `recurrence_of: [{ postmortem: ${earlier.id}, why_again: … }], or not_a_recurrence: [{ postmortem: ${earlier.id}, because: … }]`,
    };
    return;
  }
}

function* unsaidWithin(postmortem: Postmortem, record: PartialRecord): Generator<IncidentFinding> {
  const [first] = repeatedWithin(toldIn(postmortem, record));
  const named = [...postmortem.recurrence_of, ...postmortem.not_a_recurrence];
  if (!first || named.some((one) => 'incident' in one)) return;
  yield {
    path: ['incidents'],
    restsOn: placesOf(postmortem, record),
    what: `It tells of several incidents at the same service, and not why it could happen again after “${first.id}”.`,
    expected: 'why it could happen again, or why they are different things',
    write: `recurrence_of: [{ incident: ${first.id}, why_again: … }], or not_a_recurrence: [{ incident: ${first.id}, because: … }]`,
  };
}

const upgrade = (said: string): string => `---
title: The upgrade slowed the API down
status: draft
incidents: [database-upgrade]
summary: For 40 minutes in the night the API answered within two seconds.
cause: capacity
${said}---
`;
const upgradeFile = 'postmortems/database-upgrade.mdx';

export const recurrenceUnsaid: RecordRule = {
  code: 'recurrence-unsaid',
  level: 'warning',
  serves: 'learn',
  because:
    'The same cause at the same service within a year: readers remember, and will look for it. Say why what was promised then did not prevent it, or why it is another thing. Of several accounts the last is named, because that one says what it recurs of. An account of several incidents at one service says so too.',
  fires: edits(upgradeFile, {
    'the same cause at the same service a fortnight later': upgrade('').replace(
      'status: draft',
      'status: published',
    ),
  }),
  passes: edits(file, {
    'one cause at one service, once': ['cause: capacity', 'cause: [capacity, change]'],
  }),
  check(record) {
    const accounts = accountsIn(record.postmortems, byId(record.incidents));
    return inEachPostmortem(function* (postmortem) {
      yield* unsaidBefore(postmortem, record, accounts);
      yield* unsaidWithin(postmortem, record);
    })(record);
  },
};

/** An incident is new for so long. Ms. */
const newFor = 14 * 24 * 60 * 60_000;

/** At most so many are named: more help nobody who is at work on an outage. */
const mostNamed = 3;

const slow = (from: string): string => `kind: incident
title: Webhooks are late again
severity: major
impact: [{ service: webhooks, status: partial_outage, from: ${from} }]
updates:
  - { at: ${from}, status: investigating, text: Webhooks leave ten minutes late. }
`;

export const likelyRelatives: RecordRule = {
  code: 'likely-relatives',
  level: 'note',
  serves: 'learn',
  because:
    'What helped the last time helps whoever is at work now, and what was promised then shows whether this had to happen.',
  fires: [
    {
      title: 'a service of which an account of this year tells',
      file: 'incidents/late-again.yaml',
      by: slow('2089-12-31T23:50:00Z'),
      beside: {
        'incidents/late-before.yaml': slow('2089-12-01T09:00:00Z').replace(
          'investigating',
          'resolved',
        ),
        'postmortems/late-before.mdx':
          '---\ntitle: Why they were late\nstatus: published\nincidents: [late-before]\npublished: 2089-12-02T09:00:00Z\nsummary: Webhooks were late.\n---\n',
      },
    },
  ],
  passes: edits('incidents/late-again.yaml', {
    'a service that nothing happened to for longer than a year': slow('2089-12-31T23:50:00Z'),
  }),
  check(record) {
    const accounts = accountsIn(record.postmortems, byId(record.incidents));
    const told = new Set(record.postmortems.flatMap(({ incidents }) => incidents));
    return inEachIncident(function* (incident) {
      if (incident.kind !== 'incident' || record.now - beganAt(incident) > newFor) return;
      if (told.has(incident.id)) return;
      const latest = [...relativesOf([incident], [], accounts)]
        .sort(
          (a, b) =>
            (b.postmortem.published?.epochMilliseconds ?? 0) -
            (a.postmortem.published?.epochMilliseconds ?? 0),
        )
        .slice(0, mostNamed);
      if (latest.length === 0) return;
      yield {
        path: ['impact', 0, 'service'],
        restsOn: latest.flatMap(({ postmortem }) => placesOf(postmortem, record)),
        what: `It may have happened before: ${latest
          .map(({ postmortem, services }) => `“${postmortem.id}” (${services.join(', ')})`)
          .join(', ')}.`,
        expected: 'a look at what helped then, and at what was promised',
        write: 'Nothing here. If it is the same again, the postmortem says so in `recurrence_of`.',
      };
    })(record);
  },
};
