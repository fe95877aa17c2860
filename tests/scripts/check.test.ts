import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, isAbsolute, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { print } from '../../scripts/lib/report.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { strayFindings } from '../../src/record/files/stray-files.ts';
import type { Finding } from '../../src/domain/findings/finding.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { contentFolder } from '../support/content.ts';
import { edited } from '../support/edit.ts';
import { type Outcome, newFolder, ownup } from '../support/ownup.ts';

interface Report {
  files: number;
  errors: number;
  warnings: number;
  findings: Finding[];
}

const incident = 'incidents/late-webhooks.yaml';
const wrong = contentFolder(
  edited([
    { file: incident, replace: 'service: webhooks', by: 'service: webhoks' },
    { file: incident, replace: 'Nothing is lost.', by: '<b>Nothing</b> is lost.' },
    { file: 'site.yaml', replace: 'level: minor', by: 'level: small' },
  ]),
);
const doubtful = contentFolder(
  edited({ file: incident, replace: 'Nothing is lost.', by: '<b>Nothing</b> is lost.' }),
);
const good = contentFolder();

const check = (...args: string[]): Promise<Outcome> => ownup('check', args);
const reportOn = async (content: string): Promise<Report> =>
  JSON.parse((await check('--content', content, '--format', 'json')).stdout) as Report;

/** What a user sees when a program has fallen over. */
const stackTrace = /\n\s+at .*[:(]|node:internal|file:\/\/|Error\b.*\n\s+at /;

describe.concurrent('a check', () => {
  test('of a record without a mistake ends with 0', async () => {
    const { code, stdout, stderr } = await check('--content', good);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout.split('\n')).toHaveLength(2);
  });

  test('of a record with an error ends with 1 and says on standard output where everything is', async () => {
    const { code, stdout, stderr } = await check('--content', wrong);
    expect([code, stderr]).toEqual([1, '']);
    const places = [
      ...stdout.matchAll(/^(\S.*):(\d+):(\d+) {2}(error|warning) {2}([a-z-]+)$/gm),
    ].map(([, file = '', line, column, level, name]) => {
      expect(existsSync(file)).toBe(true);
      return [line, column, level, name].join(' ');
    });
    expect(places).toEqual([
      '6 14 error unknown-reference',
      '20 11 warning html-in-text',
      '5 38 error wrong-value',
    ]);
  });

  test('of a record with a warning ends with 0, and with 1 if it is strict', async () => {
    expect((await check('--content', doubtful)).code).toBe(0);
    expect((await check('--content', doubtful, '--strict')).code).toBe(1);
  });

  test('of the same record says the same again', async () => {
    expect(await check('--content', wrong)).toEqual(await ownup('check', ['--content', wrong]));
  });

  test('paints nothing where nobody looks', async () => {
    const escape = String.fromCodePoint(0x1b);
    expect((await check('--content', wrong)).stdout.includes(escape)).toBe(false);
  });

  test('tells how it is used when asked', async () => {
    const { code, stdout, stderr } = await check('--help');
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toContain('--content');
  });
});

describe.concurrent('a check that cannot be done as asked ends with 2, reports nothing and says how it is used', () => {
  test.each<[what: string, args: string[], settings?: Record<string, string>]>([
    ['an option that does not exist', ['--contents', good]],
    ['a format that does not exist', ['--content', good, '--format', 'xml']],
    ['a folder that does not exist', ['--content', join(good, 'nowhere')]],
    ['a file in the place of a folder', ['--content', join(good, 'site.yaml')]],
    ['a folder without the option for it', [good]],
    ['an option without its value', ['--content']],
    ['a value for an option that has none', ['--content', good, '--strict=maybe']],
    ['a time that is none', ['--content', good], { OWNUP_NOW: 'yesterday' }],
    ['a path that leads upwards', ['--content', good], { OWNUP_BASE: '../preview/' }],
    ['a path with a host', ['--content', good], { OWNUP_BASE: 'https://example.com/preview/' }],
    ['a path with a blank', ['--content', good], { OWNUP_BASE: '/pre view/' }],
  ])('%s', async (_, args, settings = {}) => {
    const { code, stdout, stderr } = await ownup('check', args, settings);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('--content');
    expect(stderr).not.toMatch(stackTrace);
  });
});

