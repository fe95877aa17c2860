import { incidentFile, postmortemFile } from './findings/rule.ts';
import type { StatusRecord } from './record.ts';

/** A file with something in it that is not shown before `until` (epoch ms). */
export interface HeldBack {
  file: string;
  until: number;
}

/** What `asOf` leaves out because it lies after `now` (epoch ms): often a local time with a Z behind it. The first such time of each file. */
export function heldBack({ incidents, postmortems }: StatusRecord, now: number): HeldBack[] {
  const said = [
    ...incidents.map((incident) => ({ file: incidentFile(incident), times: incident.updates.map(({ at }) => at) })),
    ...postmortems
      .filter(({ status }) => status === 'published')
      .map((account) => ({ file: postmortemFile(account), times: account.published ? [account.published] : [] })),
  ];
  return said.flatMap(({ file, times }) => {
    const until = times.map(({ epochMilliseconds }) => epochMilliseconds).find((at) => at > now);
    return until === undefined ? [] : [{ file, until }];
  });
}
