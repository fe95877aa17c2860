import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageOf, wordsIn } from '../src/domain/findings/rules/wording/found.ts';

const usage = `npm run bench:words -- DIR [--show]

Counts how many of the evasive sentences that a person has marked the rules about words find, and how many of their findings a person has
called right. DIR has tables without a header, with a tab between columns:

  sentences.tsv  id, source, sentence
  marks.tsv      id, and the kinds of evasive words that a reader saw in it, or “-” for none
  judged.tsv     id, kind, and “right” or “wrong”: what a reader says of findings

--show prints what is missed, what is wrong, and what nobody has judged, in the columns of judged.tsv.`;

const [dir, ...options] = process.argv.slice(2);
if (dir === undefined || !existsSync(join(dir, 'sentences.tsv'))) {
  process.stderr.write(`${usage}\n`);
  process.exit(2);
}

const table = (file: string): string[][] =>
  existsSync(join(dir, file))
    ? readFileSync(join(dir, file), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((row) => row.split('\t'))
    : [];

/** The 95% interval of a share, after Wilson. */
function wilson(hits: number, of: number): [number, number] {
  const z = 1.96;
  const share = hits / of;
  const middle = share + z ** 2 / (2 * of);
  const spread = z * Math.sqrt((share * (1 - share)) / of + z ** 2 / (4 * of ** 2));
  return [(middle - spread) / (1 + z ** 2 / of), (middle + spread) / (1 + z ** 2 / of)];
}

const line = (name: string, hits: number, of: number): string =>
  of === 0
    ? `${name}: nothing to count`
    : `${name}: ${hits} of ${of}, ${(hits / of).toFixed(3)} (${wilson(hits, of)
        .map((bound) => bound.toFixed(3))
        .join(' to ')})`;

const english = languageOf('en');
if (!english) throw new Error('There are no English phrases.');

const began = performance.now();
const sentences = table('sentences.tsv').map(([id = '', , text = '']) => ({
  id,
  text,
  kinds: wordsIn(text, english)
    .map(({ kind }) => kind)
    // Whether a sentence stands in a summary is not known.
    .filter((kind) => kind !== 'jargon'),
}));
const took = performance.now() - began;

const found = new Map(sentences.map((sentence) => [sentence.id, sentence]));
const marks = table('marks.tsv').filter(([, kinds]) => kinds !== '-');
const isFound = ([id = '', kinds = '']: string[]): boolean =>
  found.get(id)?.kinds.some((kind) => kinds.split(' ').includes(kind)) ?? false;
const missed = marks.filter((mark) => !isFound(mark));

const judged = new Map(table('judged.tsv').map(([id, kind, said]) => [`${id} ${kind}`, said]));
const findings = sentences.flatMap(({ id, kinds }) => kinds.map((kind) => ({ id, kind })));
const said = (says: string | undefined) =>
  findings.filter(({ id, kind }) => judged.get(`${id} ${kind}`) === says);
const [right, wrong, open] = [said('right'), said('wrong'), said(undefined)];

process.stdout.write(
  [
    `${sentences.length} sentences in ${Math.round(took)} ms, ${findings.length} findings`,
    line('precision', right.length, right.length + wrong.length),
    line('recall', marks.length - missed.length, marks.length),
    `not judged: ${open.length}`,
    ...[...new Set(findings.map(({ kind }) => kind))].map((kind) =>
      line(
        `  ${kind}`,
        right.filter((one) => one.kind === kind).length,
        [...right, ...wrong].filter((one) => one.kind === kind).length,
      ),
    ),
    ...(options.includes('--show')
      ? [
          ...missed.map(([id = '', kinds]) => `${id}\t${kinds}\tmissed\t${found.get(id)?.text}`),
          ...wrong.map(({ id, kind }) => `${id}\t${kind}\twrong\t${found.get(id)?.text}`),
          ...open.map(({ id, kind }) => `${id}\t${kind}\t?\t${found.get(id)?.text}`),
        ]
      : []),
  ].join('\n') + '\n',
);