describe.concurrent('the folder', () => {
  test('is the one that is asked for, else that of the environment, else content', async () => {
    const codes = await Promise.all([
      ownup('check', [], { OWNUP_CONTENT: wrong }),
      ownup('check', ['--content', good], { OWNUP_CONTENT: wrong }),
      ownup('check', [], {}, dirname(wrong)),
      ownup('check', [], {}, newFolder('nothing')),
    ]);
    expect(codes.map(({ code }) => code)).toEqual([1, 0, 1, 2]);
  });

  test('is written as seen from where the check is run', async () => {
    const report = async (cwd: string, content: string): Promise<string[]> => {
      const { stdout } = await ownup('check', ['--content', content, '--format', 'json'], {}, cwd);
      return (JSON.parse(stdout) as Report).findings.map(({ file }) => file);
    };
    const inside = await report(dirname(wrong), 'content');
    expect(inside).toEqual([`content/${incident}`, `content/${incident}`, 'content/site.yaml']);
    expect(await report(wrong, '.')).toEqual([incident, incident, 'site.yaml']);
    const beside = await report(newFolder('elsewhere'), wrong);
    expect(beside.filter((file) => isAbsolute(file))).toEqual([]);
    const fromHere = (await reportOn(wrong)).findings.map(({ file }) => resolve(file));
    expect(fromHere).toEqual([incident, incident, 'site.yaml'].map((file) => join(wrong, file)));
  });
});

const minimised = { file: incident, replace: 'Nothing is lost.', by: 'Some users are affected.' };
const ending = `  - at: 2026-01-17T10:01:00Z
    status: resolved
    text: Deliveries are on time again.
`;

describe.concurrent('words that are found fault with', () => {
  const stillOpen = contentFolder(
    edited([
      minimised,
      { file: incident, replace: ending, by: '' },
      {
        file: incident,
        replace: '    to: 2026-01-17T10:01:00Z\n',
        by: '',
      },
    ]),
  );
  const over = contentFolder(edited(minimised));
  const allowed = contentFolder(
    edited([
      minimised,
      {
        file: incident,
        replace: 'workaround: none',
        by: 'workaround: none\nallowed_wording:\n  - { text: some users, because: Nobody can count them any more. }',
      },
    ]),
  );

  test('are notes while an incident is open, and never in the way', async () => {
    const { findings, notes } = (await reportOn(stillOpen)) as Report & { notes: number };
    const wording = findings.filter(({ code }) => code === 'minimising-words');
    expect([wording.map(({ level }) => level), notes]).toEqual([['note'], 1]);
    const { stdout } = await check('--content', stillOpen, '--format', 'github');
    expect(stdout).toMatch(/^::notice .*title=minimising-words/m);
  });

  test('are warnings once it is over', async () => {
    const { findings } = await reportOn(over);
    expect(findings.map(({ code, level }) => [code, level])).toEqual([
      ['minimising-words', 'warning'],
    ]);
    expect((await check('--content', over, '--strict')).code).toBe(1);
  });

  test('may stand where a reason is given, and are listed with it', async () => {
    expect((await check('--content', allowed, '--strict')).code).toBe(0);
    const { code, stdout } = await check('--content', allowed, '--waivers');
    expect(code).toBe(0);
    expect(stdout).toMatch(
      /late-webhooks\.yaml:\d+:\d+ {2}allowed_wording {2}“some users”: Nobody can count them any more\./,
    );
    const listed = await check('--content', allowed, '--waivers', '--format', 'json');
    expect(JSON.parse(listed.stdout)).toMatchObject([
      { key: 'allowed_wording', text: 'some users' },
    ]);
  });
});

