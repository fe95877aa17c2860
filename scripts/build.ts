import { run } from './lib/command.ts';

const usage = `npm run build -- [--content DIR]

Checks the record and builds the site into OWNUP_OUT (default: dist). A mistake in a postmortem, in one of its pictures, in credits.yaml or
in actions.lock.json holds back only that file: the last version in Git without errors is built, or a page that says that it is being corrected. A
record in an older format is built as npx ownup upgrade would change it. If the record has other errors, or the build fails, the last good site stays in place.

Exit: 0 built · 1 errors, nothing built · 2 wrong usage · 3 built, with something held back, or of an older format`;

/** The exit code of a build that has not published all that was written. */
const somethingHeld = 3;

await run({ usage, options: {} }, async (call) => {
  const { buildSite, checkFirst } = await import('./lib/site.ts');
  const checked = checkFirst(call);
  if (checked.record) {
    await buildSite(call, checked);
    return 0;
  }
  const { filesOnDisk } = await import('../src/record/files/files.ts');
  const { lane, tellHeld } = await import('./lib/hold-back.ts');
  const { inOurFormat } = await import('./lib/upgrade/upgrade.ts');
  const older = inOurFormat(filesOnDisk(call.content));
  const all = lane(call, checked, older);
  if (!all) return 1;
  await buildSite(call, all.reading, all.others);
  process.stderr.write(tellHeld(all.held));
  if (older.changed.size > 0)
    process.stderr.write(
      'The record is in an older format, and was built as an upgrade would change it.\n',
    );
  return somethingHeld;
});
