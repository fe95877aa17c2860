import { test } from 'vitest';
import { npmRun } from '../support/npm-run.ts';

test('every file has our style', () => npmRun('lint'));
test('what is made of rules, schemas and words is up to date', () =>
  npmRun('docs', '--', '--check'));
