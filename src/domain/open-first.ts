import type { Incident } from './incident.ts';

const order: readonly Incident['kind'][] = ['incident', 'notice', 'maintenance'];

/** What is open in the order in which a customer needs it: trouble, then bad news, then planned work. */
export const openFirst = (open: readonly Incident[]): Incident[] =>
  order.flatMap((kind) => open.filter((incident) => incident.kind === kind));
