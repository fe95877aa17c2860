import { run } from '../../scripts/lib/command.ts';
import { buildSite } from '../../scripts/lib/site.ts';
import { filesOnDisk } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';

// Builds whatever stands in the record, as a script would that leaves out the check.
await run({ usage: '', options: {} }, async (call) => {
  await buildSite(call, readRecord(filesOnDisk(call.content), call.now));
  return 0;
});
