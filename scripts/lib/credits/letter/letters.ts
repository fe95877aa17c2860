import { markdownToHtml } from 'satteri';
import { moneyText } from '../../../../src/domain/credits/exact/money.ts';
import type { StatusRecord } from '../../../../src/domain/record/record.ts';
import { type Interval, union } from '../../../../src/domain/time.ts';
import { escapeHtml } from '../../../../src/text/escape-html.ts';
import { privateMark } from '../../../../src/record/files/private-text.ts';
import { formatIn } from '../../../../src/strings/format.ts';
import { pageTongue, stringsIn } from '../../../../src/strings/index.ts';
import type { ReportForm, ReportHead } from '../assess/reported-row.ts';
import { pageBegin, pageEnd } from '../explain/private-page.ts';
import { type LetterPart, letterPart } from './part.ts';
import { type Filling, listMarkdown, plainMarkdown, template } from './template.ts';

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
article{break-after:page;border-bottom:1px solid #8884;padding-bottom:2rem}article:last-child{break-after:auto}`;

const eachOnce = (lines: readonly string[]): string[] => [...new Set(lines)];

/** What a letter says of one currency. */
interface Sum {
  currency: string;
  decimals: number;
  /** What is to be granted now. */
  minor: bigint;
  /** What is owed too, and is not. */
  less: bigint;
}

const sumOf = (parts: readonly LetterPart[]): bigint =>
  parts.reduce((sum, { total }) => sum + total, 0n);

/** The parts of charges for which something is to be granted now. */
const stillOwed = (
  parts: readonly LetterPart[],
  withheld: LettersOf['withheld'],
): readonly (readonly LetterPart[])[] =>
  [...Map.groupBy(parts, ({ charge, currency }) => `${currency} ${charge}`).values()].filter(
    (own) => own[0] && sumOf(own) > withheld(own[0].charge, own[0].currency),
  );

/** A sum for each currency. */
const sums = (
  charges: readonly (readonly LetterPart[])[],
  withheld: LettersOf['withheld'],
): Sum[] =>
  [...Map.groupBy(charges, ([first]) => first?.currency ?? '')].map(([currency, own]) => {
    const less = own.reduce(
      (sum, [first]) => sum + (first ? withheld(first.charge, currency) : 0n),
      0n,
    );
    return {
      currency,
      decimals: own[0]?.[0]?.decimals ?? 2,
      minor: sumOf(own.flat()) - less,
      less,
    };
  });

interface LettersOf {
  record: StatusRecord;
  /** The text of a company, with the name of its file; `undefined` for our own. */
  own: { text: string; file: string } | undefined;
  /** What of what is owed for a charge was granted before, or is more than the year has. */
  withheld: (charge: number, currency: string) => bigint;
}

/**
 * One letter for each customer who is owed something: a line of JSON with Markdown and HTML for a program that sends mail, and all of them as pages to print. All
 * parts are kept until the last row has been read, because the rows of a customer may stand anywhere.
 * @throws BadTemplate
 */
export function letterForms(
  { record: { site, translations, incidents }, own, withheld }: LettersOf,
  head: ReportHead,
  write: { json: (text: string) => void; html: (text: string) => void },
): ReportForm {
  const { letters: words } = stringsIn(site.language, translations);
  const tongue = pageTongue(site.language, translations);
  const format = formatIn(tongue.lang, site.time_zone);
  const fill = template(own?.text ?? words.template, own?.file ?? 'The letter');
  const titles = new Map(incidents.map(({ id, title }) => [id, title]));
  const parts = new Map<string, LetterPart[]>();

  const happened = (of: readonly LetterPart[]): string[] => {
    const times = new Map<string, Interval[]>();
    for (const part of of)
      for (const [incident, own] of part.happened)
        times.set(incident, [...(times.get(incident) ?? []), ...own]);
    return [...times].map(([incident, own]) =>
      words.happened(titles.get(incident) ?? incident, union(own), format),
    );
  };

  function letterTo(
    id: string,
    charges: readonly (readonly LetterPart[])[],
  ): Record<string, unknown> & { html: string } {
    const of = charges.flat();
    const written = (minor: bigint, { currency, decimals }: Sum): string =>
      format.amount(moneyText(minor, decimals), currency);
    const inAll = sums(charges, withheld);
    const amount = format.list(inAll.map((sum) => written(sum.minor, sum)));
    const less = inAll.filter((sum) => sum.less > 0n);
    const filling: Filling = {
      site: plainMarkdown(site.name),
      customer: plainMarkdown(id),
      period: plainMarkdown(of[0]?.period ?? ''),
      amount: `**${plainMarkdown(amount)}**`,
      what_happened: listMarkdown(happened(of)),
      arithmetic: listMarkdown([
        ...of.flatMap(({ arithmetic }) => arithmetic),
        ...less.map((sum) => words.less(written(sum.less, sum))),
      ]),
      how: listMarkdown(eachOnce(of.flatMap(({ how }) => how))),
    };
    const markdown = fill(filling);
    return {
      letter_to: id,
      language: tongue.lang,
      subject: words.subject(site.name, amount),
      ...(head.kept.length && {
        kept: Object.fromEntries(head.kept.map((name, at) => [name, of[0]?.kept[at] ?? ''])),
      }),
      markdown,
      html: markdownToHtml(markdown).html,
    };
  }

  return {
    row(reported) {
      if (!('given' in reported.outcome)) return;
      const part = letterPart(reported, reported.outcome, { words, format });
      if (!part) return;
      const of = parts.get(reported.customer.id);
      if (of) of.push(part);
      else parts.set(reported.customer.id, [part]);
    },
    end() {
      write.html(
        pageBegin({
          title: escapeHtml(site.name),
          style,
          tongue: `lang="${tongue.lang}" dir="${tongue.dir}"`,
          remark: `<!-- ${privateMark} -->\n`,
        }),
      );
      for (const [id, of] of parts) {
        const charges = stillOwed(of, withheld);
        if (charges.length === 0) continue;
        const letter = letterTo(id, charges);
        write.json(`${JSON.stringify(letter)}\n`);
        write.html(`<article>\n${letter.html}</article>\n`);
      }
      write.html(pageEnd);
    },
  };
}
