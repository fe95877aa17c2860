import { appendFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Served, serve } from '../../scripts/lib/serve.ts';
import { launchBrowser } from '../support/browser.ts';
import { contentAsOf } from '../support/content-as-of.ts';
import { newFolder, ownup, ownupProcess } from '../support/ownup.ts';
import { takeTurn, turnsAt } from '../support/turns.ts';

/** A site that the tests look at. */
export interface BuiltSite {
  folder: string;
  url: string;
  content: string;
  now: string;
  base: string;
}

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the browser is. */
    browser: string;
    /** Where the turn to look at the sites comes when they are built. */
    looks: string;
    sites: Record<'calm' | 'trouble' | 'history' | 'german', BuiltSite>;
  }
}

const jenkins = '../shared/data/cstate-jenkins';

/** A history imported from another kind of status page: a real one where it is at hand, otherwise a small one. */
async function importHistory(into: string): Promise<void> {
  const from = existsSync(jenkins) ? jenkins : 'tests/fixtures/cstate/tidy';
  const { code, stderr } = await ownupProcess('import', ['cstate', from, '--into', into]);
  if (code !== 0) throw new Error(`The import of ${from} ended with ${code}.\n${stderr}`);
}

/** A link whose own title would be markup if it were cut at the first “>”, and code that would be a picture in a feed. */
export const hostileTitle =
  '[Webhooks](https://late.example "><meta http-equiv=refresh content=0;url=https://evil.example>") `<img src=https://evil.example/p.gif>`';
/** An old address with a blank and a letter that addresses spell with percent signs. */
export const movedFrom = '/issues/%C3%BCber%20alles/';

/** The example with a company that speaks German to its customers; what it wrote is not translated. */
function translateExample(into: string): void {
  cpSync('content', into, { recursive: true });
  const site = join(into, 'site.yaml');
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^language: .*$/m, 'language: de'));
  appendFileSync(site, `\nredirects:\n  ${movedFrom}: /incidents/\n`);
  const open = join(into, 'incidents/2026-11-12-late-webhooks.yaml');
  const title = JSON.stringify(hostileTitle);
  writeFileSync(open, readFileSync(open, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
  cpSync('docs/screenshot.png', join(into, 'postmortems/2026-03-17-mails-held-back-page.png'));
  appendFileSync(
    join(into, 'postmortems/2026-03-17-mails-held-back.mdx'),
    `\n![The page during an outage: one service is down, four work.](./2026-03-17-mails-held-back-page.png)\n\nThat is what [the log](${movedFrom}) says.[^log]\n\n## Footnote label\n\n[^log]: The log of that day.\n`,
  );
}

/** A site, served already and yet to be built. `clock`: by which it is `now`, or that moment was asked for. */
interface Plan extends BuiltSite {
  clock: 'OWNUP_BEGAN' | 'OWNUP_NOW';
  served: Served;
}

async function planned(
  content: string,
  now: string,
  { base = '/', clock = 'OWNUP_BEGAN' as Plan['clock'] } = {},
): Promise<Plan> {
  const folder = join(newFolder('site'), 'dist');
  const served = await serve(folder, base, 0);
  return { folder, url: served.url, content, now, base, clock, served };
}

async function buildAsPlanned({ content, folder, clock, now, base }: Plan): Promise<void> {
  const { code, stdout, stderr } = await ownup('build', [], {
    OWNUP_CONTENT: content,
    OWNUP_OUT: folder,
    [clock]: now,
    OWNUP_BASE: base,
  });
  if (code !== 0)
    throw new Error(`The build of ${content} ended with ${code}.\n${stdout}${stderr}`);
}

const bare = ({ served: _, clock: _clock, ...site }: Plan): BuiltSite => site;

/** Whether tests run that look at sites. */
const looksAtSites = ({ vitest }: TestProject): boolean =>
  vitest.state.getPaths().some((path) => path.includes('/tests/site/'));

/**
 * Builds what the tests look at, while other tests run: the example on a calm day, the same during an outage and under a sub-path, an imported
 * history, and the outage in German, for a moment that was asked for, under a path with percent signs and with what is meant to break pages.
 */
export default async function setup(
  project: TestProject,
): Promise<undefined | (() => Promise<void>)> {
  if (!looksAtSites(project)) return undefined;
  const looks = join(newFolder('looks'), 'turns');
  const turns = await turnsAt(looks);
  const [outage, later] = ['2026-11-12T09:50:00Z', '2026-11-23T12:00:00Z'];
  const sites = {
    calm: await planned('content', later),
    trouble: await planned(contentAsOf('content', outage), outage, { base: '/status/' }),
    history: await planned(join(newFolder('history'), 'content'), later),
    german: await planned(join(newFolder('german'), 'content'), outage, {
      base: '/our%20status/%C3%BC/',
      clock: 'OWNUP_NOW',
    }),
  };
  const browser = await launchBrowser();
  project.provide('browser', browser.wsEndpoint());
  project.provide('looks', looks);
  project.provide('sites', {
    calm: bare(sites.calm),
    trouble: bare(sites.trouble),
    history: bare(sites.history),
    german: bare(sites.german),
  });
  const present = await takeTurn(looks);
  const build = async (): Promise<void> => {
    translateExample(sites.german.content);
    await importHistory(sites.history.content);
    for (const site of Object.values(sites)) await buildAsPlanned(site);
  };
  const building = build()
    .catch((error: Error) => process.stderr.write(`${error.message}\n`))
    .finally(present);
  return async () => {
    await building;
    await Promise.all(Object.values(sites).map(({ served }) => served.close()));
    await browser.close();
    turns.close();
  };
}
