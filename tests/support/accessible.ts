import { readFileSync } from 'node:fs';
import type axe from 'axe-core';
import type { RunOptions } from 'axe-core';
import type { Page } from 'playwright-core';

const source = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');

/** Has each page that is opened from now on bring axe along: to send it to each by itself takes four times as long. */
export const bringAxe = (page: Page): Promise<unknown> => page.addInitScript({ content: source });

/** All rules, or those that look at colours: axe files these under `cat.color`, with one that is off by itself. */
const rules = {
  all: {},
  colours: { runOnly: ['cat.color'], rules: { 'color-contrast-enhanced': { enabled: false } } },
} satisfies Record<string, RunOptions>;

/**
 * What axe finds wrong with a page, by these of its rules, and where. It looks from outside of the page's content security policy. Only what is wrong
 * comes back from the browser: all that is right takes it twenty times as long. Our pages have no frames.
 */
export async function violationsIn(
  page: Page,
  by: keyof typeof rules = 'all',
): Promise<[rule: string, html: string[]][]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(source);
  return page.evaluate(async (options) => {
    const { violations } = await window.axe.run({ resultTypes: ['violations'], ...options });
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)]);
  }, rules[by]);
}

/** Where everything on a page stands, and what of it is seen: where this is the same, no rule of axe but those for colours finds anything else. */
export const placesIn = (page: Page): Promise<string> =>
  page.evaluate(() =>
    [...document.querySelectorAll('body *')]
      .map((element) => {
        const { x, y, width, height } = element.getBoundingClientRect();
        const isSeen = element.checkVisibility({ visibilityProperty: true });
        return `${element.tagName} ${[x, y, width, height].join(' ')} ${isSeen}`;
      })
      .join('\n'),
  );

declare global {
  interface Window {
    axe: typeof axe;
  }
}
