import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { markdownToMdast, type MdastNode } from 'satteri';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { FileReport, Totals } from '../../scripts/lib/cstate/loss-report.ts';
import { decode } from '../../scripts/lib/cstate/decode.ts';
import { importIssue } from '../../scripts/lib/cstate/issue.ts';
import { notebook } from '../../scripts/lib/cstate/loss.ts';
import { serviceBook } from '../../scripts/lib/cstate/services.ts';
import { resolvingText } from '../../scripts/lib/cstate/updates.ts';
import { incident } from '../../src/domain/incident.ts';
import { services } from '../../src/domain/service.ts';
import { site } from '../../src/domain/site.ts';
import { newFolder, ownup } from '../support/ownup.ts';

interface Written {
  kind: string;
  title: string;
  severity?: string;
  announced?: string;
  scheduled?: { from: string; to: string };
  impact?: { service: string; status: string; from: string; to?: string }[];
  updates: { at: string; status: string; text: string }[];
}

interface Result {
  code: number;
  content: string;
  files: FileReport[];
  totals: Totals;
  /** The codes of all that was lost with one file. */
  codes: (file: string) => string[];
  written: (id: string) => Written;
  yaml: (file: string) => unknown;
}

/** Imports a site as a user would, and reads what was written. */
async function importFrom(folder: string): Promise<Result> {
  const content = join(newFolder('import'), 'content');
  const { code, stdout, stderr } = await ownup('import', [
    'cstate',
    folder,
    '--into',
    content,
    '--format',
    'json',
  ]);
  expect(stderr).toBe('');
  const { files, totals } = JSON.parse(stdout) as { files: FileReport[]; totals: Totals };
  const yaml = (file: string): unknown => parse(readFileSync(join(content, file), 'utf8'));
  return {
    code,
    content,
    files,
    totals,
    codes: (file) =>
      files.find((report) => report.file.endsWith(file))?.losses.map((loss) => loss.code) ?? [
        'no such file',
      ],
    written: (id) => yaml(`incidents/${id}.yaml`) as Written,
    yaml,
  };
}

const fixture = (name: string): string => join('tests/fixtures/cstate', name);

/** A site that lies on disk for one test, for dirt that no repository keeps as it is. */
function siteFolder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = newFolder('cstate');
  for (const [file, text] of Object.entries({
    'config.yml': 'title: Harbour\nbaseURL: https://status.harbour.example/\n',
    ...files,
  })) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

const statuses = ({ updates }: Written): string[] => updates.map(({ status }) => status);
const times = ({ updates }: Written): string[] => updates.map(({ at }) => at);
const texts = ({ updates }: Written): string[] => updates.map(({ text }) => text);

function everyFileIsValid({ content, yaml }: Result): void {
  expect(site.safeParse(yaml('site.yaml')).error).toBeUndefined();
  expect(services.safeParse(yaml('services.yaml')).error).toBeUndefined();
  for (const file of readdirSync(join(content, 'incidents')))
    expect(incident.safeParse(yaml(`incidents/${file}`)).error, file).toBeUndefined();
}

