import { dueOf } from '../../../src/domain/action.ts';
import type { Incident } from '../../../src/domain/incident.ts';
import type { Postmortem } from '../../../src/domain/postmortem.ts';
import { promiseStanding } from '../../../src/domain/promises/promises.ts';
import { accountsIn, relativesOf as alike } from '../../../src/domain/relatives.ts';
import type { Setting } from './setting.ts';

/** What was promised in a postmortem and is not known to be kept. */
const unkept = (postmortem: Postmortem, { known, now }: Setting): string[] =>
  postmortem.actions.flatMap((action) => {
    const { state } = promiseStanding(postmortem, action, { ...known, now });
    return state === 'kept'
      ? []
      : [`${action.title} (${state}, due ${dueOf(action)?.toString() ?? 'on no day'})`];
  });

/** An account of something alike, and how it is. */
interface Relative {
  id: string;
  because: string;
  unkept: readonly string[];
}

/** Accounts of what happened in the year before: of one of the same causes, or of the same services. */
export const relativesOf = (
  incidents: readonly Incident[],
  causes: readonly string[],
  setting: Setting,
): Relative[] => {
  const { postmortems, incidents: all } = setting.known;
  const accounts = accountsIn([...postmortems.values()], all);
  return [...alike(incidents, causes, accounts)].map(
    ({ postmortem, causes: shared, services }) => ({
      id: postmortem.id,
      because: [
        ...(shared.length ? [`the same cause, ${shared.join(', ')}`] : []),
        ...(services.length ? [`the same services, ${services.join(', ')}`] : []),
      ].join(', and '),
      unkept: unkept(postmortem, setting),
    }),
  );
};
