import axe from 'axe-core';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong with a page, by all its rules, and where. It looks from outside of the page's content security policy, and is sent to each page
 * once. Only what is wrong comes back from the browser: all that is right takes it twenty times as long. Our pages have no frames.
 */
export async function violationsIn(page: Page): Promise<[rule: string, html: string[]][]> {
  if (!(await page.evaluate('"axe" in window'))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { violations } = await window.axe.run(document, { resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)]);
  });
}

declare global {
  interface Window {
    axe: typeof axe;
  }
}
