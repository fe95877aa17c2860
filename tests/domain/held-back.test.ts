import { expect, test } from 'vitest';
import { filesInMemory } from '../../src/data/files.ts';
import { readRecord } from '../../src/data/read-record.ts';
import { model } from '../../src/domain/findings/model.ts';
import { heldBack } from '../../src/domain/held-back.ts';

const { record } = readRecord(filesInMemory(model));
if (!record) throw new Error('The model has errors.');

const at = (now: string) => heldBack(record, Date.parse(now));

test('what lies after the moment of the pages is named, with the time from which it is shown', () => {
  expect(at('2026-01-17T09:40:00Z')).toEqual([
    { file: 'incidents/late-webhooks.yaml', until: Date.parse('2026-01-17T10:01:00Z') },
    { file: 'postmortems/late-webhooks.mdx', until: Date.parse('2026-01-20T15:00:00Z') },
  ]);
});

test('nothing is held back once all has been said', () => {
  expect(at('2026-01-20T15:00:00Z')).toEqual([]);
});