describe('a tidy site', async () => {
  const result = await importFrom(fixture('tidy'));
  const { code, codes, totals, written, yaml } = result;

  test('is imported whole', () => {
    expect(code).toBe(0);
    expect(totals).toMatchObject({
      files: 8,
      imported: { incident: 1, maintenance: 1, notice: 2 },
      leftOut: 3,
      failed: 0,
    });
    everyFileIsValid(result);
  });

  test('gives its settings to site.yaml', () => {
    expect(yaml('site.yaml')).toMatchObject({
      name: 'Harbour',
      url: 'https://status.harbour.example/',
      description:
        'How the ferries of Harbour are doing. Told by [people](https://status.harbour.example/about).',
      language: 'en-GB',
      time_zone: 'UTC',
      severities: [{ name: 'down' }, { name: 'disrupted' }, { name: 'notice' }],
    });
    expect(codes('config.yml')).toEqual(
      expect.arrayContaining([
        'site-name',
        'setting',
        'service-detail',
        'group-description',
        'old-addresses',
      ]),
    );
  });

  test('gives its systems to services.yaml, without categories that have no name or no system', () => {
    expect(yaml('services.yaml')).toEqual({
      groups: [{ id: 'for-passengers', name: 'For passengers' }],
      services: [
        {
          id: 'ferry-api',
          name: 'Ferry API',
          group: 'for-passengers',
          description: 'Where boats are, as **data**.',
        },
        { id: 'timetable', name: 'Timetable', group: 'for-passengers' },
        { id: 'buoys', name: 'Buoys' },
      ],
    });
  });

  test('gives an incident its windows, and its updates oldest first', () => {
    expect(written('2024-03-01-boats-at-sea')).toEqual({
      kind: 'incident',
      title: 'Boats lost at sea',
      severity: 'down',
      impact: [
        {
          service: 'ferry-api',
          status: 'major_outage',
          from: '2024-03-01T10:00:00Z',
          to: '2024-03-01T12:30:00Z',
        },
        {
          service: 'timetable',
          status: 'major_outage',
          from: '2024-03-01T10:00:00Z',
          to: '2024-03-01T12:30:00Z',
        },
      ],
      updates: [
        { at: '2024-03-01T10:05:00Z', status: 'investigating', text: 'No boat answers.' },
        {
          at: '2024-03-01T10:40:00Z',
          status: 'investigating',
          text: '**A mast has fallen**:\nThe mast at the north pier lies on the ground.',
        },
        { at: '2024-03-01T11:50:00Z', status: 'monitoring', text: 'The new mast stands.' },
        { at: '2024-03-01T12:30:00Z', status: 'resolved', text: 'All boats answer again.' },
      ],
    });
    expect(codes('2024-03-01-boats-at-sea.md')).toEqual(['update-status']);
  });

  test('makes maintenance of planned work, and never claims that it was announced', () => {
    expect(written('2024-04-02-new-mast')).toMatchObject({
      kind: 'maintenance',
      announced: 'unknown',
      scheduled: { from: '2024-04-02T22:00:00Z', to: '2024-04-02T23:15:00Z' },
      impact: [{ service: 'buoys', status: 'under_maintenance' }],
      updates: [{ status: 'scheduled' }, { status: 'completed', text: resolvingText }],
    });
    expect(codes('2024-04-02-new-mast.md')).toEqual(
      expect.arrayContaining(['kind-maintenance', 'severity', 'resolving-update']),
    );
  });

  test('makes notices of notices, and keeps what they hit in their words', () => {
    const notice = written('2024-05-03-summer-fares');
    expect(notice).toMatchObject({ kind: 'notice', severity: 'notice' });
    expect(notice.impact).toBeUndefined();
    expect(texts(notice)[0]).toContain('Timetable');
    expect(codes('2024-05-03-summer-fares.md')).toContain('affected');
  });

  test('leaves no announcement open, and does not cut it where a line is drawn', () => {
    expect(written('2024-06-04-hello')).toMatchObject({
      kind: 'notice',
      updates: [{ status: 'resolved', text: 'Say hello!\n\n---\n\nShe is kind.' }],
    });
  });

  test('keeps drafts to itself', () => {
    expect(codes('2024-07-05-draft.md')).toEqual(['draft']);
    expect(existsSync(join(result.content, 'incidents/2024-07-05-draft.yaml'))).toBe(false);
    expect(codes('pages/about.md')).toEqual(['not-an-issue']);
  });

  test('names the schema in the first line of each file', () => {
    const first = (file: string): string | undefined =>
      readFileSync(join(result.content, file), 'utf8').split('\n')[0];
    expect(first('site.yaml')).toBe(
      '# yaml-language-server: $schema=../docs/schemas/site.schema.json',
    );
    expect(first('services.yaml')).toBe(
      '# yaml-language-server: $schema=../docs/schemas/services.schema.json',
    );
    expect(first('incidents/2024-04-02-new-mast.yaml')).toBe(
      '# yaml-language-server: $schema=../../docs/schemas/incident.schema.json',
    );
  });
});

