import { isTimeZone } from '../../../src/domain/time.ts';
import type { Decisions } from './decisions.ts';
import type { CommonNote } from './losses.ts';
import type { OldPage } from './old-page.ts';

type Severities = NonNullable<OldPage['site']['severities']>;

/** What an old page says of itself, as it stands there. */
interface Told {
  address: string | undefined;
  zone: string | undefined;
  severities: Severities;
}

/** The address of a page with one slash at its end; `undefined` if it is none. */
function homeIn(address = ''): string | undefined {
  if (!/^https?:\/\//.test(address)) return undefined;
  return URL.parse(address)
    ?.href.replace(/[?#].*$/, '')
    .replace(/\/*$/, '/');
}

/** What every page has to say of itself, with what stands in for the rest; and where it was, if that is known. */
export function siteSettings(
  { address, zone, severities }: Told,
  decided: Decisions,
  note: CommonNote,
) {
  const home = homeIn(address);
  const url = home ?? 'https://status.example.com/';
  const known = decided.zone ?? zone ?? '';
  if (!home) note('site-url', url);
  if (!isTimeZone(known)) note('site-zone', known || 'none');
  note('severity-words');
  return { home, url, time_zone: isTimeZone(known) ? known : 'UTC', severities };
}
