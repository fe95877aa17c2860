import { shortened } from '../text/shortened.ts';

/** What search engines and tabs show; longer ones are cut by them, and not always between words. */
const longest = 70;

/** The title of a page with that of the site behind it, as far as there is room. */
export function pageTitle(title: string, siteTitle: string): string {
  if (title === siteTitle) return title;
  const both = `${title} – ${siteTitle}`;
  return both.length <= longest ? both : shortened(title, longest);
}
