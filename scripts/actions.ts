import { actionsOptions } from './lib/actions/command-line.ts';
import { run } from './lib/command.ts';

const usage = `npm run actions -- [--apply | --pull] [--json] [--detailed-exitcode] [--content DIR] [--repo OWNER/NAME]
                   [--write-interval MS] [--adopt KEY=#N] [--recreate KEY] [--force] [--keep-going MINUTES]
npm run actions -- --show KEY

Makes a GitHub issue of every promise in the published postmortems, and brings back how it stands. Without --apply or --pull it says what
it would do, and writes nothing. KEY is POSTMORTEM/ACTION.

  --apply              do it, and write actions.lock.json
  --pull               only refresh the states in actions.lock.json
  --json               one document on standard output, for programs: npm run -s actions -- --json
  --detailed-exitcode  exit 2 if the plan has changes
  --content DIR        the content folder (default: OWNUP_CONTENT, or content)
  --repo OWNER/NAME    where the issues are (default: repository in site.yaml, or GITHUB_REPOSITORY)
  --write-interval MS  the least time between two writes (default: 1000)
  --adopt KEY=#N       track the promise by that issue
  --recreate KEY       open a new issue where the old one is lost
  --force              overwrite what people changed in the part that Ownup writes
  --keep-going MINUTES where not all is done (5, 7), go on when GitHub lets us, for so long (default: 0)
  --show KEY           print title and body of the issue, as it is to stand

In the environment: GITHUB_TOKEN, or OWNUP_APP_ID and OWNUP_APP_PRIVATE_KEY; GITHUB_API_URL; GITHUB_REPOSITORY. See docs/actions.md.

Exit: 0 converged, or a plan without conflicts · 1 internal error · 2 the plan has changes · 3 wrong usage or content, nothing was sent · 4 token, repository,
permission, or issues disabled · 5 not all done, run again · 6 a conflict needs a person · 7 nobody knows whether an issue was created`;

await run(
  {
    usage,
    options: actionsOptions,
    usageExit: 3,
    failure: async (failed) => (await import('./lib/actions/json.ts')).failureJson(failed),
  },
  async (call) => (await import('./main/actions.ts')).main(call),
);
