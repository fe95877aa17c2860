import { answersIn } from '../../src/api/all/answers.ts';
import type { Source } from '../../src/api/source.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { indexRecord } from '../../src/domain/record/index-record.ts';
import { asOf } from '../../src/domain/record/record.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { stringsIn } from '../../src/strings/index.ts';

/** What the public interface says of the example record at `now` (epoch ms). */
function sourceAt(now: number): Source {
  const { record } = readRecord(filesInMemory(exampleRecord), now, true);
  if (!record) throw new Error('The example record has errors.');
  const { site, translations } = record;
  const say = stringsIn(site.language, translations);
  return { record: indexRecord(asOf(record, now), now), say, home: site.url };
}

/** The part of a value that a JSON pointer names. */
const partOf = (value: unknown, pointer: string): unknown =>
  pointer
    .split('/')
    .slice(1)
    .reduce<unknown>((part, step) => (part as Record<string, unknown> | undefined)?.[step], value);

function exampleOf(address: string, pointer: string, now: number): string {
  const source = sourceAt(now);
  const [, make] = answersIn(source.record).find(([known]) => known === address) ?? [];
  const part = make && partOf(JSON.parse(JSON.stringify(make(source))), pointer);
  if (part === undefined) throw new Error(`There is no /api/${address}.json#${pointer}.`);
  return JSON.stringify(part, null, 2);
}

/** A piece of JSON that says from which answer it is, which part of that, and as of when. */
const example = /^(```json \/api\/([^\s#]+)\.json(?:#(\S+))? as of (\S+)\n)[^]*?^```$/gm;

/** A page of documentation with its examples of answers made anew. */
export const withExamples = (page: string): string =>
  page.replace(
    example,
    (_, opening: string, address: string, pointer: string | undefined, moment: string) =>
      `${opening}${exampleOf(address, pointer ?? '', Date.parse(moment))}\n\`\`\``,
  );
