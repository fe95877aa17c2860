import fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { print } from '../../scripts/lib/report.ts';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import type { Finding } from '../../src/domain/findings/finding.ts';
import { sayable } from '../../src/record/disclosure/disclosures.ts';
import { disclosureRules } from '../../src/record/disclosure/rules.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { notesIn } from '../../src/record/picture/notes.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { type RecordFiles, edited } from '../support/edit.ts';
import { briefly, codesIn, findingsIn, late } from '../support/reading.ts';

const incident = 'incidents/late-webhooks.yaml';
const postmortem = 'postmortems/late-webhooks.mdx';
const codes = new Set(disclosureRules.map(({ code }) => code));

/** The record with a text in an update. */
const saying = (text: string): Record<string, string> =>
  edited({ file: incident, replace: 'Nothing is lost.', by: text });
/** What is found in such a text. */
const foundIn = (text: string): string[] =>
  codesIn(saying(JSON.stringify(text).slice(1, -1))).filter((code) => codes.has(code));

const token = `ghp_${'a1B2c3D4e5'.repeat(4).slice(0, 36)}`;
const secrets = [
  token,
  `xoxb-${'1234567890'}-${'1234567890'}-${'abcdefghijklmnopqrstuvwx'}`,
  `sk-ant-api03-${'Ab1-'.repeat(30)}AA`,
  'https://mover:correct-horse@queue.example.com/a',
  'postgres://mover:correct-horse@queue.example.com:5432/events',
  'redis://:correct-horse@cache.example.com',
  'https://hooks.ferry.example/a?token=9f8e7d6c5b4a39281706',
  'Authorization:Basic am86c2VjcmV0MTIzNA==',
  '-----BEGIN ENCRYPTED PRIVATE KEY----- MIIE',
  `eyJhbGciOiJIUzI1NiJ9.${'eyJzdWIiOiIxMjM0In0'}.c2lnbmVk`,
];

describe('what must never be public is an error', () => {
  test.each(secrets)('a secret: %s', (secret) => {
    expect(foundIn(`It was ${secret} until noon.`)).toEqual(['discloses-secret']);
  });

  test.each([
    'jo.smith@ferry.example',
    'jo+pager@mail.ferry.example',
    'mailto:jo@ferry.example',
    '@jo-smith',
    '@ferry/delivery-team',
    '(@jo)',
    'jürgen@ferry.example',
    '`@jo-smith`',
    '@media',
  ])('a way to a person: %s', (person) => {
    expect(foundIn(`Ask ${person} for it.`)).toEqual(['discloses-person']);
  });

  test.each([
    '10.4.17.3',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.7:8080',
    '100.64.1.1',
    '127.0.0.1',
    '169.254.169.254',
    'fd12:3456:789a::1',
    'fe80::1',
    '::1',
    'localhost',
    'http://localhost:3000/x',
    'db-3.eu.internal',
    'printer.local',
    'git.corp',
    'nas.lan',
    'router.home.arpa',
    'https://grafana/d/queue',
    'http://wiki:8080',
    'amqp://broker',
    'db01:5432',
    'queue-eu-3:15672',
    '\\\\fileserver\\exports$',
    '\\\\nas.ferry\\exports',
  ])('a host that is not public: %s', (host) => {
    expect(foundIn(`Then ${host} failed.`)).toEqual(['discloses-host']);
  });

  test.each([
    '9.9.9.9 and 203.0.113.7',
    '172.32.0.1',
    'version 10.4.17',
    'between 10:20:30 and 10:20:31',
    'https://docs.ferry.example/a:b',
    'https://status.ferry.example',
    'The local team, a private network, an internal review. Home: fine.',
    'five @ 2 EUR',
    'https://social.example/@ferry',
    'feed::face is no address',
    'ghp_ and AKIA',
    'support@ferry.example',
    'SUPPORT@ferry.example',
    'config.local.json',
    'version 10.4.17.3',
    'since release 10.4.17.3',
    'ISO8601:2004, T10:5 and v2:100',
    'at 10:30, 3:1, status:500',
    'C:\\exports\\today',
    'the rule `@media print` and `a { } @supports (x)`',
    'install `@scope/package` or `@scope/package@1.2.3`',
    '```\nnpm install @scope/package\n```',
    'left-pad@1.3.0 and actions/checkout@v4.2.2',
    'https://docs.ferry.example/?token=yours',
    'Authorization:Bearer TOKEN',
  ])('and this is none: %s', (text) => {
    expect(foundIn(text)).toEqual([]);
  });
});

