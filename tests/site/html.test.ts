import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { addressOf, filesOf, readPage } from '../support/pages.ts';
import { sites } from './built.ts';

/** The rules, for all pages the same: it would put them together anew for each, which takes as long as the page. */
class SameForAll extends StaticConfigLoader {
  #config: ReturnType<StaticConfigLoader['getConfigFor']> | undefined;

  override getConfigFor(file: string): ReturnType<StaticConfigLoader['getConfigFor']> {
    return (this.#config ??= super.getConfigFor(file));
  }
}

const validator = new HtmlValidate(
  new SameForAll({
    extends: ['html-validate:recommended'],
    rules: {
      // Matters of style, which the compiler of the pages decides.
      'void-style': 'off',
      'attribute-boolean-style': 'off',
      'attribute-empty-style': 'off',
      'doctype-style': 'off',
      'no-trailing-whitespace': 'off',
      'long-title': 'off',
      // The ids of promises are those of actions, which may have dots.
      'valid-id': ['error', { relaxed: true }],
    },
  }),
);

describe.each(Object.entries(sites))('%s', (_name, { folder, base, url }) => {
  const pages = filesOf(folder, '.html');

  test('is valid HTML', async () => {
    const wrong: string[] = [];
    for (const file of pages) {
      const { results } = await validator.validateString(readPage(folder, file), file);
      for (const { messages } of results)
        wrong.push(
          ...messages.map(
            ({ ruleId, message, line, column }) => `${file}:${line}:${column} ${ruleId} ${message}`,
          ),
        );
    }
    expect(wrong.slice(0, 20)).toEqual([]);
  });

  test('has no links that lead nowhere, and no page that no link leads to', () => {
    const files = new Set(filesOf(folder, ''));
    const linked = new Set(['index.html', '404.html']);
    const broken: string[] = [];
    for (const file of pages) {
      const here = new URL(addressOf(file), `https://site.example${base}`);
      for (const [, , address = ''] of readPage(folder, file).matchAll(/\s(href|src)="([^"]*)"/g)) {
        if (/^(mailto:|https?:)/.test(address) && !address.startsWith(url)) continue;
        const target = new URL(address.replaceAll('&amp;', '&'), here);
        const path = decodeURIComponent(
          target.pathname.startsWith(base)
            ? target.pathname.slice(base.length)
            : `outside:${target.pathname}`,
        );
        const found = path.endsWith('/') || path === '' ? `${path}index.html` : path;
        if (!files.has(found)) broken.push(`${file}: ${address}`);
        else if (
          target.hash &&
          target.hash !== '#' &&
          !readPage(folder, found).includes(`id="${decodeURIComponent(target.hash.slice(1))}"`)
        )
          broken.push(`${file}: ${address}`);
        linked.add(found);
      }
    }
    expect(broken).toEqual([]);
    expect(pages.filter((file) => !linked.has(file))).toEqual([]);
  });

  test('states the zone of every time', () => {
    for (const file of pages) {
      for (const [, datetime = ''] of readPage(folder, file).matchAll(
        /<time[^>]*\sdatetime="([^"]*)"/g,
      )) {
        expect(datetime, file).toMatch(
          /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2}))?$/,
        );
      }
    }
  });
});
