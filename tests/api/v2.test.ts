import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shortId } from '../../src/api/short-id.ts';
import { answer, answerNames } from '../../src/api/v2/answers.ts';
import { shapes } from '../../src/api/v2/shapes.ts';
import type { StatusRecord } from '../../src/domain/record/record.ts';
import { service } from '../../src/domain/service.ts';
import { aSite, anAccount } from '../support/accounts.ts';
import { sourceFrom, sourceWith } from '../support/api.ts';
import { aMaintenance, aNotice, anOutage, update, window } from '../support/incidents.ts';
import { at, said } from '../support/moments.ts';

const during = Date.parse('2026-11-12T09:50:00Z');
const later = Date.parse('2026-11-23T12:00:00Z');

const services = ['api', 'web'].map((id) => service.parse({ id, name: id.toUpperCase() }));
const with2 = (incidents: StatusRecord['incidents'], now = '12:00', more = {}) =>
  sourceWith({ services, incidents, ...more }, at(now));
const [api = ''] = services.map(({ id }) => shortId('service', id));

describe('version 2 has the public shape of Statuspage', () => {
  test.each([during, later, Date.parse('2024-01-01T00:00:00Z')])(
    'in every answer about the example, at %d',
    (now) => {
      const source = sourceFrom('content', now);
      for (const name of answerNames) {
        const found = answer(name, source);
        expect(shapes[name].parse(JSON.parse(JSON.stringify(found))), name).toEqual(found);
      }
    },
  );

  test('when there is nothing to tell', () => {
    const source = sourceWith({}, at('12:00'));
    for (const name of answerNames) shapes[name].parse(answer(name, source));
    expect(answer('status', source).page.updated_at).toBe('1970-01-01T00:00:00.000Z');
  });
});

describe('ids', () => {
  test('are always the same', () => {
    expect(shortId('incident', '2026-11-12-late-webhooks')).toBe('9jdhd6s0cf59');
  });

  test('differ, also between kinds', () => {
    const ids = new Set<string>();
    for (let n = 0; n < 50_000; n++)
      for (const kind of ['incident', 'service']) ids.add(shortId(kind, `name-${n}`));
    expect(ids.size).toBe(100_000);
  });

  test('have twelve digits and small letters, whatever they are made from', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (kind, name) =>
        /^[a-z0-9]{12}$/.test(shortId(kind, name)),
      ),
    );
  });

  test('of updates differ, and do not change when updates are added', () => {
    const updates = [update('09:05', 'investigating'), update('09:05', 'identified')];
    const idsOf = (more: ReturnType<typeof update>[]): string[] =>
      answer('incidents', with2([anOutage({ updates: [...updates, ...more] })]))
        .incidents.flatMap((incident) => incident.incident_updates.map(({ id }) => id))
        .reverse();
    const [before, after] = [idsOf([]), idsOf([update('09:30', 'resolved')])];
    expect(after.slice(0, 2)).toEqual(before);
    expect(new Set(after).size).toBe(3);
  });

  test('of updates stay when times are corrected, and when the file gets another name', () => {
    const texts = [update('09:05', 'investigating'), update('09:20', 'identified')];
    const corrected = [update('09:01', 'investigating'), update('09:31', 'identified')];
    const idsIn = (incidents: StatusRecord['incidents'], redirects = {}): string[] =>
      answer(
        'incidents',
        with2(incidents, '12:00', { site: aSite({ redirects }) }),
      ).incidents.flatMap((incident) => incident.incident_updates.map(({ id }) => id));
    const before = idsIn([anOutage({ updates: texts })]);
    expect(idsIn([anOutage({ updates: corrected })])).toEqual(before);
    const renamed = { ...anOutage({ updates: texts }), id: 'renamed' };
    expect(idsIn([renamed], { '/incidents/outage/': '/incidents/renamed/' })).toEqual(before);
    expect(idsIn([renamed])).not.toEqual(before);
  });

  test('are the codes that incidents had at Statuspage, where their pages there lead here', () => {
    const redirects = {
      '/incidents/kctbh9vrtdwd': '/incidents/outage/',
      '/issues/aaaaaaaaaaaa': '/incidents/outage/',
      '/incidents/too-long-for-a-code': '/incidents/maintenance/',
    };
    const source = with2([anOutage(), aMaintenance()], '12:00', { site: aSite({ redirects }) });
    const [incident] = answer('incidents', source).incidents;
    expect(incident?.id).toBe('kctbh9vrtdwd');
    expect(incident?.incident_updates[0]?.incident_id).toBe('kctbh9vrtdwd');
    expect(answer('scheduled-maintenances', source).scheduled_maintenances[0]?.id).toBe(
      shortId('incident', 'maintenance'),
    );
  });
});

