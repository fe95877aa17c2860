import { type IncomingMessage, type Server, type ServerResponse, createServer } from 'node:http';
import {
  type StoredIssue,
  type StoredRepository,
  apiIssue,
  apiRepository,
} from './fake-github-forms.ts';
import { clock } from './clock.ts';
import { letTimePass } from './warm.ts';

/** A request as the fake has seen it. */
export interface Seen {
  method: string;
  path: string;
  query: URLSearchParams;
  body: Record<string, unknown>;
  headers: IncomingMessage['headers'];
  /** Epoch ms, by the clock of the tests. */
  at: number;
}

export interface Reply {
  status: number;
  body?: unknown;
  headers?: Record<string, string>;
}

/** What happens to a request instead of a good answer. */
export interface Fault {
  /** Which requests, as `POST /repos/o/r/issues`: method and the end of the path. */
  on: (request: Seen) => boolean;
  /** How often; 1 by default. */
  times?: number;
  /** `before`: the request is not carried out; `after`: it is, and only the answer is spoilt. */
  when: 'before' | 'after';
  /** The spoilt answer, or what becomes of the connection. */
  answer:
    | Reply
    | 'reset'
    | 'hang'
    | 'truncate'
    | 'garbage'
    | ((good: Reply, request: Seen) => Reply);
}

export const post = ({ method, path }: Seen): boolean =>
  method === 'POST' && path.endsWith('/issues');
export const patch = ({ method }: Seen): boolean => method === 'PATCH';
export const listing = ({ method, path }: Seen): boolean =>
  method === 'GET' && path.endsWith('/issues');
export const isWrite = ({ method, path }: Seen): boolean =>
  method !== 'GET' && !path.includes('access_tokens');

/** A GitHub on loopback that remembers: one repository, its issues, who may do what, and what shall go wrong. */
export class FakeGitHub {
  readonly requests: Seen[] = [];
  readonly issues = new Map<number, StoredIssue>();
  readonly gone = new Map<number, 404 | 410 | 301>();
  faults: Fault[] = [];
  repository: StoredRepository = {
    id: 77,
    name: 'ferry/ferry',
    hasIssues: true,
    archived: false,
    isPrivate: false,
  };
  token = 'ghp_0123456789abcdefghij';
  /** Who creates issues with the token. */
  author: { login: string; association: StoredIssue['association'] } = {
    login: 'github-actions[bot]',
    association: 'NONE',
  };
  assignable: string[] = [];
  /** Who may do what, by login; whoever is not named is no collaborator. */
  permissions: Record<string, string> = {};
  /** What was written below issues. */
  readonly comments: { issue: number; body: string }[] = [];
  /** Labels are dropped silently where the token may not set them. */
  mayLabel = true;
  /** Ms after which a new issue shows up in listings, by the clock of the tests. */
  lag = 0;
  #hang: () => void = () => undefined;
  /** When a request has been left without an answer. */
  readonly hanging = new Promise<void>((resolve) => {
    this.#hang = resolve;
  });
  #server: Server | undefined;
  #next = 1;

