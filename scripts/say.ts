import { type Call, run } from './lib/command.ts';

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

export type Asked = Call<typeof options>;

await run({ usage, options }, async (call) => (await import('./main/say.ts')).main(call));
