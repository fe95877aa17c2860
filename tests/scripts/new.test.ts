import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { Overtaken, put } from '../../scripts/lib/new/put.ts';
import { contentFolder } from '../support/content.ts';
import { edited } from '../support/edit.ts';
import { ownup } from '../support/ownup.ts';
import { factsIn, incidentsIn, saidAt, say, textIn } from '../support/said.ts';

const late = 'incidents/late-webhooks.yaml';
/** A record in which nothing but planned work has been said yet. */
const quiet = (changes: Readonly<Record<string, string>> = {}): string =>
  contentFolder({
    [late]: '',
    'postmortems/late-webhooks.mdx': '',
    'postmortems/queue.svg': '',
    ...changes,
  });
const inBerlin = { 'site.yaml': `${exampleRecord['site.yaml']}time_zone: Europe/Berlin\n` };
const begin = (content: string, ...more: string[]) =>
  say(content, [
    'incident',
    ...['--what', 'Webhooks leave late. None is lost.'],
    ...['--service', 'webhooks'],
    ...(more.includes('--severity') ? [] : ['--severity', 'major']),
    ...more,
  ]);
const id = '2026-01-16-webhooks-leave-late';

describe('an incident', () => {
  test('is written from three answers, the others being what is usual', async () => {
    const content = quiet();
    const { code, stderr } = await begin(content);
    expect([code, stderr]).toEqual([0, '']);
    expect(factsIn(content, id)).toEqual({
      kind: 'incident',
      title: 'Webhooks leave late',
      severity: 'major',
      impact: [{ service: 'webhooks', status: 'partial_outage', from: saidAt }],
      updates: [
        {
          at: saidAt,
          status: 'investigating',
          text: 'Webhooks leave late. None is lost.',
          next_update_by: '2026-01-16T10:31:00Z',
        },
      ],
    });
    const checked = await ownup('check', ['--content', content], { OWNUP_NOW: saidAt });
    expect(checked.code).toBe(0);
  });

  test.each(['mäßig', 'בינוני'])(
    'is as bad as is said by the name “%s”, and is written by its id',
    async (name) => {
      const site = (exampleRecord['site.yaml'] ?? '').replace('name: Major', `name: ${name}`);
      const content = quiet({ 'site.yaml': site });
      const { code, stderr } = await begin(content, '--severity', name);
      expect([code, stderr]).toEqual([0, '']);
      expect(factsIn(content, id)).toMatchObject({ severity: 'major' });
      const checked = await ownup('check', ['--content', content], { OWNUP_NOW: saidAt });
      expect(checked.code).toBe(0);
    },
  );

  test('has the times of the site, or of --zone, and shows them back in each zone', async () => {
    const content = quiet(inBerlin);
    const { stdout } = await begin(content, '--since', '10:14', '--next', '11:00');
    expect(factsIn(content, id)).toMatchObject({
      impact: [{ from: '2026-01-16T09:14:00Z' }],
      updates: [{ next_update_by: '2026-01-16T10:00:00Z' }],
    });
    expect(stdout).toContain('10:14 in Europe/Berlin (09:14 UTC)');
    const inTokyo = await begin(content, '--since', '18:20', '--zone', 'Asia/Tokyo');
    expect(factsIn(content, `${id}-2`)).toMatchObject({
      impact: [{ from: '2026-01-16T09:20:00Z' }],
    });
    expect(inTokyo.stdout).toContain('18:20 in Asia/Tokyo (10:20 in Europe/Berlin, 09:20 UTC)');
  });

  test('is called by the day in the zone of the site, and never takes the place of another', async () => {
    const content = quiet(inBerlin);
    await begin(content, '--since', 'yesterday 00:10');
    await begin(content, '--since', 'yesterday 00:20');
    expect(incidentsIn(content)).toEqual([
      '2026-01-15-webhooks-leave-late-2.yaml',
      '2026-01-15-webhooks-leave-late.yaml',
      'database-upgrade.yaml',
    ]);
  });

  test.each([
    ['How late? Very: "16 minutes" # and growing', '2026-01-16-how-late'],
    ['遅い', '2026-01-16-incident'],
    ['- { } [ ] & * ! | > % @ `', '2026-01-16-incident'],
    ["null\n\nSecond paragraph, it's long.", '2026-01-16-null-second-paragraph-it-s-long'],
    [
      `${'An outage of many words '.repeat(20)}`,
      '2026-01-16-an-outage-of-many-words-an-outage-of-many-words-an-outage',
    ],
  ])('says any text as it was typed: %j', async (text, name) => {
    const content = quiet();
    const { code } = await say(content, [
      'incident',
      `--what=${text}`,
      '--service',
      'api',
      '--severity',
      'minor',
    ]);
    expect(code).toBe(0);
    expect(factsIn(content, name)).toMatchObject({ updates: [{ text: text.trim() }] });
  });

  test('says more where more is given', async () => {
    const content = quiet();
    await begin(
      content,
      ...['--title', 'Late webhooks', '--impact', 'major_outage', '--status', 'identified'],
      ...['--workaround', 'none', '--next', 'none', '--service', 'API'],
    );
    expect(factsIn(content, '2026-01-16-late-webhooks')).toEqual({
      kind: 'incident',
      title: 'Late webhooks',
      severity: 'major',
      impact: ['webhooks', 'api'].map((service) => ({
        service,
        status: 'major_outage',
        from: saidAt,
      })),
      workaround: 'none',
      updates: [{ at: saidAt, status: 'identified', text: 'Webhooks leave late. None is lost.' }],
    });
  });

  test('is only shown with --dry-run', async () => {
    const content = quiet();
    const { stdout } = await begin(content, '--dry-run');
    expect(stdout).toContain('title: Webhooks leave late\n');
    expect(incidentsIn(content)).toEqual(['database-upgrade.yaml']);
  });
});

