import type { Incident } from '../../../src/domain/incident.ts';
import { incidentFile } from '../../../src/domain/findings/rule.ts';
import { maintenanceState } from '../../../src/domain/progress.ts';
import { severityOf } from '../../../src/domain/status/severity.ts';
import { instantText } from '../../../src/domain/time.ts';
import type { Saying } from './edit.ts';
import {
  choicesOf,
  nextUpdate,
  originIn,
  promised,
  troubles,
  windowsOf,
  workaround,
} from './incident.ts';
import { movedOf, unmoved } from './move.ts';
import { type Asking, type Question, ask, aside } from './question.ts';
import { incidentIn, moment, oneOf, servicesIn, words } from './questions.ts';
import type { Setting } from './setting.ts';
import type { Change } from './yaml-change.ts';

const stages = ['investigating', 'identified', 'monitoring'];

/** Where things can stand before all is over, and where they usually do. */
function stagesOf(
  incident: Incident,
  now: number,
): { known: readonly string[]; usual: string | undefined } {
  const last = incident.updates.at(-1)?.status;
  switch (incident.kind) {
    case 'incident':
      return { known: stages, usual: last };
    case 'notice':
      return { known: ['information', ...stages], usual: last };
    case 'maintenance':
      return {
        known: ['scheduled', 'in_progress'],
        usual: maintenanceState(incident, now) === 'scheduled' ? 'scheduled' : 'in_progress',
      };
  }
}

/** Customers do something else meanwhile. */
const meanwhile = (text: string | undefined): Change[] =>
  text === undefined ? [] : [{ do: 'set', at: ['workaround'], value: text, after: 'impact' }];

/** More services than were known before. */
function* moreWindows(setting: Setting): Asking<{ windows: object[]; since: number | undefined }> {
  const services = yield* aside(servicesIn(setting));
  const since = yield* aside(
    moment({ flag: 'since', ask: 'Since when?', example: '20m ago' }, setting, { must: 'past' }),
  );
  const status = yield* aside(
    oneOf({ flag: 'impact', ask: 'How are the services?', example: 'partial_outage' }, troubles),
  );
  const from = since ?? setting.now;
  return services
    ? {
        windows: windowsOf(services, { status: status ?? 'partial_outage', since: from }),
        since: from,
      }
    : { windows: [], since: undefined };
}

const nextOf = (incident: Incident, setting: Setting): Question<number | undefined> => {
  const question = nextUpdate(setting, severityOf(setting.known.site, incident));
  return incident.kind === 'incident' ? question : { ...question, usual: 'none' };
};

/** What comes of an update that is added to an incident. */
const addition = (
  incident: Incident,
  update: { status: string; text: string },
  setting: Setting,
  more: { changes?: readonly Change[]; back?: Saying['back'] } = {},
): Saying => ({
  edit: {
    do: 'change',
    file: incidentFile(incident),
    changes: [
      ...(more.changes ?? []),
      {
        do: 'append',
        to: ['updates'],
        value: { at: instantText(setting.now), ...update, ...originIn(setting) },
      },
    ],
  },
  back: more.back ?? [],
  shown: { page: `incidents/${incident.id}/`, at: setting.now },
  message: `Say ${incident.id}: ${update.status}`,
});

/** News of something that is not over. */
export function* update(setting: Setting): Asking<Saying> {
  const found = yield* ask(incidentIn(setting));
  const text = yield* ask(
    words({
      flag: 'what',
      ask: 'What is new, for customers?',
      example: 'Nothing new. We are still at it.',
    }),
  );
  const moved = yield* movedOf(found, setting);
  const { known, usual } = stagesOf(moved?.incident ?? found, setting.now);
  const status = yield* ask(
    oneOf(
      { flag: 'status', ask: 'Where do things stand?', example: known[0] ?? '' },
      choicesOf(known),
      usual,
    ),
  );
  const next = yield* ask(nextOf(found, setting));
  const { windows, since } = yield* moreWindows(setting);
  const instead = yield* aside(workaround);
  const moves = moved?.update ?? unmoved(found, status);
  return addition(found, { status, text, ...promised(next), ...moves }, setting, {
    changes: [
      ...(moved?.changes ?? []),
      ...windows.map((value): Change => ({ do: 'append', to: ['impact'], value })),
      ...meanwhile(instead),
    ],
    back: [
      ...(moved?.back ?? []),
      ...(since === undefined ? [] : ([['Since', since]] as const)),
      ...(next === undefined ? [] : ([['Next update by', next]] as const)),
    ],
  });
}

/** The end of something: the last update, and the end of each window that has none. */
export function* resolve(setting: Setting): Asking<Saying> {
  const found = yield* ask(incidentIn(setting));
  const text = yield* ask(
    words({
      flag: 'what',
      ask: 'What works again, and is there anything left for customers to do?',
      example: 'Webhooks are on time again. You need to do nothing.',
    }),
  );
  const open = found.impact.flatMap(({ to }, index) => (to === undefined ? [index] : []));
  const last = moment(
    { flag: 'ended', ask: 'Since when is it over?', example: '10m ago' },
    setting,
    {
      must: 'past',
      usual: 'now',
    },
  );
  const ended = open.length ? yield* ask(last) : yield* aside(last);
  const end = ended ?? setting.now;
  const status = found.kind === 'maintenance' ? 'completed' : 'resolved';
  return addition(found, { status, text }, setting, {
    changes: open.map((index) => ({
      do: 'set',
      at: ['impact', index, 'to'],
      value: instantText(end),
      after: 'from',
    })),
    back: open.length ? [['Over since', end]] : [],
  });
}
