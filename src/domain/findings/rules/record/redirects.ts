import { isPage, knownPages, takenIn } from '../../../pages.ts';
import { onDisk, placeOf, redirectsIn } from '../../../redirect.ts';
import type { PartialRecord, RuleFinding, RecordRule } from '../../rule.ts';
import { suggest } from '../../../../text/suggest.ts';

const file = 'site.yaml';
const url = 'url: https://status.ferry.example/';
const redirect = (from: string, to: string): string => `${url}\nredirects: { ${from}: ${to} }`;

const redirectsOf = ({ site }: PartialRecord) => redirectsIn(site?.redirects ?? {});

export const redirectNowhere: RecordRule = {
  code: 'redirect-nowhere',
  level: 'error',
  serves: 'true',
  because:
    'Whoever follows an old address, from a ticket or a bookmark, must end where the account of it now is.',
  fires: [
    {
      title: 'to an incident that is not there',
      file,
      replace: url,
      by: redirect('/issues/late/', '/incidents/late/'),
    },
    {
      title: 'to another redirect',
      file,
      replace: url,
      by: `${url}\nredirects: { /a/: /b/, /b/: / }`,
    },
  ],
  passes: [
    {
      title: 'to an incident',
      file,
      replace: url,
      by: redirect('/issues/late/', '/incidents/late-webhooks/'),
    },
  ],
  *check(record: PartialRecord): Generator<RuleFinding> {
    const known = knownPages(record.pages);
    for (const { from, to } of redirectsOf(record)) {
      if (isPage(placeOf(to), record.pages)) continue;
      const meant = suggest(to, known);
      yield {
        place: { file, path: ['redirects', from] },
        what: `There is no page ${to}.${meant ? ` Did you mean ${meant}?` : ''}`,
        expected: 'the path of a page of this site, such as /incidents/ID/',
        write: meant ? `${from}: ${meant}` : 'Correct the path, or remove the redirect.',
      };
    }
  },
};

export const redirectOverPage: RecordRule = {
  code: 'redirect-over-page',
  level: 'error',
  serves: 'true',
  because: 'A redirect from the address of a page would hide that page, and with it what it says.',
  fires: [
    {
      title: 'from an incident',
      file,
      replace: url,
      by: redirect('/incidents/late-webhooks', '/'),
    },
    {
      title: 'from the same address twice',
      file,
      replace: url,
      by: `${url}\nredirects: { /issues/late: /, /Issues/late/: /incidents/ }`,
    },
    { title: 'from below a file', file, replace: url, by: redirect('/feed.xml/old/', '/') },
  ],
  passes: [
    {
      title: 'from an address of an earlier site',
      file,
      replace: url,
      by: redirect('/issues/2020-01-17-late/', '/incidents/'),
    },
  ],
  *check(record: PartialRecord): Generator<RuleFinding> {
    const seen = new Set<string>();
    const isTaken = takenIn(record.pages);
    for (const { from } of redirectsOf(record)) {
      const place = onDisk(placeOf(from));
      const again = seen.has(place);
      seen.add(place);
      if (!again && !isTaken(place)) continue;
      yield {
        place: { file, path: ['redirects', from], of: 'key' },
        what: again
          ? `${from} is redirected twice.`
          : `At ${from}, this site has a page or files of its own.`,
        expected: 'an address at which this site has nothing, in small letters or in capitals',
        write: 'Remove this redirect.',
      };
    }
  },
};
