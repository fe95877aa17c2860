import { generateAtomFeed } from 'feedsmith';
import { absolute, paths } from '../../site/paths.ts';
import type { Feed } from '../model/entry.ts';
import { asHtml, xmlText } from './xml-text.ts';

const html = (value: string) => ({ type: 'html', value });
const link = (rel: string, href: string, type?: string) => ({ rel, href, ...(type && { type }) });

/** Ids of Atom are addresses of some kind: these lead nowhere, and so stay when the site moves. */
const urn = (id: string): string => `urn:ownup:${id}`;

/** A feed as Atom 1.0. */
export const atomText = ({
  title,
  description,
  language,
  author,
  path,
  hub,
  entries,
}: Feed): string =>
  generateAtomFeed({
    xml: { lang: language },
    id: absolute(path),
    title: html(asHtml(title)),
    subtitle: html(asHtml(description)),
    // A feed has to say when it changed, also one in which nothing ever did.
    updated: new Date(entries[0]?.updated ?? 0),
    generator: { text: 'Ownup' },
    authors: [{ name: xmlText(author) }],
    links: [
      link('self', absolute(path), 'application/atom+xml'),
      link('alternate', absolute(paths.home), 'text/html'),
      ...(hub ? [link('hub', hub)] : []),
    ],
    entries: entries.map((entry) => ({
      id: urn(entry.id),
      title: html(asHtml(entry.title)),
      links: [link('alternate', absolute(entry.path), 'text/html')],
      published: new Date(entry.published),
      updated: new Date(entry.updated),
      summary: html(asHtml(entry.summary)),
      content: html(xmlText(entry.content)),
    })),
  });