describe('the indicator', () => {
  const severities = ['none', 'minor', 'major', 'critical'].map((level) => ({
    id: level,
    name: level,
    level,
    means: 'So bad.',
  }));
  const indicatorWith = (incidents: StatusRecord['incidents'], now?: string): string =>
    answer('status', with2(incidents, now, { site: aSite({ severities }) })).status.indicator;
  const slow = [window('09:00', undefined, { status: 'degraded_performance' })];
  const partial = [window('09:00', undefined, { status: 'partial_outage' })];
  const over = [window('09:00', '09:30')];
  const resolved = [update('09:05', 'investigating'), update('10:00', 'resolved')];

  test.each<[string, StatusRecord['incidents'], string, string?]>([
    ['nothing is open', [], 'none'],
    ['an incident is over', [anOutage({ updates: resolved })], 'none'],
    ['a service is down', [anOutage({ severity: 'none' })], 'critical'],
    ['a service is slow', [anOutage({ severity: 'none', impact: slow })], 'minor'],
    ['a part is down', [anOutage({ severity: 'minor', impact: partial })], 'major'],
    ['the severity is worse', [anOutage({ severity: 'critical', impact: slow })], 'critical'],
    [
      'all work again, but it is not over',
      [anOutage({ severity: 'major', impact: over })],
      'major',
    ],
    ['bad news has no severity', [aNotice()], 'minor'],
    ['bad news has one', [aNotice({ severity: 'critical' })], 'critical'],
    ['bad news is of no weight', [aNotice({ severity: 'none' })], 'none'],
    ['maintenance is to come', [aMaintenance()], 'none', '01:30'],
    ['maintenance goes on', [aMaintenance()], 'none', '02:30'],
    [
      'maintenance runs over',
      [aMaintenance({ updates: [update('02:10', 'in_progress')] })],
      'critical',
      '03:30',
    ],
    [
      'maintenance was not announced',
      [aMaintenance({ announced: said('02:10') })],
      'critical',
      '02:30',
    ],
  ])('when %s', (_, incidents, expected, now) => {
    expect(indicatorWith(incidents, now)).toBe(expected);
  });
});

describe('an incident', () => {
  const updates = [
    update('09:05', 'investigating'),
    update('09:20', 'monitoring'),
    update('09:25', 'identified'),
    update('09:40', 'monitoring'),
    update('09:50', 'monitoring'),
    update('10:00', 'resolved'),
  ];
  const impact = [window('09:00', '09:35', { status: 'partial_outage' })];
  const outage = anOutage({ updates, impact });
  const told = (now: string, more = {}) =>
    answer('incidents', with2([outage], now, more)).incidents[0];

  test('has its updates newest first, with what changed since the one before', () => {
    const found = told('12:00')?.incident_updates.map(
      ({ status, affected_components: changes }) => [
        status,
        changes?.map(
          ({ code, old_status, new_status }) => `${code === api} ${old_status} ${new_status}`,
        ),
      ],
    );
    const [well, ill] = ['operational', 'partial_outage'];
    expect(found).toEqual([
      ['resolved', [`true ${well} ${well}`]],
      ['monitoring', [`true ${well} ${well}`]],
      ['monitoring', [`true ${ill} ${well}`]],
      ['identified', [`true ${ill} ${ill}`]],
      ['monitoring', [`true ${ill} ${ill}`]],
      ['investigating', [`true ${well} ${ill}`]],
    ]);
  });

  test('has its times', () => {
    expect(told('12:00')).toMatchObject({
      created_at: `${said('09:05').slice(0, -1)}.000Z`,
      started_at: '2026-01-17T09:00:00.000Z',
      monitoring_at: '2026-01-17T09:40:00.000Z',
      resolved_at: '2026-01-17T10:00:00.000Z',
      updated_at: '2026-01-17T10:00:00.000Z',
    });
    expect(told('09:22')).toMatchObject({
      monitoring_at: '2026-01-17T09:20:00.000Z',
      resolved_at: null,
    });
    expect(told('09:30')).toMatchObject({ monitoring_at: null, resolved_at: null });
  });

  test('claims no status of services where nobody knows when they were well', () => {
    const [found] = answer(
      'incidents',
      with2([anOutage({ impact: [window('09:00', 'unknown')] })]),
    ).incidents;
    expect(found?.incident_updates[0]?.affected_components).toBeNull();
    expect(found?.components.map(({ id }) => id)).toEqual([api]);
  });

  test('that has a published postmortem says so, and gives its summary', () => {
    const postmortems = [anAccount({ published: said('11:00') })];
    const found = told('12:00', { postmortems });
    expect(found).toMatchObject({ status: 'postmortem', updated_at: '2026-01-17T11:00:00.000Z' });
    expect(found?.incident_updates[0]).toMatchObject({
      status: 'postmortem',
      body: 'It was down.\n\nhttps://status.ferry.example/postmortems/account/',
    });
    expect(told('10:30', { postmortems })?.status).toBe('resolved');
    const early = told('12:00', { postmortems: [anAccount({ published: said('09:55') })] });
    expect(early?.status).toBe('postmortem');
    expect(early?.incident_updates.slice(0, 2).map(({ status }) => status)).toEqual([
      'resolved',
      'postmortem',
    ]);
    expect(told('12:00', { postmortems: [anAccount({ status: 'draft' })] })?.status).toBe(
      'resolved',
    );
  });

  test('has a name in plain words, and bodies as they were written', () => {
    const text = 'It is **late**: see [why](/incidents/outage/).\n\n<b>&</b> 🐢 \u05d0\u05d1';
    const [found] = answer(
      'incidents',
      with2([
        anOutage({
          title: '`POST` is *late* <b>&',
          updates: [{ ...update('09:05', 'identified'), text }],
        }),
      ]),
    ).incidents;
    expect(found?.name).toBe('POST is late <b>&');
    expect(found?.incident_updates[0]?.body).toBe(text);
  });
});

