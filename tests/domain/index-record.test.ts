import { expect, test } from 'vitest';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { byBeginning, byPublication } from '../../src/domain/record/record.ts';
import { service } from '../../src/domain/service.ts';
import { aRecord, anAccount } from '../support/accounts.ts';
import { aMaintenance, aNotice, anOutage, update, window } from '../support/incidents.ts';
import { at, said } from '../support/moments.ts';

const resolved = [update('09:05', 'investigating'), update('09:50', 'resolved')];
const later = {
  announced: said('01:00'),
  scheduled: { from: said('22:00'), to: said('23:00') },
  impact: [window('22:00', '22:30')],
};
const soon = {
  announced: said('01:00'),
  scheduled: { from: said('13:00'), to: said('14:00') },
  impact: [],
};

const incidents = [
  anOutage(
    { impact: [window('09:00'), window('09:10', '09:20', { service: 'web' })], updates: resolved },
    'over',
  ),
  anOutage({ impact: [window('11:00')], updates: [update('11:05', 'investigating')] }, 'open'),
  aNotice({}, 'notice'),
  aMaintenance({ impact: [window('02:00', '02:40')] }, 'done'),
  aMaintenance({}, 'over-time'),
  aMaintenance(later, 'later'),
  aMaintenance(soon, 'soon'),
];
const accounts = [
  anAccount({ incidents: ['over', 'open'] }, 'both'),
  anAccount({ incidents: ['over'], published: said('15:00') }, 'one'),
];

const index = indexRecord(
  aRecord({
    services: [
      service.parse({ id: 'api', name: 'API' }),
      service.parse({ id: 'web', name: 'Web' }),
    ],
    incidents: [...incidents].sort(byBeginning),
    postmortems: [...accounts].sort(byPublication),
    plans: [],
    policies: [],
  }),
  at('12:00'),
);

const ids = (found: readonly { id: string }[] | undefined): string[] =>
  (found ?? []).map(({ id }) => id);

test('everything is found by its id', () => {
  expect(index.service.get('web')?.name).toBe('Web');
  expect(index.incident.get('notice')?.kind).toBe('notice');
  expect(index.postmortem.get('one')?.incidents).toEqual(['over']);
  expect([index.service.size, index.incident.size, index.postmortem.size]).toEqual([2, 7, 2]);
});

test('the impacts of a service are those of all its incidents, and no others', () => {
  expect(index.impactsOfService.get('web')?.map(({ incident }) => incident)).toEqual(['over']);
  expect(new Set(index.impactsOfService.get('api')?.map(({ incident }) => incident))).toEqual(
    new Set(['over', 'open', 'done', 'over-time', 'later']),
  );
  expect(index.impactsOfService.get('elsewhere')).toBeUndefined();
});

test('the impacts of an incident are worked out as of now', () => {
  expect(index.impactsOfIncident.get('open')).toMatchObject([
    { service: 'api', end: 'open', span: { from: at('11:00'), to: at('12:00') } },
  ]);
  expect(index.impactsOfIncident.get('over')).toMatchObject([
    { end: 'known', span: { to: at('09:50') } },
    { service: 'web', end: 'known' },
  ]);
  expect(index.impactsOfIncident.get('notice')).toEqual([]);
});

test('an incident knows all postmortems that account for it, newest first', () => {
  expect(ids(index.postmortemsOfIncident.get('over'))).toEqual(['both', 'one']);
  expect(ids(index.postmortemsOfIncident.get('open'))).toEqual(['both']);
  expect(index.postmortemsOfIncident.get('notice')).toBeUndefined();
});

test('what is not over stands newest first, also maintenance that has run over', () => {
  expect(ids(index.open)).toEqual(['open', 'notice', 'over-time']);
});

test('maintenance to come stands with the next one first', () => {
  expect(ids(index.upcoming)).toEqual(['soon', 'later']);
});
