import { describe, expect, test } from 'vitest';
import { contentFolder } from '../support/content.ts';
import {
  type Turn,
  down,
  enter,
  hasTerminal,
  interrupt,
  onTerminal,
} from '../support/on-terminal.ts';
import { factsIn, incidentsIn, saidAt } from '../support/said.ts';

const quiet = (): string =>
  contentFolder({
    'incidents/late-webhooks.yaml': '',
    'postmortems/late-webhooks.mdx': '',
    'postmortems/queue.svg': '',
  });
const text = 'Webhooks leave late. None is lost.';
const five: readonly Turn[] = [
  ['What do customers see?', text + enter],
  ['Which services?', `${down} ${enter}`],
  ['How bad is it?', enter],
  ['Since when?', `20m ago${enter}`],
  ['Next update by when?', enter],
];
const at = { OWNUP_NOW: saidAt };

describe.skipIf(!hasTerminal)('on a terminal', () => {
  test('five questions make an incident, in under sixty keystrokes beside the text', async () => {
    const content = quiet();
    const { code, shown } = await onTerminal('new', ['incident', '--content', content], five, at);
    expect(code).toBe(0);
    expect(shown).toContain('09:11 UTC');
    expect(factsIn(content, '2026-01-16-webhooks-leave-late')).toMatchObject({
      severity: 'major',
      impact: [{ service: 'webhooks', from: '2026-01-16T09:11:00Z' }],
      updates: [{ text, next_update_by: '2026-01-16T10:31:00Z' }],
    });
    const keys = five.map(([, typed]) => typed.replaceAll(down, '↓').length);
    expect(keys.reduce((a, b) => a + b) - text.length).toBeLessThan(60);
  });

  test('what was given with a flag is not asked, and a bad answer is asked again', async () => {
    const content = quiet();
    const args = ['--what', text, '--service', 'api', '--severity', 'minor', '--next', 'none'];
    const turns: readonly Turn[] = [
      ['Since when?', `2pm${enter}`],
      ['is no time', `\u0015 5m ago${enter}`],
    ];
    const { code } = await onTerminal(
      'new',
      ['incident', '--content', content, ...args],
      turns,
      at,
    );
    expect(code).toBe(0);
    expect(factsIn(content, '2026-01-16-webhooks-leave-late')).toMatchObject({
      impact: [{ from: '2026-01-16T09:26:00Z' }],
    });
  });

  test.each([0, 4])('ended at question %i, nothing is left behind', async (index) => {
    const content = quiet();
    const turns = five
      .slice(0, index + 1)
      .map(([shown, typed], at): Turn => [shown, at === index ? interrupt : typed]);
    const { code } = await onTerminal('new', ['incident', '--content', content], turns, at);
    expect(code).toBe(130);
    expect(incidentsIn(content)).toEqual(['database-upgrade.yaml']);
  });
});