describe('a maintenance', () => {
  const told = (fields: Record<string, unknown>, now: string) =>
    answer('scheduled-maintenances', with2([aMaintenance(fields)], now)).scheduled_maintenances[0];

  test.each([
    ['01:30', 'scheduled', null],
    ['02:30', 'in_progress', null],
    ['03:30', 'completed', '2026-01-17T02:40:00.000Z'],
  ])('is at %s %s', (now, status, over) => {
    const impact = [window('02:00', '02:40', { status: 'under_maintenance' })];
    expect(told({ impact }, now)).toMatchObject({ status, resolved_at: over });
  });

  test('begins with its announcement, if no update made it', () => {
    const updates = [update('02:05', 'in_progress')];
    const words = (fields: Record<string, unknown>): string[] =>
      (told(fields, '02:30')?.incident_updates ?? []).map(
        ({ body, created_at: time }) => `${time.slice(11, 16)} ${body}`,
      );
    expect(words({ updates })).toEqual(['02:05 It is in_progress.', '01:00 Upgrade']);
    expect(words({ updates, announced: said('02:05') })).toEqual(['02:05 It is in_progress.']);
    expect(words({ announced: 'unknown' })).toEqual(['02:00 Upgrade']);
  });

  test('is active or upcoming, and never an incident', () => {
    const names = (now: string): string[] => {
      const impact = [window('02:00', '03:00', { status: 'under_maintenance' })];
      const source = with2([aMaintenance({ impact })], now);
      return answerNames.filter(
        (name) =>
          /maintenance|incident|summary/.test(name) &&
          JSON.stringify(answer(name, source)).includes('"Upgrade"'),
      );
    };
    const [all, summary] = ['scheduled-maintenances', 'summary'];
    expect(names('01:30')).toEqual([summary, all, `${all}/upcoming`]);
    expect(names('02:30')).toEqual([summary, all, `${all}/active`]);
    expect(names('04:30')).toEqual([all]);
  });
});

test('the record was updated when something happened, and not when it was built', () => {
  const stamps = ['01:30', '01:45', '02:30', '02:31', '10:00', '23:00'].map((now) =>
    answer('status', with2([aMaintenance(), anOutage()], now)).page.updated_at.slice(11, 16),
  );
  expect(stamps).toEqual(['01:00', '01:00', '02:00', '02:00', '09:05', '09:05']);
});

test('there are at most 50 incidents, the newest', () => {
  const many = Array.from({ length: 60 }, (_, n) =>
    anOutage({ impact: [window(`0${n % 10}:${String(n % 60).padStart(2, '0')}`)] }, `n${n}`),
  );
  const { incidents } = answer('incidents', with2(many));
  const began = incidents.map(({ started_at: time }) => time);
  expect(incidents).toHaveLength(50);
  expect(began).toEqual([...began].sort().reverse());
});
