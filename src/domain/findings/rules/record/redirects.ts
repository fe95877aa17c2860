import { isPage, knownPages, takenIn } from '../../../pages.ts';
import { onDisk, placeOf, redirectsIn } from '../../../redirect.ts';
import { type PartialRecord, type RuleFinding, type RecordRule, edits } from '../../rule.ts';
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
  fires: edits(file, {
    'to an incident that is not there': [url, redirect('/issues/late/', '/incidents/late/')],
    'to another redirect': [url, `${url}\nredirects: { /a/: /b/, /b/: / }`],
  }),
  passes: edits(file, {
    'to an incident': [url, redirect('/issues/late/', '/incidents/late-webhooks/')],
  }),
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
  fires: edits(file, {
    'from an incident': [url, redirect('/incidents/late-webhooks', '/')],
    'from the same address twice': [
      url,
      `${url}\nredirects: { /issues/late: /, /Issues/late/: /incidents/ }`,
    ],
    'from below a file': [url, redirect('/feed.xml/old/', '/')],
  }),
  passes: edits(file, {
    'from an address of an earlier site': [
      url,
      redirect('/issues/2020-01-17-late/', '/incidents/'),
    ],
  }),
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
