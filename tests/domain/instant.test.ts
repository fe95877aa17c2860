import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { firstYear, instant, lastYear } from '../../src/domain/time.ts';

const two = (most: number) =>
  fc.nat({ max: most }).map((number) => String(number).padStart(2, '0'));
const texts = fc
  .tuple(
    fc.integer({ min: firstYear - 1, max: lastYear + 1 }),
    two(13),
    two(32),
    two(25),
    two(60),
    fc.constantFrom(':00', ':07', ':59', ':60', '', ':59.5', ':59.123'),
    fc.constantFrom('Z', 'Z', 'Z', '+00:00', '-00:00', '+02:00', '+25:00'),
  )
  .map(
    ([year, month, day, hour, minute, second, zone]) =>
      `${year}-${month}-${day}T${hour}:${minute}${second}${zone}`,
  );

/** The moment as Temporal reads it, in epoch ms. */
function meant(text: string): number | undefined {
  try {
    const at = Temporal.Instant.from(text);
    const { year } = at.toZonedDateTimeISO('UTC');
    return firstYear <= year && year <= lastYear && !/:60(\D|$)/.test(text)
      ? at.epochMilliseconds
      : undefined;
  } catch {
    return undefined;
  }
}

test('a moment is read as Temporal reads it, and one that the calendar or the clock does not have is refused', () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(instant.safeParse(text).data?.epochMilliseconds, text).toBe(meant(text));
    }),
    { numRuns: 3000 },
  );
});
