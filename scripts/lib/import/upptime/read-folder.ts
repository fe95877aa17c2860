import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { slug } from '../../ids.ts';
import type { Decisions } from '../decisions.ts';
import { notebook } from '../losses.ts';
import { asLine } from '../markdown.ts';
import type { OldEntry, OldPage } from '../old-page.ts';
import { type Listed, type ServiceBook, newId, serviceBook } from '../services.ts';
import { parseSettings } from '../settings.ts';
import { siteSettings } from '../site-settings.ts';
import { visibleIn } from '../source-text.ts';
import { incidentOf } from './incident.ts';
import { losses } from './losses.ts';
import { issue, settings } from './shapes.ts';
import { upptimeSlug } from './slug.ts';

const severities = [
  { id: 'down', name: 'Down', level: 'critical', means: 'A service does not work.' },
  {
    id: 'degraded',
    name: 'Degraded',
    level: 'minor',
    means: 'A service works, but not as it should.',
  },
] satisfies OldPage['site']['severities'];

function entryOf(
  old: unknown,
  file: string,
  slugs: ReadonlySet<string>,
  book: ServiceBook,
): OldEntry {
  const { losses: own, note } = notebook(losses);
  const read = issue.safeParse(old);
  if (!read.success) {
    const why = read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
    return { file, name: file, incident: `it is no issue (${why.join(', ')})`, losses: own };
  }
  const told = visibleIn(read.data, note);
  const { number, createdAt, title } = told;
  return {
    file: `${file} #${number}`,
    name: slug(`${createdAt.slice(0, 10)} ${title}`)
      .slice(0, 80)
      .replace(/[._-]+$/, ''),
    incident: incidentOf(told, slugs, book, note),
    addresses: [`/incident/${number}/`],
    losses: own,
  };
}

/** Reads the folder of an Upptime page, with its issues in issues.json. A string says why that cannot be done. */
export function readFolder(dir: string, decisions: Decisions): OldPage | string {
  const { losses: own, note } = notebook(losses);
  const [config, saved] = [join(dir, '.upptimerc.yml'), join(dir, 'issues.json')];
  if (!existsSync(config))
    return `There is no .upptimerc.yml in “${dir}”. Name the folder of the Upptime page.`;
  if (!existsSync(saved))
    return `There is no issues.json in “${dir}”. Write it there, with: gh issue list --state all --limit 10000 --json number,title,body,labels,createdAt,closedAt,comments > issues.json`;
  const read = parseSettings(readFileSync(config, 'utf8'));
  if (typeof read === 'string') return `“${config}” ${read}.`;
  let known: z.output<typeof settings>;
  let issues: unknown[];
  try {
    known = visibleIn(settings.parse(read.settings), note);
    issues = z.array(z.unknown()).parse(JSON.parse(readFileSync(saved, 'utf8')));
  } catch (error) {
    return `“${config}” or “${saved}” cannot be understood: ${(error as Error).message.split('\n')[0]}`;
  }
  const listed: Listed[] = [];
  const add = (called: string, name: string): void => {
    if (!listed.some((one) => one.called === called))
      listed.push({
        called,
        service: { id: newId(name, listed), name: asLine(name).slice(0, 200) },
      });
  };
  for (const { name, slug: given } of known.sites) add(given ?? upptimeSlug(name), name);
  const history = join(dir, 'history');
  const files = existsSync(history) ? readdirSync(history) : [];
  for (const [, called] of files
    .map((file) => /^(.+)\.ya?ml$/.exec(file))
    .filter((one) => one !== null)) {
    if (called && !listed.some((one) => one.called === called)) note('no-name', called);
    add(called ?? '', called ?? '');
  }
  const slugs = new Set([
    ...listed.map(({ called }) => called),
    ...Object.keys(decisions.service ?? {}),
  ]);
  const book = serviceBook(listed, decisions.service);
  const entries = issues.map((one) => entryOf(one, 'issues.json', slugs, book));
  const { name, cname } = known['status-website'];
  const { owner, repo } = known;
  const pages = owner && repo && `${owner.toLowerCase()}.github.io/${repo}`;
  const address = cname || pages ? `https://${cname || pages}/` : undefined;
  const { home: _, ...told } = siteSettings({ address, zone: 'UTC', severities }, decisions, note);
  const site = { name: asLine(name ?? '') || 'Status', ...told };
  const moved = book
    .calls()
    .map(([called, id]) => [`/history/${called}/`, `/services/${id}/`] as const);
  return {
    file: '.upptimerc.yml',
    site,
    groups: [],
    services: book.all(),
    entries,
    moved,
    losses: own,
  };
}