describe('without a terminal', () => {
  test('every flag that is missing is named', async () => {
    const content = quiet();
    const { code, stderr } = await say(content, ['incident', '--since', 'now']);
    expect(code).toBe(2);
    for (const flag of ['--what', '--service', '--severity']) expect(stderr).toContain(flag);
    for (const flag of ['--since', '--next']) expect(stderr).not.toContain(flag);
    expect(incidentsIn(content)).toEqual(['database-upgrade.yaml']);
  });

  test.each([
    ['a time that is none', ['--since', '2pm'], '--since'],
    ['a time that has not come', ['--since', '23:50'], 'yesterday'],
    ['a time that is over', ['--next', '08:00'], 'tomorrow'],
    ['a severity that is near one', ['--severity', 'majr'], 'major'],
    ['a service that there is not', ['--service', 'nothing'], 'webhooks'],
    ['no service', ['--service', ' , '], '--service'],
    ['a text of blanks', ['--what', '  '], '--what'],
    ['a text with what does not show', ['--what', 'a\u202Eb'], '--what'],
    ['an answer to what is not asked', ['--ended', 'now'], '--ended'],
    ['a zone that there is not', ['--zone', 'Berlin/Europe'], 'zone'],
    ['a flag that there is not', ['--sevrity', 'major'], '--sevrity'],
    ['a stray word', ['webhooks'], 'webhooks'],
  ])('%s is refused, and nothing is written', async (_, args, said) => {
    const content = quiet();
    const given = new Map([
      ['--what', 'Late.'],
      ['--service', 'webhooks'],
      ['--severity', 'major'],
    ]);
    for (const [index, flag] of args.entries())
      if (given.has(flag)) given.set(flag, args[index + 1] ?? '');
    const rest = given.has(args[0] ?? '') ? [] : args;
    const { code, stderr } = await say(content, ['incident', ...[...given].flat(), ...rest]);
    expect(code).toBe(2);
    expect(stderr).toContain(said);
    expect(incidentsIn(content)).toEqual(['database-upgrade.yaml']);
  });

  test.each([[[]], [['incidnet']], [['incident', 'update']]])('%j is no command', async (args) => {
    expect((await say(quiet(), args)).code).toBe(2);
  });
});

