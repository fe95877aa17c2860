import { describe, expect, test } from 'vitest';
import { BadSetting } from '../../src/environment/bad-setting.ts';
import { environment } from '../../src/environment/environment.ts';
import { edited } from '../support/edit.ts';
import { findingsIn } from '../support/reading.ts';

const file = 'site.yaml';
const replace = 'url: https://status.ferry.example/';
const found = (by: string) => findingsIn(edited({ file, replace, by }));

describe('the address of a site', () => {
  test.each([
    'https://status.ferry.example',
    'http://localhost:8080/',
    'https://ferry.example/status/',
    'https://ferry.example/our%20status/%C3%BCber',
    'https://xn--fhre-5qa.example/a.b_c~d-e/',
  ])('can be %s', (url) => {
    expect(found(`url: ${url}`)).toEqual([]);
  });

  test.each([
    'https://user:secret@status.ferry.example/',
    'https://secret@status.ferry.example/',
    'https:user:secret@status.ferry.example/',
    '"https:\\\\\\\\user:secret@status.ferry.example/"',
    'https://user:se@cret@status.ferry.example/?a',
    'https://user:secret@/',
  ])('is never %s, and what is found does not repeat the secret', (url) => {
    const findings = found(`url: ${url}`);
    expect(findings.map(({ code }) => code)).toEqual(['wrong-value']);
    expect(JSON.stringify(findings)).not.toMatch(/secret|cret@/);
  });

  test.each([
    'https://status.ferry.example/?utm=x',
    'https://status.ferry.example/?',
    'https://status.ferry.example/#',
    'https://ferry.example/a;b/',
    'https://ferry.example/a%2Fb/',
    'https://ferry.example/a%zz/',
    'https://ferry.example/a//b/',
    'ftp://ferry.example/',
  ])('is never %s', (url) => {
    expect(found(`url: "${url}"`).map(({ code, line }) => `${code} ${line}`)).toEqual([
      'wrong-value 2',
    ]);
  });

  test('of the contact has no password either', () => {
    const url = 'url: "https://user:secret@ferry.example/"';
    const findings = findingsIn(edited({ file, replace: 'email: support@ferry.example', by: url }));
    expect(findings.map(({ code }) => code)).toEqual(['wrong-value']);
    expect(JSON.stringify(findings)).not.toContain('secret');
  });
});

describe('OWNUP_NOW', () => {
  test.each(['1990-01-01T00:00:00Z', '2999-12-31T23:59:59.999Z', '2026-01-17T10:40+01:00'])(
    'can be %s',
    (now) => {
      expect(environment({ OWNUP_NOW: now }).now).toBe(Date.parse(now));
    },
  );

  test.each([
    'yesterday',
    '2026-01-17',
    '2026-01-17T10:40',
    '1989-12-31T23:59:59.999Z',
    '3000-01-01T00:00:00Z',
    '+275760-09-13T00:00:00Z',
    '-271821-04-20T00:00:00Z',
    '+300000-01-01T00:00:00Z',
  ])('is never %s', (now) => {
    expect(() => environment({ OWNUP_NOW: now })).toThrow(BadSetting);
  });
});

describe('OWNUP_BASE', () => {
  test.each(['/', '/preview/', 'preview', '/our%20status/', '/%C3%BCber/a.b'])(
    'can be %s',
    (base) => {
      expect(environment({ OWNUP_BASE: base }).base).toBe(base);
    },
  );

  test.each([
    '/a b/',
    '/a;b/',
    '../a/',
    '/a%2Fb/',
    '/a/%2e%2e/',
    '//host/',
    'https://x.example/',
    '/ü/',
  ])('is never %s', (base) => {
    expect(() => environment({ OWNUP_BASE: base })).toThrow('OWNUP_BASE');
  });
});
