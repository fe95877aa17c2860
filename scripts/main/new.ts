import type { Asked } from '../new.ts';
import { Temporal } from 'temporal-polyfill';
import { isError } from '../../src/record/drafts.ts';
import { filesOnDisk } from '../../src/record/files/files.ts';
import { requireFolder } from '../lib/command.ts';
import { Unanswered, answered } from '../lib/new/answered.ts';
import { changesSince } from '../lib/new/changes-since.ts';
import { Overtaken, put } from '../lib/new/put.ts';
import { Ended } from '../lib/new/question.ts';
import { patienceOf, readRequest, sayings, zoneOf } from '../lib/new/request.ts';
import { knownIn } from '../lib/new/setting.ts';
import { begunBy } from '../lib/new/template.ts';
import { confirm, terminal } from '../lib/new/terminal.ts';
import { publicationOf, refusal, told } from '../lib/new/told.ts';
import { preview, trialOf } from '../lib/new/trial.ts';
import { publish } from '../lib/publish/publish.ts';
import { InTheWay } from '../lib/publish/push.ts';
import { Unready, readyToPublish } from '../lib/publish/ready.ts';
import { inOurFormat } from '../lib/upgrade/upgrade.ts';

/** Says why nothing was done. */
function refuse(why: string, exit = 1): number {
  process.stderr.write(`${why}\n`);
  return exit;
}

/** What is said where it does not come to an end, and the exit code for it. */
function ended(error: unknown): number {
  if (error instanceof Ended) return refuse('Nothing was written.', 130);
  if (error instanceof InTheWay) return refuse(error.message, 3);
  if (error instanceof Overtaken || error instanceof Unready) return refuse(error.message);
  if (error instanceof Unanswered)
    return refuse(`${error.message}\n\nAll that can be said: npm run new -- --help`, 2);
  throw error;
}

export async function main({
  content,
  now,
  isPinned,
  values,
  positionals,
}: Asked): Promise<number> {
  const { kind, given } = readRequest(values, positionals);
  const patience = patienceOf(values.wait);
  requireFolder(content);
  // What is said waits for no upgrade.
  const { files } = inOurFormat(filesOnDisk(content));
  const known = knownIn(files);
  const zone = zoneOf(values.zone, known.site.time_zone);
  const setting = {
    known,
    now,
    zone,
    changesSince: changesSince(content, files, { known, now }),
  };
  const zones = [zone, known.site.time_zone, 'UTC'];
  try {
    if (values.publish && !values['dry-run'])
      await readyToPublish(content, { withOthers: values['with-others'], confirm: confirm() });
    const prompt = terminal([...zones, Temporal.Now.timeZoneId()]);
    const begun = await begunBy({ kind, given, named: values.template, known, prompt });
    const saying = await answered(sayings[kind](setting), given, { prompt, begun });
    const trial = trialOf(saying.edit, files, { now, isPinned });
    if (trial.findings.some(isError)) return refuse(refusal(trial, content));
    if (values['dry-run']) {
      process.stdout.write(preview(trial));
      return 0;
    }
    const began = Date.now();
    put(content, trial);
    process.stdout.write(told(saying, trial, { content, zones }));
    if (values.publish) {
      const publication = publicationOf(saying, content, known.site.url);
      process.stdout.write(`${await publish(publication, { patience, began, zones })}\n`);
    }
    return 0;
  } catch (error) {
    return ended(error);
  }
}
