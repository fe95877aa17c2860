import { describe, expect, test } from 'vitest';
import { allRules } from '../../src/data/rules.ts';
import { sentences } from '../../src/domain/findings/finding.ts';
import { model } from '../../src/domain/findings/model.ts';
import type { Example, Rule } from '../../src/domain/findings/rule.ts';
import { edited, without } from '../support/edit.ts';
import { briefly, codesIn, findingsIn } from '../support/reading.ts';

const account = 'postmortems/late-webhooks.mdx';

/** Where a rule reports what another file brought about; else it is the file of the example. */
const reportedIn: Readonly<Record<string, string>> = {
  'before-service': 'incidents/late-webhooks.yaml',
  'credit-maintenance-unsaid': 'credits.yaml',
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
  expect(briefly(model)).toEqual([]);
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
    const found = findingsIn(edited(example)).filter((finding) => finding.code === code);
    expect(found.map(({ file }) => file)).toContain(reportedIn[code] ?? example.file);
    expect(found.filter((finding) => finding.level !== level)).toEqual([]);
  });

  test.each(['site.yaml', 'services.yaml'])('as missing-file: no %s', (file) => {
    expect(briefly(without(model, file))).toEqual([`missing-file ${file}:1:1`]);
  });
});

describe('it is let pass', () => {
  test.each(examples('passes'))('by %s: %s', (_, __, ___, example) => {
    expect(briefly(edited(example))).toEqual([]);
  });
});

describe('in a draft', () => {
  const draft = { file: account, replace: 'status: published', by: 'status: draft' };

  test.each(
    examples('fires').filter(([, , { warningInDrafts: milderInDrafts }]) => milderInDrafts),
  )('%s is only a warning: %s', (_, __, { code }, example) => {
    const found = findingsIn(edited([draft, example])).filter((finding) => finding.code === code);
    expect(found.map(({ level }) => level)).toEqual(found.map(() => 'warning'));
    expect(found).not.toEqual([]);
  });

  test('what is untrue is as wrong as in any other postmortem', () => {
    const found = findingsIn(
      edited([draft, { file: account, replace: 'breaks: no-bound', by: 'breaks: no-bounds' }]),
    );
    expect(
      found.filter(({ code }) => code === 'unknown-reference').map(({ level }) => level),
    ).toEqual(['error']);
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
