/** A title as a sentence: with a full stop, unless it ends with a mark of its own. Behind that may stand the end of a foreign text. */
export const asSentence = (title: string): string =>
  /[.!?…。]\u2069?$/.test(title) ? title : `${title}.`;

/** A sentence whose first word may come from the middle of another. */
export const withCapital = (text: string): string =>
  text.replace(/\p{L}/u, (letter) => letter.toLocaleUpperCase());