test.each([
  ['a title', incident, 'title: Webhooks arrived late', `title: Late since ${token}`],
  ['what a service is', 'services.yaml', 'name: API,', `name: API ${token},`],
  ['a plan', 'credits.yaml', 'name: Team', `name: Team ${token}`],
  ['a severity', 'site.yaml', 'A service is slow.', `Slow with ${token}.`],
  ['a why', postmortem, 'The alarm waits.', `The alarm waits for ${token}.`],
  ['a count', postmortem, 'workspaces with a delivery', `workspaces of ${token} with a delivery`],
  [
    'a description',
    postmortem,
    'The workers drained',
    `![A ${token}](queue.svg)\n\nThe workers drained`,
  ],
  ['code', postmortem, 'The workers drained', `\`\`\`\n${token}\n\`\`\`\n\nThe workers drained`],
  ['a drawing', 'postmortems/queue.svg', '<path', `<!-- ${token} --><path`],
] as const)('it is looked for in %s', (_, file, replace, by) => {
  const found = findingsIn(edited({ file, replace, by }));
  expect(found.map(({ code, file }) => [code, file])).toEqual([['discloses-secret', file]]);
});

test('what no page shows may say it', () => {
  const files = edited([
    { file: incident, replace: 'severity: major', by: `severity: major # ask jo@ferry.example` },
    {
      file: 'site.yaml',
      replace: 'severities:',
      by: 'repository: { owners: { delivery-team: none }, trusted: ["x@corp.internal"] }\nnever_publish: [Heart of Gold]\nseverities:',
    },
  ]);
  expect(briefly(files)).toEqual([]);
});

test('it is found where it stands', () => {
  expect(briefly(saying('Ask @jo.'))).toEqual([`discloses-person ${incident}:20:11`]);
  const story = edited({
    file: postmortem,
    replace: 'The workers drained',
    by: 'First.\n\nAsk jo@ferry.example. The workers drained',
  });
  const line =
    (story[postmortem] ?? '').split('\n').findIndex((text) => text.startsWith('Ask')) + 1;
  expect(briefly(story)).toEqual([`discloses-person ${postmortem}:${line}:5`]);
});

describe('a finding never says it', () => {
  const everything = (files: RecordFiles): string => {
    const findings = findingsIn(files);
    expect(findings.length).toBeGreaterThan(0);
    return (['text', 'github', 'json'] as const)
      .map((format) => print({ findings, content: 'content', files: 1 }, format))
      .join('\n');
  };

  test.each(secrets)('in no format: %s', (secret) => {
    const report = everything(saying(JSON.stringify(`It was ${secret}.`).slice(1, -1)));
    expect(report).not.toContain(secret);
    expect(report).not.toContain('correct-horse');
  });

  test.each([
    ['a link that is refused', postmortem, 'The workers', `[x](java:${token}) The workers`],
    ['a link that leads nowhere', postmortem, 'The workers', `[x](/${token}/) The workers`],
    [
      'a long one, cut off',
      postmortem,
      'The workers',
      `[x](/${'a'.repeat(50)}/${token}/) The workers`,
    ],
    ['a wrong word', incident, 'severity: major', `severity: ${token}`],
    ['a wrong time', incident, 'detected: { at: 2026-01-17T09:25:00Z', `detected: { at: ${token}`],
    ['a key', incident, 'severity: major', `severity: major\n${token}: 1`],
    ['YAML that is none', incident, 'severity: major', `severity: major: ${token}`],
    [
      'an address with a password',
      'site.yaml',
      'https://status.ferry.example/',
      'https://mover:correct-horse@status.ferry.example/',
    ],
  ] as const)('where another rule quotes it: %s', (_, file, replace, by) => {
    const report = everything(edited({ file, replace, by }));
    expect(report).not.toContain(token.slice(0, 12));
    expect(report).not.toContain('correct-horse');
  });

  test.each([...secrets, 'Heart of Gold', 'a word'])('among others as by itself: %s', (said) => {
    const discretion = { neverPublish: ['Heart of Gold'], allowed: [] };
    const finding = (what: string): Finding => ({
      ...{ code: 'wrong-value', level: 'error', file: incident, line: 1, column: 1 },
      ...{ what, expected: 'a word', write: what },
    });
    const findings = ['It is late.', `There is “${said}”.`, said, 'Again.'].map(finding);
    const clean = (some: readonly Finding[]) =>
      sayable(some, { findings: [], unsayable: [] }, discretion);
    expect(clean(findings)).toEqual(findings.flatMap((one) => clean([one])));
    expect(clean(findings).every(({ what }) => !what.includes(said))).toBe(said !== 'a word');
  });

  test('nor the names that are never published, nor persons and hosts', () => {
    const files = edited([
      {
        file: 'site.yaml',
        replace: 'severities:',
        by: 'never_publish: [Heart of Gold]\nseverities:',
      },
      {
        file: incident,
        replace: 'Nothing is lost.',
        by: 'Heart of Gold, jo.smith@ferry.example, db-3.internal.',
      },
      { file: incident, replace: 'severity: major', by: 'severity: heart of gold' },
    ]);
    expect(everything(files)).not.toMatch(/heart of gold|jo\.smith|db-3/i);
  });
});