describe.concurrent('a report', () => {
  test('for programs is JSON with everything in it', async () => {
    const { code, stdout, stderr } = await check('--content', wrong, '--format', 'json');
    expect([code, stderr]).toEqual([1, '']);
    const report = JSON.parse(stdout) as Report;
    expect(report).toMatchObject({
      files: Object.keys(exampleRecord).length,
      errors: 2,
      warnings: 1,
      notes: 0,
    });
    expect(
      report.findings.map(({ code: name, level, line, column }) => [name, level, line, column]),
    ).toEqual([
      ['unknown-reference', 'error', 6, 14],
      ['html-in-text', 'warning', 20, 11],
      ['wrong-value', 'error', 5, 38],
    ]);
    for (const { what, expected, write } of report.findings)
      expect([what, expected, write].filter((said) => !said.trim())).toEqual([]);
  });

  test('for programs is JSON also when nothing is wrong', async () => {
    expect(await reportOn(good)).toEqual({
      files: Object.keys(exampleRecord).length,
      errors: 0,
      warnings: 0,
      notes: 0,
      findings: [],
    });
  });

  test('for GitHub has a line for each finding and no other', async () => {
    const { code, stdout } = await check('--content', wrong, '--format', 'github');
    expect(code).toBe(1);
    const lines = stdout.split('\n').slice(0, -1);
    expect(
      lines.map((line) =>
        line.replace(/file=[^,]*\//, 'file=').replace(/::(?!error|warning).*/, ''),
      ),
    ).toEqual([
      '::error file=late-webhooks.yaml,line=6,col=14,title=unknown-reference',
      '::warning file=late-webhooks.yaml,line=20,col=11,title=html-in-text',
      '::error file=site.yaml,line=5,col=38,title=wrong-value',
    ]);
    expect((await check('--content', good, '--format', 'github')).stdout).toBe('');
  });

  test('for GitHub cannot be led astray by the names of files nor by what stands in them', async () => {
    const file = 'incidents/a,b:c%d\n::error::e.yaml';
    const content = contentFolder({
      [file]: 'kind: incident\n',
      ...edited({
        file: incident,
        replace: 'severity: major',
        by: 'severity: "100%\\n::stop-commands::x\\r::error::y"',
      }),
    });
    const { stdout } = await check('--content', content, '--format', 'github');
    const lines = stdout.split('\n').slice(0, -1);
    expect(lines).toHaveLength(2);
    const unescaped = (text: string): string =>
      text
        .replaceAll('%0A', '\n')
        .replaceAll('%0D', '\r')
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%25', '%');
    const [, found = ''] =
      /^::error file=([^,:\n]*),line=1,col=1,title=unexpected-file::/.exec(lines[0] ?? '') ?? [];
    expect(resolve(unescaped(found))).toBe(join(content, file));
    expect(lines[1]).toMatch(
      /^::error file=[^,:]*late-webhooks\.yaml,line=3,col=11,title=wrong-value::/,
    );
    expect(lines[1]).toContain('100%25');
  });

  test('for people cannot be led astray either', async () => {
    const escape = '\u001b';
    const content = contentFolder({
      [`incidents/${escape}[2Jx.yaml`]: 'x',
      'incidents/a\n::error::b.yaml': 'x',
      ...edited([
        {
          file: incident,
          replace: 'severity: major',
          by: 'severity: "\\e[31mred\\n::error::x\\u202E"',
        },
        { file: incident, replace: 'by: monitor', by: '"\\e[2J\\n": x' },
        {
          file: 'services.yaml',
          replace: 'group: delivery, since: 2025-01-01 }',
          by: 'group: "\\e]0;x\\a\\n", since: 2025-01-01 }',
        },
      ]),
    });
    const { code, stdout } = await check('--content', content);
    expect(code).toBe(1);
    expect(
      [...stdout].filter((letter) => letter !== '\n' && /[\p{Cc}\u202E]/u.test(letter)),
    ).toEqual([]);
    expect(stdout.split('\n').filter((line) => line.startsWith('::'))).toEqual([]);
  });

  test('that nobody reads to its end is no failure', async () => {
    const many = '  - { at: x, status: y, text: 5 }\n'.repeat(400);
    const content = contentFolder({ [incident]: `${exampleRecord[incident]}${many}` });
    const child = spawn(process.execPath, ['scripts/check.ts', '--content', content], {
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stderr.on('data', (data: Buffer) => (said += data.toString()));
    child.stdout.destroy();
    await new Promise((done) => child.on('close', done));
    expect(said).toBe('');
  });
});

describe.concurrent('a folder that is in a bad way ends with 1 and a report, not with a failure of the program', () => {
  test.each<[what: string, make: (folder: string) => void]>([
    ['nothing in it', () => undefined],
    [
      'what is no readable file in the place of each',
      (folder) => {
        symlinkSync('nowhere', join(folder, 'site.yaml'));
        writeFileSync(join(folder, 'services.yaml'), new Uint8Array([0xff, 0xfe, 0x00]));
        for (const file of ['incidents/x.yaml', 'postmortems/x.mdx'])
          mkdirSync(join(folder, file), { recursive: true });
      },
    ],
    [
      'what is no record in each file',
      (folder) => {
        writeFileSync(join(folder, 'site.yaml'), '['.repeat(50_000));
        writeFileSync(join(folder, 'services.yaml'), 'services: &a [*a]\n');
        mkdirSync(join(folder, 'incidents'));
        writeFileSync(
          join(folder, 'incidents/x.yaml'),
          'constructor: x\n__proto__: { toString: x }\n',
        );
      },
    ],
  ])('%s', async (_, make) => {
    const folder = newFolder('bad');
    make(folder);
    const { code, stdout, stderr } = await check('--content', folder, '--format', 'json');
    expect([code, stderr]).toEqual([1, '']);
    expect((JSON.parse(stdout) as Report).errors).toBeGreaterThan(0);
  });
});

test.each([
  '::error title=x::forged.yml',
  'a\n::error::forged.yml',
  'x,line=5::##[error]forged.yml',
])('a file called %j gives no orders to GitHub', (file) => {
  const [finding] = strayFindings(filesInMemory({}), [file]);
  if (!finding) throw new Error('Nothing is found.');
  for (const format of ['text', 'github'] as const) {
    const lines = print(
      { findings: [{ ...finding, file }], content: process.cwd(), files: 1 },
      format,
    ).split('\n');
    const orders = lines.filter((line) => line.startsWith('::') || line.includes('##['));
    expect(orders).toHaveLength(format === 'github' ? 1 : 0);
    for (const order of orders)
      expect(order).toMatch(/^::error file=[^:,]+,line=1,col=1,title=unexpected-file::No/);
  }
});

describe('many warnings of a kind about what is old', () => {
  const dated = (id: string, month: string, text: string): Record<string, string> => ({
    [`incidents/${id}.yaml`]: [
      'kind: notice',
      'title: An invoice was wrong',
      'updates:',
      `  - { at: ${month}-01T10:00:00Z, status: investigating, text: ${text} }`,
      `  - { at: ${month}-01T11:00:00Z, status: resolved, text: It is right now. }`,
    ].join('\n'),
  });
  const record = (old: number) =>
    contentFolder({
      ...exampleRecord,
      ...Object.assign(
        {},
        ...Array.from({ length: old }, (_, index) =>
          dated(`old-${index + 10}`, '2026-02', 'Only a glitch.'),
        ),
      ),
      ...dated('young', '2026-11', 'Only a glitch.'),
    });
  const report = (content: string, ...args: string[]) =>
    ownup('check', ['--content', content, ...args], { OWNUP_NOW: '2026-11-20T00:00:00Z' });
  const alone = (stdout: string): string[] =>
    [
      ...stdout.matchAll(/^\S*incidents\/([\w-]+)\.yaml:\d+:\d+ {2}warning {2}minimising-words$/gm),
    ].map(([, id = '']) => id);

  test('are one line with the first places, and what is young stands alone', async () => {
    const { stdout } = await report(record(12));
    expect(alone(stdout)).toEqual(['young']);
    expect(stdout).toMatch(
      /^12 times {2}warning {2}minimising-words .*old-10\.yaml:4:\d+, .*old-11.*, .*old-12.* and 9 more$/m,
    );
    expect(stdout).toContain('13 warnings.');
  });

  test('are one annotation', async () => {
    const { stdout } = await report(record(12), '--format', 'github');
    const lines = stdout.split('\n').filter((line) => line.includes('title=minimising-words'));
    expect(lines).toHaveLength(2);
    expect(lines[1]).toMatch(/file=.*old-10\.yaml,line=4.*12 times/);
  });

  test('are one line before a build too', async () => {
    const { code, stderr } = await ownup('build', ['--content', record(12)], {
      OWNUP_NOW: '2026-11-20T00:00:00Z',
      OWNUP_OUT: '/',
    });
    expect(code).toBe(2);
    expect(alone(stderr)).toEqual(['young']);
    expect(stderr).toMatch(/^12 times {2}warning {2}minimising-words /m);
  });

  test('are listed each for programs, count each with --strict, and are no group below ten', async () => {
    const content = record(12);
    const all = JSON.parse((await report(content, '--format', 'json')).stdout) as Report;
    expect(all.findings.filter(({ code }) => code === 'minimising-words')).toHaveLength(13);
    expect((await report(content, '--strict')).code).toBe(1);
    expect(alone((await report(record(9))).stdout)).toHaveLength(10);
  });
});

describe('a folder for the site that cannot be one is refused in a sentence', () => {
  const file = join(newFolder('file'), 'file');
  writeFileSync(file, 'mine');
  test.each([
    ['a file', file],
    ['below a file', join(file, 'below')],
    ['the root of all files', '/'],
    ['inside the record', join(good, 'site')],
    ['around the record', dirname(good)],
  ])('%s', async (_, out) => {
    const { code, stderr } = await ownup('build', ['--content', good], { OWNUP_OUT: out });
    expect(code).toBe(2);
    expect(stderr).toContain('OWNUP_OUT');
    expect(stderr).not.toMatch(stackTrace);
    expect(readFileSync(file, 'utf8')).toBe('mine');
  });
});
