import { test } from 'vitest';
import { npmRun } from '../support/npm-run.ts';

test('types fit', () => npmRun('types'));
