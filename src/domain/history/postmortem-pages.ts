import type { Postmortem } from '../postmortem.ts';

/** How many postmortems a list shows at the most. */
const most = 50;

/** Postmortems in lists of a bearable length, in the order in which they come; one list at least, which may be empty. */
export const postmortemPages = (postmortems: readonly Postmortem[]): Postmortem[][] =>
  Array.from({ length: Math.max(1, Math.ceil(postmortems.length / most)) }, (_, index) =>
    postmortems.slice(index * most, (index + 1) * most),
  );
