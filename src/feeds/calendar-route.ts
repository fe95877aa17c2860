import type { APIRoute } from 'astro';
import { spokenIn } from '../strings/index.ts';
import type { Appointment } from './model/appointments.ts';
import { calendarText } from './print/calendar.ts';

/** Answers with a calendar. */
export const calendarRoute =
  (
    path: string,
    titleOf: (locals: App.Locals) => string,
    appointmentsOf: (locals: App.Locals) => readonly Appointment[],
  ): APIRoute =>
  ({ locals }) => {
    const { site, translations } = locals.record;
    const language = spokenIn(site.language, translations);
    const channel = { title: titleOf(locals), language, path };
    return new Response(calendarText(channel, appointmentsOf(locals)), {
      headers: { 'content-type': 'text/calendar; charset=utf-8' },
    });
  };
