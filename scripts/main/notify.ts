import type { Asked } from '../notify.ts';
import { dirname, resolve } from 'node:path';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { asOf } from '../../src/domain/record/record.ts';
import { filesOnDisk } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { siteAddress } from '../../src/site/address.ts';
import { pathsUnder } from '../../src/site/places.ts';
import { exclusively } from '../lib/notify/exclusively.ts';
import { decided } from '../lib/notify/decisions.ts';
import { drive } from '../lib/notify/drive.ts';
import { dueOf } from '../lib/notify/due.ts';
import { messagesOf } from '../lib/notify/message.ts';
import { postWith } from '../lib/notify/request.ts';
import { notify } from '../lib/notify/run.ts';
import { partsOf } from '../lib/notify/secrets.ts';
import { whatIsPublic } from '../lib/notify/seen.ts';
import { readState, saveState } from '../lib/notify/state-file.ts';
import { sendWith, tellsTwiceApart } from '../lib/notify/targets.ts';
import { asText, exitCode, planText } from '../lib/notify/text.ts';
import { watcherOn } from '../lib/actions/watcher.ts';
import { requireFolder } from '../lib/command.ts';
import { patienceIn } from '../lib/github/environment.ts';
import { lane } from '../lib/hold-back.ts';
import { patienceOf } from '../lib/new/request.ts';
import { print } from '../lib/report.ts';
import { withoutSecrets } from '../lib/secrets.ts';
import { inOurFormat } from '../lib/upgrade/upgrade.ts';

/** How long an attempt may take, ms; less says more about this machine than about the target. */
const timeout = 15_000;
const shortest = 1_500;

export async function main(call: Asked): Promise<number> {
  const { content, now, isPinned, values } = call;
  requireFolder(content);
  const files = filesOnDisk(content);
  const checked = readRecord(files, now, isPinned);
  const {
    record: whole,
    findings,
    quiet,
  } = checked.record ? checked : (lane(call, checked, inOurFormat(files))?.reading ?? checked);
  if (!whole) {
    process.stderr.write(print({ findings, quiet, content, files: files.list().length }, 'text'));
    return 3;
  }
  const record = indexRecord(asOf(whole, now), now);
  const targets = record.site.notify;
  if (targets.length === 0) {
    process.stdout.write(
      'Nothing is sent: site.yaml names nobody under `notify`. See docs/notify.md.\n',
    );
    return 0;
  }
  const { origin, base } = siteAddress(call);
  const messages = messagesOf(record, origin + base);
  const path = resolve(values.since ?? `${dirname(content)}/notified.json`);
  const patience = patienceOf(values.wait);
  const hide = (text: string): string => withoutSecrets(text, partsOf(targets, process.env));
  return exclusively(path, values['dry-run'], async () => {
    const state = decided(readState(path), values);
    const { state: next } = dueOf(
      state,
      targets.map(({ id }) => id),
      messages,
      now,
    );
    const known = new Set(messages.map(({ id }) => id));
    const due = new Set(next.open.map(({ id }) => id).filter((id) => known.has(id)));
    if (values['dry-run']) {
      process.stdout.write(hide(planText(next.open, messages)));
      return 0;
    }
    const seen = await whatIsPublic(
      origin + pathsUnder(base).updatesFeed,
      { messages, due },
      patience,
    );
    const watcher = watcherOn(process.stderr);
    if (seen.why) watcher.say(`Not all is public yet: ${seen.why}.`);
    const factor = patienceIn(process.env);
    const receivers = targets.map((target) => ({
      id: target.id,
      tellsTwiceApart: tellsTwiceApart(target),
    }));
    const outcome = await drive(
      notify({ state, receivers, messages, isPublic: (id) => seen.ids.has(id), now }),
      {
        ...watcher,
        send: sendWith(targets, {
          post: postWith(Math.max(shortest, timeout * factor), hide),
          variables: process.env,
        }),
        save: (saved) => saveState(path, saved),
        patience: factor,
      },
    );
    watcher.end();
    process.stdout.write(hide(asText(outcome)));
    return exitCode(outcome);
  });
}
