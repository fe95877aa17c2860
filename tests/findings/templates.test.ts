import { expect, test } from 'vitest';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { briefly, late } from '../support/reading.ts';

const file = 'templates/slow-mails.yaml';
const whole = `kind: incident
name: Mails are slow
what: Mails arrive late.
service: [api]
severity: minor
next: in 30m
`;

const found = (text: string): string[] => briefly({ ...exampleRecord, [file]: text });

test('a template is part of the record, and no page shows it', () => {
  expect(found(whole)).toEqual([]);
  const { record, pages } = readRecord(filesInMemory({ ...exampleRecord, [file]: whole }), late);
  expect(JSON.stringify([record, [...pages.incidents]])).not.toContain('Mails');
});

test.each([
  [
    'a service that there is not',
    'service: [api]',
    'service: [mails]',
    `unknown-reference ${file}:4:11`,
  ],
  [
    'a severity that there is not',
    'severity: minor',
    'severity: sev3',
    `unknown-reference ${file}:5:11`,
  ],
  ['a time that is none', 'next: in 30m', 'next: soon', `wrong-value ${file}:6:7`],
  ['a field that there is not', 'next: in 30m', 'nxt: in 30m', `unknown-key ${file}:6:1`],
  ['HTML', 'Mails arrive', '<b>Mails</b> arrive', `html-in-text ${file}:3:7`],
  [
    'words that say nothing',
    'Mails arrive late.',
    'Mails may be delayed.',
    `evading-words ${file}:3:7`,
  ],
  ['what is no YAML', 'name: Mails', 'name: [Mails', undefined],
])('%s is found, and stops nothing', (_, replace, by, brief) => {
  const files = { ...exampleRecord, [file]: whole.replace(replace, by) };
  const { record, findings } = readRecord(filesInMemory(files), late);
  expect(findings.length).toBeGreaterThan(0);
  if (brief) expect(found(files[file] ?? '')).toEqual([brief]);
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  expect(record).toBeDefined();
});
