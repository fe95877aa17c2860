import { escapeText } from '../../text/escape-html.ts';

/** XML 1.0 has no way to write these. */
const forbidden =
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** A text without the characters that a feed cannot have. */
export const xmlText = (text: string): string => text.replace(forbidden, '');

/** Readers take titles and descriptions for HTML, whatever they look like. */
export const asHtml = (text: string): string => escapeText(xmlText(text));