describe('an update', () => {
  test('goes to the only incident that goes on, and every other byte stays', async () => {
    const content = quiet();
    await begin(content);
    const file = `incidents/${id}.yaml`;
    const before = `# ours\n${textIn(content, file)}# the end\n`.replace(
      'major',
      "'major' # or so",
    );
    writeFileSync(join(content, file), before);
    const { code } = await say(
      content,
      ['update', '--what', 'We know why.', '--status', 'identified'],
      {
        OWNUP_NOW: '2026-01-16T09:45:00Z',
      },
    );
    expect(code).toBe(0);
    expect(textIn(content, file).replace('# the end\n', '')).toBe(
      `${before.replace('# the end\n', '')}  - at: 2026-01-16T09:45:00Z\n    status: identified\n    text: We know why.\n    next_update_by: 2026-01-16T10:45:00Z\n`,
    );
  });

  test('names more services, and what to do meanwhile', async () => {
    const content = quiet();
    await begin(content);
    const args = [
      '--what',
      'Nothing new.',
      '--service',
      'api',
      '--since',
      '5m ago',
      '--workaround',
      'Wait.',
    ];
    await say(content, ['update', ...args], { OWNUP_NOW: '2026-01-16T09:45:00Z' });
    expect(factsIn(content, id)).toMatchObject({
      impact: [{ service: 'webhooks' }, { service: 'api', from: '2026-01-16T09:40:00Z' }],
      workaround: 'Wait.',
      updates: [{}, { status: 'investigating' }],
    });
  });

  test('of two that go on, says which there are; of none, that there is none', async () => {
    const content = quiet();
    await begin(content);
    await begin(content);
    const { code, stderr } = await say(content, ['update', '--what', 'Nothing new.']);
    expect([code, stderr.includes(id), stderr.includes(`${id}-2`)]).toEqual([2, true, true]);
    expect((await say(content, ['update', `${id}-2`, '--what', 'Nothing new.'])).code).toBe(0);
    expect((await say(content, ['update', 'nothing', '--what', 'Nothing new.'])).code).toBe(2);
    const over = contentFolder({ 'incidents/database-upgrade.yaml': '' });
    const later = { OWNUP_NOW: '2026-01-18T00:00:00Z' };
    expect((await say(over, ['update', '--what', 'New.'], later)).code).toBe(2);
    expect((await say(over, ['update', 'late-webhooks', '--what', 'New.'], later)).code).toBe(2);
  });

  test('of planned work says that it is not moved', async () => {
    const content = quiet();
    const { code, stderr } = await say(content, ['update', '--what', 'In five days.'], {
      OWNUP_NOW: '2026-01-29T09:00:00Z',
    });
    expect([code, stderr]).toEqual([0, '']);
    expect(factsIn(content, 'database-upgrade')['updates']).toEqual([
      {
        at: '2026-01-29T09:00:00Z',
        status: 'scheduled',
        text: 'In five days.',
        moved_from: 'none',
      },
    ]);
  });

  describe('that moves planned work', () => {
    const upgrade = 'incidents/database-upgrade.yaml';
    const planned = `# ours
kind: maintenance
title: Database upgrade
announced: 2026-01-15T09:00:00Z # by mail too
scheduled: { from: 2026-02-03T02:00:00Z, to: 2026-02-03T03:00:00Z }
impact:
  - { service: api, status: under_maintenance, from: 2026-02-03T02:00:00Z, to: 2026-02-03T03:00:00Z }
  - service: webhooks
    status: under_maintenance
    from: 2026-02-03T02:10:00Z # later
    to: 2026-02-03T03:00:00Z
workaround: none
updates: []
`;
    /** As it is written when it is announced. */
    const announced = planned.replace(
      /impact:[^]*workaround/,
      'impact:\n  - service: api\n    status: under_maintenance\n    from: 2026-02-03T02:00:00Z\nworkaround',
    );
    const move = (content: string, ...args: string[]) =>
      say(content, ['update', 'database-upgrade', '--what', 'Moved.', ...args], {
        OWNUP_NOW: movedAt,
      });
    const movedAt = '2026-01-28T09:00:00Z';
    const before = { from: '2026-02-03T02:00:00Z', to: '2026-02-03T03:00:00Z' };
    const codes = async (content: string): Promise<string> =>
      (await ownup('check', ['--content', content], { OWNUP_NOW: movedAt })).stdout;

    test('names the old times, moves what went with them, and keeps every other byte', async () => {
      const content = quiet({ [upgrade]: planned });
      const { code, stdout } = await move(content, '--to', '2026-02-03 04:30');
      expect(code).toBe(0);
      expect(stdout).toContain('04:30 UTC');
      expect(textIn(content, upgrade).split('updates:')[0]).toBe(
        planned.replaceAll('03:00:00Z', '04:30:00Z').split('updates:')[0],
      );
      expect(factsIn(content, 'database-upgrade')['updates']).toEqual([
        { at: movedAt, status: 'scheduled', text: 'Moved.', moved_from: before },
      ]);
      expect(await codes(content)).not.toContain('moved-');
    });

    test('takes both ends to another day, and then to a third', async () => {
      const content = quiet({ [upgrade]: announced });
      await move(content, '--from', '2026-02-10 02:00', '--to', '03:00');
      const second = { from: '2026-02-10T02:00:00Z', to: '2026-02-10T03:00:00Z' };
      expect(factsIn(content, 'database-upgrade')).toMatchObject({
        scheduled: second,
        impact: [{ from: second.from }],
        updates: [{ moved_from: before }],
      });
      const later = await say(
        content,
        ['update', '--what', 'Again.', '--from', '2026-02-11 02:00', '--to', 'in 1h'],
        { OWNUP_NOW: '2026-01-29T09:00:00Z' },
      );
      expect(later.code).toBe(0);
      expect(factsIn(content, 'database-upgrade')).toMatchObject({
        scheduled: { from: '2026-02-11T02:00:00Z', to: '2026-02-11T03:00:00Z' },
        updates: [{}, { moved_from: second }],
      });
    });

    test('that should have begun says that it is planned again', async () => {
      const content = quiet({ [upgrade]: announced });
      const args = ['update', '--what', 'Tomorrow.', '--from', 'tomorrow 02:00', '--to', '03:00'];
      const { stderr } = await say(content, args, { OWNUP_NOW: '2026-02-03T02:05:00Z' });
      expect(stderr).toBe('');
      expect(factsIn(content, 'database-upgrade')).toMatchObject({
        scheduled: { from: '2026-02-04T02:00:00Z', to: '2026-02-04T03:00:00Z' },
        updates: [{ status: 'scheduled', moved_from: before }],
      });
    });

    test.each([
      ['to where it is', 1, 'moved-nowhere', ['--from', '2026-02-03 02:00']],
      ['to an end before its beginning', 1, 'time-order', ['--from', '2026-02-10 02:00']],
      ['to what is over', 2, '--from', ['--from', 'yesterday 02:00']],
    ])('%s is refused, and nothing is written', async (_, exit, said, args) => {
      const content = quiet({ [upgrade]: announced });
      const text = textIn(content, upgrade);
      const { code, stderr } = await move(content, ...args);
      expect([code, stderr.includes(said)]).toEqual([exit, true]);
      expect(textIn(content, upgrade)).toBe(text);
    });

    test('is no answer to what is no planned work', async () => {
      const content = quiet();
      await begin(content);
      const { code, stderr } = await say(content, ['update', id, '--what', 'X.', '--to', 'in 1h']);
      expect([code, stderr.includes('--to')]).toEqual([2, true]);
    });
  });
});

