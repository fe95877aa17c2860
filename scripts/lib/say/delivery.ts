import { z } from 'zod';
import { instant } from '../../../src/domain/time.ts';
import { WrongUsage } from '../command.ts';
import { slug } from '../ids.ts';
import type { Given } from '../new/answered.ts';
import type { Known } from '../new/setting.ts';
import { commandIn } from './comment.ts';
import { answersIn } from './form.ts';

/** One thing that somebody wants said, from a phone, a chat or a pager. */
export interface Delivery {
  /** Where it was asked for. It is remembered in the record, and what came from there is said once. */
  origin: string;
  /** What is to be said; any word, as it came. */
  kind: string;
  given: Given;
  /** When it was written, epoch ms. */
  written: number | undefined;
  /** Everybody whose words these may be. Each of them has to be allowed to push. */
  people: readonly string[];
  /** The issue in which it is answered. */
  issue: number | undefined;
  /** The origin of the incident that it is about. */
  about?: string;
}

const user = z.object({ login: z.string(), type: z.string().optional() });
const written = { user, created_at: instant, updated_at: instant };
const issue = z.object({
  number: z.int().min(1),
  body: z.string().nullable(),
  pull_request: z.unknown().optional(),
  ...written,
});
const common = { sender: user };
const issues = z.object({ action: z.string(), issue, ...common });
const issueComment = z.object({
  action: z.string(),
  issue,
  comment: z.object({ id: z.int().min(1), body: z.string(), ...written }),
  ...common,
});
const texts = z.record(z.string(), z.unknown());
const workflowDispatch = z.object({ inputs: texts.nullish(), ...common });
const repositoryDispatch = z.object({ client_payload: texts.nullish(), ...common });

type Issue = z.output<typeof issue>;

/** What was edited counts from then. */
const said: readonly string[] = ['opened', 'edited', 'reopened', 'created'];

function inIssue(found: Issue, people: readonly string[], known: Known): Delivery[] {
  const given = found.pull_request ? undefined : answersIn(found.body ?? '', known);
  if (!given) return [];
  return [
    {
      origin: `issue-${found.number}`,
      kind: 'incident',
      given,
      written: found.created_at.epochMilliseconds,
      people: [found.user.login, ...people],
      issue: found.number,
    },
  ];
}

/** Answers by their names. What is no text and no list of texts is left out. */
function answersOf(payload: z.output<typeof texts> | null | undefined): Given {
  const textOf = (value: unknown): string | undefined =>
    typeof value === 'string' || typeof value === 'number'
      ? String(value).trim()
      : Array.isArray(value)
        ? value.map(String).join(', ')
        : undefined;
  return Object.fromEntries(
    Object.entries(payload ?? {}).flatMap(([key, value]) => {
      const text = textOf(value);
      return text ? [[key, text]] : [];
    }),
  );
}

function dispatched(
  payload: z.output<typeof texts> | null | undefined,
  sender: z.output<typeof user>,
  run: string,
): Delivery[] {
  const { say = 'incident', delivery, ...given } = answersOf(payload);
  return [
    {
      origin: delivery && slug(delivery) ? `delivery-${slug(delivery)}` : `run-${run}`,
      kind: say,
      given,
      written: undefined,
      // GitHub takes these events only from those who may push; of a program it does not say more.
      people: sender.type === 'Bot' ? [] : [sender.login],
      issue: undefined,
    },
  ];
}

/** @throws WrongUsage */
function understood<S extends z.ZodType>(schema: S, payload: unknown): z.output<S> {
  const { data, error } = schema.safeParse(payload);
  if (!error) return data;
  const where = error.issues[0]?.path.join('.') || 'all of it';
  throw new WrongUsage(`The event is not as GitHub sends it: ${where} cannot be understood.`);
}

/** What an event of GitHub asks for, in the order in which it is to be said. `run` is the number of the run, which is the same when it is repeated. */
export function deliveriesIn(
  name: string,
  payload: unknown,
  run: string,
  known: Known,
): Delivery[] {
  switch (name) {
    case 'issues': {
      const { action, issue: found, sender } = understood(issues, payload);
      return said.includes(action) ? inIssue(found, [sender.login], known) : [];
    }
    case 'issue_comment': {
      const { action, issue: found, comment, sender } = understood(issueComment, payload);
      const command = said.includes(action) && commandIn(comment.body);
      // The comment may come before the issue that it stands below.
      const before = inIssue(found, [], known);
      if (!command || before.length === 0) return [];
      return [
        ...before,
        {
          origin: `comment-${comment.id}`,
          ...command,
          written: comment.updated_at.epochMilliseconds,
          people: [comment.user.login, sender.login],
          issue: found.number,
          about: `issue-${found.number}`,
        },
      ];
    }
    case 'workflow_dispatch': {
      const { inputs, sender } = understood(workflowDispatch, payload);
      return dispatched(inputs, sender, run);
    }
    case 'repository_dispatch': {
      const { client_payload, sender } = understood(repositoryDispatch, payload);
      return dispatched(client_payload, sender, run);
    }
    default:
      return [];
  }
}
