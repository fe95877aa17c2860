/** Text that a browser takes for text between tags. */
export const escapeText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** Text that a browser takes for text, between tags and in attributes. */
export const escapeHtml = (text: string): string => escapeText(text).replaceAll('"', '&quot;');
