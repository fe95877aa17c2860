import { appendFileSync, readFileSync } from 'node:fs';
import { filesOnDisk } from '../src/record/files/files.ts';
import { requireFolder, run, WrongUsage } from './lib/command.ts';
import { connectionTo, credentialsIn, placeIn } from './lib/github/environment.ts';
import { exitCodes } from './lib/github/exit.ts';
import { connectToTalk } from './lib/github/github.ts';
import { patienceOf } from './lib/new/request.ts';
import { knownIn } from './lib/new/setting.ts';
import { commitOnto, startAfresh } from './lib/publish/onto.ts';
import { InTheWay } from './lib/publish/push.ts';
import { awaitedIn, awaitedOf, tellPublic, tellRefusals } from './lib/say/answer.ts';
import { deliveriesIn } from './lib/say/delivery.ts';
import { obey } from './lib/say/obey.ts';
import { Halt } from '../src/domain/tracking/stop-and-retry.ts';

const usage = `npm run say -- [--push] [--content DIR]
npm run say -- --answer

Says what an event of GitHub asks for: an issue made with the form, a comment such as “/identified We know why.”, or what a pager sends.
Only people who may push are obeyed. A workflow runs it: .github/workflows/say.yml.

  --push          commit and push it; what others pushed meanwhile stays below
  --answer        wait until the page shows what OWNUP_SAID names, and say so in the issue
  --wait MINUTES  how long to wait for the page (default: 10)
  --content DIR   the content folder (default: OWNUP_CONTENT, or content)

In the environment: GITHUB_EVENT_NAME, GITHUB_EVENT_PATH, GITHUB_RUN_ID, GITHUB_REPOSITORY, GITHUB_TOKEN, GITHUB_API_URL; OWNUP_SAID; GITHUB_OUTPUT,
into which “said” is written.

Exit: 0 done, or nothing to say · 1 nothing was said · 2 wrong usage · 3 not public · 4 GitHub refuses`;

const options = {
  push: { type: 'boolean', default: false },
  answer: { type: 'boolean', default: false },
  wait: { type: 'string' },
} as const;

/** The event that the workflow runs for. @throws WrongUsage */
function eventIn({
  GITHUB_EVENT_NAME: name,
  GITHUB_EVENT_PATH: path,
  GITHUB_RUN_ID: run,
}: NodeJS.ProcessEnv) {
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

/** How often it is said anew because others have pushed meanwhile. */
const attempts = 5;

await run({ usage, options }, async ({ content, now, isPinned, values }) => {
  requireFolder(content);
  const { site } = knownIn(filesOnDisk(content));
  try {
    const talk = await talkTo(process.env);
    if (values.answer) {
      const awaited = awaitedIn(process.env['OWNUP_SAID'] || '[]');
      const patience = patienceOf(values.wait);
      const told = await tellPublic(awaited, talk, { patience, zone: site.time_zone });
      process.stdout.write(told.map((line) => `${line}\n`).join(''));
      return told.every((line) => line.startsWith('Public')) ? 0 : 3;
    }
    const { name, payload, run: number } = eventIn(process.env);
    for (let attempt = 1; ; attempt++) {
      const deliveries = deliveriesIn(name, payload, number, knownIn(filesOnDisk(content)));
      const onto = values.push ? await commitOnto(content) : undefined;
      const commit = onto?.commit ?? (() => Promise.resolve());
      const outcomes = await obey(deliveries, { content, now, isPinned, talk }, commit);
      for (const outcome of outcomes)
        process.stdout.write(`${outcome.delivery.origin}: ${outcome.did}\n`);
      if (onto && !(await onto.push())) {
        if (attempt === attempts) throw new InTheWay('Others push all the time. Run it again.');
        await startAfresh(content);
        continue;
      }
      await tellRefusals(outcomes, talk);
      const awaited = JSON.stringify(awaitedOf(outcomes, site.url));
      const output = process.env['GITHUB_OUTPUT'];
      if (output && awaited !== '[]') appendFileSync(output, `said=${awaited}\n`);
      return outcomes.some(({ did }) => did === 'refused') ? 1 : 0;
    }
  } catch (error) {
    if (!(error instanceof Halt || error instanceof InTheWay)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error instanceof Halt ? exitCodes[error.code] : 3;
  }
});