describe('never_publish', () => {
  const found = (word: string, text: string): string[] =>
    codesIn({
      ...edited({ file: postmortem, replace: 'The workers', by: `${text} The workers` }),
      'site.yaml': `${exampleRecord['site.yaml']}never_publish: [${JSON.stringify(word)}]\n`,
    });

  test.each([
    ['Acme', 'For acme it failed.', true],
    ['Acme', 'For ACME’s users.', true],
    ['Acme', 'For Acmeans.', false],
    ['Heart of Gold', 'The heart\nof gold.', true],
    ['C++', 'In C++ it failed.', true],
    ['Zürich', 'ZÜRICH failed.', true],
    ['ex', 'An example.', false],
  ])('%s in “%s”: %s', (word, text, is) => {
    expect(found(word, text)).toEqual(is ? ['discloses-name'] : []);
  });

  test('an address of a page says it too', () => {
    const { [incident]: text = '', ...rest } = exampleRecord;
    const files = {
      ...rest,
      'incidents/acme-late.yaml': text,
      [postmortem]: (exampleRecord[postmortem] ?? '').replace('[late-webhooks]', '[acme-late]'),
      'site.yaml': `${exampleRecord['site.yaml']}never_publish: [acme]\n`,
    };
    expect(briefly(files)).toContain('discloses-name incidents/acme-late.yaml:1:1');
  });
});

describe('what is allowed, with a reason', () => {
  const allowed = (text: string): string =>
    `allowed_in_public: [{ text: ${text}, because: The desk. }]\n`;

  test('in the whole site, exactly so', () => {
    const site = `${exampleRecord['site.yaml']}${allowed('billing@ferry.example')}`;
    const at = (mail: string) => codesIn({ ...saying(`Write to ${mail}.`), 'site.yaml': site });
    expect(at('Billing@ferry.example')).toEqual([]);
    expect(at('my-billing@ferry.example')).toEqual(['discloses-person']);
  });

  test('in one file, and in no other', () => {
    const files = saying('Write to billing@ferry.example.');
    const text = files[incident] ?? '';
    expect(codesIn({ ...files, [incident]: text + allowed('billing@ferry.example') })).toEqual([]);
    const other = (exampleRecord[postmortem] ?? '').replace(
      '---\ntitle',
      `---\n${allowed('billing@ferry.example')}title`,
    );
    expect(codesIn({ ...files, [postmortem]: other })).toEqual(['discloses-person']);
  });

  test('not without a reason', () => {
    expect(
      codesIn({
        ...exampleRecord,
        'site.yaml': `${exampleRecord['site.yaml']}allowed_in_public: [{ text: a }]\n`,
      }),
    ).toEqual(['missing-key']);
  });
});

test('in a draft it is a warning, and stops nothing', () => {
  const files = edited([
    { file: postmortem, replace: 'status: published', by: 'status: draft' },
    { file: postmortem, replace: 'The workers', by: 'Ask @jo. The workers' },
  ]);
  const { record, findings } = readRecord(filesInMemory(files), late);
  expect(record).toBeDefined();
  expect(findings.map(({ code, level }) => [code, level])).toEqual([
    ['discloses-person', 'warning'],
  ]);
});

test('any text is looked through in one go, and nothing that is found lies outside of it', () => {
  const pieces = fc.constantFrom(
    ...secrets,
    '@jo',
    '10.0.0.1',
    'a.internal',
    '\n',
    ' ',
    'é',
    '👩‍🔧',
    '://',
    '@',
    ':',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 12 }), (parts) => {
      const files = {
        ...exampleRecord,
        [postmortem]: `${exampleRecord[postmortem]}\n${parts.join('')}\n`,
      };
      const lines = files[postmortem].split('\n').length;
      for (const { code, line, column } of findingsIn(files))
        if (codes.has(code)) expect(line <= lines && column > 0).toBe(true);
    }),
    { numRuns: 30 },
  );
});

