import { isTimeZone } from '../../../src/domain/time.ts';
import { isId } from '../../../src/domain/text.ts';
import { WrongUsage } from '../command.ts';

/** What a person has decided once for all that is imported. */
export interface Decisions {
  /** Which service a name in the old page stands for. */
  service?: Readonly<Record<string, string>>;
  /** What is an issue that is informational and names an outage. */
  informational?: 'incident' | 'notice';
  /** Words in titles or file names of issues that were planned work. */
  planned?: readonly string[];
  /** The zone of times that name none, and in which days begin. */
  zone?: string;
  /** Work of which nobody knows when it was announced was announced when it was scheduled. */
  announced?: 'scheduled';
}

interface Given {
  service?: string[] | undefined;
  informational?: string | undefined;
  planned?: string[] | undefined;
  zone?: string | undefined;
  announced?: string | undefined;
}

function oneOf<const W extends string>(flag: string, given: string, words: readonly W[]): W {
  const found = words.find((word) => word === given);
  if (found) return found;
  throw new WrongUsage(`--${flag} is “${given}”. Expected: ${words.join(' or ')}.`);
}

function serviceIn(given: string): [name: string, id: string] {
  const [, name, id] = /^(.+)=([^=]+)$/.exec(given) ?? [];
  if (name && id && isId(id)) return [name, id];
  throw new WrongUsage(
    `--service is “${given}”. Expected: a name in the old page and the id of a service, such as all=api.`,
  );
}

/** The decisions of before with those that are given now. @throws WrongUsage */
export function decisionsIn(given: Given, before: Decisions): Decisions {
  const { service, informational, planned, zone, announced } = given;
  if (zone !== undefined && !isTimeZone(zone))
    throw new WrongUsage(`--zone is “${zone}”. Expected: a time zone, such as Europe/Berlin.`);
  const wordless = planned?.find((word) => !/[\p{L}\p{N}]/u.test(word));
  if (wordless !== undefined)
    throw new WrongUsage(
      `--planned is “${wordless}”. Expected: a word of titles, such as maintenance.`,
    );
  return {
    ...before,
    ...(service && {
      service: { ...before.service, ...Object.fromEntries(service.map(serviceIn)) },
    }),
    ...(informational !== undefined && {
      informational: oneOf('informational', informational, ['incident', 'notice']),
    }),
    ...(planned && { planned: [...new Set([...(before.planned ?? []), ...planned])] }),
    ...(zone !== undefined && { zone }),
    ...(announced !== undefined && { announced: oneOf('announced', announced, ['scheduled']) }),
  };
}
