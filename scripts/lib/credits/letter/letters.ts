import { markdownToHtml } from "satteri";
import { moneyText } from "../../../../src/domain/credits/exact/money.ts";
import type { StatusRecord } from "../../../../src/domain/record/record.ts";
import { type Interval, union } from "../../../../src/domain/time.ts";
import { escapeHtml } from "../../../../src/text/escape-html.ts";
import { privateMark } from "../../../../src/record/files/private-text.ts";
import { formatIn } from "../../../../src/strings/format.ts";
import { pageTongue, stringsIn } from "../../../../src/strings/index.ts";
import type { ReportForm, ReportHead } from "../assess/reported-row.ts";
import { pageBegin, pageEnd } from "../explain/private-page.ts";
import { type LetterPart, letterPart } from "./part.ts";
import {
  type Filling,
  listMarkdown,
  plainMarkdown,
  template,
} from "./template.ts";

const style = `body{font:1rem/1.5 system-ui,sans-serif;max-width:42rem;margin:2rem auto;padding:0 1rem;overflow-wrap:anywhere}
article{break-after:page;border-bottom:1px solid #8884;padding-bottom:2rem}article:last-child{break-after:auto}`;

const eachOnce = (lines: readonly string[]): string[] => [...new Set(lines)];

/** A sum for each currency. */
function sums(
  parts: readonly LetterPart[],
): { currency: string; decimals: number; minor: bigint }[] {
  return [...Map.groupBy(parts, ({ currency }) => currency)].map(
    ([currency, own]) => ({
      currency,
      decimals: own[0]?.decimals ?? 2,
      minor: own.reduce((sum, { total }) => sum + total, 0n),
    }),
  );
}

interface LettersOf {
  record: StatusRecord;
  /** The text of a company, with the name of its file; `undefined` for our own. */
  own: { text: string; file: string } | undefined;
  /** Whether all that is owed for a charge was granted before, so that its customer had a letter. */
  wasTold: (charge: number) => boolean;
}

/**
 * One letter for each customer who is owed something: a line of JSON with Markdown and HTML for a program that sends mail, and all of them as pages to print. All
 * parts are kept until the last row has been read, because the rows of a customer may stand anywhere.
 * @throws BadTemplate
 */
export function letterForms(
  { record: { site, translations, incidents }, own, wasTold }: LettersOf,
  head: ReportHead,
  write: { json: (text: string) => void; html: (text: string) => void },
): ReportForm {
  const { letters: words } = stringsIn(site.language, translations);
  const tongue = pageTongue(site.language, translations);
  const format = formatIn(tongue.lang, site.time_zone);
  const fill = template(own?.text ?? words.template, own?.file ?? "The letter");
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
    of: readonly LetterPart[],
  ): Record<string, unknown> & { html: string } {
    const amount = format.list(
      sums(of).map(({ currency, decimals, minor }) =>
        format.amount(moneyText(minor, decimals), currency),
      ),
    );
    const filling: Filling = {
      site: plainMarkdown(site.name),
      customer: plainMarkdown(id),
      period: plainMarkdown(of[0]?.period ?? ""),
      amount: `**${plainMarkdown(amount)}**`,
      what_happened: listMarkdown(happened(of)),
      arithmetic: listMarkdown(of.flatMap(({ arithmetic }) => arithmetic)),
      how: listMarkdown(eachOnce(of.flatMap(({ how }) => how))),
    };
    const markdown = fill(filling);
    return {
      letter_to: id,
      language: tongue.lang,
      subject: words.subject(site.name, amount),
      ...(head.kept.length && {
        kept: Object.fromEntries(
          head.kept.map((name, at) => [name, of[0]?.kept[at] ?? ""]),
        ),
      }),
      markdown,
      html: markdownToHtml(markdown).html,
    };
  }

  return {
    row(reported) {
      if (!("given" in reported.outcome)) return;
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
        const untold = of.filter(({ charge }) => !wasTold(charge));
        if (untold.length === 0) continue;
        const letter = letterTo(id, untold);
        write.json(`${JSON.stringify(letter)}\n`);
        write.html(`<article>\n${letter.html}</article>\n`);
      }
      write.html(pageEnd);
    },
  };
}