  async start(): Promise<this> {
    this.#server = createServer((request, response) => void this.#serve(request, response));
    await new Promise<void>((resolve) => this.#server?.listen(0, '127.0.0.1', resolve));
    return this;
  }

  get url(): string {
    const address = this.#server?.address();
    if (!address || typeof address === 'string') throw new Error('The fake has not been started.');
    return `http://127.0.0.1:${address.port}`;
  }

  async stop(): Promise<void> {
    this.#server?.closeAllConnections();
    await new Promise((resolve) => this.#server?.close(resolve));
  }

  /** The environment that a run needs. */
  get settings(): Record<string, string> {
    return {
      GITHUB_TOKEN: this.token,
      GITHUB_API_URL: this.url,
      GITHUB_REPOSITORY: this.repository.name,
    };
  }

  add(fields: Partial<StoredIssue> = {}): StoredIssue {
    const issue: StoredIssue = {
      number: this.#next++,
      title: 'Something else',
      body: 'By a person.',
      author: 'someone',
      association: 'NONE',
      labels: [],
      assignees: [],
      state: 'open',
      state_reason: null,
      closed_at: null,
      locked: false,
      isPullRequest: false,
      visibleFrom: 0,
      events: [],
      ...fields,
    };
    this.issues.set(issue.number, issue);
    this.#next = Math.max(this.#next, issue.number + 1);
    return issue;
  }

  /** The only issue that carries the marker of `key`; fails if there is not exactly one. */
  of(key: string): StoredIssue {
    const found = this.carrying(key);
    if (found.length !== 1 || !found[0])
      throw new Error(`${found.length} issues carry the marker of ${key}.`);
    return found[0];
  }

  carrying(key: string): StoredIssue[] {
    return [...this.issues.values()].filter(
      ({ body, isPullRequest }) => !isPullRequest && body?.includes(`<!-- ownup:action ${key} -->`),
    );
  }

  get writes(): Seen[] {
    return this.requests.filter(isWrite);
  }

  /** Forgets what was requested. */
  forget(): void {
    this.requests.length = 0;
  }

  async #serve(incoming: IncomingMessage, response: ServerResponse): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
    const url = new URL(incoming.url ?? '/', this.url);
    const text = Buffer.concat(chunks).toString();
    const body = (text ? JSON.parse(text) : {}) as Record<string, unknown>;
    const seen: Seen = {
      method: incoming.method ?? '',
      path: url.pathname,
      query: url.searchParams,
      body,
      headers: incoming.headers,
      at: clock.now(),
    };
    this.requests.push(seen);
    const fault = this.faults.find(({ on, times = 1 }) => times > 0 && on(seen));
    if (fault) fault.times = (fault.times ?? 1) - 1;
    const good = fault?.when === 'before' ? { status: 200, body: {} } : this.#answer(seen);
    this.#send(
      response,
      incoming,
      good,
      typeof fault?.answer === 'function' ? fault.answer(good, seen) : fault?.answer,
    );
  }

