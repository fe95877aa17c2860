import { type PartialRecord, incidentFile, postmortemFile } from '../domain/findings/rule.ts';
import { lastSaidAt } from '../domain/progress.ts';

const month = 31 * 86_400_000;

/** The files of incidents and postmortems of which nothing has been said for a month: nobody is writing them at the moment. */
export const quietFiles = ({
  incidents,
  postmortems,
  now,
}: Pick<PartialRecord, 'incidents' | 'postmortems' | 'now'>): ReadonlySet<string> =>
  new Set([
    ...incidents.filter((one) => lastSaidAt(one) < now - month).map(incidentFile),
    ...postmortems
      .filter(({ published }) => published && published.epochMilliseconds < now - month)
      .map(postmortemFile),
  ]);
