import { eachRowBeside } from '../list/list-beside.ts';
import { coveredSpan, readCovered } from '../../../../src/domain/credits/money/customer.ts';
import { isEmpty } from '../../../../src/domain/time.ts';
import type { CoveredSpan } from './rates.ts';

const names = {
  covered_from: ['covered_from', 'from', 'start'],
  covered_to: ['covered_to', 'to', 'end', 'covered_until', 'until'],
};

/** Reads the spans of covered time that occur among customers, each once. @throws BadList */
export async function readSpans(path: string): Promise<CoveredSpan[]> {
  const spans = new Map<string, CoveredSpan>();
  await eachRowBeside(path, names, ({ value, refuse }) => {
    const [from, to] = [value('covered_from'), value('covered_to')];
    const read = readCovered(from, to);
    if ('review' in read || isEmpty(coveredSpan(read.value, 'UTC')))
      refuse(
        'this is no span of time. Expected: days such as 2026-01-31, or moments such as 2026-01-31T12:00:00Z, the first before the second; empty is open',
      );
    spans.set(`${from} ${to}`, { covered_from: from, covered_to: to });
  });
  return [...spans.values()];
}