describe('times', async () => {
  const { code, codes, written } = await importFrom(fixture('times'));
  const window = (id: string) => written(id).impact?.[0];

  test('without a zone are UTC, which is said once for each file', () => {
    expect(code).toBe(0);
    expect(window('no-zone')).toMatchObject({
      from: '2024-03-01T10:00:00Z',
      to: '2024-03-01T12:00:00Z',
    });
    expect(codes('no-zone.md').filter((known) => known === 'time-zone')).toHaveLength(1);
  });

  test('without a zone are of the site’s zone where it has one', async () => {
    const berlin = await importFrom(fixture('zone'));
    expect(berlin.written('no-zone').impact?.[0]).toMatchObject({
      from: '2024-03-01T09:00:00Z',
      to: '2024-03-01T11:00:00Z',
    });
    expect(berlin.yaml('site.yaml')).toMatchObject({ time_zone: 'Europe/Berlin', language: 'de' });
  });

  test('may have hours of one digit', () => {
    expect(window('one-digit-hour')).toMatchObject({
      from: '2024-03-02T09:05:00Z',
      to: '2024-03-02T10:15:00Z',
    });
  });

  test.each(['end-before-start', 'no-end', 'end-is-a-day'])(
    'of an end that nobody knows are not made up: %s',
    (id) => {
      expect(window(id)?.to).toBe('unknown');
      expect(statuses(written(id)).at(-1)).toBe('resolved');
      expect(codes(`${id}.md`)).toContain('unknown-end');
    },
  );

  test('of a day that does not exist are taken from the file name', () => {
    expect(window('2024-03-07-no-such-day')).toMatchObject({
      from: '2024-03-07T00:00:00Z',
      to: '2024-03-08T10:00:00Z',
    });
    expect(codes('2024-03-07-no-such-day.md')).toEqual(
      expect.arrayContaining(['unreadable-time', 'date-from-name']),
    );
  });

  test('of the day get their day where only one fits', () => {
    expect(times(written('time-of-day'))).toEqual([
      '2024-03-09T22:00:00Z',
      '2024-03-09T23:10:00Z',
      '2024-03-10T01:30:00Z',
    ]);
    expect(codes('time-of-day.md')).toContain('update-clock');
  });
});

describe('track shortcodes', async () => {
  const { codes, written } = await importFrom(fixture('tracks'));

  test('may have any quotes', () => {
    expect(texts(written('quotes'))).toEqual([
      'First.',
      'Second.',
      'Third.',
      'Fourth.',
      'Fifth.',
      'Sixth.',
    ]);
    expect(times(written('quotes'))).toEqual(
      ['10', '11', '12', '13', '14', '15'].map((hour) => `2024-03-01T${hour}:00:00Z`),
    );
  });

  test('may stand before their text', () => {
    expect(written('leading').updates).toEqual([
      { at: '2024-03-02T10:00:00Z', status: 'investigating', text: 'Gulls.\n\nThey are loud.' },
      { at: '2024-03-02T12:00:00Z', status: 'resolved', text: 'No gulls.' },
    ]);
  });

  test('that cannot be read make up no time', () => {
    expect(times(written('unreadable'))).toEqual(['2024-03-03T10:00:00Z', '2024-03-03T12:00:00Z']);
    expect(texts(written('unreadable'))[1]).toContain('Some gulls.');
    expect(codes('unreadable.md')).toEqual(
      expect.arrayContaining(['unreadable-time', 'update-merged']),
    );
  });
});

