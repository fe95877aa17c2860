import type { Correction, Postmortem } from './postmortem.ts';

/** The correction that answered an unknown; `undefined` while it is open. */
export const answerTo = ({ corrections }: Postmortem, unknown: string): Correction | undefined =>
  corrections.find(({ answers }) => answers.includes(unknown));
