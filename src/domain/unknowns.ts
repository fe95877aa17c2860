import type { AccountCorrection, Postmortem } from './postmortem.ts';

/** The correction that answered an unknown; `undefined` while it is open. */
export const answerTo = (
  { corrections }: Postmortem,
  unknown: string,
): AccountCorrection | undefined => corrections.find(({ answers }) => answers.includes(unknown));
