import { describe, expect, test } from 'vitest';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { allRules } from '../../src/record/rules.ts';
import { sentences } from '../../src/domain/findings/finding.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import type { Example, Rule } from '../../src/domain/findings/rule.ts';
import { edited, without } from '../support/edit.ts';
import { brief, briefly, codesIn, findingsIn, findingsOf, late } from '../support/reading.ts';

const postmortem = 'postmortems/late-webhooks.mdx';

/** Where a rule reports what another file brought about; else it is the file of the example. */
const reportedIn: Readonly<Record<string, string>> = {
  'page-vanished': 'site.yaml',
  'before-service': 'incidents/late-webhooks.yaml',
  'credit-maintenance-unsaid': 'credits.yaml',
  'discloses-name': 'incidents/late-webhooks.yaml',
};

/** What is missing cannot be shown by an edit; below it is tested by hand. */
const shownByHand = ['missing-file'];

const examples = (
  kind: 'fires' | 'passes',
): [code: string, title: string, rule: Rule, example: Example][] =>
  allRules.flatMap((rule) =>
    rule[kind].map((example): [string, string, Rule, Example] => [
      rule.code,
      example.title,
      rule,
      example,
    ]),
  );

test('a record without a mistake has no findings', () => {
  expect(briefly(exampleRecord)).toEqual([]);
});

