import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { type Response, answerOf } from '../../scripts/lib/github/answers.ts';
import { refusal } from '../../src/domain/tracking/stop-and-retry.ts';
import type { Refused } from '../../src/domain/tracking/tracker.ts';

const answer = (status: number, data: unknown, headers: Response['headers'] = {}) =>
  answerOf(
    status < 400
      ? Promise.resolve({ status, headers, data })
      : Promise.reject(Object.assign(new Error('x'), { response: { status, headers, data } })),
    z.unknown(),
  );

const invalid = (...errors: unknown[]) => ({ message: 'Validation Failed', errors });

describe('what GitHub means by', () => {
  test.each([
    ['422, submitted too quickly', 422, invalid({ message: 'was submitted too quickly' })],
    ['422, in a list of texts', 422, invalid('was submitted too quickly')],
    ['422, a secondary limit', 422, { message: 'You have exceeded a secondary rate limit.' }],
    ['403, an abuse', 403, { message: 'You have triggered an abuse detection mechanism.' }],
    [
      '403, blocked from creating',
      403,
      { message: 'You have been temporarily blocked from content creation.' },
    ],
    ['429', 429, {}],
  ])('%s is a wait of a minute, unless it says how long', async (_, status, body) => {
    expect(await answer(status, body)).toEqual({ type: 'limited', wait: 60_000 });
    expect(await answer(status, body, { 'retry-after': '7' })).toEqual({
      type: 'limited',
      wait: 7_000,
    });
  });

  test.each([
    [
      'a title of ours that speaks of limits',
      422,
      invalid({ field: 'title', code: 'invalid', value: 'Rate limit: too quickly' }),
      ['title'],
    ],
    ['an assignee', 422, invalid({ field: 'assignees', code: 'invalid' }), ['assignees']],
    ['no field', 422, { message: 'Validation Failed' }, []],
    ['errors of no form', 422, { message: 'x', errors: [null, 5, { field: 5 }] }, []],
    ['a permission', 403, { message: 'Resource not accessible by integration' }, []],
  ])('a refusal that names %s is that', async (_, status, body, fields) => {
    expect(await answer(status, body)).toMatchObject({ type: 'refused', status, fields });
  });

  test.each([
    ['a repository by its number', 'https://api.github.com/repositories/88', true],
    ['an issue by that', 'https://api.github.com/repositories/88/issues/1', true],
    ['the same below a path', '/api/v3/repositories/88/issues', true],
    ['the same over https', 'https://github.example/repos/ferry/ferry', false],
    ['a login', 'https://sso.example/login?to=/repositories/88&token=secret', false],
    ['nothing', undefined, false],
    ['no address', 'https://', false],
  ])('a redirect to %s', async (_, location, moved) => {
    const found = (await answer(302, '', location === undefined ? {} : { location })) as Refused;
    expect(found).toMatchObject({ type: 'refused', status: 302, moved });
    expect(found.why).not.toContain('secret');
    const halt = refusal(found, 'Reading');
    expect([halt.code, halt.message.includes('has moved')]).toEqual(['refused', moved]);
  });
});
