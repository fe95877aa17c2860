/** The folder of the scripts, within the site; astro.config.mjs puts nothing else there. */
export const scriptFolder = '_astro/scripts/';

/** What the search loads of its index as scripts. */
const searchScripts = ['pagefind/pagefind.js', 'pagefind/pagefind-worker.js'];

/**
 * The content security policies of a page, all of which hold. The first keeps it to the host that serves it, the second to those files of it that
 * are scripts: what else the site has is text, and text may be made to look like a script. `'self'` takes no path, and the host is not known
 * before somebody serves the page. `base` stands as in addresses, with a slash at both ends.
 */
export function policiesFor(base: string, { searches }: { searches: boolean }): string[] {
  const files = [scriptFolder, ...(searches ? searchScripts : [])];
  const paths = files.map((file) => `*:*${base}${file}`).join(' ');
  const wasm = searches ? " 'wasm-unsafe-eval'" : '';
  return [
    `default-src 'none'; style-src 'self'; img-src 'self'; script-src 'self'${wasm}; connect-src 'self'; base-uri 'none'; form-action 'none'`,
    `script-src ${paths}${wasm}`,
  ];
}
