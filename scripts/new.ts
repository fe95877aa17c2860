import { Temporal } from 'temporal-polyfill';
import { isError } from '../src/record/drafts.ts';
import { filesOnDisk } from '../src/record/files/files.ts';
import { requireFolder, run } from './lib/command.ts';
import { Unanswered, answered } from './lib/new/answered.ts';
import { changesSince } from './lib/new/changes-since.ts';
import { Overtaken, put } from './lib/new/put.ts';
import { Ended } from './lib/new/question.ts';
import { newOptions, patienceOf, readRequest, sayings, zoneOf } from './lib/new/request.ts';
import { knownIn } from './lib/new/setting.ts';
import { begunBy } from './lib/new/template.ts';
import { confirm, terminal } from './lib/new/terminal.ts';
import { publicationOf, refusal, told } from './lib/new/told.ts';
import { preview, trialOf } from './lib/new/trial.ts';
import { publish } from './lib/publish/publish.ts';
import { InTheWay } from './lib/publish/push.ts';
import { Unready, readyToPublish } from './lib/publish/ready.ts';
import { inOurFormat } from './lib/upgrade/upgrade.ts';

const usage = `npm run new -- incident    [--what TEXT] [--service ID,…] [--severity NAME] [--since TIME] [--next TIME|none]
                           [--title TEXT] [--impact STATUS] [--status STATUS] [--workaround TEXT]
npm run new -- update      [ID] [--what TEXT] [--status STATUS] [--next TIME|none] [--workaround TEXT]
                           [--service ID,…] [--since TIME] [--impact STATUS] [--from TIME] [--to TIME]
npm run new -- resolve     [ID] [--what TEXT] [--ended TIME]
npm run new -- maintenance [--what TEXT] [--service ID,…] [--from TIME] [--to TIME] [--workaround TEXT] [--title TEXT]
npm run new -- notice      [--what TEXT] [--next TIME|none] [--title TEXT] [--severity NAME] [--workaround TEXT]
npm run new -- correction  [ID] [--what TEXT] [--since REF]
npm run new -- postmortem  INCIDENT… [--summary TEXT] [--ownership TEXT] [--thanks TEXT] [--cause NAME] [--because TEXT]…

Says it: writes an incident into the record, or what is new of one. On a terminal, what is missing is asked. ID may be left out while
only one is open. What the check would call an error is not written. A postmortem is a draft, and is gone on with by the same command.
A correction follows a change of a file: what stood there before is looked up in Git, at REF (default: HEAD).

  --template ID   begin with the answers in content/templates/ID.yaml
  --zone ZONE     the zone that times are in which name none (default: that of the site)
  --publish       commit it, push it, and wait until the public page shows it
  --with-others   publish it also where other commits are not pushed yet, and become public with it
  --wait MINUTES  how long to wait for the page (default: 10)
  --dry-run       print the file, or what would change in it, and write nothing
  --content DIR   the content folder (default: OWNUP_CONTENT, or content)

TIME: now, 20m ago, in 30m, 14:05, yesterday 23:10, 2026-01-17 14:05, or a time with its zone. More: docs/writing-an-incident.md

Exit: 0 done · 1 nothing was written · 2 wrong usage, or an answer is missing · 3 written, but not public · 130 ended by whoever was asked`;

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

await run(
  { usage, options: newOptions, allowPositionals: true },
  async ({ content, now, isPinned, values, positionals }) => {
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
  },
);
