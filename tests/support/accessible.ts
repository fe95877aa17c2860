import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/**
 * What axe finds wrong with a page, by all its rules, and where. It looks from outside of the page's content security policy. Only what is wrong is
 * sent from the browser: all that is right takes it twenty times as long. Our pages have no frames, which that way of asking leaves out.
 */
export async function violationsIn(page: Page): Promise<[rule: string, html: string[]][]> {
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  return violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)]);
}
