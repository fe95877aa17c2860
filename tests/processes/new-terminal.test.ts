import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { cloned, identity } from '../support/cloned.ts';
import { contentFolder } from '../support/content.ts';
import {
  type Turn,
  down,
  enter,
  hasTerminal,
  interrupt,
  onTerminal,
} from '../support/on-terminal.ts';
import { publicSite } from '../support/public-site.ts';
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

const site = await publicSite(() => `datetime="${new Date(at.OWNUP_NOW).toISOString()}"`);
afterAll(site.stop);

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

  test.each([
    ['a yes', enter, 0],
    ['a no', 'n', 1],
  ])('other commits that would become public are asked for first: %s', async (_, typed, exit) => {
    const url = (exampleRecord['site.yaml'] ?? '').replace(/^url: .*$/m, `url: ${site.url}`);
    const { content, git, pushed } = cloned(contentFolder({ 'site.yaml': url }));
    writeFileSync(join(content, 'README.md'), 'half a thought');
    git('add', '.');
    git('commit', '--quiet', '--message=Half a thought');
    const args = ['notice', '--what', 'All is well.', '--next', 'none', '--publish'];
    const { code, shown } = await onTerminal(
      'new',
      [...args, '--content', content],
      [['Publish them too?', typed]],
      { ...at, ...identity },
    );
    expect([code, shown.includes('Half a thought')]).toEqual([exit, true]);
    expect(incidentsIn(content).includes('2026-01-16-all-is-well.yaml')).toBe(exit === 0);
    const isPushed = (): string => pushed('README.md');
    if (exit === 0) expect(isPushed()).toBe('half a thought');
    else expect(isPushed).toThrow();
  });
});
