import { Temporal } from 'temporal-polyfill';
import { isInItsYears, isTimeZone } from './time.ts';

/** When and where a time is spoken: `now` in epoch ms, and the zone that clocks show there. */
interface Here {
  now: number;
  zone: string;
}

/** The moment that was meant, in epoch ms, or why nobody can know it and what to write. */
type Spoken = { at: number } | { why: string };

const forms =
  'now, 20m ago, in 30m, 14:05, yesterday 23:10, 2026-01-17 14:05, or a time with its zone, such as 14:05 UTC or 2026-01-17T14:05+01:00';

const minute = 60_000;
const lengths: Readonly<Record<string, number>> = {
  m: minute,
  h: 60 * minute,
  d: 24 * 60 * minute,
};

const clockForm =
  /^(?:(?<day>today|yesterday|tomorrow)[ ,]+|(?<date>\d{4}-\d{2}-\d{2})(?: |T| at ))?(?<clock>\d{1,2}:\d{2}(?::\d{2})?) ?(?<zone>Z|UTC|[+-]\d{2}:\d{2}|[A-Za-z][\w+-]*(?:\/[\w+-]+)+)?$/i;
const lengthForm = /^(?:in (?<ahead>.+)|(?<back>.+) ago)$/i;
const part = /(\d{1,6}) ?(m|min|mins|minutes?|h|hours?|d|days?)(?![a-z])/gi;

/** A length such as `30m`, `1h 30m` or `2 hours`, in ms; `undefined` for anything else. */
export function spokenLength(text: string): number | undefined {
  if (text.replace(part, '').trim() !== '' || !/\d/.test(text)) return undefined;
  return [...text.matchAll(part)].reduce(
    (sum, [, count, unit]) => sum + Number(count) * (lengths[unit?.[0]?.toLowerCase() ?? ''] ?? 0),
    0,
  );
}

const toTheMinute = (at: number): number => at - (at % minute);
const toTheSecond = (at: number): number => at - (at % 1000);

function distanceFrom(text: string, now: number): number | undefined {
  const { ahead, back } = lengthForm.exec(text)?.groups ?? {};
  const length = spokenLength(ahead ?? back ?? '');
  return length === undefined ? undefined : toTheMinute(now + (ahead ? length : -length));
}

const days: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };

/** The zone that is named; `undefined` if there is none of that name. */
function zoneNamed(name: string): string | undefined {
  if (/^(Z|UTC)$/i.test(name)) return 'UTC';
  return /^[+-]/.test(name) || isTimeZone(name) ? name : undefined;
}

/** A time as the record may be written: with its offset. */
const withOffset = (at: Temporal.ZonedDateTime): string =>
  `${at.toPlainDateTime().toString({ smallestUnit: 'minute' })}${at.offset}`;

/** The one moment at which clocks in `zone` show `local`. */
function onlyMoment(local: Temporal.PlainDateTime, zone: string): Spoken {
  const first = local.toZonedDateTime(zone, { disambiguation: 'earlier' });
  const second = local.toZonedDateTime(zone, { disambiguation: 'later' });
  if (first.epochMilliseconds === second.epochMilliseconds) return { at: first.epochMilliseconds };
  const said = local.toString({ smallestUnit: 'minute' }).replace('T', ' ');
  return first.toPlainDateTime().equals(local)
    ? {
        why: `${said} comes twice in ${zone}, because clocks are set back. Write ${withOffset(first)} for the first, or ${withOffset(second)} for the second.`,
      }
    : {
        why: `${said} does not come in ${zone}, because clocks are set forward. Write the time that they show: before the change ${withOffset(first)}, after it ${withOffset(second)}.`,
      };
}

function onTheClock(groups: Readonly<Record<string, string>>, { now, zone: here }: Here): Spoken {
  const zone = groups['zone'] === undefined ? here : zoneNamed(groups['zone']);
  if (!zone)
    return {
      why: `There is no time zone “${groups['zone']}”. Expected: one such as UTC or Europe/Berlin.`,
    };
  try {
    const today = Temporal.Instant.fromEpochMilliseconds(now)
      .toZonedDateTimeISO(zone)
      .toPlainDate();
    const day = groups['date']
      ? Temporal.PlainDate.from(groups['date'])
      : today.add({ days: days[groups['day']?.toLowerCase() ?? 'today'] ?? 0 });
    const clock = Temporal.PlainTime.from((groups['clock'] ?? '').replace(/^\d:/, '0$&'));
    return onlyMoment(day.toPlainDateTime(clock), zone);
  } catch {
    return { why: 'No calendar or clock shows that.' };
  }
}

/** Reads a time as people say it. A clock without a zone is one in the zone of `here`, never UTC by accident. */
export function spokenTime(said: string, here: Here): Spoken {
  const text = said.trim();
  const spoken = read(text, here);
  if (spoken && 'why' in spoken) return { why: `“${text}”: ${spoken.why}` };
  if (!spoken) return { why: `“${text}” is no time. Expected: ${forms}.` };
  return isInItsYears(spoken.at) ? spoken : { why: `“${text}” is not a time that anybody means.` };
}

function read(text: string, here: Here): Spoken | undefined {
  if (text.length > 100) return undefined;
  if (/^now$/i.test(text)) return { at: toTheSecond(here.now) };
  const distance = distanceFrom(text, here.now);
  if (distance !== undefined) return { at: distance };
  const { groups } = clockForm.exec(text) ?? {};
  return groups && onTheClock(groups, here);
}

/** A moment as clocks show it in each of `zones`: `Saturday 17 January 2026, 10:14 in Europe/Berlin (09:14 UTC)`. */
export function shownTime(at: number, zones: readonly string[]): string {
  const shown = [...new Set(zones)].map((zone) => {
    const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    const clock = there.toPlainTime().toString({ smallestUnit: 'minute' });
    return { there, clock, where: zone === 'UTC' ? 'UTC' : `in ${zone}` };
  });
  const [first, ...others] = shown;
  if (!first) return '';
  const day = (there: Temporal.ZonedDateTime): string =>
    there
      .toPlainDate()
      .toLocaleString('en-GB', { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
      .replace(',', '');
  const rest = others.map(({ there, clock, where }) =>
    there.toPlainDate().equals(first.there.toPlainDate())
      ? `${clock} ${where}`
      : `${clock} ${where} on ${day(there)}`,
  );
  return `${day(first.there)}, ${first.clock} ${first.where}${rest.length ? ` (${rest.join(', ')})` : ''}`;
}

/** A moment to the second, as clocks in each of `zones` show it: `03:07:41 in Europe/Berlin (02:07:41 UTC)`. */
export function clockTime(at: number, zones: readonly string[]): string {
  const [first = '', ...others] = [...new Set(zones)].map((zone) => {
    const there = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
    const clock = there.toPlainTime().toString({ smallestUnit: 'second' });
    return `${clock} ${zone === 'UTC' ? 'UTC' : `in ${zone}`}`;
  });
  return others.length ? `${first} (${others.join(', ')})` : first;
}
