import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { creditContent, credits, headings, monthly, outage } from '../support/customers.ts';
import { newFolder } from '../support/ownup.ts';

const list = `${headings},line,mail
<b>a</b> & *co*,team,webhooks,eu,EUR,1049.00,,a@x.example
other,team,webhooks,eu,EUR,49.00,,b@x.example
<b>a</b> & *co*,team,webhooks,eu,JPY,4900,seats,a@x.example
none,team,webhooks,us,EUR,49.00,,c@x.example
`;
const open = { OWNUP_NOW: '2026-02-10T00:00:00Z' };
const titled = outage.replace('Webhooks were down', 'Webhooks <i>were</i> down');

type Letter = Record<'letter_to' | 'subject' | 'markdown' | 'html' | 'language', string> & {
  kept: Record<string, string>;
};
const lettersIn = (out: string): Letter[] =>
  readFileSync(join(out, 'credits-2026-01-letters.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line));

const plain = (text: string): string => text.replaceAll('\u00a0', ' ').replaceAll('\\', '');

test('a letter for each customer who is owed something, with all its rows and nothing of others', async () => {
  const content = creditContent(monthly, { 'incidents/down.yaml': titled });
  const { out, code } = await credits(list, {
    content,
    settings: open,
    args: ['--format', 'letters', '--keep', 'mail'],
  });
  expect(code).toBe(0);
  const letters = lettersIn(out);
  expect(letters.map(({ letter_to: id, kept }) => [id, kept['mail']])).toEqual([
    ['<b>a</b> & *co*', 'a@x.example'],
    ['other', 'b@x.example'],
  ]);
  const [first, second] = letters;
  expect(plain(first?.markdown ?? '')).toContain('EUR 104.90 and JPY 490');
  expect(plain(first?.markdown ?? '')).toMatch(
    /99\.86559%.*10\.00% of the fee of EUR 1,049\.00: EUR 104\.90/,
  );
  expect(plain(first?.markdown ?? '')).toContain('Write to us. Ask until 2 Mar 2026.');
  expect(first?.html).toContain('&lt;b&gt;a&lt;/b&gt; &amp; *co*');
  expect(first?.html).toContain('&lt;i&gt;were&lt;/i&gt;');
  expect(first?.html).not.toMatch(/<[bi]>|<em>/);
  expect(first?.html + (first?.markdown ?? '')).not.toMatch(/other|b@x/);
  expect(second?.html).not.toMatch(/co\*|row \d/);
  const page = readFileSync(join(out, 'credits-2026-01-letters.html'), 'utf8');
  expect(page.match(/<article>/g)).toHaveLength(2);
});

test('in German, where the site is', async () => {
  const site = readFileSync(join(creditContent(), 'site.yaml'), 'utf8');
  const content = creditContent(monthly, {
    'site.yaml': site.replace(/^language:.*\n/m, '') + '\nlanguage: de\n',
  });
  const { out } = await credits(list, {
    content,
    settings: open,
    args: ['--format', 'letters'],
  });
  const [first] = lettersIn(out);
  expect(first?.language).toBe('de');
  expect(plain(first?.markdown ?? '')).toContain('104,90 EUR und 490 JPY');
});

test('who was told is told once, until something changes', async () => {
  const folder = newFolder('letters');
  const run = {
    folder,
    settings: open,
    args: ['--format', 'letters', '--record'],
  };
  expect(lettersIn((await credits(list, run)).out)).toHaveLength(2);
  expect(lettersIn((await credits(list, run)).out)).toHaveLength(0);
  const dearer = list.replace('EUR,49.00,,b@', 'EUR,98.00,,b@');
  const again = lettersIn((await credits(dearer, run)).out);
  expect(again.map(({ letter_to: id }) => id)).toEqual(['other']);
  // 9.80 are owed, of which 4.90 were granted before.
  expect(plain(again[0]?.subject ?? '')).toContain('EUR 4.90');
  expect(plain(again[0]?.markdown ?? '')).toMatch(/: EUR 9\.80\n[^]*EUR 4\.90/);
});

test.each([
  ['Hello {{ customer }}, {{amount}} <script>alert(1)</script>.', 0, /^Hello/],
  ['Hello {{custommer}}: {{amount}}', 1, /custommer.*customer/],
  ['Hello {{customer}}', 1, /amount/],
  ['{{constructor}} {{amount}}', 1, /constructor/],
])('the text %s', async (text, code, said) => {
  const folder = newFolder('letter');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'letter.md'), text);
  const run = await credits(list, {
    folder,
    settings: open,
    args: ['--format', 'letters', '--letter', join(folder, 'letter.md')],
  });
  expect(run.code).toBe(code);
  if (code !== 0) expect([run.files, said.test(run.stderr)]).toEqual([[], true]);
  else expect(lettersIn(run.out)[0]?.markdown).toMatch(said);
});
