import type { Finding } from '../../domain/findings/finding.ts';
import type { Site } from '../../domain/site.ts';
import { findingAt } from '../yaml/source.ts';
import type { Disclosure } from './disclosure.ts';
import { hostsIn } from './hosts.ts';
import { namesIn } from './names.ts';
import { peopleIn } from './people.ts';
import type { PublicText } from './public-text.ts';
import { disclosesSecret } from './rules.ts';
import { secretsIn } from './secrets.ts';

type Allowance = Site['allowed_in_public'][number];

/** What the company says of what may be public. */
export interface Discretion {
  neverPublish: readonly string[];
  allowed: readonly string[];
}

export const discretionOf = (site: Site | undefined): Discretion => ({
  neverPublish: site?.never_publish ?? [],
  allowed: [
    ...textsOf(site?.allowed_in_public),
    ...(site?.contact.email === undefined ? [] : [site.contact.email]),
  ],
});

export const textsOf = (allowances: readonly Allowance[] = []): string[] =>
  allowances.map(({ text }) => text);

/** What must never be public in a text, in its order; of what overlaps, the first kind that sees it. */
function disclosuresIn(text: string, { neverPublish }: Discretion): Disclosure[] {
  const found = [
    ...secretsIn(text),
    ...namesIn(text, neverPublish),
    ...peopleIn(text),
    ...hostsIn(text),
  ];
  const told: Disclosure[] = [];
  for (const one of found)
    if (!told.some(({ from, to }) => one.from < to && from < one.to)) told.push(one);
  return told.sort((a, b) => a.from - b.from);
}

/** Between two texts that are looked through as one: nothing that is looked for goes across it. */
const gap = '\n\n\0\n\n';

interface Placed {
  start: number;
  text: PublicText;
}

function joined(texts: readonly PublicText[]): { whole: string; placed: Placed[] } {
  let start = 0;
  const placed = texts.map((text) => {
    const at = { start, text };
    start += text.text.length + gap.length;
    return at;
  });
  return { whole: texts.map(({ text }) => text).join(gap), placed };
}

/** The text that an offset in the whole lies in. */
function textAt(placed: readonly Placed[], offset: number): Placed | undefined {
  let [low, high] = [0, placed.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((placed[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return placed[low];
}

const comparable = (text: string): string => text.trim().toLowerCase();

/** What is found in texts, and the secrets among it, which no finding may repeat. */
export interface Disclosed {
  findings: Finding[];
  unsayable: readonly string[];
}

/**
 * Looks through texts for what must never be public. All are looked through at once: most rules want to see a text whole, and have nothing to say
 * of it. `allowedIn` has what may stand in single files besides.
 */
export function disclosed(
  texts: readonly PublicText[],
  discretion: Discretion,
  allowedIn: ReadonlyMap<string, readonly string[]> = new Map(),
): Disclosed {
  const { whole, placed } = joined(texts);
  const everywhere = new Set(discretion.allowed.map(comparable));
  const here = new Map(
    [...allowedIn].map(([file, allowed]) => [file, new Set(allowed.map(comparable))]),
  );
  const findings: Finding[] = [];
  const unsayable = new Set<string>();
  for (const { rule, from, to, ...said } of disclosuresIn(whole, discretion)) {
    const at = textAt(placed, from);
    if (!at) continue;
    const { file, positionOf } = at.text;
    const found = whole.slice(from, to);
    const compared = comparable(found);
    if (everywhere.has(compared) || here.get(file)?.has(compared)) continue;
    if (rule === disclosesSecret) unsayable.add(found);
    findings.push(findingAt(rule, file, positionOf(from - at.start), said));
  }
  return { findings, unsayable: [...unsayable] };
}

const said = (findings: readonly Finding[]): string =>
  findings.flatMap(({ what, expected, write }) => [what, expected, write]).join(gap);

/** So much of a secret is recognised, also where a finding has cut it off. */
const telling = 8;

/** `text` without `secret`, also where only its beginning stands there. */
function withoutOne(text: string, secret: string): string {
  const beginning = secret.slice(0, telling);
  if (beginning === '') return text;
  let rest = text;
  let clean = '';
  for (;;) {
    const at = rest.indexOf(beginning);
    if (at === -1) return clean + rest;
    let length = beginning.length;
    while (length < secret.length && rest[at + length] === secret[length]) length++;
    clean += `${rest.slice(0, at)}***`;
    rest = rest.slice(at + length);
  }
}

/** A finding as it may be printed: other rules quote what they do not understand. */
function sayableOne(
  finding: Finding,
  { unsayable }: Disclosed,
  { neverPublish }: Discretion,
): Finding {
  const { what, expected, write } = finding;
  const all = said([finding]);
  const own = [...secretsIn(all), ...namesIn(all, neverPublish)];
  const unsaid = [...unsayable, ...own.map(({ from, to }) => all.slice(from, to))];
  const clean = (text: string): string => unsaid.reduce(withoutOne, text);
  return { ...finding, what: clean(what), expected: clean(expected), write: clean(write) };
}

/** Findings as they may be printed. Mostly that is as they are: all are looked through at once. */
export function sayable(
  findings: readonly Finding[],
  disclosed: Disclosed,
  discretion: Discretion,
): readonly Finding[] {
  const all = said(findings);
  const isClean =
    disclosed.unsayable.length === 0 &&
    namesIn(all, discretion.neverPublish).length === 0 &&
    secretsIn(all).length === 0;
  return isClean ? findings : findings.map((one) => sayableOne(one, disclosed, discretion));
}
