/** A title as a sentence: with a full stop, unless it ends with a mark of its own. */
export const asSentence = (title: string): string =>
  /[.!?…。]$/.test(title) ? title : `${title}.`;

/** An id as the word that it stands for: `data-change` is “Data change”. */
export const asWord = (id: string): string =>
  (id.charAt(0).toLocaleUpperCase() + id.slice(1)).replaceAll('-', ' ');
