import type { Environment } from '../../src/environment.ts';
import { type ActionKey, actionKey } from '../../src/domain/action-key.ts';
import type { Mode } from '../../src/domain/action-run.ts';
import { WrongUsage } from './command.ts';
import type { Credentials } from './github.ts';

export const actionsOptions = {
  apply: { type: 'boolean', default: false },
  pull: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  'detailed-exitcode': { type: 'boolean', default: false },
  repo: { type: 'string' },
  'write-interval': { type: 'string', default: '1000' },
  adopt: { type: 'string', multiple: true, default: [] as string[] },
  recreate: { type: 'string', multiple: true, default: [] as string[] },
  force: { type: 'boolean', default: false },
} as const;

/** The command line as it was given. */
export interface Values {
  apply?: boolean | undefined;
  pull?: boolean | undefined;
  json?: boolean | undefined;
  'detailed-exitcode'?: boolean | undefined;
  repo?: string | undefined;
  'write-interval'?: string | undefined;
  adopt?: string[] | undefined;
  recreate?: string[] | undefined;
  force?: boolean | undefined;
}

export interface Options {
  mode: Mode;
  detailed: boolean;
  force: boolean;
  /** Ms between two writes. */
  writeInterval: number;
  repo: string | undefined;
  adopt: Map<ActionKey, number>;
  recreate: Set<ActionKey>;
}

const repositoryName = /^[A-Za-z0-9_-]+\/[A-Za-z0-9._-]+$/;

function keyIn(text: string, option: string): ActionKey {
  const { success, data } = actionKey.safeParse(text);
  if (!success)
    throw new WrongUsage(`${option} names “${text}”. Expected: POSTMORTEM/ACTION, such as 2026-01-17-late-webhooks/pool-floor.`);
  return data;
}

function adoptions(given: readonly string[]): Map<ActionKey, number> {
  const adopt = new Map<ActionKey, number>();
  for (const text of given) {
    const [, key = '', number = ''] = /^(.*)=#?([1-9]\d{0,9})$/.exec(text) ?? [];
    if (!number) throw new WrongUsage(`--adopt is “${text}”. Expected: KEY=#N, such as 2026-01-17-late-webhooks/pool-floor=#12.`);
    if ([...adopt.values()].includes(Number(number)))
      throw new WrongUsage(`--adopt names #${number} twice. Expected: an issue for each promise.`);
    adopt.set(keyIn(key, '--adopt'), Number(number));
  }
  return adopt;
}

/** @throws WrongUsage */
export function readOptions(values: Values): Options {
  const { apply = false, pull = false, force = false, repo, adopt = [], recreate = [] } = values;
  const interval = values['write-interval'] ?? '1000';
  if (apply && pull) throw new WrongUsage('--apply and --pull exclude each other: --apply refreshes the states too.');
  if (pull && (force || adopt.length || recreate.length))
    throw new WrongUsage('--pull changes no issue. Expected: --force, --adopt and --recreate with --apply.');
  if (!/^\d{1,7}$/.test(interval)) throw new WrongUsage(`--write-interval is “${interval}”. Expected: milliseconds, such as 1000.`);
  if (repo !== undefined && !repositoryName.test(repo)) throw new WrongUsage(`--repo is “${repo}”. Expected: OWNER/NAME.`);
  return {
    mode: apply ? 'apply' : pull ? 'pull' : 'plan',
    detailed: values['detailed-exitcode'] ?? false,
    force,
    writeInterval: Number(interval),
    repo,
    adopt: adoptions(adopt),
    recreate: new Set(recreate.map((key) => keyIn(key, '--recreate'))),
  };
}

type Variables = Readonly<Record<string, string | undefined>>;

/** The root of the API. @throws WrongUsage */
export function apiRoot(variables: Variables): string {
  const text = variables['GITHUB_API_URL'] || 'https://api.github.com';
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new WrongUsage('GITHUB_API_URL is no address. Expected: such as https://api.github.com.');
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

/** The repository: as the command line says, else the record, else the workflow. @throws WrongUsage */
export function repositoryIn(
  { repo }: Options,
  recorded: string | undefined,
  variables: Variables,
): { owner: string; repo: string } | undefined {
  const name = repo ?? recorded ?? (variables['GITHUB_REPOSITORY'] || undefined);
  if (name === undefined) return undefined;
  if (!repositoryName.test(name)) throw new WrongUsage(`GITHUB_REPOSITORY is “${name}”. Expected: OWNER/NAME.`);
  const [owner = '', last = ''] = name.split('/');
  return { owner, repo: last };
}

/** Who asks; `undefined` if nobody. A GitHub App goes before a token. @throws WrongUsage */
export function credentialsIn(variables: Variables): Credentials | undefined {
  const { OWNUP_APP_ID: appId, OWNUP_APP_PRIVATE_KEY: key, OWNUP_APP_INSTALLATION_ID: installation } = variables;
  if (appId && key) {
    if (installation && !/^\d+$/.test(installation)) throw new WrongUsage('OWNUP_APP_INSTALLATION_ID is not a number.');
    return { appId, privateKey: key.replaceAll('\\n', '\n'), installationId: installation ? Number(installation) : undefined };
  }
  const token = variables['GITHUB_TOKEN']?.trim();
  if (!token) return undefined;
  if (!/^[\x21-\x7E]+$/.test(token)) throw new WrongUsage('GITHUB_TOKEN has characters that no token has. Is there a line break in it?');
  return { token };
}

/** What may never be printed. */
export const secretsIn = (variables: Variables): string[] =>
  ['GITHUB_TOKEN', 'OWNUP_APP_PRIVATE_KEY'].flatMap((name) => variables[name]?.split(/\\n|\s+/).filter((part) => part.length >= 8) ?? []);

/** The factor on all waits but those GitHub asks for: OWNUP_PATIENCE, 1 by default. @throws WrongUsage */
export function patienceIn(variables: Variables): number {
  const text = variables['OWNUP_PATIENCE'] || '1';
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(text) || Number(text) === 0)
    throw new WrongUsage(`OWNUP_PATIENCE is “${text}”. Expected: a number above 0.`);
  return Number(text);
}

/** The part of the environment that a run is given. */
export type Settings = Pick<Environment, 'content' | 'now'>;
