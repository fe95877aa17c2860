import { Temporal } from 'temporal-polyfill';
import { z } from 'zod';

/** A moment, as the record writes it. */
const time = z.string().transform((text, context) => {
  try {
    return Temporal.Instant.from(text).toString();
  } catch {
    context.addIssue('is not a time');
    return z.NEVER;
  }
});
const label = z.object({ name: z.string() }).transform(({ name }) => name);

/** An issue, as `gh issue list --json number,title,body,labels,createdAt,closedAt,comments` writes it. */
export const issue = z.object({
  number: z.int(),
  title: z.string(),
  body: z.string().nullish(),
  labels: z.array(label),
  createdAt: time,
  closedAt: time.nullish(),
  comments: z.array(z.object({ body: z.string(), createdAt: time })).default([]),
});
export type Issue = z.output<typeof issue>;

/** What .upptimerc.yml says of the page. */
export const settings = z.object({
  owner: z.string().optional(),
  repo: z.string().optional(),
  sites: z.array(z.object({ name: z.coerce.string(), slug: z.string().optional() })).default([]),
  'status-website': z
    .object({ name: z.string().optional(), cname: z.string().optional() })
    .default({}),
});