describe('the end', () => {
  test('closes each window that is open, and says so last', async () => {
    const content = quiet();
    await begin(content, '--since', '20m ago');
    const { code } = await say(
      content,
      ['resolve', '--what', 'All is well.', '--ended', '5m ago'],
      {
        OWNUP_NOW: '2026-01-16T10:00:00Z',
      },
    );
    expect(code).toBe(0);
    expect(textIn(content, `incidents/${id}.yaml`)).toContain(
      '{ service: webhooks, status: partial_outage, from: 2026-01-16T09:11:00Z, to: 2026-01-16T09:55:00Z }',
    );
    expect(factsIn(content, id)).toMatchObject({
      updates: [{}, { status: 'resolved', text: 'All is well.' }],
    });
    const checked = await ownup('check', ['--content', content], {
      OWNUP_NOW: '2026-01-16T10:00:00Z',
    });
    expect(checked.code).toBe(0);
  });

  test('of planned work is its completion', async () => {
    const content = quiet();
    await say(content, ['resolve', 'database-upgrade', '--what', 'Done.'], {
      OWNUP_NOW: '2026-02-03T02:39:00Z',
    });
    expect(factsIn(content, 'database-upgrade')).toMatchObject({
      updates: [{ status: 'completed' }],
    });
  });
});

test('planned work is announced', async () => {
  const content = quiet();
  const args = ['--what', 'We upgrade. The API is down for ten minutes.', '--service', 'api'];
  const { code, stderr } = await say(content, [
    'maintenance',
    ...args,
    ...['--from', 'tomorrow 02:00', '--to', '03:00'],
  ]);
  expect([code, stderr]).toEqual([0, '']);
  expect(factsIn(content, '2026-01-17-we-upgrade')).toEqual({
    kind: 'maintenance',
    title: 'We upgrade',
    announced: saidAt,
    scheduled: { from: '2026-01-17T02:00:00Z', to: '2026-01-17T03:00:00Z' },
    impact: [{ service: 'api', status: 'under_maintenance', from: '2026-01-17T02:00:00Z' }],
    workaround: 'none',
    updates: [{ at: saidAt, status: 'scheduled', text: args[1] }],
  });
});

