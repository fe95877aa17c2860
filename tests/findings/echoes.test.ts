import { describe, expect, test } from 'vitest';
import type { Finding, Path } from '../../src/domain/findings/finding.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { schemaRules } from '../../src/domain/findings/schema/rules.ts';
import { edited } from '../support/edit.ts';
import { brief, briefly, codesIn, findingsIn } from '../support/reading.ts';
import { changed, factFiles, factsIn, pathsIn, withFacts, yearsLater } from '../support/values.ts';

const places: [file: string, path: Path][] = factFiles.flatMap((file) =>
  pathsIn(factsIn(file)).map((path): [string, Path] => [file, path]),
);
const schemaCodes = schemaRules.map(({ code }) => code);

/** Those of the findings that are not about the form of `file` itself. */
const echoesAmong = (found: readonly Finding[], file: string): string[] =>
  found
    .filter((finding) => finding.file !== file || !schemaCodes.includes(finding.code))
    .map(brief);

describe('one mistake is not reported a second time in other words or at another place', () => {
  test('the model, written by a machine some years earlier or later, has no findings either', () => {
    const records = [-2, 5].map(yearsLater);
    expect(
      records.flatMap((record) =>
        factFiles.flatMap((file) => briefly(withFacts(file, factsIn(file, record), record))),
      ),
    ).toEqual([]);
    expect(places.length).toBeGreaterThan(140);
  });

  test.each<[what: string, years: number, wrong: unknown]>([
    ['a list of numbers stands', -2, [5, 6]],
    ['nothing stands', 5, null],
    ['a word stands that is no id, no time and no choice', -2, 'Not a Value'],
  ])('when %s in the place of any value', (_, years, wrong) => {
    const record = yearsLater(years);
    const found = places.flatMap(([file, path]) => {
      const facts = changed(factsIn(file, record), path, (holder, step) => (holder[step] = wrong));
      return echoesAmong(findingsIn(withFacts(file, facts, record)), file);
    });
    expect(found).toEqual([]);
  });

  test('when any key is misspelt', () => {
    const record = yearsLater(5);
    const misspelt = places
      .filter(([, path]) => typeof path.at(-1) === 'string')
      .map(([file, path]) => {
        const facts = changed(factsIn(file, record), path, (holder, step) => {
          holder[`${step}${String(step).at(-1)}`] = holder[step];
          delete holder[step];
        });
        const found = findingsIn(withFacts(file, facts, record));
        return { name: [file, ...path].join(' '), file, found };
      });
    expect(misspelt.flatMap(({ file, found }) => echoesAmong(found, file))).toEqual([]);
    expect(misspelt.filter(({ found }) => found.length !== 1).map(({ name }) => name)).toEqual([]);
  });

  test.each([
    ['site.yaml', '{ not closed'],
    ['site.yaml', '- just\n- a list\n'],
    ['services.yaml', 'services: [\n'],
    ['services.yaml', 'services: none\n'],
    ['services.yaml', '# nothing but a comment\n'],
    ['services.yaml', ''],
    ['site.yaml', '\u0000'],
    ['incidents/late-webhooks.yaml', '? ? ?\n'],
    ['postmortems/late-webhooks.mdx', '---\ntitle: [\n---\n'],
  ])('when %s is %j', (file, text) => {
    const found = findingsIn({ ...exampleRecord, [file]: text });
    expect(found.map((finding) => finding.file)).toEqual(found.map(() => file));
    expect(found.filter(({ level }) => level === 'error')).not.toEqual([]);
  });
});

test('a tier of credits that is unclear is not compared with the others', () => {
  const tiers = (...lines: string[]) =>
    edited([
      {
        file: 'credits.yaml',
        replace: '      - { lt: 99.9, percent: 10 }\n      - { lt: 99, percent: 25 }\n',
        by: lines.map((line) => `      - ${line}\n`).join(''),
      },
    ]);
  expect(codesIn(tiers('{ lt: 99.9, percent: 10 }', '{ gt: 99, percent: 5 }'))).toEqual([
    'credit-unclear',
  ]);
  expect(codesIn(tiers('{ lt: 99.9, lte: 99, percent: 10 }', '{ lt: 99.9, percent: 5 }'))).toEqual([
    'credit-unclear',
  ]);
  expect(
    codesIn(tiers('{ percent: 10 }', '{ lt: 99, percent: 25 }', '{ lt: 95, percent: 5 }')),
  ).toEqual(['credit-unclear', 'credit-tier-falls']);
});

