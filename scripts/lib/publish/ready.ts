import { visible } from '../../../src/text/visible.ts';
import { othersIn } from './others.ts';
import { InTheWay } from './push.ts';

/** What would keep it from being public is there already; nothing was written. */
export class Unready extends Error {}

/** More commits than these are counted. */
const named = 5;

function listed(others: readonly string[]): string {
  const lines = others.slice(0, named).map((line) => `  ${visible(line)}`);
  const more = others.length > named ? [`  and ${others.length - named} more`] : [];
  return [...lines, ...more].join('\n');
}

const unready = (error: unknown): never => {
  throw error instanceof InTheWay ? new Unready(`${error.message}\nNothing was written.`) : error;
};

/**
 * Finds what stands in the way of a push, before somebody has typed what is to be public. A push takes other commits along: whoever `confirm`
 * reaches has to agree to that, unless they have. @throws Unready
 */
export async function readyToPublish(
  content: string,
  {
    withOthers,
    confirm,
  }: { withOthers: boolean; confirm: ((question: string) => Promise<boolean>) | undefined },
): Promise<void> {
  const others = await othersIn(content).catch(unready);
  if (others.length === 0 || withOthers) return;
  const found = `These commits are not pushed yet, and would become public too:\n${listed(others)}`;
  if (await confirm?.(`${found}\nPublish them too?`)) return;
  throw new Unready(
    `${found}\nNothing was written. Write --with-others to publish them too, or leave --publish out.`,
  );
}
