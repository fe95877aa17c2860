import { calendarRoute } from '../feeds/calendar-route.ts';
import { promiseAppointments } from '../feeds/model/appointments.ts';
import { paths } from '../site/paths.ts';

export const GET = calendarRoute(
  paths.promisesCalendar,
  ({ record, say }) => say.feed.promises(record.site.name),
  promiseAppointments,
);
