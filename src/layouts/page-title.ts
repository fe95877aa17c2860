/** What search engines and tabs show; longer ones are cut by them, and not always between words. */
const longest = 70;

/** The title of a page with that of the site behind it, as far as there is room. */
export function pageTitle(title: string, siteTitle: string): string {
  if (title === siteTitle) return title;
  const both = `${title} – ${siteTitle}`;
  if (both.length <= longest) return both;
  if (title.length <= longest) return title;
  const cut = title.slice(0, longest - 1);
  return `${cut.slice(0, cut.lastIndexOf(' ')).replace(/[\s,;:–—-]+$/, '') || cut}…`;
}
