import type { IssueKey } from './key.ts';
import { type Answer, type AnswerTo, type Effect, type Refused, type Run, ask } from './tracker.ts';

/** Why a run ends before it is through. Exit codes are made from it. */
export type HaltCode =
  /** The token, the repository, a permission, or issues that are switched off. */
  | 'refused'
  /** For now: run again. */
  | 'partial'
  /** Nobody knows whether an issue was created. */
  | 'unknown-outcome'
  | 'conflict';

export class Halt extends Error {
  readonly code: HaltCode;
  /** In how many ms it is worth to come back. */
  readonly comeBack: number | undefined;
  /** Whose issue it is about, if it is about one. */
  readonly key: IssueKey | undefined;
  constructor(
    code: HaltCode,
    why: string,
    { comeBack, key }: { comeBack?: number | undefined; key?: IssueKey } = {},
  ) {
    super(why);
    this.code = code;
    this.comeBack = comeBack;
    this.key = key;
  }
}

/** The longest that a run waits because it is told to. */
export const longestWait = 60_000;

const readAgainAfter = [1_000, 3_000];
/** How often something is tried while GitHub asks to slow down. */
export const mostAttempts = 5;

export const tooManyLimits = (): Halt =>
  new Halt('partial', 'GitHub keeps asking to slow down.', { comeBack: longestWait });

/** Waits as long as GitHub asks, if that is worth it. @throws Halt */
export function* waitAsAsked(ms: number, why = 'GitHub asks to slow down.'): Run<void> {
  if (ms > longestWait) throw new Halt('partial', why, { comeBack: ms });
  yield* ask({ do: 'wait', ms, why, asked: true });
}

type Read = Extract<Effect, { do: 'repository' | 'list' | 'issue' | 'assignable' | 'discussion' }>;
type Settled<E extends Read> = Extract<AnswerTo<E>, { type: 'ok' | 'refused' }>;

/** Reads, again if that did not work: reading twice does no harm. @throws Halt when there is no answer to be had. */
export function* read<E extends Read>(effect: E): Run<Settled<E>> {
  let failures = 0;
  for (let limits = 0; limits < mostAttempts;) {
    const answer = (yield* ask(effect)) as Answer<unknown>;
    if (answer.type === 'ok' || answer.type === 'refused') return answer as Settled<E>;
    if (answer.type === 'limited') {
      limits += 1;
      yield* waitAsAsked(answer.wait);
      continue;
    }
    const pause = readAgainAfter[failures];
    failures += 1;
    if (pause === undefined)
      throw new Halt('partial', `GitHub does not answer as it should: ${answer.why}`, {
        comeBack: answer.wait,
      });
    const why = `GitHub does not answer as it should: ${answer.why}.`;
    if (answer.wait === undefined) yield* ask({ do: 'wait', ms: pause, why, asked: false });
    else yield* waitAsAsked(answer.wait, why);
  }
  throw tooManyLimits();
}

/** The value, where a refusal ends the run. @throws Halt */
export function* mustRead<E extends Read>(
  effect: E,
  what: string,
): Run<Extract<AnswerTo<E>, { type: 'ok' }>['value']> {
  const answer = (yield* read(effect)) as Answer<Extract<AnswerTo<E>, { type: 'ok' }>['value']>;
  if (answer.type === 'ok') return answer.value;
  throw refusal(answer as Refused, what);
}

/** Whether a status sends whoever asks somewhere else. */
export const isRedirect = (status: number): boolean => status >= 300 && status < 400;

/** How a run ends after GitHub refused `what`: for most refusals, somebody has to change a setting first. */
export function refusal({ status, why, moved }: Refused, what: string): Halt {
  if (moved)
    return new Halt(
      'refused',
      `${what}: the repository has moved. Use its new name, in site.yaml or on the command line. (${why})`,
    );
  if (isRedirect(status))
    return new Halt(
      'refused',
      `${what}: the address of the API leads elsewhere. Expected in GITHUB_API_URL: one that answers by itself, with https and without a login in front of it. (${status}: ${why})`,
    );
  const reasons: Record<number, string> = {
    401: 'GitHub does not accept the token. Is it still valid?',
    403: 'The token may not do this. It needs to read and write issues of the repository.',
    404: 'There is no such repository, or the token may not see it, or not write to it.',
    410: 'Issues are disabled in the repository. Enable them in its settings.',
    451: 'GitHub blocks access to the repository.',
  };
  const reason = reasons[status];
  return reason
    ? new Halt('refused', `${what}: ${reason} (${status}: ${why})`)
    : new Halt('partial', `${what}: GitHub refuses. (${status}: ${why})`);
}
