/** Markdown makes a paragraph of it, character for character; it is in Latin letters, among which none is hidden. */
const words = /^(?!.*www\.)[A-Za-zÀ-ÖØ-öø-ÿ][A-Za-zÀ-ÖØ-öø-ÿ0-9 ,.;?'’“”%–-]{0,2000}$/i;

/** Whether a text is one line of words and of signs that mean nothing in Markdown, as most fields of a record are. */
export const isOnlyWords = (text: string): boolean => words.test(text);
