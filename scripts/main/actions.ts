import { filesOnDisk } from '../../src/record/files/files.ts';
import type { actionsOptions } from '../lib/actions/command-line.ts';
import { readOptions } from '../lib/actions/options.ts';
import { exitCode } from '../lib/actions/result.ts';
import { asJson } from '../lib/actions/json.ts';
import { asText } from '../lib/actions/text.ts';
import { keepingGoing } from '../lib/actions/keep-going.ts';
import { patienceIn } from '../lib/github/environment.ts';
import { exclusively } from '../lib/actions/exclusively.ts';
import { session } from '../lib/actions/session.ts';
import { tellWorkflow } from '../lib/actions/workflow.ts';
import { tellFindings, watcherOn } from '../lib/actions/watcher.ts';
import { type Call, requireFolder } from '../lib/command.ts';
import { withoutSecrets } from '../lib/secrets.ts';

export async function main({
  content,
  now,
  isPinned,
  values,
}: Call<typeof actionsOptions>): Promise<number> {
  const options = readOptions(values);
  requireFolder(content);
  const watcher = watcherOn(process.stderr);
  const patience = patienceIn(process.env);
  const { keepGoing } = options;
  const result = await exclusively(content, options, () =>
    keepingGoing({ keepGoing, patience, watcher }, () =>
      session({ content, now, isPinned, options, watcher }),
    ),
  );
  watcher.end();
  const files = filesOnDisk(content);
  tellFindings(result, { files, content });
  process.stdout.write(withoutSecrets(values.json ? asJson(result) : asText(result)));
  tellWorkflow(result, { files, content });
  return exitCode(result);
}
