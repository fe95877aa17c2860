import { calendarRoute } from '../feeds/calendar-route.ts';
import { maintenanceAppointments } from '../feeds/model/appointments.ts';
import { paths } from '../site/paths.ts';

export const GET = calendarRoute(
  paths.calendar,
  ({ record, say }) => say.feed.calendar(record.site.name),
  maintenanceAppointments,
);
