import type { Asked } from '../say.ts';
import { appendFileSync, readFileSync } from 'node:fs';
import { filesOnDisk } from '../../src/record/files/files.ts';
import { visible } from '../../src/text/visible.ts';
import { requireFolder, WrongUsage } from '../lib/command.ts';
import { connectionTo, credentialsIn, placeIn } from '../lib/github/environment.ts';
import { exitCodes } from '../lib/github/exit.ts';
import { connectToTalk } from '../lib/github/github.ts';
import { patienceOf } from '../lib/new/request.ts';
import { knownIn } from '../lib/new/setting.ts';
import { InTheWay } from '../lib/publish/push.ts';
import { awaitedIn, awaitedOf, tellPublic, tellRefusals } from '../lib/say/answer.ts';
import type { Outcome } from '../lib/say/obey.ts';
import { type Event, sayAndPush, sayEvent } from '../lib/say/say-event.ts';
import { inOurFormat } from '../lib/upgrade/upgrade.ts';
import { Halt } from '../../src/domain/tracking/stop-and-retry.ts';

/** The event that the workflow runs for. @throws WrongUsage */
function eventIn({
  GITHUB_EVENT_NAME: name,
  GITHUB_EVENT_PATH: path,
  GITHUB_RUN_ID: run,
}: NodeJS.ProcessEnv): Event {
  if (!name || !path)
    throw new WrongUsage('There is no event. Expected: GITHUB_EVENT_NAME and GITHUB_EVENT_PATH.');
  return { name, payload: JSON.parse(readFileSync(path, 'utf8')) as unknown, run: run ?? '0' };
}

async function talkTo(variables: NodeJS.ProcessEnv) {
  const place = placeIn(undefined, undefined, variables);
  const credentials = credentialsIn(variables);
  if (!place || !credentials) throw new WrongUsage('Expected: GITHUB_REPOSITORY and GITHUB_TOKEN.');
  return connectToTalk(connectionTo(place, credentials, variables));
}

/** Hands on what is waited for next. */
function handOn(outcomes: readonly Outcome[], url: string): void {
  const awaited = awaitedOf(outcomes, url);
  const output = process.env['GITHUB_OUTPUT'];
  if (output && awaited.length) appendFileSync(output, `said=${JSON.stringify(awaited)}\n`);
  for (const outcome of outcomes) {
    const why = outcome.did === 'refused' ? `: ${visible(outcome.why)}` : '';
    process.stdout.write(`${outcome.delivery.origin}: ${outcome.did}${why}\n`);
  }
}

export async function main({ content, now, isPinned, values }: Asked): Promise<number> {
  requireFolder(content);
  const { site } = knownIn(inOurFormat(filesOnDisk(content)).files);
  try {
    const talk = await talkTo(process.env);
    if (values.answer) {
      const waiting = { patience: patienceOf(values.wait), zone: site.time_zone };
      const { text, isPublic } = await tellPublic(awaitedIn(process.env), talk, waiting);
      process.stdout.write(text);
      return isPublic ? 0 : 3;
    }
    const say = values.push ? sayAndPush : sayEvent;
    const outcomes = await say(eventIn(process.env), { content, now, isPinned, talk });
    handOn(outcomes, site.url);
    await tellRefusals(outcomes, talk);
    return outcomes.some(({ did }) => did === 'refused') ? 1 : 0;
  } catch (error) {
    if (!(error instanceof Halt || error instanceof InTheWay)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error instanceof Halt ? exitCodes[error.code] : 3;
  }
}
