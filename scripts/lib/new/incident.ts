import { Temporal } from 'temporal-polyfill';
import { incidentFile } from '../../../src/domain/findings/rule.ts';
import type { Severity } from '../../../src/domain/site.ts';
import { statuses } from '../../../src/domain/status.ts';
import { sentencesIn } from '../../../src/domain/text.ts';
import { dayOf, instantText } from '../../../src/domain/time.ts';
import { slug, unique } from '../ids.ts';
import { toYaml } from '../record-yaml.ts';
import type { Saying } from './edit.ts';
import { type Asking, type Choice, type Question, ask, aside } from './question.ts';
import { moment, oneLine, oneOf, servicesIn, words } from './questions.ts';
import type { Setting } from './setting.ts';

const schema = '../../docs/schemas/incident.schema.json';

/** How a service is, by how bad the incident is, where nobody says otherwise. */
const statusOf: Readonly<Record<Severity['level'], string>> = {
  critical: 'major_outage',
  major: 'partial_outage',
  minor: 'degraded_performance',
  none: 'degraded_performance',
};

export const choicesOf = (words: readonly string[]): Choice[] =>
  words.map((value) => ({ value, label: value.replaceAll('_', ' ') }));

export const troubles = choicesOf(statuses.filter((status) => /outage|degraded/.test(status)));

export const severityIn = ({ known: { site } }: Setting): Question<string> => ({
  ...oneOf(
    { flag: 'severity', ask: 'How bad is it?', example: site.severities[0]?.id ?? '' },
    site.severities.map(({ id, name, means }) => ({ value: id, label: name, hint: means })),
  ),
});

const severityNamed = (
  id: string | undefined,
  { known: { site } }: Setting,
): Severity | undefined => site.severities.find((severity) => severity.id === id);

/** How soon the next update comes where nothing is promised. */
const usualPause = Temporal.Duration.from('PT60M');

/** By when the next update is promised: as the severity says. */
export function nextUpdate(
  setting: Setting,
  severity: Severity | undefined,
): Question<number | undefined> {
  const pause = severity?.update_every ?? usualPause;
  return moment({ flag: 'next', ask: 'Next update by when?', example: 'in 30m' }, setting, {
    must: 'come',
    orNone: true,
    usual: `in ${pause.total('minutes')}m`,
  });
}

/** What an update may say besides, where it may. */
export const promised = (next: number | undefined): { next_update_by?: string } =>
  next === undefined ? {} : { next_update_by: instantText(next) };

/** How impact that has begun is written. */
export const windowsOf = (
  services: readonly string[],
  {
    status,
    since,
    regions,
  }: { status: string; since: number; regions?: readonly string[] | undefined },
): object[] =>
  services.map((service) => ({
    service,
    status,
    from: instantText(since),
    ...(regions && { regions }),
  }));

/** The first sentence of what was said: customers see it as the title. */
export const titleIn = (what: string): string =>
  (sentencesIn(what.replaceAll('\n', ' '))[0] ?? what).replace(/[.:\s]+$/, '');

/** Words of a title that an address has. */
const longestSlug = 60;

/** An id that nothing has: the day in the zone of the site, and the title. */
function newId(at: number, title: string, kind: string, { known }: Setting): string {
  const whole = slug(title);
  const short =
    whole.length > longestSlug ? whole.slice(0, longestSlug).replace(/-[^-]*$/, '') : whole;
  const day = dayOf(at, known.site.time_zone).toString();
  return unique(`${day}-${slug(short) || kind}`, known.incidents);
}

/** Where it was asked for, if that is to be remembered. */
export const originIn = ({ origin }: Setting): { origin?: string } =>
  origin === undefined ? {} : { origin };

/** A new file in the folder of incidents. */
export function beginning(
  facts: { kind: string; title: string },
  at: number,
  setting: Setting,
  back: Saying['back'],
): Saying {
  const id = newId(at, facts.title, facts.kind, setting);
  return {
    edit: {
      do: 'create',
      file: incidentFile({ id }),
      text: toYaml(schema, { ...facts, ...originIn(setting) }),
    },
    back,
    shown: { page: `incidents/${id}/`, at: setting.now },
    // A title could have orders to those who run what is pushed, such as [skip ci].
    message: `Say ${id}`,
  };
}

const updateStatuses = choicesOf(['investigating', 'identified', 'monitoring']);

export const workaround = words({
  flag: 'workaround',
  ask: 'What can customers do meanwhile?',
  example: 'none',
});

export const titled = oneLine({
  flag: 'title',
  ask: 'What is the headline?',
  example: 'Webhooks are arriving late',
});

/** Something that customers notice, from its beginning. */
export function* incident(setting: Setting): Asking<Saying> {
  const { now } = setting;
  const what = yield* ask(
    words({
      flag: 'what',
      ask: 'What do customers see?',
      example: 'Webhooks leave late. None is lost.',
    }),
  );
  const services = yield* ask(servicesIn(setting));
  const severity = yield* ask(severityIn(setting));
  const since =
    (yield* ask(
      moment({ flag: 'since', ask: 'Since when?', example: '20m ago' }, setting, {
        must: 'past',
        usual: 'now',
      }),
    )) ?? now;
  const known = severityNamed(severity, setting);
  const next = yield* ask(nextUpdate(setting, known));
  const title = (yield* aside(titled)) ?? titleIn(what);
  const impact = yield* aside(
    oneOf({ flag: 'impact', ask: 'How are the services?', example: 'partial_outage' }, troubles),
  );
  const status = yield* aside(
    oneOf(
      { flag: 'status', ask: 'Where do things stand?', example: 'investigating' },
      updateStatuses,
    ),
  );
  const meanwhile = yield* aside(workaround);
  const how = impact ?? statusOf[known?.level ?? 'major'];
  const facts = {
    kind: 'incident',
    title,
    severity,
    impact: windowsOf(services, { status: how, since }),
    ...(meanwhile && { workaround: meanwhile }),
    updates: [
      { at: instantText(now), status: status ?? 'investigating', text: what, ...promised(next) },
    ],
  };
  return beginning(facts, since, setting, [
    ['Shown as', how.replaceAll('_', ' ')],
    ['Since', since],
    ...(next === undefined ? [] : ([['Next update by', next]] as const)),
  ]);
}
