import type { Incident } from '../../../incident.ts';
import type { Postmortem } from '../../../postmortem.ts';
import { sentencesIn } from '../../../text.ts';
import type { Path } from '../../finding.ts';
import { faulted } from './people.ts';
import { minimised } from './phrases.ts';
import {
  type PartialRecord,
  type RuleFinding,
  type RecordRule,
  incidentFile,
  postmortemFile,
} from '../../rule.ts';

const incident = 'incidents/late-webhooks.yaml';
const postmortem = 'postmortems/late-webhooks.mdx';
const ownership = 'We halved the delivery workers by mistake.';
const update = 'text: Webhook deliveries are late. Nothing is lost.';

interface Told {
  file: string;
  path: Path;
  text: string;
}

const toldIn = (told: Incident): Told[] =>
  told.updates.map(({ text }, index) => ({
    file: incidentFile(told),
    path: ['updates', index, 'text'],
    text,
  }));

const accountedIn = (told: Postmortem): Told[] =>
  (['summary', 'ownership'] as const).flatMap((key) =>
    told[key] === undefined ? [] : [{ file: postmortemFile(told), path: [key], text: told[key] }],
  );

/** What customers are told in short: the updates of incidents, and what a postmortem owns. Stories may quote. */
const allTold = ({ incidents, postmortems }: PartialRecord): Told[] => [
  ...incidents.flatMap(toldIn),
  ...postmortems.flatMap(accountedIn),
];

export const minimisingWords: RecordRule = {
  code: 'minimising-words',
  level: 'warning',
  serves: 'plain',
  because:
    'Customers know these words, and read them as “we would rather not say”. A number, even a bad one, is believed. English only.',
  fires: [
    {
      title: 'a small number',
      file: postmortem,
      replace: ownership,
      by: 'A small number of customers waited.',
    },
    {
      title: 'some may',
      file: incident,
      replace: update,
      by: 'text: Some users may be experiencing issues.',
    },
    {
      title: 'inconvenience',
      file: postmortem,
      replace: ownership,
      by: 'We apologise for any inconvenience.',
    },
    {
      title: 'seriously',
      file: postmortem,
      replace: ownership,
      by: 'We take this very seriously.',
    },
    {
      title: 'somebody else’s fault',
      file: incident,
      replace: update,
      by: 'text: Due to a third-party outage, webhooks are late.',
    },
  ],
  passes: [
    {
      title: 'a small number of something else',
      file: postmortem,
      replace: ownership,
      by: 'We ran a small number of workers.',
    },
    {
      title: 'owning a supplier’s part',
      file: postmortem,
      replace: ownership,
      by: 'Our supplier failed, and we had nothing in its place.',
    },
    {
      title: 'what is not known yet',
      file: incident,
      replace: update,
      by: 'text: Webhooks are late. We do not know yet for how many.',
    },
  ],
  *check(record: PartialRecord): Generator<RuleFinding> {
    for (const { file, path, text } of allTold(record)) {
      const found = minimised(text);
      if (found)
        yield {
          place: { file, path },
          what: `“${found.words}” says less than happened.`,
          expected: 'what customers lost, in numbers where there are any',
          write: found.write,
        };
    }
  },
};

/** “We made a mistake” owns it; “an engineer made a mistake” does not. */
const blamesSomebody = (text: string): string | undefined =>
  sentencesIn(text)
    .map(faulted)
    .find((words) => words !== undefined && !/^we\b/i.test(words));

export const blamesAPerson: RecordRule = {
  code: 'blames-a-person',
  level: 'warning',
  serves: 'own',
  because:
    'Customers chose the company, not the engineer. Whoever made a mistake at work made it for all of you. English only.',
  fires: [
    {
      title: 'an engineer',
      file: postmortem,
      replace: ownership,
      by: 'An engineer made a mistake.',
    },
    {
      title: 'human error',
      file: incident,
      replace: update,
      by: 'text: Webhooks are late. This was caused by human error.',
    },
  ],
  passes: [
    { title: 'our mistake', file: postmortem, replace: ownership, by: 'We made a mistake.' },
    {
      title: 'who is at work',
      file: incident,
      replace: update,
      by: 'text: Webhooks are late. An engineer restarted them.',
    },
  ],
  *check(record: PartialRecord): Generator<RuleFinding> {
    for (const { file, path, text } of allTold(record)) {
      const words = blamesSomebody(text);
      if (words)
        yield {
          place: { file, path },
          what: `“${words}” blames a person.`,
          expected: 'what we did or left undone',
          write: 'We …, and nothing caught it.',
        };
    }
  },
};
