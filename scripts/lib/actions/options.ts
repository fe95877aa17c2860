import { type IssueKey, actionKey } from '../../../src/domain/tracking/key.ts';
import type { Mode } from '../../../src/domain/tracking/run.ts';
import { type Call, WrongUsage } from '../command.ts';
import type { actionsOptions } from './command-line.ts';
import { type Place, placeNamed } from '../github/environment.ts';

export interface Options {
  mode: Mode;
  detailed: boolean;
  force: boolean;
  /** Ms between two writes. */
  writeInterval: number;
  /** Where the issues are; `undefined` if others are to say. */
  place: Place | undefined;
  adopt: Map<IssueKey, number>;
  recreate: Set<IssueKey>;
  /** Of which promise to print the issue; `undefined`: the plan. */
  show: IssueKey | undefined;
  /** For how many ms to go on where not all is done. */
  keepGoing: number;
}

function keyIn(text: string, option: string): IssueKey {
  const { success, data } = actionKey.safeParse(text);
  if (!success)
    throw new WrongUsage(
      `${option} names “${text}”. Expected: POSTMORTEM/ACTION, such as 2026-01-17-late-webhooks/pool-floor.`,
    );
  return data;
}

function adoptions(given: readonly string[]): Map<IssueKey, number> {
  const adopt = new Map<IssueKey, number>();
  for (const text of given) {
    const [, key = '', number = ''] = /^(.*)=#?([1-9]\d{0,9})$/.exec(text) ?? [];
    if (!number)
      throw new WrongUsage(
        `--adopt is “${text}”. Expected: KEY=#N, such as 2026-01-17-late-webhooks/pool-floor=#12.`,
      );
    if ([...adopt.values()].includes(Number(number)))
      throw new WrongUsage(`--adopt names #${number} twice. Expected: an issue for each promise.`);
    if (adopt.has(keyIn(key, '--adopt')))
      throw new WrongUsage(`--adopt names ${key} twice. Expected: one issue for it.`);
    adopt.set(keyIn(key, '--adopt'), Number(number));
  }
  return adopt;
}

function refuseBoth(adopt: ReadonlyMap<IssueKey, number>, recreate: ReadonlySet<IssueKey>): void {
  const both = [...recreate].find((key) => adopt.has(key));
  if (both)
    throw new WrongUsage(`--adopt and --recreate both name ${both}. Expected: one of them.`);
}

/** @throws WrongUsage */
function shown({ show, apply, pull, json }: Call<typeof actionsOptions>['values']) {
  if (show === undefined) return undefined;
  if (apply || pull)
    throw new WrongUsage('--show only looks. Expected: without --apply and --pull.');
  if (json) throw new WrongUsage('--json shows the body of every issue. Expected: without --show.');
  return keyIn(show, '--show');
}

/** @throws WrongUsage */
function minutesIn(text: string): number {
  if (!/^\d{1,3}$/.test(text))
    throw new WrongUsage(`--keep-going is “${text}”. Expected: minutes, such as 60.`);
  return Number(text) * 60_000;
}

/** @throws WrongUsage */
export function readOptions(values: Call<typeof actionsOptions>['values']): Options {
  const { apply, pull, force, repo, adopt, recreate, 'write-interval': interval } = values;
  if (apply && pull)
    throw new WrongUsage(
      '--apply and --pull exclude each other: --apply refreshes the states too.',
    );
  if (pull && (force || adopt.length || recreate.length))
    throw new WrongUsage(
      '--pull changes no issue. Expected: --force, --adopt and --recreate with --apply.',
    );
  if (!/^\d{1,7}$/.test(interval))
    throw new WrongUsage(
      `--write-interval is “${interval}”. Expected: milliseconds, such as 1000.`,
    );
  const [adopted, recreated] = [
    adoptions(adopt),
    new Set(recreate.map((key) => keyIn(key, '--recreate'))),
  ];
  refuseBoth(adopted, recreated);
  return {
    mode: apply ? 'apply' : pull ? 'pull' : 'plan',
    detailed: values['detailed-exitcode'],
    force,
    writeInterval: Number(interval),
    place: repo === undefined ? undefined : placeNamed(repo, '--repo'),
    adopt: adopted,
    recreate: recreated,
    show: shown(values),
    keepGoing: minutesIn(values['keep-going']),
  };
}
