import { readFileSync } from 'node:fs';
import { Document, type Pair, isScalar, visit } from 'yaml';
import { ownVersion, project } from '../../../src/environment/project.ts';

/** Where workflows of Ownup are: a repository on GitHub, as OWNER/NAME, and a commit of it. */
export interface Origin {
  repository: string;
  commit: string;
}

export function originIn(text: string): Origin | undefined {
  const [, repository, commit] = /^([\w-]+\/[\w.-]+)@([0-9a-f]{40})$/.exec(text) ?? [];
  return repository && commit ? { repository, commit } : undefined;
}

/** Where this Ownup was published from, as its package says. */
export function ownOrigin(): Origin | undefined {
  const { repository, gitHead } = JSON.parse(readFileSync(`${project}package.json`, 'utf8')) as {
    repository?: { url?: string };
    gitHead?: string;
  };
  const [, name] = /github\.com\/(.+?)(?:\.git)?$/.exec(repository?.url ?? '') ?? [];
  return originIn(`${name}@${gitHead}`);
}

/** When a workflow of Ownup is called, and what it needs: its token may do no more. */
interface Call {
  why: string;
  on: Record<string, unknown>;
  permissions: Record<string, 'read' | 'write'>;
  secrets?: readonly string[];
}

const after = (workflows: readonly string[]) => ({
  workflow_run: { workflows, types: ['completed'], branches: ['main'] },
});
const publishing = { pages: 'write', 'id-token': 'write' } as const;

const calls: Readonly<Record<string, Call>> = {
  Publish: {
    why: 'Checks, builds and publishes: after each commit, and every hour, since what the clock changes is shown too.',
    on: {
      push: { branches: ['main'] },
      schedule: [{ cron: '17 * * * *' }],
      workflow_dispatch: null,
    },
    permissions: { contents: 'read', ...publishing },
  },
  Check: {
    why: 'Says what a pull request would change. Anybody may open one: what runs is what is there already.',
    on: { pull_request: { paths: ['content/**'] } },
    permissions: { contents: 'read', issues: 'read' },
  },
  Comment: {
    why: 'Answers a pull request with what was found.',
    on: { workflow_run: { workflows: ['Check'], types: ['completed'] } },
    permissions: { actions: 'read', 'pull-requests': 'write' },
  },
  Upgrade: {
    why: 'Says whether the record is right for the Ownup that a pull request asks for. If it is not: npx ownup upgrade',
    on: { pull_request: { paths: ['package.json', 'package-lock.json'] } },
    permissions: { contents: 'read' },
  },
  Say: {
    why: 'Says what is written in an issue, in a comment below it, or by a pager.',
    on: {
      issues: { types: ['opened', 'edited', 'reopened'] },
      issue_comment: { types: ['created', 'edited'] },
      repository_dispatch: { types: ['ownup'] },
    },
    permissions: { contents: 'write', issues: 'write', ...publishing },
  },
  Notify: {
    why: 'Tells chats, webhooks and mailing lists what has happened, if site.yaml names any. Each has a secret.',
    on: { ...after(['Publish', 'Say', 'Remediate']), workflow_dispatch: null },
    permissions: { contents: 'write' },
    secrets: [
      'SLACK_WEBHOOK',
      'DISCORD_WEBHOOK',
      'TEAMS_WEBHOOK',
      'WEBHOOK_SECRET',
      'BUTTONDOWN_API_KEY',
      'LISTMONK_TOKEN',
    ],
  },
  Remediate: {
    why: 'Makes a GitHub issue of every promise, and brings back how it stands.',
    on: { ...after(['Publish']), schedule: [{ cron: '43 3 * * *' }], workflow_dispatch: null },
    permissions: { contents: 'write', issues: 'write', 'pull-requests': 'write', ...publishing },
  },
};

function textOf(name: string, file: string, { repository, commit }: Origin): string {
  const { why, on, permissions, secrets = [] } = calls[name] as Call;
  const document = new Document({
    name,
    on,
    permissions: {},
    jobs: {
      [name.toLowerCase()]: {
        permissions,
        uses: `${repository}/.github/workflows/${file}@${commit}`,
        ...(secrets.length && {
          secrets: Object.fromEntries(secrets.map((key) => [key, `\${{ secrets.${key} }}`])),
        }),
      },
    },
  });
  document.commentBefore = ` ${why}`;
  visit(document, {
    Pair(_, { key, value }: Pair) {
      // Dependabot reads the version there.
      if (isScalar(key) && key.value === 'uses' && isScalar(value))
        value.comment = ` v${ownVersion()}`;
    },
  });
  return document.toString({ lineWidth: 0, nullStr: '' }).replace('\n\n', '\n');
}

const dependabot = `version: 2
updates:
  - package-ecosystem: npm
    directory: /
    schedule: { interval: weekly }
  - package-ecosystem: github-actions
    directory: /
    schedule: { interval: weekly }
`;

/** The workflows of a company, each of which calls one of Ownup, and what raises them and Ownup. */
export const workflowFiles = (origin: Origin): Record<string, string> => ({
  ...Object.fromEntries(
    Object.keys(calls).map((name) => {
      const file = `${name.toLowerCase()}.yml`;
      return [`.github/workflows/${file}`, textOf(name, file, origin)];
    }),
  ),
  '.github/dependabot.yml': dependabot,
});
