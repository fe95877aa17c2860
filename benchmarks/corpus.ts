import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/*
 * A record of ten years, made from a seed: the same number gives the same files. Twelve services in three groups, incidents with three updates
 * and two impact windows, and for every tenth incident, or as is asked, a postmortem with five whys, two actions and 600 words.
 */

/** The moment that pages of the corpus are true of. */
export const corpusNow = '2026-11-23T12:00:00Z';

const hour = 3_600_000;
const years = 10 * 365.25 * 24 * hour;

/** Numbers from 0 to 1 (Park and Miller's generator). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 16) + ':00Z';
const day = (ms: number): string => iso(ms).slice(0, 10);

const words =
  'the queue grew because each worker waited for a lock that another one held and no alarm looked at how long deliveries waited so we saw it late from the time when a release changed the order in which records were written to the store'.split(
    ' ',
  );

function sentence(random: () => number, length: number): string {
  const chosen = Array.from({ length }, () => words[Math.floor(random() * words.length)]);
  const text = chosen.join(' ');
  return `${text[0]?.toUpperCase()}${text.slice(1)}.`;
}

const services = Array.from({ length: 12 }, (_, index) => `service-${index + 1}`);

const site = `format: 1
name: Kettle
url: https://status.kettle.example/
contact: { email: help@kettle.example }
severities:
  - { id: major, name: Major, level: major, means: Many customers are cut off from a part of it. }
  - { id: minor, name: Minor, level: minor, means: A part of it is slow. }
causes:
  - { id: capacity, name: Capacity, means: There was less of something than the load needed. }
  - { id: release, name: Release, means: New code did something that the old code did not. }
`;

const serviceList = `groups:
${['one', 'two', 'three'].map((id) => `  - { id: ${id}, name: Group ${id} }`).join('\n')}
services:
${services
  .map(
    (id, index) =>
      `  - { id: ${id}, name: Service ${index + 1}, group: ${['one', 'two', 'three'][index % 3]}, since: 2016-01-01 }`,
  )
  .join('\n')}
`;

interface Incident {
  id: string;
  began: number;
  over: number;
}

function incidentText({ began, over }: Incident, index: number, random: () => number): string {
  const service = (): string => services[Math.floor(random() * services.length)] ?? '';
  const middle = began + (over - began) / 2;
  return `kind: incident
title: ${sentence(random, 6).slice(0, -1)} ${index}
severity: ${random() < 0.3 ? 'major' : 'minor'}
detected: { at: ${iso(began + 5 * 60_000)}, by: monitor }
impact:
  - { service: ${service()}, status: partial_outage, from: ${iso(began)}, to: ${iso(middle)} }
  - { service: ${service()}, status: degraded_performance, from: ${iso(began + 60_000)}, to: ${iso(over)} }
updates:
${[
  [began + 10 * 60_000, 'investigating'],
  [middle, 'identified'],
  [over, 'resolved'],
]
  .map(
    ([at, status]) =>
      `  - at: ${iso(Number(at))}\n    status: ${status}\n    text: >-\n      ${sentence(random, 30)}`,
  )
  .join('\n')}
`;
}

const causeOf = (index: number): string => (index % 2 ? 'capacity' : 'release');

/** `before`: the last postmortem of the same cause. */
function postmortemText(
  incident: Incident,
  index: number,
  before: string | undefined,
  random: () => number,
): string {
  const whys = Array.from(
    { length: 5 },
    (_, why) =>
      `  - id: why-${why + 1}\n    why: Why did part ${why + 1} of it happen?\n    because: ${sentence(random, 20)}\n    evidence: [Log ${why + 1} of that day]`,
  );
  const actions = [1, 2].map(
    (action) => `  - id: action-${action}
    title: Watch part ${action} of the queue
    type: ${action === 1 ? 'prevent' : 'detect'}
    breaks: why-5
    owner: delivery-team
    due: ${day(incident.over + 60 * 24 * hour)}
    done_when: A drill of number ${index} shows alarm ${action} within a minute.`,
  );
  const story = Array.from({ length: 12 }, () => sentence(random, 50)).join('\n\n');
  return `---
title: Why it happened, number ${index}
status: published
incidents: [${incident.id}]
published: ${iso(incident.over + 4 * 24 * hour)}
summary: ${sentence(random, 30)}
ownership: We changed part ${index} and did not look. It is our fault, and we are sorry that part ${index} failed you.
affected: { count: ${Math.ceil(random() * 500)}, of: 1000, unit: workspaces, how_counted: Workspaces with a failed delivery in the log }
thanks: Thank you to all who told us.
cause: ${causeOf(index)}
${
  before
    ? `recurrence_of: [{ postmortem: ${before}, why_again: ${sentence(random, 20)} }]
`
    : ''
}whys:
${whys.join('\n')}
actions:
${actions.join('\n')}
---

## What happened

${story}
`;
}

/** Writes the record with so many incidents, and a postmortem of `every` so many of them, and returns their ids, the oldest first. */
export function writeCorpus(folder: string, count: number, seed = 1, every = 10): string[] {
  const random = randomFrom(seed);
  const end = Date.parse(corpusNow) - 30 * 24 * hour;
  for (const part of ['incidents', 'postmortems'])
    mkdirSync(join(folder, part), { recursive: true });
  writeFileSync(join(folder, 'site.yaml'), site);
  writeFileSync(join(folder, 'services.yaml'), serviceList);
  const last = new Map<string, string>();
  return Array.from({ length: count }, (_, index) => {
    const began = Math.floor((end - years + (index / count) * years) / 60_000) * 60_000;
    const incident = {
      id: `${day(began)}-incident-${index}`,
      began,
      over: began + (1 + Math.floor(random() * 5)) * hour,
    };
    writeFileSync(
      join(folder, 'incidents', `${incident.id}.yaml`),
      incidentText(incident, index, random),
    );
    if (index % every === 0) {
      const number = index / every;
      writeFileSync(
        join(folder, 'postmortems', `${incident.id}.mdx`),
        postmortemText(incident, number, last.get(causeOf(number)), random),
      );
      last.set(causeOf(number), incident.id);
    }
    return incident.id;
  });
}