describe('labels', async () => {
  const { codes, written } = await importFrom(fixture('labels'));

  test('without times: the first text gets the beginning, the last the end, and those between are joined', () => {
    const { updates } = written('untimed');
    expect(updates).toHaveLength(2);
    expect(updates[0]).toEqual({
      at: '2024-03-01T10:00:00Z',
      status: 'investigating',
      text: 'There is fog.',
    });
    expect(updates[1]).toMatchObject({ at: '2024-03-01T15:00:00Z', status: 'resolved' });
    expect(updates[1]?.text).toMatch(/thick[\s\S]*Update 2[\s\S]*lifts[\s\S]*The sun/);
    expect(codes('untimed.md')).toEqual(expect.arrayContaining(['update-time', 'update-merged']));
  });

  test('tell whether something was added above or below', () => {
    expect(texts(written('added-below'))).toEqual(['It rains.', 'It does not.']);
    expect(texts(written('added-above'))).toEqual(['It snows.', 'It has melted.']);
  });

  test('may have times in them', () => {
    expect(times(written('times-in-labels'))).toEqual([
      '2024-03-04T10:00:00Z',
      '2024-03-04T19:00:00Z',
      '2024-03-05T08:30:00Z',
      '2024-03-05T09:00:00Z',
    ]);
    expect(texts(written('times-in-labels'))).toEqual([
      'Hail.',
      'Large hail.',
      'Small hail.',
      resolvingText,
    ]);
  });

  test('may be missing where a line is drawn', () => {
    expect(statuses(written('ruled'))).toEqual(['investigating', 'resolved']);
    expect(texts(written('ruled'))[0]).toContain('wet');
  });

  test('are none in code', () => {
    expect(texts(written('code'))).toEqual([
      'The log says:\n\n```text\n[Update] <ID> is wet\n---\nResolved: no\n```',
      resolvingText,
    ]);
  });
});

describe('affected systems', async () => {
  const { codes, written, yaml } = await importFrom(fixture('affected'));

  test('may be missing: then it is a notice, and a person has to say more', () => {
    expect(written('none')).toMatchObject({ kind: 'notice', severity: 'down' });
    expect(codes('none.md')).toEqual(expect.arrayContaining(['kind-notice', 'no-affected']));
  });

  test('may be unknown, written in another way, or no system at all', () => {
    expect(written('unknown').impact?.map(({ service }) => service)).toEqual([
      'crane-north',
      'timetable',
    ]);
    expect((yaml('services.yaml') as { services: object[] }).services).toContainEqual(
      expect.objectContaining({ id: 'crane-north', name: 'Crane (North)' }),
    );
    expect(codes('unknown.md')).toEqual(
      expect.arrayContaining(['service-added', 'service-matched', 'no-system']),
    );
  });

  test('may be text instead of a list', () => {
    expect(written('text').impact).toMatchObject([
      { service: 'ferry-api', status: 'partial_outage' },
    ]);
  });
});

describe('keys', async () => {
  const { codes, written } = await importFrom(fixture('keys'));

  test('with typing errors are understood', () => {
    expect(written('mistyped')).toMatchObject({
      kind: 'incident',
      title: 'The lamp is out',
      severity: 'down',
      impact: [{ to: '2024-03-01T15:00:00Z' }],
    });
    expect(codes('mistyped.md').filter((code) => code === 'mistyped-key')).toHaveLength(3);
    expect(codes('mistyped.md')).toContain('unknown-key');
  });

  test('may have a severity with a typing error, but not one that nobody knows', () => {
    expect(written('severities').severity).toBe('disrupted');
    expect(written('unknown-severity')).toMatchObject({ kind: 'notice' });
    expect(codes('unknown-severity.md')).toContain('unknown-severity');
  });

  test('that stand there twice count once', () => {
    expect(written('repeated').title).toBe('The lamp is yellow');
    expect(codes('repeated.md')).toContain('repeated-key');
  });

  test('without a title take it from the file name', () => {
    expect(written('2024-03-05-no-title').title).toBe('No title');
  });
});

describe('issues that are not over', async () => {
  const { codes, written } = await importFrom(fixture('open'));

  test('stay open', () => {
    expect(written('open').impact?.[0]).not.toHaveProperty('to');
    expect(statuses(written('open'))).toEqual(['investigating']);
  });

  test('stay open where they contradict themselves', () => {
    expect(statuses(written('contradiction')).at(-1)).not.toBe('resolved');
    expect(codes('contradiction.md')).toContain('said-resolved');
  });

  test('have no end that nobody has told', () => {
    expect(written('silent').impact?.[0]?.to).toBe('unknown');
    expect(codes('silent.md')).toContain('still-open');
  });

  test('may be planned', () => {
    expect(written('planned')).toMatchObject({
      kind: 'maintenance',
      scheduled: { to: '2034-03-04T12:00:00Z' },
      updates: [{ status: 'scheduled' }],
    });
    expect(written('planned').impact?.[0]).not.toHaveProperty('to');
  });

  test('and those without any words get a plain sentence when they are', () => {
    expect(written('wordless').updates).toEqual([
      { at: '2024-03-05T12:00:00Z', status: 'resolved', text: resolvingText },
    ]);
  });
});

