import { z } from 'zod';
import type { PushTarget } from '../../../src/domain/push-target.ts';
import { escapeHtml } from '../../../src/text/escape-html.ts';
import { shortened } from '../../../src/text/shortened.ts';
import type { Sent } from './effects.ts';
import type { Message } from './message.ts';
import type { Asked, Heard, Post } from './request.ts';

/** A letter that a service knows of. */
interface Letter {
  id: string | number;
  /** Whether it is not on its way yet. */
  isDraft: boolean;
}

/** One page of the letters of a service, and where there are more. */
interface Page {
  letters: readonly (Letter & { name: string })[];
  next: Asked | undefined;
}

/** A service that sends letters to all who subscribed: it makes a draft, starts it, and knows its letters by a name that we give. */
interface Service {
  list: () => Asked;
  page: z.ZodType<Page>;
  create: (message: Message) => Asked;
  created: z.ZodType<Letter['id']>;
  start: (id: Letter['id']) => Asked;
}

/** Both services fill in what stands in double braces: a text has none. */
const unfilled = (text: string): string => text.replace(/[{}]/g, (brace) => `${brace}\u2060`);
const unfilledHtml = (html: string): string =>
  html.replaceAll('{', '&#123;').replaceAll('}', '&#125;');

const subjectOf = ({ title }: Message): string => unfilled(shortened(title, 200));

const htmlOf = ({ html, address }: Message): string =>
  unfilledHtml(`${html}\n<p><a href="${escapeHtml(address)}">${escapeHtml(address)}</a></p>`);

type Of<T extends PushTarget['type']> = Extract<PushTarget, { type: T }>;

const under = (url: string, path: string): string => url.replace(/\/*$/, `/${path}`);

/** https://docs.buttondown.com/api-emails-introduction. A draft is made and then sent, so that a request that went wrong sends nothing by itself. */
function buttondown({ url }: Of<'buttondown'>, key: string): Service {
  const headers = {
    authorization: `Token ${key}`,
    'content-type': 'application/json',
    'x-api-version': '2026-04-01',
  };
  const emails = under(url, 'v1/emails');
  const get = (address: string): Asked => ({ url: address, method: 'GET', headers });
  return {
    list: () => get(emails),
    page: z
      .object({
        results: z.array(
          z.object({
            id: z.string(),
            status: z.string(),
            metadata: z.record(z.string(), z.unknown()).nullish(),
          }),
        ),
        next: z.string().nullish(),
      })
      .transform(({ results, next }) => ({
        letters: results.map(({ id, status, metadata }) => ({
          id,
          isDraft: status === 'draft',
          name: String(metadata?.['ownup'] ?? ''),
        })),
        // The key goes nowhere else, whatever the answer says.
        next: next && next.startsWith(emails) ? get(next) : undefined,
      })),
    create: (message) => ({
      url: emails,
      method: 'POST',
      headers,
      body: JSON.stringify({
        subject: subjectOf(message),
        body: `<!-- buttondown-editor-mode: fancy -->${htmlOf(message)}`,
        status: 'draft',
        metadata: { ownup: message.id },
      }),
    }),
    created: z.object({ id: z.string() }).transform(({ id }) => id),
    start: (id) => ({
      url: `${emails}/${id}`,
      method: 'PATCH',
      headers,
      body: JSON.stringify({ status: 'about_to_send' }),
    }),
  };
}

const perPage = 100;

/** https://listmonk.app/docs/apis/campaigns. */
function listmonk({ url, user, lists, template }: Of<'listmonk'>, token: string): Service {
  const headers = {
    authorization: `token ${user}:${token}`,
    'content-type': 'application/json',
  };
  const campaigns = under(url, 'api/campaigns');
  const pageAt = (page: number): Asked => ({
    url: `${campaigns}?order_by=created_at&order=DESC&page=${page}&per_page=${perPage}`,
    method: 'GET',
    headers,
  });
  return {
    list: () => pageAt(1),
    page: z
      .object({
        data: z.object({
          results: z.array(z.object({ id: z.int(), name: z.string(), status: z.string() })),
          page: z.int(),
        }),
      })
      .transform(({ data: { results, page } }) => ({
        letters: results.map(({ id, name, status }) => ({ id, name, isDraft: status === 'draft' })),
        next: results.length === perPage ? pageAt(page + 1) : undefined,
      })),
    create: (message) => ({
      url: campaigns,
      method: 'POST',
      headers,
      body: JSON.stringify({
        name: message.id,
        subject: subjectOf(message),
        lists,
        type: 'regular',
        content_type: 'html',
        body: htmlOf(message),
        ...(template !== undefined && { template_id: template }),
      }),
    }),
    created: z.object({ data: z.object({ id: z.int() }) }).transform(({ data }) => data.id),
    start: (id) => ({
      url: `${campaigns}/${id}/status`,
      method: 'PUT',
      headers,
      body: JSON.stringify({ status: 'running' }),
    }),
  };
}

/** So many pages of letters are looked through. */
const mostPages = 100;

/** The letter that has a name already, if there is one. */
async function find(
  service: Service,
  name: string,
  post: Post,
): Promise<Heard<Letter | undefined>> {
  let asked: Asked | undefined = service.list();
  for (let pages = 0; asked && pages < mostPages; pages++) {
    const heard: Heard<Page> = await post(asked, service.page);
    if (heard.type !== 'ok') return heard;
    const found = heard.value.letters.find((letter) => letter.name === name);
    if (found) return { type: 'ok', value: found };
    asked = heard.value.next;
  }
  return { type: 'ok', value: undefined };
}

/** There may be a draft, or a letter: whatever went wrong is looked into before anything is made. */
const inDoubt = (what: string, heard: Exclude<Sent, { type: 'sent' }>): Sent => ({
  type: 'unknown',
  why: `${what} (${heard.type === 'limited' ? 'it asks to slow down' : heard.why})`,
});

/** Sends a letter. `again`: it may be there already, and so is looked for first. */
async function write(
  service: Service,
  message: Message,
  { again, post }: { again: boolean; post: Post },
): Promise<Sent> {
  const there = again
    ? await find(service, message.id, post)
    : { type: 'ok' as const, value: undefined };
  if (there.type !== 'ok') return inDoubt('it does not say whether it has it', there);
  if (there.value && !there.value.isDraft) return { type: 'sent' };
  const draft = there.value
    ? { type: 'ok' as const, value: there.value.id }
    : await post(service.create(message), service.created);
  if (draft.type !== 'ok') return draft;
  const started = await post(service.start(draft.value), z.unknown());
  return started.type === 'ok'
    ? { type: 'sent' }
    : inDoubt('the draft is made, but not sent', started);
}

/** Sends a message as a letter by the service that a target names. */
export const writeTo = (
  target: Of<'buttondown' | 'listmonk'>,
  secret: string,
  message: Message,
  manner: { again: boolean; post: Post },
): Promise<Sent> =>
  write(
    target.type === 'buttondown' ? buttondown(target, secret) : listmonk(target, secret),
    message,
    manner,
  );