describe('every rule', () => {
  test('has a code of its own, in small letters and hyphens', () => {
    const codes = allRules.map(({ code }) => code);
    expect(codes).toEqual([...new Set(codes)]);
    expect(codes.filter((code) => !/^[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });

  test('serves one of the sentences', () => {
    expect(allRules.filter(({ serves }) => !(serves in sentences)).map(({ code }) => code)).toEqual(
      [],
    );
  });

  test('shows what it refuses and what it lets pass', () => {
    const silent = allRules
      .filter(({ fires, passes }) => fires.length === 0 || passes.length === 0)
      .map(({ code }) => code);
    expect(silent).toEqual(shownByHand);
  });
});

describe('it is reported', () => {
  test.each(examples('fires'))('as %s: %s', (_, __, { code, level }, example) => {
    const found = findingsOf(example).filter((finding) => finding.code === code);
    expect(found.map(({ file }) => file)).toContain(reportedIn[code] ?? example.file);
    expect(found.filter((finding) => finding.level !== level)).toEqual([]);
  });

  test.each(['site.yaml', 'services.yaml'])('as missing-file: no %s', (file) => {
    expect(briefly(without(exampleRecord, file))).toEqual([`missing-file ${file}:1:1`]);
  });
});

describe('it is let pass', () => {
  test.each(examples('passes'))('by %s: %s', (_, __, ___, example) => {
    expect(findingsOf(example).map(brief)).toEqual([]);
  });
});

describe('in a draft', () => {
  const draft = { file: postmortem, replace: 'status: published', by: 'status: draft' };
  const inAccount = examples('fires').filter(
    ([code, , , { file, replace, before }]) =>
      // Of two versions nobody can say that both are drafts, and a draft was never public.
      file === postmortem && replace !== undefined && !before && code !== 'merge-conflict',
  );

  test.each(inAccount)('%s stops nothing: %s', (code, _, { level }, example) => {
    const files = edited([draft, example]);
    const { record, findings } = readRecord(filesInMemory(files), late);
    expect(record).toBeDefined();
    expect(findings.map((finding) => finding.level)).toEqual(findings.map(() => 'warning'));
    // A draft need not have been published.
    const ofPublished = ['publication-missing', 'published-before-resolved'];
    if (level === 'error' && !ofPublished.includes(code))
      expect(findings.map((finding) => finding.code)).toContain(code);
  });

  test.each([
    ['says so twice, and differently', 'status: draft\nstatus: published'],
    ['says so twice, once in a way that is not understood', 'status: draft\nstatus: "draft'],
    ['says nothing', ''],
    ['says it in a way that is not understood', 'status: [draft'],
    ['says it in another word', 'status: Draft'],
    [
      'says it in one of two versions',
      '<<<<<<< HEAD\nstatus: draft\n=======\nstatus: published\n>>>>>>> mine',
    ],
  ])('is not what %s', (_, by) => {
    const { record, findings } = readRecord(
      filesInMemory(edited({ file: postmortem, replace: 'status: published', by })),
      late,
    );
    expect(record).toBeUndefined();
    expect(findings.map(({ level }) => level)).toContain('error');
  });

  test.each([
    'status: draft # later',
    `'status': "draft"`,
    'status : draft',
    'status: draft\nstatus: draft',
  ])('is what says `%s`, where the rest is no YAML', (by) => {
    const { record, findings, unfinished } = readRecord(
      filesInMemory(
        edited([
          { file: postmortem, replace: 'status: published', by },
          { file: postmortem, replace: 'cause: capacity', by: 'cause: one: two' },
        ]),
      ),
      late,
    );
    expect(record?.postmortems).toEqual([]);
    expect(findings.map(({ code }) => code)).toContain('yaml-syntax');
    expect([...unfinished.keys()]).toEqual([postmortem]);
  });

  const flow = (status: string, rest: string): Record<string, string> => ({
    ...exampleRecord,
    [postmortem]: `---\n{ title: Why webhooks arrived late, status: ${status}, ${rest}\n---\nLate.\n`,
  });

  test.each([
    ['a colon too many', 'draft', 'cause: one: two }', true],
    ['a quotation mark that is not closed', 'draft', 'cause: "one }', true],
    ['what is published', 'published', 'cause: one: two }', false],
    ['one that says it twice', 'draft', 'status: published, cause: one: two }', false],
    ['a word within it', 'published', 'whys: [{ why: Why?, status: draft }', false],
    ['a brace too many', 'draft', 'cause: one }, status: published }', false],
  ])('in braces, with %s (%s): stops nothing if it is known to be one', (_, status, rest, is) => {
    const { record, findings } = readRecord(filesInMemory(flow(status, rest)), late);
    expect(findings.map(({ code }) => code)).toContain('yaml-syntax');
    expect(record !== undefined).toBe(is);
  });

  const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
  const drafted = edited(draft)[postmortem] ?? '';
  const latin = Uint8Array.from(drafted, (letter) => letter.charCodeAt(0) & 0xff);

  test.each([
    ['a merge in its story', bytes(`${drafted}\n<<<<<<< HEAD\nOne.\n`), 'merge-conflict'],
    ['another encoding', new Uint8Array([...latin, 0xfc, 10]), 'unreadable-file'],
    ['bytes that are no text', new Uint8Array([...latin, 0xff, 0, 1, 2]), 'unreadable-file'],
  ])('%s stops nothing', (_, text, code) => {
    const memory = filesInMemory(exampleRecord);
    const files = {
      ...memory,
      read: (file: string) => (file === postmortem ? text : memory.read(file)),
    };
    const { record, findings, unfinished } = readRecord(files, late);
    expect(record?.postmortems).toEqual([]);
    expect(findings.filter(({ file }) => file === postmortem)).toContainEqual(
      expect.objectContaining({ code, level: 'warning' }),
    );
    expect([...unfinished.keys()]).toEqual([postmortem]);
  });

  describe('a picture that is none', () => {
    const picture = 'postmortems/queue.png';
    const shows = {
      file: postmortem,
      replace: 'The workers',
      by: '![Queue](queue.png)\n\nThe workers',
    };
    const reading = (...edits: Omit<Example, 'title'>[]): ReturnType<typeof readRecord> =>
      readRecord(filesInMemory(edited([{ file: picture, by: 'no picture' }, ...edits])), late);

    test('stops nothing where only drafts show it, and the draft waits', () => {
      const { record, findings, unfinished } = reading(draft, shows);
      expect(record?.postmortems).toEqual([]);
      expect(findings).toContainEqual(
        expect.objectContaining({ file: picture, level: 'warning', code: 'content-picture' }),
      );
      expect(unfinished.get(postmortem)?.map(({ file }) => file)).toEqual([picture]);
    });

    test.each([
      ['what is published shows it', [shows]],
      ['what is published shows it too', [{ file: 'postmortems/other.mdx', by: drafted }, shows]],
      ['nothing shows it', [draft]],
    ])('is an error where %s', (_, edits) => {
      expect(reading(...edits).record).toBeUndefined();
    });
  });

  test('has no page that a redirect could hide, nor one that it could lead to', () => {
    const redirects = (from: string, to: string): Omit<Example, 'title'> => ({
      file: 'site.yaml',
      replace: 'url: https://status.ferry.example/',
      by: `url: https://status.ferry.example/\nredirects: { ${from}: ${to} }`,
    });
    const at = '/postmortems/late-webhooks/';
    expect(codesIn(edited([draft, redirects(at, '/incidents/late-webhooks/')]))).not.toContain(
      'redirect-over-page',
    );
    expect(codesIn(edited([draft, redirects('/old/', at)]))).toContain('redirect-nowhere');
  });

  test.each([
    ['lacks a summary', 'summary: For 47 minutes, two in five webhook deliveries were late.\n', ''],
    ['has a slip in its YAML', 'cause: capacity', 'cause: one: two'],
    ['has a story that may not run', 'The workers drained', '{1 + 1} The workers drained'],
    [
      'has a field that may not stand there',
      'We are sorry.',
      '<b>We</b> [are](javascript:a) sorry.',
    ],
  ])('that %s is left out, and no other', (_, replace, by) => {
    const other = 'postmortems/other.mdx';
    const files = edited([
      {
        file: other,
        by: (exampleRecord[postmortem] ?? '').replace('status: published', 'status: draft'),
      },
      draft,
      { file: postmortem, replace, by },
    ]);
    const { record, unfinished } = readRecord(filesInMemory(files), late);
    expect([...unfinished.keys()]).toEqual([postmortem]);
    expect(record?.postmortems.map(({ id }) => id)).toEqual(['other']);
  });
});

test('a record with an error is not handed on, one with a warning is', () => {
  const warned = edited({
    file: 'incidents/late-webhooks.yaml',
    replace: 'Nothing is lost.',
    by: '<b>Nothing</b> is lost.',
  });
  expect(codesIn(warned)).toEqual(['html-in-text']);
  expect(findingsIn(warned).map(({ level }) => level)).toEqual(['warning']);
});