describe('HTML', async () => {
  const { codes, written } = await importFrom(fixture('html'));

  test('becomes Markdown, or is dropped and reported', () => {
    expect(texts(written('tags'))[0]).toBe(
      [
        'The bridge is **up** and\\\nthe [boat](https://status.harbour.example/boats) is *down* & wet.\nThe agent \\<ID> is lost, `<b>` is not.',
        '- One rope\n- Two ropes',
        'Inside a *box*.',
      ].join('\n\n'),
    );
    expect(codes('tags.md')).toEqual(
      expect.arrayContaining(['html-comment', 'html-tag', 'html-kept']),
    );
  });

  test('and signs in a title are text', () => {
    expect(written('tags').title).toBe('The \\<bridge\\> & the \\*boat\\*');
  });

  test('may be the whole file', () => {
    expect(written('page').updates).toEqual([
      { at: '2024-03-03T10:00:00Z', status: 'investigating', text: 'Begun.' },
      { at: '2024-03-03T12:00:00Z', status: 'resolved', text: 'Done.' },
    ]);
  });

  test('links lead to the old site from anywhere, or nowhere', () => {
    const [text = ''] = texts(written('2024-03-02-links'));
    const targets = [...text.matchAll(/\]\(([^)]*)\)/g)].map(([, target]) =>
      target?.replace('https://status.harbour.example', ''),
    );
    expect(targets).toEqual([
      '/there',
      '/issues/2024-03-02-links/here.html',
      '/issues/tags/',
      'https://web.example/',
      '/list',
      '/map.png',
    ]);
    expect(codes('2024-03-02-links.md')).toEqual(
      expect.arrayContaining(['unsafe-link', 'picture', 'shortcode']),
    );
  });
});

describe('names and bytes', () => {
  test('names that are taken, or cannot be an address', async () => {
    const { content, codes } = await importFrom(fixture('names'));
    expect(readdirSync(join(content, 'incidents')).sort()).toEqual([
      'issue.yaml',
      'slow-2.yaml',
      'slow-3.yaml',
      'slow.yaml',
    ]);
    expect(codes('slow/index.md')).toContain('changed-id');
    expect(codes('slow.de.md')).toEqual(['translation']);
  });

  const issue =
    '---\ntitle: Caf\u00e9\ndate: 2024-03-01T10:00:00Z\nresolved: true\nresolvedWhen: 2024-03-01T12:00:00Z\nseverity: down\naffected: [Bar]\nsection: issue\n---\n\nNo caf\u00e9.\n';

  test('Windows line feeds, byte order marks, other encodings, hidden characters', async () => {
    const { codes, written } = await importFrom(
      siteFolder({
        'issues/crlf.md': issue.replaceAll('\n', '\r\n'),
        'issues/bom.md': `\uFEFF${issue}`,
        'issues/latin.md': Buffer.from(issue, 'latin1'),
        'issues/hidden.md': issue.replace('No', 'N\u0007o\u202E'),
      }),
    );
    for (const id of ['crlf', 'bom', 'latin', 'hidden'])
      expect(written(id)).toMatchObject({ title: 'Café', updates: [{ text: 'No café.' }, {}] });
    expect(codes('latin.md')).toContain('encoding');
    expect(codes('hidden.md')).toContain('hidden-characters');
    expect(codes('crlf.md')).not.toContain('hidden-characters');
  });
});

describe('files that cannot be imported', async () => {
  const result = await importFrom(fixture('broken'));

  test('do not stop the others', () => {
    expect(result.code).toBe(1);
    expect(readdirSync(join(result.content, 'incidents'))).toEqual(['good.yaml']);
    everyFileIsValid(result);
  });

  test('may be none', async () => {
    const folder = siteFolder({
      'issues/good.md': readFileSync(join(fixture('broken'), 'issues/good.md'), 'utf8'),
    });
    symlinkSync('nowhere', join(folder, 'issues/lost.md'));
    const { code, codes, written } = await importFrom(folder);
    expect(code).toBe(1);
    expect(codes('lost.md')).toEqual(['not-imported']);
    expect(written('good').kind).toBe('incident');
  });

  test('are left for a person', () => {
    const failed = result.files.filter((file) => file.failed);
    expect(failed.map(({ file }) => file)).toEqual([
      'issues/colon.md',
      'issues/no-date.md',
      'issues/no-fence.md',
      'issues/no-frontmatter.md',
      'issues/toml.md',
    ]);
    for (const { losses } of failed)
      expect(losses).toMatchObject([{ code: 'not-imported', fate: 'for a person' }]);
  });
});

