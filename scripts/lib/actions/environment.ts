import type { Environment } from '../../../src/environment.ts';
import { type Options, repositoryName } from './options.ts';
import { WrongUsage } from '../command.ts';
import type { Credentials } from '../github/github.ts';

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
