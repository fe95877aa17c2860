import { type Fault, FakeGitHub } from './fake-github.ts';
import { type Outcome, ownup, ownupProcess } from './ownup.ts';

/** What a run leaves behind, with its document for programs. */
export interface Ran extends Outcome {
  doc: {
    exit: number;
    totals: Record<string, number>;
    actions: {
      key: string;
      plan: string;
      number: number | null;
      changes: { field: string }[];
      body: string | null;
      assignee: string | null;
    }[];
    conflicts: { code: string; key: string; number: number | null }[];
    notes: { code: string; key: string | null; number: number | null }[];
    created: { key: string; number: number }[];
    adopted: { key: string; number: number }[];
    stopped: { code: string; come_back_at: string | null } | null;
  };
}

const actBy =
  (run: typeof ownup) =>
  async (
    github: FakeGitHub,
    content: string,
    args: readonly string[] = [],
    settings: Readonly<Record<string, string>> = {},
  ): Promise<Ran> => {
    const ran = await run(
      'actions',
      ['--content', content, '--write-interval', '0', '--json', ...args],
      {
        ...github.settings,
        ...settings,
      },
    );
    return { ...ran, doc: JSON.parse(ran.stdout || 'null') as Ran['doc'] };
  };

/** Runs `npm run actions -- --json` against a fake, without pauses between writes. */
export const act = actBy(ownup);

/** The same in a process of its own, beside others. */
export const actBeside = actBy(ownupProcess);

/** A fake for one test, so that tests can run beside each other. */
export async function withGitHub(
  use: (github: FakeGitHub) => Promise<void>,
  faults: Fault[] = [],
): Promise<void> {
  const github = await new FakeGitHub().start();
  github.faults = faults;
  try {
    await use(github);
  } finally {
    await github.stop();
  }
}

export const codes = (found: readonly { code: string }[]): string[] =>
  found.map(({ code }) => code);