describe('the command line', () => {
  const bare = fixture('bare');
  const nowhere = (): string => join(newFolder('import'), 'content');

  test('a site without systems or address gets placeholders', async () => {
    const result = await importFrom(bare);
    everyFileIsValid(result);
    expect(result.codes('config.yml')).toEqual(
      expect.arrayContaining(['placeholder-service', 'site-url']),
    );
    expect(result.codes('note.md')).toContain('relative-link');
  });

  test.each([
    ['nothing', () => []],
    ['another tool', () => ['other', bare, '--into', nowhere()]],
    ['no target', () => ['cstate', bare]],
    ['an unknown option', () => ['cstate', bare, '--into', nowhere(), '--force']],
    ['an unknown format', () => ['cstate', bare, '--into', nowhere(), '--format', 'xml']],
    ['a folder that is not there', () => ['cstate', '/nowhere/at/all', '--into', nowhere()]],
    ['a folder without a configuration', () => ['cstate', 'tests/fixtures', '--into', nowhere()]],
    ['a configuration in TOML', () => ['cstate', fixture('toml'), '--into', nowhere()]],
    [
      'a configuration that cannot be understood',
      () => [
        'cstate',
        siteFolder({ 'config.yml': 'title: a: b', 'issues/x.md': '' }),
        '--into',
        nowhere(),
      ],
    ],
  ])('refuses %s with 3, and writes nothing', async (_, args) => {
    const list = args();
    const { code, stdout, stderr } = await ownup('import', list);
    expect(code).toBe(3);
    expect(stdout).toBe('');
    expect(stderr).not.toBe('');
    const into = list[list.indexOf('--into') + 1];
    if (list.includes('--into') && into) expect(readdirSync(dirname(into))).toEqual([]);
  });

  test('overwrites nothing', async () => {
    const content = newFolder('import');
    writeFileSync(join(content, 'mine.txt'), 'mine');
    expect((await ownup('import', ['cstate', bare, '--into', content])).code).toBe(3);
    expect(readdirSync(content)).toEqual(['mine.txt']);
  });

  test('writes into an empty folder, and leaves nothing beside it', async () => {
    const outer = newFolder('import');
    mkdirSync(join(outer, 'content'));
    const { code, stdout } = await ownup('import', [
      'cstate',
      bare,
      '--into',
      join(outer, 'content'),
    ]);
    expect(code).toBe(0);
    expect(stdout).toContain('issues/note.md');
    expect(readdirSync(outer)).toEqual(['content']);
    expect(readdirSync(join(outer, 'content')).sort()).toEqual([
      'incidents',
      'services.yaml',
      'site.yaml',
    ]);
  });

  test('tells how it is used', async () => {
    const { code, stdout } = await ownup('import', ['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('--into');
  });
});

describe('any body', () => {
  const origin = {
    name: '2024-03-01-any',
    isHtml: false,
    site: 'https://status.harbour.example/',
    zone: 'UTC',
  };
  const heads = [
    'resolved: true\nresolvedWhen: 2024-03-02T10:00:00Z',
    'resolved: true',
    'resolved: false',
    'informational: true',
  ];

  function importBody(body: string, head: string): { value: Written; lost: string } {
    const { losses, note } = notebook();
    const text = `---\ntitle: Any\ndate: 2024-03-01T10:00:00Z\n${head}\nseverity: down\naffected: [Bar]\nsection: issue\n---\n${body}`;
    const imported = importIssue(
      decode(new TextEncoder().encode(text), note),
      origin,
      serviceBook([]),
      note,
    );
    if (typeof imported !== 'object') throw new Error(`not imported: ${imported}`);
    return { value: imported.value as Written, lost: losses.map((loss) => loss.text).join('\n') };
  }

  const hasHtml = (node: MdastNode): boolean =>
    node.type === 'html' || ('children' in node && node.children.some(hasHtml));

  const word = fc.integer({ min: 100_000, max: 999_999 }).map((number) => `w${number}`);
  const words = fc.array(word, { minLength: 1, maxLength: 5 }).map((list) => list.join(' '));
  const hour = fc.integer({ min: 0, max: 23 }).map((number) => `2024-03-01 ${number}:30:00`);
  const label = fc.constantFrom(
    '[Update]',
    '[Final message]',
    '[Initial message]',
    '**Resolved**:',
    '*Investigating* -',
    '### Update 2',
    '**Any headline**',
    'Update: ',
    '12:40 UTC',
  );
  const piece = fc.oneof(
    words,
    fc.tuple(label, words).map(([name, text]) => `${name} ${text}`),
    fc.tuple(label, words).map(([name, text]) => `${name}\n${text}`),
    fc.tuple(words, hour).map(([text, time]) => `${text} {{< track "${time}" >}}`),
    fc.tuple(words, hour).map(([text, time]) => `{{< track "${time}" >}} ${text}`),
    fc
      .tuple(fc.constantFrom('b', 'p', 'div', 'blockquote', 'em', 'u', 'odd', 'pre'), words)
      .map(([tag, text]) => `<${tag}>${text}</${tag}>`),
    fc
      .array(words, { maxLength: 4 })
      .map((items) => `<ul>${items.map((item) => `<li>${item}`).join('\n')}</ul>`),
    words.map((text) => `<!-- ${text} -->`),
    words.map((text) => `<script>${text}</script>`),
    words.map((text) => `[${text}](/somewhere)`),
    words.map((text) => `![${text}](/picture.png)`),
    words.map((text) => `- ${text}\n- ${text}`),
    words.map((text) => `\`\`\`\n${text}\n\`\`\``),
    fc.constantFrom(
      '---',
      '```',
      '<!--',
      '</div>',
      '<br>',
      '{{< track >}}',
      '{{< note >}}',
      '**',
      '> ',
      '| a | b |\n|---|---|',
      '&amp;',
    ),
  );
  const body = fc
    .array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', ' ')), { maxLength: 12 })
    .map((pieces) => pieces.map((pair) => pair.join('')).join(''));

  test('keeps every word, or says that it was lost', () => {
    fc.assert(
      fc.property(body, fc.constantFrom(...heads), (text, head) => {
        const { value, lost } = importBody(text, head);
        const kept = texts(value).join('\n');
        const missing = (text.match(/w\d{6}/g) ?? []).filter(
          (found) => !kept.includes(found) && !lost.includes(found),
        );
        expect(missing).toEqual([]);
      }),
      { numRuns: 2000 },
    );
  });

  test('becomes a valid incident, oldest update first, without HTML', () => {
    fc.assert(
      fc.property(
        fc.oneof(body, fc.string({ unit: 'grapheme', maxLength: 200 })),
        fc.constantFrom(...heads),
        (text, head) => {
          const { value } = importBody(text, head);
          expect(incident.safeParse(value).success).toBe(true);
          expect(times(value)).toEqual([...times(value)].sort());
          expect(texts(value).filter((update) => hasHtml(markdownToMdast(update)))).toEqual([]);
          expect(JSON.stringify(value)).not.toMatch(/[\uE000-\uF8FF]/);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

const histories = '../shared/data';

describe.skipIf(!existsSync(histories))(
  'real histories (skipped where ../shared/data is not there)',
  () => {
    test.each([
      ['cstate-jenkins', 297],
      ['cstate-srht', 28],
    ])('%s is imported whole, and is valid', async (name, issues) => {
      const result = await importFrom(join(histories, name));
      expect(result.code).toBe(0);
      expect(readdirSync(join(result.content, 'incidents'))).toHaveLength(issues);
      everyFileIsValid(result);
      const checked = await ownup('check', ['--content', result.content, '--format', 'json']);
      expect(JSON.parse(checked.stdout)).toMatchObject({ errors: 0 });
    });
  },
);
