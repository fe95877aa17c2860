import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page, chromium } from 'playwright-core';
import { launchBrowser } from '../tests/support/browser.ts';
import { project } from '../src/environment/project.ts';
import { run } from './lib/command.ts';
import { serve } from './lib/serve.ts';
import { buildSite, checkFirst } from './lib/site.ts';

const usage = `npm run docs:pictures

Draws docs/theme, a picture of the example for each property that a theme can set, with that property standing out, and the picture that others
show beside a link to a page.

Exit: 0 drawn · 2 wrong usage`;

/** When the example has something of everything. */
const moment = '2026-11-12T09:50:00Z';

const loud = '#e6007a';

/** A part of a page in which a property can be seen. */
interface View {
  path: string;
  /** What stands at its top. */
  from: string;
  height?: number;
}

const top: View = { path: '', from: 'header' };
const services: View = { path: '', from: 'main section:has(.days)' };
/** Of days, one of which is in a state. */
const days = (state: string): View => ({
  path: 'services/',
  from: `.days:has(.${state})`,
  height: 76,
});
const note: View = { path: 'credits/', from: '.calculator' };

/** Each property, with a value that stands out and where to look. */
const properties: Readonly<Record<string, readonly [value: string, view: View]>> = {
  '--paper': ['#fbd3e6', top],
  '--wash': ['#fbd3e6', note],
  '--ink': [loud, top],
  '--muted': [loud, services],
  '--line': [loud, services],
  '--link': [loud, top],
  '--ok': [loud, days('ok')],
  '--degraded': [loud, days('degraded')],
  '--down': [loud, days('partial')],
  '--planned': [loud, days('planned')],
  '--nodata': [loud, days('nodata')],
  '--font': ['Georgia, "Liberation Serif", serif', top],
  '--small': ['1.25rem', top],
  '--width': ['22rem', top],
};

const width = 460;

async function drawn(page: Page, value: string, name: string, view: View): Promise<Uint8Array> {
  await page.evaluate(([name, value]) => document.documentElement.style.setProperty(name, value), [
    name,
    value,
  ] as const);
  const place = await page.locator(view.from).first().boundingBox();
  const y = Math.max(0, (place?.y ?? 0) - 8);
  return page.screenshot({ clip: { x: 0, y, width, height: view.height ?? 196 }, fullPage: true });
}

/** The picture beside links: bars like those of days, in no state. */
const preview = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="630">
<rect width="1200" height="630" fill="#fbfaf7"/>
<rect x="120" y="415" width="960" height="4" fill="#dcdad3"/>
${Array.from({ length: 30 }, (_, day) => `<rect x="${120 + day * 32.4}" y="255" width="20" height="120" rx="6" fill="#5b5f66"/>`).join('\n')}
</svg>`;

await run({ usage, options: {} }, async (call) => {
  const browser = await launchBrowser();
  const client = await chromium.connect(browser.wsEndpoint());
  const blank = await client.newPage({ viewport: { width: 1200, height: 630 } });
  await blank.setContent(`<style>body{margin:0}</style>${preview}`);
  writeFileSync(`${project}src/layouts/preview.png`, await blank.screenshot());

  const folder = mkdtempSync(join(tmpdir(), 'ownup-pictures-'));
  const settings = {
    ...call,
    content: `${project}content`,
    out: `${folder}/site`,
    now: Date.parse(moment),
    isPinned: true,
  };
  process.env['OWNUP_NOW'] = moment;
  await buildSite(settings, checkFirst(settings));
  const served = await serve(settings.out, '/', 0);
  const out = `${project}docs/theme`;
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  for (const [name, [value, view]] of Object.entries(properties)) {
    const page = await client.newPage({ viewport: { width, height: 900 }, colorScheme: 'light' });
    await page.goto(served.url + view.path);
    writeFileSync(`${out}/${name.slice(2)}.png`, await drawn(page, value, name, view));
    await page.close();
  }
  await served.close();
  await browser.close();
  rmSync(folder, { recursive: true });
  return 0;
});
