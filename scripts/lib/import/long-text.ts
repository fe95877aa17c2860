import type { CommonNote } from './losses.ts';
import type { WrittenIncident } from './old-page.ts';

/** So long may texts of a record be, less what writing them as Markdown may add. */
const longest = { title: 1000, text: 50_000 };

/** A text in pieces that a record takes, cut between paragraphs or lines where there are any. */
function pieces(text: string): string[] {
  if (text.length <= longest.text) return [text];
  const head = text.slice(0, longest.text);
  const breaks = [head.lastIndexOf('\n\n'), head.lastIndexOf('\n'), head.lastIndexOf(' ')];
  const cut = breaks.find((at) => at > longest.text / 2) ?? longest.text;
  return [text.slice(0, cut).trim(), ...pieces(text.slice(cut).trim())];
}

/** A title that a record takes, and what of it is too long for one. */
function titleOf(title: string): [title: string, rest: string] {
  if (title.length <= longest.title) return [title, ''];
  const cut = title.lastIndexOf(' ', longest.title - 2);
  const at = cut > 0 ? cut : longest.title - 2;
  return [`${title.slice(0, at)}…`, title.slice(at).trim()];
}

/** An incident in which no text is too long for a record, with all its words: long texts become several updates of one moment. */
export function withoutLongTexts(incident: WrittenIncident, note: CommonNote): WrittenIncident {
  const [title, rest] = titleOf(incident.title);
  if (rest) note('long-title');
  const updates = (incident.updates ?? []).flatMap((update, index) => {
    const parts = pieces(rest && index === 0 ? `…${rest}\n\n${update.text}` : update.text);
    if (parts.length > 1) note('long-update', update.at);
    return parts.map((text) => ({ ...update, text }));
  });
  return { ...incident, title, updates } as WrittenIncident;
}