describe('the notes in a picture', () => {
  const chunk = (type: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(content.length);
    head.write(type, 4, 'latin1');
    return Buffer.concat([head, content, Buffer.alloc(4)]);
  };
  const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
  const png = (...chunks: Buffer[]): Buffer =>
    Buffer.concat([
      latin('\x89PNG\r\n\x1a\n'),
      ...chunks,
      chunk('IDAT', Buffer.alloc(9)),
      chunk('IEND', Buffer.alloc(0)),
    ]);
  /** What a camera writes: a directory with another in it, which may say a place. */
  const camera = (hasPlace: boolean, little = true): Buffer => {
    const tiff = Buffer.alloc(64);
    const short = (value: number, at: number) =>
      little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at);
    const long = (value: number, at: number) =>
      little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at);
    tiff.write(little ? 'II' : 'MM', 'latin1');
    short(42, 2);
    long(8, 4);
    short(1, 8);
    short(0x8825, 10);
    long(26, 18);
    short(1, 26);
    short(hasPlace ? 2 : 0, 28);
    return tiff;
  };
  const jpeg = (marker: number, content: Buffer): Buffer =>
    Buffer.concat([
      Buffer.from([0xff, 0xd8, 0xff, marker, 0, content.length + 2]),
      content,
      Buffer.from([0xff, 0xda, 0, 2, 0xff, 0xd9]),
    ]);
  const webp = (type: string, content: Buffer): Buffer => {
    const head = Buffer.alloc(8);
    head.write(type, 'latin1');
    head.writeUInt32LE(content.length, 4);
    return Buffer.concat([latin('RIFF....WEBP'), head, content]);
  };
  const xmp = '<x:xmpmeta><rdf exif:GPSLatitude="52,31N">of jo@ferry.example</rdf></x:xmpmeta>';
  const said = 'by jo@ferry.example';

  test.each([
    ['PNG text', 'png', png(chunk('tEXt', latin(`Author\0${said}`)))],
    [
      'PNG packed',
      'png',
      png(chunk('zTXt', Buffer.concat([latin('Author\0\0'), deflateSync(said)]))),
    ],
    ['PNG in languages', 'png', png(chunk('iTXt', latin(`Author\0\0\0\0\0${said}`)))],
    [
      'PNG in languages, packed',
      'png',
      png(chunk('iTXt', Buffer.concat([latin('Author\0\x01\0en\0A\0'), deflateSync(said)]))),
    ],
    ['JPEG comment', 'jpeg', jpeg(0xfe, latin(said))],
    ['JPEG of Windows', 'jpeg', jpeg(0xe1, Buffer.from(said, 'utf16le'))],
    ['WebP', 'webp', webp('XMP ', latin(said))],
    [
      'GIF',
      'gif',
      Buffer.concat([
        latin('GIF89a'),
        latin('!\xfe'),
        Buffer.from([said.length]),
        latin(said),
        Buffer.from([0, 0x3b]),
      ]),
    ],
    ['AVIF', 'avif', Buffer.concat([Buffer.alloc(40), latin(xmp)])],
  ] as const)('are read in %s', (_, type, bytes) => {
    expect(notesIn(type, bytes).text).toContain('jo@ferry.example');
  });

  test.each([
    ['JPEG', 'jpeg', (notes: Buffer) => jpeg(0xe1, Buffer.concat([latin('Exif\0\0'), notes]))],
    ['PNG', 'png', (notes: Buffer) => png(chunk('eXIf', notes))],
    ['WebP', 'webp', (notes: Buffer) => webp('EXIF', notes)],
    ['AVIF', 'avif', (notes: Buffer) => Buffer.concat([Buffer.alloc(40), notes])],
  ] as const)('tell a place in %s, in both orders of bytes', (_, type, picture) => {
    for (const little of [true, false]) {
      expect(notesIn(type, picture(camera(true, little))).hasPlace).toBe(true);
      expect(notesIn(type, picture(camera(false, little))).hasPlace).toBe(false);
    }
  });

  test('of any bytes are read without an end that is not there', () => {
    const types = fc.constantFrom('png', 'jpeg', 'gif', 'webp', 'avif');
    fc.assert(
      fc.property(types, fc.uint8Array({ maxLength: 300 }), (type, bytes) => {
        expect(typeof notesIn(type, bytes).text).toBe('string');
      }),
      { numRuns: 300 },
    );
  });
});

test.each<[what: string, text: string]>([
  ['letters without a blank', `@${'ع'.repeat(20_000)}`],
  ['words and hyphens', 'a-'.repeat(10_000)],
  ['words and dots', 'a.'.repeat(10_000)],
  ['beginnings of addresses', 'a+'.repeat(10_000)],
])('behind %s is found what it is in front of', (_, text) => {
  const found = foundIn(`${text} jo@ferry.example http://db01/`);
  expect(found.toSorted()).toEqual(['discloses-host', 'discloses-person']);
});