describe('mistakes do not hide each other', () => {
  const incident = 'incidents/late-webhooks.yaml';
  const postmortem = 'postmortems/late-webhooks.mdx';

  test('in one file', () => {
    const found = briefly(
      edited([
        { file: incident, replace: 'title: Webhooks arrived late\n', by: '' },
        { file: incident, replace: 'service: webhooks', by: 'service: webhoks' },
        { file: incident, replace: 'workaround: none', by: 'wourkaround: none' },
        { file: incident, replace: 'to: 2026-01-17T10:01:00Z', by: 'to: 2026-01-17T09:01:00Z' },
        { file: incident, replace: 'by: monitor', by: 'by: robot' },
        { file: incident, replace: 'Deliveries are on time again.', by: '"[Again](javascript:x)"' },
      ]),
    );
    expect(found).toEqual([
      `missing-key ${incident}:1:1`,
      `wrong-value ${incident}:3:43`,
      `unknown-reference ${incident}:5:14`,
      `time-order ${incident}:8:9`,
      `unknown-key ${incident}:15:1`,
      `content-link ${incident}:23:11`,
    ]);
  });

  test('in several files', () => {
    const codes = codesIn(
      edited([
        { file: incident, replace: 'title: Webhooks arrived late\n', by: '' },
        { file: incident, replace: 'service: webhooks', by: 'service: webhoks' },
        { file: postmortem, replace: 'cause: capacity', by: 'causes: capacity' },
        {
          file: postmortem,
          replace:
            '  - { why: Why did nothing stop it?, because: The check wants a number and not enough of it. }\n',
          by: '',
        },
        { file: postmortem, replace: 'breaks: no-bound', by: 'breaks: nothing' },
        {
          file: 'incidents/database-upgrade.yaml',
          replace: 'to: 2026-02-03T03:00:00Z }',
          by: 'to: 2026-02-03T01:00:00Z }',
        },
        {
          file: 'services.yaml',
          replace: 'group: delivery, since: 2025-01-01 }',
          by: 'group: pickup, since: 2025-01-01 }',
        },
        { file: 'site.yaml', replace: 'url: https://status.ferry.example/', by: 'url: ferry' },
        { file: 'incidents/other.yml', by: 'kind: incident\n' },
      ]),
    );
    expect(codes.sort()).toEqual(
      [
        'missing-key',
        'unknown-reference',
        'unknown-key',
        'chain-too-short',
        'unknown-reference',
        'why-left-open',
        'time-order',
        'unknown-reference',
        'wrong-value',
        'unexpected-file',
      ].sort(),
    );
  });

  test('where a whole list is missing or has the wrong form', () => {
    const noUpdates = edited([
      {
        file: incident,
        replace: (exampleRecord[incident] ?? '').slice(
          (exampleRecord[incident] ?? '').indexOf('updates:'),
        ),
        by: '',
      },
      { file: incident, replace: 'service: webhooks', by: 'service: webhoks' },
    ]);
    expect(codesIn(noUpdates)).toEqual(['missing-key', 'unknown-reference']);
    const wrongUpdates = edited([
      {
        file: incident,
        replace: (exampleRecord[incident] ?? '').slice(
          (exampleRecord[incident] ?? '').indexOf('updates:'),
        ),
        by: 'updates: soon\n',
      },
      { file: incident, replace: 'service: webhooks', by: 'service: webhoks' },
    ]);
    expect(codesIn(wrongUpdates)).toEqual(['unknown-reference', 'wrong-value']);
  });

  test('where the kind itself is misspelt', () => {
    const found = edited([
      { file: incident, replace: 'kind: incident', by: 'kind: incidnet' },
      { file: incident, replace: 'service: webhooks', by: 'service: webhoks' },
      { file: incident, replace: 'to: 2026-01-17T10:01:00Z', by: 'to: 2026-01-17T09:01:00Z' },
    ]);
    expect(codesIn(found)).toEqual(['wrong-value', 'unknown-reference', 'time-order']);
  });

  test('where the status of a postmortem is misspelt, it is not taken for a draft', () => {
    const found = findingsIn(
      edited([
        { file: postmortem, replace: 'status: published', by: 'status: publishd' },
        {
          file: postmortem,
          replace:
            'thanks: Thank you to the customers whose graphs told us how late deliveries were.\n',
          by: '',
        },
      ]),
    );
    expect(found.map(({ code, level }) => [code, level])).toEqual([
      ['thanks-missing', 'error'],
      ['wrong-value', 'error'],
    ]);
  });
});
