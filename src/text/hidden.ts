/**
 * What a text may have in it without showing: control characters but tab and line feed, marks that turn its direction, blanks without width,
 * ends of lines that editors take for none, and tags outside of a flag. The joiners that scripts and emoji need are not among them.
 */
export const hidden =
  /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|(?<!\u{1F3F4}[\u{E0020}-\u{E007E}]{0,16})[\u{E0000}-\u{E007F}]/u;

const each = new RegExp(hidden, 'gu');

/** `text` with a sign that shows for each character that does not. */
export const unhidden = (text: string): string => text.replaceAll(each, '\uFFFD');

/** The name of a character that does not show, such as U+200B. */
export const nameOfHidden = (character: string): string =>
  `U+${character.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0')}`;

/** Whether anything of a text shows: blanks do not, of whatever width, and neither does what only joins or parts letters. */
export const shows = (text: string): boolean =>
  /[^\s\u2800\p{Default_Ignorable_Code_Point}]/u.test(text);
