import { rules } from '@secretlint/secretlint-rule-preset-recommend';
import { type Disclosure } from './disclosure.ts';
import { disclosesSecret } from './rules.ts';

/** What a rule of secretlint asks of whoever runs it, and what it is given to look at. */
interface Context {
  createTranslator: (messages: object) => (id: string) => { messageId: string; message: string };
  report: (found: { range: readonly [number, number] }) => void;
  ignore: () => void;
}
interface Scanner {
  meta: { id: string };
  create: (context: Context, options: object) => { file?: (source: object) => unknown };
}

/** A comment in a text would switch off what is looked for in it. */
const scanners = (rules as unknown as readonly Scanner[]).filter(
  ({ meta: { id } }) => !id.endsWith('-filter-comments'),
);

/** What a rule looks for, from its name: `github`, `aws`. */
const kindOf = ({ meta: { id } }: Scanner): string => id.replace(/^.*secretlint-rule-/, '');

const said = (kind: string): Omit<Disclosure, 'from' | 'to'> => ({
  rule: disclosesSecret,
  what: `Here stands what looks like a key or a token (${kind}). It is not repeated here.`,
  expected: 'nothing that lets somebody in',
  write:
    'Remove it, and make it invalid where it was issued: whoever has read the repository has it. If it never was one, write it into `allowed_in_public`.',
});

/** Keys and tokens, as secretlint knows them. Its own runner waits for promises, and a record is read in one go; none of these needs to wait. */
function tokensIn(content: string): Disclosure[] {
  const source = { content, filePath: '', ext: '', contentType: 'text' };
  return scanners.flatMap((scanner) => {
    const found: Disclosure[] = [];
    const context: Context = {
      createTranslator: () => (messageId) => ({ messageId, message: '' }),
      report: ({ range: [from, to] }) => void found.push({ from, to, ...said(kindOf(scanner)) }),
      ignore: () => undefined,
    };
    const waited = scanner.create(context, {}).file?.(source);
    if (waited instanceof Promise) throw new Error(`${scanner.meta.id} cannot be run in one go.`);
    return found;
  });
}

/** What secretlint leaves out: it wants whole keys with enough chance in them, and looks for no signed tokens. */
const others: readonly (readonly [kind: string, pattern: RegExp])[] = [
  ['a password in an address', /\b[a-z][a-z0-9+.-]*:\/\/[^\s/@:"'<>]*:[^\s/@"'<>]+@[\w.-]*/gi],
  [
    'a private key',
    /-----BEGIN [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----(?:[\s\S]{0,20000}?-----END [A-Z0-9 ]*PRIVATE KEY[A-Z ]*-----)?/g,
  ],
  ['a password in a request', /\bauthorization:\s*(?:basic|bearer|token)\s+[\w+/=.~-]{8,}/gi],
  ['a token in an address', /[?&](?:access_token|api_?key|password|secret|token)=[\w%.~-]{12,}/gi],
  ['a signed token', /\beyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]*/g],
];

const othersIn = (text: string): Disclosure[] =>
  others.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
      from: index,
      to: index + found.length,
      ...said(kind),
    })),
  );

export const secretsIn = (text: string): Disclosure[] => [...tokensIn(text), ...othersIn(text)];
