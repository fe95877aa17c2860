import { type Server, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** One update of an incident, as Statuspage writes it. */
export const said = (
  at: string,
  status: string,
  body: string,
  affected: Record<string, string> | null = null,
) => ({
  id: `u${at}`,
  status,
  body,
  created_at: at,
  display_at: at,
  affected_components:
    affected &&
    Object.entries(affected).map(([code, to]) => ({
      code,
      name: `Name of ${code}`,
      old_status: 'operational',
      new_status: to,
    })),
});

/** An incident, as Statuspage writes it; `updates` are oldest first. */
export const incidentOf = (
  id: string,
  updates: readonly ReturnType<typeof said>[],
  more: Record<string, unknown> = {},
) => ({
  id,
  name: `Incident ${id}`,
  status: updates.at(-1)?.status,
  impact: 'major',
  created_at: updates[0]?.created_at,
  started_at: updates[0]?.created_at,
  resolved_at: null,
  shortlink: `https://stspg.example/${id}`,
  incident_updates: updates.toReversed(),
  components: [],
  ...more,
});

export const pageFacts = {
  id: 'p4g3',
  name: 'Harbour',
  url: 'https://status.harbour.example',
  time_zone: 'Europe/Berlin',
};

export const component = (id: string, name: string, more: Record<string, unknown> = {}) => ({
  id,
  name,
  status: 'operational',
  description: null,
  group_id: null,
  group: false,
  ...more,
});

/** What a fake page answers: JSON, a text as it is, or a status with headers. */
export type Reply = object | string | { status: number; headers?: Record<string, string> } | 'hang';

/** A page on loopback. Of several replies at one address each is given once, and the last for ever. */
export async function fakePage(replies: Readonly<Record<string, Reply | Reply[]>>) {
  const seen: string[] = [];
  const left = new Map(Object.entries(replies).map(([path, all]) => [path, [all].flat()]));
  const server: Server = createServer(({ url = '' }, response) => {
    seen.push(url);
    const all = left.get(url) ?? [];
    const reply = all.length > 1 ? all.shift() : all[0];
    if (reply === 'hang') return;
    if (reply === undefined) response.writeHead(404).end('<html>Not found</html>');
    else if (typeof reply === 'string') response.end(reply);
    else if ('status' in reply && typeof reply.status === 'number')
      response.writeHead(reply.status, (reply as { headers?: object }).headers as never).end();
    else response.end(JSON.stringify(reply));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    home: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    seen,
    close: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