test('bad news that is no outage is said', async () => {
  const content = quiet();
  const { code } = await say(content, [
    'notice',
    '--what',
    'Some invoices are too high.',
    '--next',
    'tomorrow 16:00',
  ]);
  expect(code).toBe(0);
  expect(factsIn(content, '2026-01-16-some-invoices-are-too-high')).toEqual({
    kind: 'notice',
    title: 'Some invoices are too high',
    updates: [
      {
        at: saidAt,
        status: 'information',
        text: 'Some invoices are too high.',
        next_update_by: '2026-01-17T16:00:00Z',
      },
    ],
  });
});

describe('a template', () => {
  const template = {
    'templates/slow-mails.yaml': `kind: incident
name: Mails are slow
what: Mails arrive late. None is lost.
service: [api, webhooks]
severity: minor
impact: partial_outage
workaround: none
next: in 20m
`,
    'templates/upgrade.yaml': 'kind: maintenance\nname: Upgrade\nservice: [api]\nto: in 2h\n',
  };

  test('answers what nobody says otherwise', async () => {
    const content = quiet(template);
    const { code } = await say(content, [
      'incident',
      '--template',
      'slow-mails',
      '--service',
      'api',
    ]);
    expect(code).toBe(0);
    expect(factsIn(content, '2026-01-16-mails-arrive-late')).toEqual({
      kind: 'incident',
      title: 'Mails arrive late',
      severity: 'minor',
      impact: [{ service: 'api', status: 'partial_outage', from: saidAt }],
      workaround: 'none',
      updates: [
        {
          at: saidAt,
          status: 'investigating',
          text: 'Mails arrive late. None is lost.',
          next_update_by: '2026-01-16T09:51:00Z',
        },
      ],
    });
  });

  test('counts times from when it is used', async () => {
    const content = quiet(template);
    const args = ['--template', 'upgrade', '--what', 'We upgrade.', '--from', 'tomorrow 02:00'];
    await say(content, ['maintenance', ...args]);
    expect(factsIn(content, '2026-01-17-we-upgrade')['scheduled']).toEqual({
      from: '2026-01-17T02:00:00Z',
      to: '2026-01-17T04:00:00Z',
    });
  });

  test.each(['nothing', 'upgrade'])(
    'that is none, or one for something else, is refused: %s',
    async (name) => {
      const { code, stderr } = await say(quiet(template), ['incident', '--template', name]);
      expect([code, stderr.includes('slow-mails')]).toEqual([2, true]);
    },
  );
});

describe('the check', () => {
  test('speaks before anything is written: what is an error stays unwritten', async () => {
    const content = quiet();
    await begin(content);
    const before = textIn(content, `incidents/${id}.yaml`);
    const { code, stderr } = await say(content, [
      'resolve',
      '--what',
      'Well.',
      '--ended',
      '1h ago',
    ]);
    expect([code, stderr.includes('time-order')]).toEqual([1, true]);
    expect(textIn(content, `incidents/${id}.yaml`)).toBe(before);
  });

  test('says what is doubtful, and it is written', async () => {
    const content = quiet();
    const { code, stdout } = await say(content, [
      'incident',
      ...['--what', 'Webhooks are <b>late</b>.', '--service', 'webhooks', '--severity', 'minor'],
    ]);
    expect([code, stdout.includes('html-in-text')]).toEqual([0, true]);
  });

  test('does not keep anybody from speaking because another file is wrong', async () => {
    const content = contentFolder({
      ...edited({ file: late, replace: 'severity: major', by: 'severity: grave' }),
      'incidents/broken.yaml': '[',
      'credits.yaml': 'plans: 5\n',
    });
    expect((await begin(content)).code).toBe(0);
    writeFileSync(join(content, 'services.yaml'), 'services: [');
    expect((await begin(content)).code).toBe(2);
  });
});

describe('where two write at once', () => {
  const file = 'incidents/database-upgrade.yaml';
  test('what has changed meanwhile is not overwritten', () => {
    const content = quiet();
    const before = textIn(content, file);
    writeFileSync(join(content, file), `${before}# theirs\n`);
    expect(() => put(content, { file, before, after: 'ours', findings: [] })).toThrow(Overtaken);
    expect(textIn(content, file)).toBe(`${before}# theirs\n`);
  });

  test('what has come meanwhile is not either', () => {
    const content = quiet();
    expect(() => put(content, { file, before: undefined, after: 'ours', findings: [] })).toThrow(
      Overtaken,
    );
    expect(readFileSync(join(content, file), 'utf8')).not.toBe('ours');
    expect(incidentsIn(content)).toEqual(['database-upgrade.yaml']);
  });
});
