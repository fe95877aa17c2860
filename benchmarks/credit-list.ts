import { createWriteStream, mkdirSync, writeFileSync } from 'node:fs';
import { once } from 'node:events';
import { join } from 'node:path';

const plans = ['team', 'business', 'enterprise'];
const places = ['api,eu', 'api,us', 'web,eu', 'web,us', 'files,'];
const currencies = ['EUR', 'USD', 'JPY', 'KWD'];
const incidents = 50;
/** From when on and until when a row is covered: the month, or a time that no other row has. */
const coveredBy = (row: number, distinct: boolean): string => {
  if (!distinct) return '2026-10-01,2026-10-31';
  const from = Date.parse('2026-10-01T00:00:00Z') + row * 7000;
  return `${new Date(from).toISOString()},${new Date(from + 20 * 86_400_000).toISOString()}`;
};

/** What all rows but a few have in common, or not. */
export type Kind = 'alike' | 'times' | 'fees';

/** Writes a list of customers. */
export async function writeCustomers(file: string, rows: number, kind: Kind): Promise<void> {
  const stream = createWriteStream(file);
  stream.write('id,plan,service,region,currency,fee,covered_from,covered_to\n');
  for (let row = 0; row < rows; row++) {
    const currency = currencies[row % currencies.length] ?? 'EUR';
    const fee = `${kind === 'fees' ? row : (row * 7919) % 1000}${currency === 'JPY' ? '' : `.${String(row % 100).padStart(2, '0')}`}`;
    const line = `ws_${String(row).padStart(8, '0')},${plans[row % plans.length]},${places[row % places.length]},${currency},${fee},${coveredBy(row, kind === 'times')}\n`;
    if (!stream.write(line)) await once(stream, 'drain');
  }
  stream.end();
  await once(stream, 'finish');
}

const twoDigits = (number: number): string => String(number).padStart(2, '0');

/** Writes a record with a month that has 50 incidents, and two policies. */
export function writeContent(folder: string): void {
  mkdirSync(join(folder, 'incidents'), { recursive: true });
  writeFileSync(
    join(folder, 'site.yaml'),
    'format: 1\nname: Benchmark\nurl: https://status.example/\nseverities: [{ id: major, name: Major, level: major, means: Down. }]\n',
  );
  writeFileSync(
    join(folder, 'services.yaml'),
    'services:\n  - { id: api, name: API, regions: [eu, us] }\n  - { id: web, name: Web, regions: [eu, us] }\n  - { id: files, name: Files }\n',
  );
  const policy = (id: string, plan: string, rule: string): string =>
    `  - { id: ${id}, name: Uptime, effective: { from: 2026-01-01 }, plans: [${plan}], scope: service_and_region, period: { every: month, zone: Europe/Berlin }, ${rule}, claim: automatic }\n`;
  const tiers =
    'tiers: [{ lt: 99.9, percent: 10 }, { lt: 99, percent: 25 }, { lt: 95, percent: 100 }], minimum: { gt: 1 }';
  writeFileSync(
    join(folder, 'credits.yaml'),
    `plans: [${plans.map((id) => `{ id: ${id}, name: ${id} }`).join(', ')}]\npolicies:\n${policy('uptime', 'team, business', tiers)}${policy('refund', 'enterprise', 'multiple: { times: 10 }, cap: { percent: 100 }')}`,
  );
  for (let index = 0; index < incidents; index++) {
    const [service, region] = (places[index % places.length] ?? '').split(',');
    const day = twoDigits(1 + (index % 28));
    const hour = (index * 7) % 22;
    const window = `{ service: ${service}, status: partial_outage, from: 2026-10-${day}T${twoDigits(hour)}:05:00Z, to: 2026-10-${day}T${twoDigits(hour + 1)}:17:30Z${region ? `, regions: [${region}]` : ''} }`;
    writeFileSync(
      join(folder, `incidents/incident-${index}.yaml`),
      `kind: incident\ntitle: Incident ${index}\nseverity: major\nimpact:\n  - ${window}\nupdates:\n  - { at: 2026-10-${day}T${twoDigits(hour + 1)}:20:00Z, status: resolved, text: Over. }\n`,
    );
  }
}
