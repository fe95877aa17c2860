import { isLabel } from './labels.ts';

/** What names the text after it, at the beginning of a line. */
export interface Lead {
  label: string;
  /** The line, if it says more than a label does and has to stay in the text. */
  head: string;
  /** What follows on the same line. */
  rest: string;
}

const trimLabel = (label: string): string =>
  label
    .replace(/^[[\s]+|\]$/g, '')
    .replace(/[\s:.–—-]+$/, '')
    .trim();

const trimRest = (rest: string): string => rest.replace(/^\s*(-->)?(\s*[:.–—-](?=\s|$))?\s*/, '');

const bracketed = /^\[([^\]\n]{1,80})\](?![([])(.*)$/;
const stressed = /^(?:\*\*|__|\*|_)+(?=\S)([^*_\n]{1,80}?)(?:\*\*|__|\*|_)+(?!\w)(.*)$/;
const unclosed = /^\*\*([^*\n]{1,60})()$/;
const heading = /^#{1,6}\s+(.{1,80}?)[\s#]*()$/;
const named = /^([\p{L}][\p{L}\d :,./-]{2,50}?)\s*(:(?:\s.*)?|\s[-–—]\s.*)$/u;
/** A line that is nothing but a label, or a time of day. */
const alone = /^([\p{L}\d][^.!?\n]{2,50})()$/u;
const timed = /^(\d[\d :T./-]{9,20}(?:Z|UTC|GMT)?)\s*([:–—-]\s.*)?$/i;

/** Words that begin a sentence as often as they are a label: “End: 14:00”. Without a sign or one of the others they are none. */
const common = /^[\p{L} ]*$/u;
const telling =
  /\b(message|updated?|updates|edit(ed)?|resolved|fixed|solved|investigating|identified|monitoring|completed|recovered|restored|mitigated|post-?mortem)\b/i;

/** A label that is one by its words. Where no sign sets it off, it has to begin a paragraph. */
function byWords(line: string, fresh: boolean): Lead | undefined {
  const signed = [bracketed, stressed, unclosed, ...(fresh ? [heading] : [])];
  for (const pattern of [...signed, ...(fresh ? [named, timed, alone] : [])]) {
    const found = pattern.exec(line);
    const label = trimLabel(found?.[1] ?? '');
    if (
      !found ||
      !isLabel(label) ||
      (!signed.includes(pattern) && common.test(label) && !telling.test(label))
    )
      continue;
    return { label, head: '', rest: trimRest(found[2] ?? '') };
  }
  return undefined;
}

const bold = /^(?:\*\*|__)(?=\S)(.+?)(?:\*\*|__)(?=\s*$|\s*[:.–—-])/;

/** A headline: a heading, or words in bold letters at the beginning of a paragraph. It stays a part of what is said. */
function byLetters(line: string): Lead | undefined {
  const found = bold.exec(line) ?? /^#{1,6}\s+(.+?)[\s#]*$/.exec(line);
  if (!found) return undefined;
  const rest = line.slice(found[0].length);
  const whole = /^\s*[:.–—-]?\s*$/.test(rest);
  return {
    label: trimLabel(found[1] ?? ''),
    head: whole ? `${line}\n` : found[0],
    rest: whole ? '' : rest,
  };
}

/** `fresh`: a paragraph begins here. `headlines`: what stands in bold at the beginning of one names an update. */
export const readLead = (line: string, fresh: boolean, headlines: boolean): Lead | undefined =>
  byWords(line, fresh) ?? (fresh && headlines ? byLetters(line) : undefined);
