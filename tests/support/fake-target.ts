import { type IncomingHttpHeaders, createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A request as a target has got it. */
export interface Got {
  method: string;
  path: string;
  headers: IncomingHttpHeaders;
  text: string;
  body: Record<string, unknown>;
}

export interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** What a target says; `reset` ends the connection without a word. */
export type Says = (got: Got) => Reply | 'reset';

/** A server on loopback that stands for whoever news is sent to, by what `says` answers. */
export async function fakeTarget(says: Says) {
  const got: Got[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const text = Buffer.concat(chunks).toString();
      const { method = '', url: path = '', headers } = request;
      const body = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
      const one: Got = { method, path, headers, text, body };
      got.push(one);
      const reply = says(one);
      if (reply === 'reset') return void request.socket.destroy();
      response.writeHead(reply.status ?? 200, reply.headers ?? {});
      response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body ?? {}));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    got,
    stop: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

/** Buttondown as its API is documented (version 2026-04-01): drafts are made, listed two a page, and started. */
export function buttondownSays(letters: { id: string; status: string; metadata: unknown }[]): Says {
  return ({ method, path, headers, body }) => {
    if (headers.authorization !== 'Token bd-key-0123456789')
      return { status: 401, body: { detail: 'Invalid token' } };
    const url = new URL(path, `http://${headers.host}`);
    if (method === 'POST') {
      const made = {
        id: `em_${letters.length}`,
        status: String(body['status']),
        metadata: body['metadata'],
      };
      letters.push(made);
      return { status: 201, body: made };
    }
    if (method === 'PATCH') {
      const letter = letters.find(({ id }) => path.endsWith(`/${id}`));
      if (!letter) return { status: 404, body: { detail: 'Not found' } };
      letter.status = String(body['status']);
      return { body: letter };
    }
    const page = Number(url.searchParams.get('page') ?? 1);
    const end = page * 2;
    const next = end < letters.length ? `${url.origin}/v1/emails?page=${page + 1}` : null;
    return {
      body: { results: letters.slice(end - 2, end), next, previous: null, count: letters.length },
    };
  };
}

/** listmonk as its API is documented: campaigns are made as drafts and set running, which a second time is refused. */
export function listmonkSays(campaigns: { id: number; name: string; status: string }[]): Says {
  return ({ method, path, headers, body }) => {
    if (headers.authorization !== 'token ownup:lm-token-0123')
      return { status: 403, body: { message: 'invalid session' } };
    if (method === 'POST') {
      const made = { id: campaigns.length + 1, name: String(body['name']), status: 'draft' };
      campaigns.push(made);
      return { body: { data: made } };
    }
    if (method === 'PUT') {
      const campaign = campaigns.find(({ id }) => path === `/api/campaigns/${id}/status`);
      if (campaign?.status !== 'draft')
        return { status: 400, body: { message: 'only drafts start' } };
      campaign.status = String(body['status']);
      return { body: { data: campaign } };
    }
    return {
      body: {
        data: { results: campaigns, query: '', total: campaigns.length, per_page: 100, page: 1 },
      },
    };
  };
}
