import { visible } from '../../../src/text/visible.ts';
import { count } from '../report.ts';
import type { Message } from './message.ts';
import type { Line, Outcome } from './run.ts';
import type { OpenEntry } from './state.ts';

const signs: Record<Line['what'], string> = {
  sent: '+',
  refused: '!',
  waiting: '…',
  unknown: '?',
  'too-late': '-',
};

const names: Record<Line['what'], string> = {
  sent: 'sent',
  refused: 'refused',
  waiting: 'waiting',
  unknown: 'unknown',
  'too-late': 'too late',
};

/** What a person does about what nobody knows. */
const howToDecide = ({ target, id }: Line): string =>
  `    Look whether it is there. If so: npm run notify -- --arrived ${target}=${id}\n    If not: npm run notify -- --again ${target}=${id}`;

function told(line: Line): string {
  const why = line.why ? `: ${visible(line.why)}` : '';
  const head = `${signs[line.what]} ${line.target} ${line.id} ${names[line.what]}${why}`;
  return line.what === 'unknown' ? `${head}\n${howToDecide(line)}` : head;
}

/** What a run has done, a line for each piece of news and target. */
export function asText({ lines }: Outcome): string {
  const kinds = Object.keys(names) as Line['what'][];
  const sums = kinds
    .map((kind) => [lines.filter(({ what }) => what === kind).length, names[kind]] as const)
    .filter(([sum, name]) => sum > 0 || name === 'sent');
  return `${[...lines.map(told), `${sums.map(([sum, name]) => `${sum} ${name}`).join(', ')}.`].join('\n')}\n`;
}

/** What would go out, and to whom. */
export function planText(open: readonly OpenEntry[], messages: readonly Message[]): string {
  const pieces = messages
    .map((message) => ({ message, to: open.filter(({ id }) => id === message.id) }))
    .filter(({ to }) => to.length > 0)
    .map(({ message: { id, title, text, address }, to }) => {
      const targets = to.map(({ target, state }) =>
        state === 'waiting' ? target : `${target} (nobody knows whether it is there)`,
      );
      const lines = [title, text, address].filter(Boolean).map((line) => `    ${visible(line)}`);
      return [`+ ${id} → ${targets.join(', ')}`, ...lines].join('\n');
    });
  return `${[...pieces, `${count(pieces.length, 'piece')} of news would go out.`].join('\n')}\n`;
}

/** The exit code of a run, the same as for `actions`. */
export function exitCode({ lines }: Outcome): number {
  const has = (what: Line['what']): boolean => lines.some((line) => line.what === what);
  return has('unknown') ? 7 : has('refused') ? 4 : has('waiting') ? 5 : 0;
}
