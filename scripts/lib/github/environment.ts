import { Halt } from '../../../src/domain/tracking/stop-and-retry.ts';
import { WrongUsage } from '../command.ts';
import type { Connection, Credentials } from './github.ts';

type Variables = Readonly<Record<string, string | undefined>>;

/** The root of the API. @throws WrongUsage */
function apiRoot(variables: Variables): string {
  const text = variables['GITHUB_API_URL'] || 'https://api.github.com';
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol) || url.username || url.password)
    throw new WrongUsage(
      'GITHUB_API_URL is not an address. Expected: one such as https://api.github.com.',
    );
  return (url.origin + url.pathname).replace(/\/+$/, '');
}

/** A repository. */
export type Place = Pick<Connection, 'owner' | 'repo'>;

/** The repository that `source` names. @throws WrongUsage */
export function placeNamed(name: string, source: string): Place {
  const [, owner, repo] = /^([A-Za-z0-9_-]+)\/([A-Za-z0-9._-]+)$/.exec(name) ?? [];
  if (!owner || !repo) throw new WrongUsage(`${source} is “${name}”. Expected: OWNER/NAME.`);
  return { owner, repo };
}

/** The repository: as the command line says, else the record, else the workflow. @throws WrongUsage */
export function placeIn(
  given: Place | undefined,
  recorded: string | undefined,
  variables: Variables,
): Place | undefined {
  const inWorkflow = variables['GITHUB_REPOSITORY'];
  if (given) return given;
  if (recorded) return placeNamed(recorded, '`repository` in site.yaml');
  return inWorkflow ? placeNamed(inWorkflow, 'GITHUB_REPOSITORY') : undefined;
}

/** The credentials to ask with, if there are any. A GitHub App counts before a token. @throws WrongUsage, Halt */
export function credentialsIn(variables: Variables): Credentials | undefined {
  const {
    OWNUP_APP_ID: appId,
    OWNUP_APP_PRIVATE_KEY: key,
    OWNUP_APP_INSTALLATION_ID: installation,
  } = variables;
  if (!appId !== !key)
    throw new WrongUsage(
      'Of OWNUP_APP_ID and OWNUP_APP_PRIVATE_KEY only one is given. Expected: both, or GITHUB_TOKEN.',
    );
  if (appId && key) {
    if (installation && !/^\d+$/.test(installation))
      throw new WrongUsage('OWNUP_APP_INSTALLATION_ID is not a number.');
    return {
      appId,
      privateKey: key.replaceAll('\\n', '\n'),
      installationId: installation ? Number(installation) : undefined,
    };
  }
  const token = variables['GITHUB_TOKEN']?.trim();
  if (!token) return undefined;
  if (!/^[\x21-\x7E]+$/.test(token))
    throw new Halt(
      'refused',
      'GITHUB_TOKEN has characters that no token has. Is there a line break in it?',
    );
  return { token };
}

/** The factor on all waits but those GitHub asks for: OWNUP_PATIENCE, 1 by default. @throws WrongUsage */
export function patienceIn(variables: Variables): number {
  const text = variables['OWNUP_PATIENCE'] || '1';
  if (!/^\d{1,3}(\.\d{1,4})?$/.test(text) || Number(text) === 0)
    throw new WrongUsage(`OWNUP_PATIENCE is “${text}”. Expected: a number above 0.`);
  return Number(text);
}

/** How long one attempt may take, in ms. GitHub itself gives up after ten seconds. */
const timeout = 30_000;
/** A shorter time would say more about this machine than about GitHub. */
const shortest = 1_500;

/** How a repository is reached. @throws WrongUsage */
export const connectionTo = (
  place: Place,
  credentials: Credentials,
  variables: Variables,
): Connection => ({
  ...place,
  credentials,
  api: apiRoot(variables),
  timeout: Math.max(shortest, timeout * patienceIn(variables)),
});
