import { instantText } from '../../../src/domain/time.ts';
import type { Saying } from './edit.ts';
import { beginning, promised, severityIn, titleIn, titled, workaround } from './incident.ts';
import { type Asking, ask, aside } from './question.ts';
import { moment, servicesIn, words } from './questions.ts';
import type { Setting } from './setting.ts';

/** Planned work, announced now. */
export function* maintenance(setting: Setting): Asking<Saying> {
  const { now } = setting;
  const what = yield* ask(
    words({
      flag: 'what',
      ask: 'What will customers notice, and when?',
      example: 'We upgrade a database. The API refuses events for up to ten minutes.',
    }),
  );
  const services = yield* ask(servicesIn(setting));
  const from =
    (yield* ask(
      moment({ flag: 'from', ask: 'When does it begin?', example: 'tomorrow 02:00' }, setting, {
        must: 'come',
      }),
    )) ?? now;
  const to =
    (yield* ask(
      moment(
        {
          flag: 'to',
          ask: 'When does it end? (A clock time is on the day it begins.)',
          example: 'in 1h',
        },
        setting,
        { must: 'come', after: from, usual: 'in 1h' },
      ),
    )) ?? from;
  const meanwhile = yield* ask({ ...workaround, usual: 'none' });
  const title = (yield* aside(titled)) ?? titleIn(what);
  const facts = {
    kind: 'maintenance',
    title,
    announced: instantText(now),
    scheduled: { from: instantText(from), to: instantText(to) },
    impact: services.map((service) => ({
      service,
      status: 'under_maintenance',
      from: instantText(from),
    })),
    workaround: meanwhile,
    updates: [{ at: instantText(now), status: 'scheduled', text: what }],
  };
  return beginning(facts, from, setting, [
    ['Begins', from],
    ['Ends', to],
  ]);
}

/** Bad news that is no outage. */
export function* notice(setting: Setting): Asking<Saying> {
  const { now } = setting;
  const what = yield* ask(
    words({
      flag: 'what',
      ask: 'What happened, and to whom?',
      example: 'Some invoices for February are too high. We have stopped collecting them.',
    }),
  );
  const next = yield* ask(
    moment(
      { flag: 'next', ask: 'When do customers hear more?', example: 'tomorrow 16:00' },
      setting,
      {
        must: 'come',
        orNone: true,
        usual: 'in 1d',
      },
    ),
  );
  const title = (yield* aside(titled)) ?? titleIn(what);
  const severity = yield* aside(severityIn(setting));
  const meanwhile = yield* aside(workaround);
  const facts = {
    kind: 'notice',
    title,
    ...(severity && { severity }),
    ...(meanwhile && { workaround: meanwhile }),
    updates: [{ at: instantText(now), status: 'information', text: what, ...promised(next) }],
  };
  return beginning(facts, now, setting, next === undefined ? [] : [['Next update by', next]]);
}
