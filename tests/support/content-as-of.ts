import { cpSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { newFolder } from './ownup.ts';

interface Written {
  kind: string;
  announced?: string;
  detected?: { at: string };
  impact?: { from: string; to?: string }[];
  updates?: { at: string }[];
  silence?: { until: string };
}

/** A copy of a content folder as its writers had it at `now`: without what had not happened or been said by then. */
export function contentAsOf(content: string, now: string): string {
  const into = join(newFolder('as-of'), 'content');
  cpSync(content, into, { recursive: true });
  const isPast = (time: string | undefined): boolean =>
    time !== undefined && (time === 'unknown' || Date.parse(time) <= Date.parse(now));
  for (const name of readdirSync(join(into, 'incidents'))) {
    const file = join(into, 'incidents', name);
    const incident = parse(readFileSync(file, 'utf8')) as Written;
    const updates = (incident.updates ?? []).filter(({ at }) => isPast(at));
    const isTold = isPast(incident.announced) || isPast(incident.silence?.until);
    if (updates.length === 0 && !isTold) {
      rmSync(file);
      continue;
    }
    const impact = (incident.impact ?? [])
      .filter(({ from }) => incident.kind === 'maintenance' || isPast(from))
      .map(({ to, ...window }) =>
        to !== undefined && (incident.kind === 'maintenance' || isPast(to))
          ? { ...window, to }
          : window,
      );
    const detected = isPast(incident.detected?.at) ? { detected: incident.detected } : {};
    writeFileSync(
      file,
      stringify({ ...incident, detected: undefined, ...detected, impact, updates }),
    );
  }
  for (const name of readdirSync(join(into, 'postmortems')).filter((one) => one.endsWith('.mdx'))) {
    const file = join(into, 'postmortems', name);
    const text = readFileSync(file, 'utf8');
    const published = /^published: (\S+)$/m.exec(text)?.[1];
    if (!isPast(published)) rmSync(file);
  }
  return into;
}