  #send(
    response: ServerResponse,
    incoming: IncomingMessage,
    good: Reply,
    spoilt: Exclude<Fault['answer'], (...args: never[]) => Reply> | undefined,
  ): void {
    if (spoilt === 'hang') {
      this.#hang();
      return letTimePass(this.url);
    }
    if (spoilt === 'reset') return void incoming.socket.destroy();
    const { status, body, headers } =
      spoilt === undefined || typeof spoilt === 'string' ? good : spoilt;
    const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
    const type =
      typeof body === 'string' ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8';
    response.writeHead(status, { ...(text && { 'content-type': type }), ...headers });
    if (spoilt === 'truncate') {
      response.write(text.slice(0, text.length / 2), () => incoming.socket.destroy());
    } else response.end(spoilt === 'garbage' ? '{"number": ' : text);
  }

  #answer(request: Seen): Reply {
    const { method, path, headers, body } = request;
    const app = this.#asApp(request);
    if (app) return app;
    if (!headers.authorization?.endsWith(this.token))
      return { status: 401, body: { message: 'Bad credentials' } };
    const root = `/repos/${this.repository.name}`;
    if (path !== root && !path.startsWith(`${root}/`))
      return { status: 404, body: { message: 'Not Found' } };
    const rest = path.slice(root.length);
    if (rest === '') return { status: 200, body: apiRepository(this.repository) };
    const [, login] = /^\/assignees\/([^/]+)$/.exec(rest) ?? [];
    if (login)
      return this.assignable.includes(login)
        ? { status: 204 }
        : { status: 404, body: { message: 'Not Found' } };
    const [, collaborator] = /^\/collaborators\/([^/]+)\/permission$/.exec(rest) ?? [];
    if (collaborator) {
      const permission = this.permissions[decodeURIComponent(collaborator)];
      return permission
        ? { status: 200, body: { permission, role_name: permission } }
        : { status: 404, body: { message: 'Not Found' } };
    }
    const [, commented] = /^\/issues\/(\d+)\/comments$/.exec(rest) ?? [];
    if (commented && method === 'POST') {
      this.comments.push({ issue: Number(commented), body: String(body['body']) });
      return { status: 201, body: { id: this.comments.length } };
    }
    if (!this.repository.hasIssues)
      return { status: 410, body: { message: 'Issues are disabled for this repo' } };
    if (rest === '/issues') return method === 'POST' ? this.#create(body) : this.#list(request);
    const [, number, part] = /^\/issues\/(\d+)(\/labels|\/assignees|\/events)?$/.exec(rest) ?? [];
    return number
      ? this.#one(Number(number), method, body, part)
      : { status: 404, body: { message: 'Not Found' } };
  }

  #asApp({ method, path, headers }: Seen): Reply | undefined {
    const isApp = headers.authorization?.toLowerCase().startsWith('bearer ey');
    if (path.endsWith('/installation'))
      return isApp
        ? { status: 200, body: { id: 9 } }
        : { status: 401, body: { message: 'A JSON web token could not be decoded' } };
    if (method !== 'POST' || path !== '/app/installations/9/access_tokens') return undefined;
    return isApp
      ? {
          status: 201,
          body: {
            token: this.token,
            expires_at: '2099-01-01T00:00:00Z',
            permissions: { issues: 'write' },
          },
        }
      : { status: 401 };
  }

  #list({ query }: Seen): Reply {
    const label = query.get('labels');
    const all = [...this.issues.values()]
      .filter(({ visibleFrom }) => visibleFrom <= clock.now())
      .filter(
        ({ labels }) =>
          !label || labels.some((found) => found.toLowerCase() === label.toLowerCase()),
      )
      .filter(({ state }) => query.get('state') === 'all' || state === 'open')
      .sort((a, b) =>
        query.get('direction') === 'asc' ? a.number - b.number : b.number - a.number,
      );
    const size = Number(query.get('per_page') ?? 30);
    const page = Number(query.get('page') ?? 1);
    const last = Math.max(1, Math.ceil(all.length / size));
    const link = (to: number, rel: string): string =>
      `<https://api.github.com/repositories/${this.repository.id}/issues?per_page=${size}&page=${to}>; rel="${rel}"`;
    const links = [
      ...(page > 1 ? [link(page - 1, 'prev')] : []),
      ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
      ...(page > 1 ? [link(1, 'first')] : []),
    ];
    const body = all
      .slice((page - 1) * size, page * size)
      .map((issue) => apiIssue(issue, this.repository.name));
    return { status: 200, body, headers: links.length ? { link: links.join(', ') } : {} };
  }

  #create({ title, body, labels, assignees }: Record<string, unknown>): Reply {
    const invalid = (field: string): Reply => ({
      status: 422,
      body: {
        message: 'Validation Failed',
        errors: [{ resource: 'Issue', field, code: 'invalid' }],
      },
    });
    if (typeof title !== 'string' || title.trim() === '' || [...title].length > 256)
      return invalid('title');
    if (typeof body !== 'string' || body.length > 65_536) return invalid('body');
    const asked = (assignees ?? []) as string[];
    if (asked.some((login) => !this.assignable.includes(login))) return invalid('assignees');
    if (this.repository.archived)
      return { status: 403, body: { message: 'Repository was archived so is read-only.' } };
    const issue = this.add({
      title: title.trim(),
      body,
      author: this.author.login,
      association: this.author.association,
      labels: this.mayLabel ? (labels as string[]) : [],
      assignees: asked,
      visibleFrom: clock.now() + this.lag,
    });
    return { status: 201, body: apiIssue(issue, this.repository.name) };
  }

  #one(
    number: number,
    method: string,
    body: Record<string, unknown>,
    part: string | undefined,
  ): Reply {
    const gone = this.gone.get(number);
    const issue = this.issues.get(number);
    if (gone === 301)
      return {
        status: 301,
        body: { message: 'Moved Permanently' },
        headers: { location: `${this.url}/repositories/88/issues/1` },
      };
    if (gone === 410) return { status: 410, body: { message: 'This issue was deleted' } };
    if (!issue || gone) return { status: 404, body: { message: 'Not Found' } };
    if (part === '/events') return { status: 200, body: issue.events.map((event) => ({ event })) };
    if (part === '/assignees')
      issue.assignees = [
        ...new Set([
          ...issue.assignees,
          ...(body['assignees'] as string[]).filter((login) => this.assignable.includes(login)),
        ]),
      ];
    else if (part && method === 'POST')
      issue.labels = [...new Set([...issue.labels, ...(body['labels'] as string[])])];
    else if (method === 'PATCH')
      Object.assign(
        issue,
        Object.fromEntries(
          ['title', 'body'].flatMap((field) => (field in body ? [[field, body[field]]] : [])),
        ),
      );
    return { status: 200, body: part === '/labels' ? [] : apiIssue(issue, this.repository.name) };
  }

  /** What a person does in the browser. */
  close(
    number: number,
    reason: StoredIssue['state_reason'] = 'completed',
    at = '2026-02-03T09:00:00Z',
  ): void {
    Object.assign(this.issues.get(number) ?? {}, {
      state: 'closed',
      state_reason: reason,
      closed_at: at,
    });
  }

  /** Takes an issue away, so that asking for it is answered with `status`. */
  take(number: number, status: 404 | 410 | 301): void {
    this.issues.delete(number);
    this.gone.set(number, status);
  }
}
