import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator';
import { absolute } from '../../site/paths.ts';
import type { Channel } from '../model/entry.ts';
import type { Appointment } from '../model/appointments.ts';
import { xmlText } from './xml-text.ts';

/** How often a calendar may ask again, in seconds. */
const hour = 3600;

/** A whole day, as the library takes it: the beginning of that day in UTC. */
const beginningOf = (day: { toString: () => string }): Date =>
  new Date(`${day.toString()}T00:00:00Z`);

/** Times are moments in UTC: no clock that is put forward or back moves them, in no zone. */
const timesOf = (when: Appointment['when']) =>
  'from' in when
    ? { start: new Date(when.from), end: new Date(when.to) }
    : { start: beginningOf(when), allDay: true };

/** Appointments as an iCalendar. Nothing in it depends on when it was made. */
export function calendarText(
  { title, language, path }: Pick<Channel, 'title' | 'language' | 'path'>,
  appointments: readonly Appointment[],
): string {
  const calendar = ical({
    name: xmlText(title),
    prodId: { company: 'Ownup', product: 'Ownup', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
    url: absolute(path),
    ttl: hour,
  });
  for (const { id, revision, when, title: name, description, path: page, changed } of appointments)
    calendar.createEvent({
      ...timesOf(when),
      id: `${id}@ownup`,
      sequence: revision,
      stamp: new Date(changed),
      lastModified: new Date(changed),
      summary: xmlText(name),
      description: xmlText(description),
      url: absolute(page),
      // Whoever takes it into a calendar is not busy then.
      transparency: ICalEventTransparency.TRANSPARENT,
    });
  return `${calendar.toString()}\r\n`;
}
