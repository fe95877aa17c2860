import type { Asked } from '../import.ts';
import { statSync } from 'node:fs';
import { WrongUsage } from '../lib/command.ts';
import { pageAsker } from '../lib/import/ask-page.ts';
import { readSite } from '../lib/import/cstate/read-site.ts';
import { openSite } from '../lib/import/cstate/site-folder.ts';
import { type Decisions, decisionsIn } from '../lib/import/decisions.ts';
import { openImported, writeImported } from '../lib/import/imported-folder.ts';
import { asJson, asText } from '../lib/import/report.ts';
import type { OldPage } from '../lib/import/old-page.ts';
import { readPage } from '../lib/import/statuspage/read-page.ts';
import { askedAnswers, savedAnswers } from '../lib/import/statuspage/sources.ts';
import { readFolder } from '../lib/import/upptime/read-folder.ts';
import { writeRecord } from '../lib/import/write-record.ts';

/** Says why nothing was done. */
function refuse(why: string): number {
  process.stderr.write(`${why}\n`);
  return 3;
}

type Import = (
  from: string,
  now: number,
  decisions: Decisions,
  cache: string,
) => OldPage | string | Promise<OldPage | string>;

/** The address of a page with a slash at its end, whichever page of it was named. */
function homeOf(address: string): string {
  const { href } = new URL(address);
  return href.replace(/[?#].*$/, '').replace(/(\/api(\/v2(\/[\w.-]*)*)?|\/history|\/)*$/, '/');
}

const sources: Readonly<Record<string, Import>> = {
  cstate(dir, now, decisions) {
    const site = openSite(dir);
    return typeof site === 'string' ? site : readSite(site, now, decisions);
  },
  upptime: (dir, _, decisions) => readFolder(dir, decisions),
  async statuspage(from, _, decisions, cache) {
    if (/^https?:\/\//.test(from)) {
      if (!URL.canParse(from)) throw new WrongUsage(`“${from}” is no address.`);
      return readPage(await askedAnswers(homeOf(from), pageAsker(cache)), decisions);
    }
    if (!statSync(from, { throwIfNoEntry: false }))
      return `There is no file or folder “${from}”. Name one with answers of the page, or its address with https:// before it.`;
    return readPage({ answers: savedAnswers(from) }, decisions);
  },
};

export async function main({ values, positionals }: Asked): Promise<number> {
  const { into, format, content, cache } = values;
  const [kind = '', from, ...more] = positionals;
  const source = Object.hasOwn(sources, kind) ? sources[kind] : undefined;
  if (!source || !from || more.length)
    throw new WrongUsage(
      `Expected: ${Object.keys(sources).join(' or ')}, and where the old page is.`,
    );
  if (!into || content !== undefined)
    throw new WrongUsage('Expected: --into with the folder to write into.');
  if (format !== 'text' && format !== 'json')
    throw new WrongUsage(`There is no format “${format}”. Expected: text or json.`);
  const folder = openImported(into, kind);
  if (typeof folder === 'string') return refuse(folder);
  const decisions = decisionsIn(values, folder.decisions);
  const now = Date.now();
  const imported = writeRecord(await source(from, now, decisions, cache), now, decisions);
  if (typeof imported === 'string') return refuse(imported);
  try {
    const left = writeImported(folder, kind, decisions, imported.files);
    if (left.length)
      process.stderr.write(
        `Left as they are, because somebody has changed or removed them: ${left.join(', ')}\n`,
      );
  } catch (error) {
    return refuse(`Nothing was written: ${(error as Error).message}`);
  }
  process.stdout.write(format === 'json' ? asJson(imported.reports) : asText(imported.reports));
  return imported.reports.some(({ failed }) => failed) ? 1 : 0;
}
