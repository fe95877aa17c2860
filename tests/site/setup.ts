import { appendFileSync, cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Served, serve } from '../../scripts/lib/serve.ts';
import { browserPath } from '../support/browser.ts';
import { newFolder, ownup } from '../support/ownup.ts';

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
    browser: string;
    sites: Record<'calm' | 'trouble' | 'history' | 'german', BuiltSite>;
  }
}

const jenkins = '../shared/data/cstate-jenkins';

/** A history imported from another kind of status page: a real one where it is at hand, otherwise a small one. */
async function importedHistory(): Promise<string> {
  const into = join(newFolder('history'), 'content');
  const from = existsSync(jenkins) ? jenkins : 'tests/fixtures/cstate/tidy';
  const { code, stderr } = await ownup('import', ['cstate', from, '--into', into]);
  if (code !== 0) throw new Error(`The import of ${from} ended with ${code}.\n${stderr}`);
  return into;
}

/** A link whose own title would be markup if it were cut at the first “>”, and code that would be a picture in a feed. */
export const hostileTitle =
  '[Webhooks](https://late.example "><meta http-equiv=refresh content=0;url=https://evil.example>") `<img src=https://evil.example/p.gif>`';
/** An old address with a blank and a letter that addresses spell with percent signs. */
export const movedFrom = '/issues/%C3%BCber%20alles/';

/** The example with a company that speaks German to its customers; what it wrote is not translated. */
function germanExample(): string {
  const into = join(newFolder('german'), 'content');
  cpSync('content', into, { recursive: true });
  const site = join(into, 'site.yaml');
  writeFileSync(site, readFileSync(site, 'utf8').replace(/^language: .*$/m, 'language: de'));
  appendFileSync(site, `\nredirects:\n  ${movedFrom}: /incidents/\n`);
  const open = join(into, 'incidents/2026-11-12-late-webhooks.yaml');
  const title = JSON.stringify(hostileTitle);
  writeFileSync(open, readFileSync(open, 'utf8').replace(/^title: .*$/m, `title: ${title}`));
  appendFileSync(
    join(into, 'postmortems/2026-03-17-mails-held-back.mdx'),
    `\nThat is what [the log](${movedFrom}) says.[^log]\n\n## Footnote label\n\n[^log]: The log of that day.\n`,
  );
  return into;
}

/** Builds by a clock that says `now`, or for that moment whatever the clock says. */
async function built(
  content: string,
  now: string,
  base: string,
  how: 'OWNUP_BEGAN' | 'OWNUP_NOW' = 'OWNUP_BEGAN',
): Promise<BuiltSite & { served: Served }> {
  const folder = join(newFolder('site'), 'dist');
  const { code, stdout, stderr } = await ownup('build', [], {
    OWNUP_CONTENT: content,
    OWNUP_OUT: folder,
    [how]: now,
    OWNUP_BASE: base,
  });
  if (code !== 0)
    throw new Error(`The build of ${content} ended with ${code}.\n${stdout}${stderr}`);
  const served = await serve(folder, base, 0);
  return { folder, url: served.url, content, now, base, served };
}

/** Builds what the tests look at: the example on a calm day, the same during an outage and under a sub-path, an imported history, and the outage in German, for a moment that was asked for, under a path with percent signs and with what is meant to break pages. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const browser = browserPath();
  const calm = await built('content', '2026-11-23T12:00:00Z', '/');
  const trouble = await built('content', '2026-11-12T09:50:00Z', '/status/');
  const history = await built(await importedHistory(), '2026-11-23T12:00:00Z', '/');
  const german = await built(
    germanExample(),
    '2026-11-12T09:50:00Z',
    '/our%20status/%C3%BC/',
    'OWNUP_NOW',
  );
  const bare = ({ served: _, ...site }: BuiltSite & { served: Served }): BuiltSite => site;
  project.provide('browser', browser);
  project.provide('sites', {
    calm: bare(calm),
    trouble: bare(trouble),
    history: bare(history),
    german: bare(german),
  });
  return async () => {
    await Promise.all([calm, trouble, history, german].map(({ served }) => served.close()));
  };
}
