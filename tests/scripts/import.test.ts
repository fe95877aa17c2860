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
import type { Decisions } from '../../scripts/lib/import/decisions.ts';
import { type FileReport, totalsOf, type Totals } from '../../scripts/lib/import/report.ts';
import { readSite } from '../../scripts/lib/import/cstate/read-site.ts';
import { type SiteFolder, openSite } from '../../scripts/lib/import/cstate/site-folder.ts';
import { writeRecord } from '../../scripts/lib/import/write-record.ts';
import { standIn } from '../../scripts/lib/import/written-incident.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
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
  record: ReadonlyMap<string, string>;
  files: FileReport[];
  totals: Totals;
  /** The codes of all that was lost with one file. */
  codes: (file: string) => string[];
  written: (id: string) => Written;
  yaml: (file: string) => unknown;
  ids: string[];
}

const now = Date.parse('2027-01-01T00:00:00Z');
const resolvingText = standIn('resolved');

/** Imports a site, and reads what would be written. */
function importFrom(folder: string | SiteFolder, decisions?: Decisions): Result {
  const opened = typeof folder === 'string' ? openSite(folder) : folder;
  const imported = writeRecord(
    typeof opened === 'string' ? opened : readSite(opened, now, decisions),
    now,
    decisions,
  );
  if (typeof imported === 'string') throw new Error(imported);
  const { files: record, reports: files } = imported;
  const yaml = (file: string): unknown => parse(record.get(file) ?? '');
  return {
    record,
    files,
    totals: totalsOf(files),
    codes: (file) =>
      files
        .find((report) => report.file.endsWith(`/${file}`) || report.file === file)
        ?.losses.map((loss) => loss.code) ?? ['no such file'],
    written: (id) => yaml(`incidents/${id}.yaml`) as Written,
    yaml,
    ids: [...record.keys()]
      .flatMap((file) => /^incidents\/(.*)\.yaml$/.exec(file)?.[1] ?? [])
      .sort(),
  };
}

/** What would stop the build of a record. */
const errorsIn = ({ record }: Result): unknown[] =>
  readRecord(filesInMemory(Object.fromEntries(record)), now).findings.filter(
    ({ level }) => level === 'error',
  );

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

describe('a tidy site', () => {
  const result = importFrom(fixture('tidy'), { planned: ['mast'] });
  const { codes, totals, written, yaml } = result;

  test('is imported whole', () => {
    expect(totals).toMatchObject({
      files: 8,
      imported: { incident: 1, maintenance: 1, notice: 2 },
      leftOut: 3,
      failed: 0,
    });
    expect(errorsIn(result)).toEqual([]);
  });

  test('gives its settings to site.yaml', () => {
    expect(yaml('site.yaml')).toMatchObject({
      name: 'Harbour',
      url: 'https://status.harbour.example/',
      description:
        'How the ferries of Harbour are doing. Told by [people](https://status.harbour.example/about).',
      language: 'en-GB',
      time_zone: 'UTC',
      severities: [{ id: 'down' }, { id: 'disrupted' }, { id: 'notice' }],
    });
    expect(codes('config.yml')).toEqual(
      expect.arrayContaining(['site-name', 'setting', 'service-detail', 'group-description']),
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
      updates: [{ at: '2024-04-02T23:15:00Z', status: 'completed' }],
    });
    expect(codes('2024-04-02-new-mast.md')).toEqual(
      expect.arrayContaining(['kind-maintenance', 'severity', 'text-at-end']),
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
    expect(result.ids).not.toContain('2024-07-05-draft');
    expect(codes('pages/about.md')).toEqual(['not-an-issue']);
  });

  test('names the schema in the first line of each file', () => {
    const first = (file: string): string | undefined => result.record.get(file)?.split('\n')[0];
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

describe('times', () => {
  const { codes, written } = importFrom(fixture('times'));
  const window = (id: string) => written(id).impact?.[0];

  test('without a zone are UTC, which is said once for each file', () => {
    expect(window('no-zone')).toMatchObject({
      from: '2024-03-01T10:00:00Z',
      to: '2024-03-01T12:00:00Z',
    });
    expect(codes('no-zone.md').filter((known) => known === 'time-zone')).toHaveLength(1);
  });

  test('without a zone are of the site’s zone where it has one', async () => {
    const berlin = importFrom(fixture('zone'));
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

  test('of the day are no times: nobody says of which day', () => {
    expect(written('time-of-day').updates).toMatchObject([
      { at: '2024-03-10T01:30:00Z', text: expect.stringMatching(/morning[^]*night[^]*evening/) },
    ]);
    expect(codes('time-of-day.md')).toContain('text-at-end');
  });
});

describe('track shortcodes', () => {
  const { codes, written } = importFrom(fixture('tracks'));

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

  test('in a sentence are words of it', () => {
    expect(written('in-sentences').updates).toEqual([
      {
        at: '2024-03-04T08:00:00Z',
        status: 'investigating',
        text: '**Initial Message**\n\nThey leave at **2024-03-04T08:00:00Z** and are there at nine.',
      },
      { at: '2024-03-04T08:20:00Z', status: 'investigating', text: 'They fly.' },
      { at: '2024-03-04T08:25:00Z', status: 'investigating', text: 'They sing.' },
      {
        at: '2024-03-04T08:30:00Z',
        status: 'investigating',
        text: 'They eat. 2024-03-04T08:40:00Z',
      },
      { at: '2024-03-04T09:00:00Z', status: 'resolved', text: 'They are there.' },
    ]);
  });

  test('that cannot be read make up no time, and join their text to no other', () => {
    expect(times(written('unreadable'))).toEqual([
      '2024-03-03T10:00:00Z',
      '2024-03-03T10:00:00Z',
      '2024-03-03T12:00:00Z',
    ]);
    expect(texts(written('unreadable'))).toEqual([
      expect.stringMatching(/Some gulls\.\s+half past eleven/),
      'Gulls.',
      'No gulls.',
    ]);
    expect(codes('unreadable.md')).toEqual(
      expect.arrayContaining(['unreadable-time', 'update-time']),
    );
  });
});

describe('labels', () => {
  const { codes, written } = importFrom(fixture('labels'));

  test('without times make up none: the text stays whole and in order, at the end', () => {
    expect(written('untimed').updates).toEqual([
      {
        at: '2024-03-01T15:00:00Z',
        status: 'resolved',
        text: '\\[Final message]\nThe sun is out.\n\n\\[Update 2]\nThe fog lifts.\n\n\\[Update]\nThe fog is thick.\n\n\\[Initial Message]\n\nThere is fog.',
      },
    ]);
    expect(codes('untimed.md')).toContain('text-at-end');
  });

  test('alone tell nothing: the text stays whole and in order, at the end', () => {
    expect(written('added-below').updates).toEqual([
      {
        at: '2024-03-02T15:00:00Z',
        status: 'resolved',
        text: 'It rains.\n\n\\[Edit]\n\nIt does not.',
      },
    ]);
    expect(texts(written('added-above'))).toEqual(['\\[Update] It has melted.\n\nIt snows.']);
    expect(codes('added-above.md')).toContain('text-at-end');
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

  test('may be missing: a drawn line alone parts nothing', () => {
    expect(statuses(written('ruled'))).toEqual(['resolved']);
    expect(texts(written('ruled'))[0]).toMatch(/repaired\.\n\n---\n\nWe are/);
  });

  test('are none in code', () => {
    expect(texts(written('code'))).toEqual([
      'The log says:\n\n```text\n[Update] <ID> is wet\n---\nResolved: no\n```',
    ]);
  });
});

describe('facts', () => {
  const result = importFrom(fixture('facts'), { planned: ['maintenance'] });
  const { codes, written } = result;
  const outcome = (id: string): [string, string, string][] =>
    written(id).updates.map(({ at, status, text }) => [at, status, text]);

  test('always give a record that builds', () => {
    expect(errorsIn(result)).toEqual([]);
    expect(result.totals.failed).toBe(0);
  });

  test('a maintenance that is informational and has no end is a notice', () => {
    expect(written('informational-maintenance')).toEqual({
      kind: 'notice',
      title: 'Maintenance of the lighthouse',
      updates: [{ at: '2024-05-01T18:00:00Z', status: 'resolved', text: 'We will paint it.' }],
    });
    expect(codes('informational-maintenance.md')).toContain('maintenance-without-end');
  });

  test('an outage that is called informational is one, and a person is asked', () => {
    expect(written('informational-outage')).toMatchObject({
      kind: 'incident',
      impact: [{ status: 'major_outage', to: '2024-05-02T18:30:00Z' }],
    });
    expect(codes('informational-outage.md')).toContain('informational');
  });

  test('labels may have days, which are never earlier than the beginning', () => {
    expect(outcome('days-in-labels')).toEqual([
      ['2024-05-03T18:00:00Z', 'investigating', 'We look at the engine.'],
      ['2024-05-05T00:00:00Z', 'investigating', 'A new engine is in.'],
      ['2024-05-09T00:00:00Z', 'resolved', 'What we have learned.'],
    ]);
    expect(codes('days-in-labels.md')).toEqual(expect.arrayContaining(['day-only', 'late-update']));
  });

  test('text without a time is never joined to the time of another', () => {
    expect(outcome('first-below')).toEqual([
      ['2024-05-10T15:00:00Z', 'investigating', 'Two boats do not start.'],
      ['2024-05-10T17:40:00Z', 'investigating', 'The ignition is wet.'],
      ['2024-05-12T10:00:00Z', 'resolved', 'All boats start.'],
    ]);
    expect(outcome('undated-between')).toEqual([
      ['2024-06-10T10:00:00Z', 'investigating', '**The rudder is back**\nIt was under the bridge.'],
      ['2024-06-10T10:30:00Z', 'investigating', 'Boats turn.'],
      ['2024-06-10T15:00:00Z', 'resolved', 'Boats go straight.'],
    ]);
    expect(outcome('local-time')).toEqual([
      ['2024-06-11T10:00:00Z', 'investigating', expect.stringContaining('They still wait.')],
      ['2024-06-11T12:00:00Z', 'investigating', 'They wait.'],
      ['2024-06-11T15:00:00Z', 'resolved', resolvingText],
    ]);
  });

  test('sentences end nothing, and do not keep it from ending', () => {
    expect(outcome('should').map(([at, status]) => [at, status])).toEqual([
      ['2024-05-13T12:00:00Z', 'resolved'],
    ]);
    expect(outcome('majority').map(([at, status]) => [at, status])).toEqual([
      ['2024-05-14T10:00:00Z', 'investigating'],
      ['2024-05-14T12:00:00Z', 'investigating'],
      ['2024-05-16T12:00:00Z', 'resolved'],
    ]);
  });

  test('headings that are no labels stay in one text, which stands at the end', () => {
    expect(outcome('headlines')).toEqual([
      [
        '2024-05-17T17:00:00Z',
        'resolved',
        '#### The quay is back\n\nAll boats land.\n\n#### A crane fell on the quay\n\nNo boat lands.',
      ],
    ]);
    expect(codes('headlines.md')).toContain('text-at-end');
  });

  test('a day without a year is of the issue, and times are of its zone', () => {
    expect(outcome('no-year')).toEqual([
      ['2025-01-01T03:00:00Z', 'investigating', 'We are looking.'],
      ['2025-01-01T05:00:00Z', 'identified', 'The printer is out of ink.'],
      ['2025-01-01T06:00:00Z', 'resolved', 'Tickets are sold.'],
    ]);
    expect(codes('no-year.md')).toEqual(expect.arrayContaining(['year', 'time-zone']));
  });

  test('“all” is every system, and a person is asked', () => {
    expect(written('all').impact?.map(({ service }) => service)).toEqual([
      'ferry-api',
      'timetable',
    ]);
    expect(codes('all.md')).toContain('all-systems');
  });

  test('all addresses of an issue lead to its page', () => {
    const { redirects } = result.yaml('site.yaml') as { redirects: Record<string, string> };
    const to = Object.values(redirects).find((page) => page.includes('addresses'));
    expect(Object.keys(redirects).filter((from) => redirects[from] === to)).toEqual(
      expect.arrayContaining(['/issues/leak-7/', '/issues/addresses/']),
    );
  });

  test('what was announced a week before is no maintenance of a week without a question', () => {
    expect(written('announced-earlier')).toMatchObject({ kind: 'notice', severity: 'notice' });
    expect(written('long-maintenance').kind).toBe('maintenance');
    expect(codes('long-maintenance.md')).toContain('long-maintenance');
  });

  test('a frontmatter without its first line is read all the same', () => {
    expect(written('no-opening-fence')).toMatchObject({ title: 'Tar on the deck' });
    expect(codes('no-opening-fence.md')).toContain('opening-fence');
  });
});

describe('affected systems', () => {
  const { codes, written, yaml } = importFrom(fixture('affected'));

  test('may be missing: then it is a notice, and a person has to say more', () => {
    expect(written('none')).toMatchObject({ kind: 'notice', severity: 'down' });
    expect(codes('none.md')).toEqual(expect.arrayContaining(['no-affected']));
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

describe('keys', () => {
  const { codes, written } = importFrom(fixture('keys'));

  test('with typing errors are not guessed: they are reported, and what is missing is asked for', () => {
    expect(written('mistyped')).toMatchObject({ kind: 'notice', title: 'The lamp is out' });
    expect(codes('mistyped.md')).toEqual(
      expect.arrayContaining(['unknown-key', 'resolved-by-time', 'unknown-severity']),
    );
  });

  test.each(['severities', 'unknown-severity'])(
    'may have a severity that nobody knows: %s',
    (id) => {
      expect(written(id)).toMatchObject({ kind: 'notice' });
      expect(codes(`${id}.md`)).toContain('unknown-severity');
    },
  );

  test('that stand there twice are left for a person', () => {
    expect(codes('repeated.md')).toEqual(['not-imported']);
  });

  test('without a title take it from the file name', () => {
    expect(written('2024-03-05-no-title').title).toBe('No title');
  });
});

describe('issues that are not over', () => {
  const { codes, written } = importFrom(fixture('open'));

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

describe('HTML', () => {
  const { codes, written } = importFrom(fixture('html'));

  test('becomes Markdown, or is dropped and reported', () => {
    expect(texts(written('tags'))[0]).toBe(
      [
        'The bridge is **up** and\\\nthe [boat](https://status.harbour.example/boats) is *down* & wet.\nThe agent \\<ID> is lost, `<b>` is not.',
        '- One *rope*\n- Two ropes',
        'Inside a *box*.',
      ].join('\n\n'),
    );
    expect(codes('tags.md')).toEqual(
      expect.arrayContaining(['html-comment', 'html-tag', 'html-kept']),
    );
  });

  test('and signs in a title are text', () => {
    expect(written('tags').title).toBe('The \\<bridge> & the \\*boat\\*');
  });

  test('may be the whole file', () => {
    expect(written('page').updates).toEqual([
      { at: '2024-03-03T10:00:00Z', status: 'investigating', text: 'Begun.' },
      { at: '2024-03-03T12:00:00Z', status: 'resolved', text: 'Done.' },
    ]);
  });

  test('tables stay tables with all their cells; footnotes, and what is no definition, stay text', () => {
    expect(texts(written('tables'))).toEqual([
      '| Boat | At    |\n| ---- | ----- |\n| Anna | 10:00 |\n\n| Boat  | At    |      |\n| ----- | ----- | ---- |\n| Berta | 11:00 | late |\n\nThe list\\[^1] is short.\n\n\\[Note]: none\n\n\\[^1]: Of boats.',
    ]);
    expect(codes('tables.md')).toEqual(expect.arrayContaining(['html-tag', 'hidden-characters']));
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
  test('names that are taken, or cannot be an address', () => {
    const { ids, codes } = importFrom(fixture('names'));
    expect(ids).toEqual(['issue', 'slow', 'slow-2', 'slow-3']);
    expect(codes('slow/index.md')).toContain('changed-id');
    expect(codes('slow.de.md')).toEqual(['translation']);
  });

  const issue =
    '---\ntitle: Caf\u00e9\ndate: 2024-03-01T10:00:00Z\nresolved: true\nresolvedWhen: 2024-03-01T12:00:00Z\nseverity: down\naffected: [Bar]\nsection: issue\n---\n\nNo caf\u00e9.\n';

  test('Windows line feeds, byte order marks, other encodings, hidden characters', async () => {
    const { codes, written } = importFrom(
      siteFolder({
        'issues/crlf.md': issue.replaceAll('\n', '\r\n'),
        'issues/bom.md': `\uFEFF${issue}`,
        'issues/latin.md': Buffer.from(issue, 'latin1'),
        'issues/hidden.md': issue.replace('No', 'N\u0007o\u202E'),
      }),
    );
    for (const id of ['crlf', 'bom', 'latin', 'hidden'])
      expect(written(id)).toMatchObject({ title: 'Café', updates: [{ text: 'No café.' }] });
    expect(codes('latin.md')).toContain('encoding');
    expect(codes('hidden.md')).toContain('hidden-characters');
    expect(codes('crlf.md')).not.toContain('hidden-characters');
  });
});

describe('files that cannot be imported', () => {
  const result = importFrom(fixture('broken'));

  test('do not stop the others', () => {
    expect(result.ids).toEqual(['good']);
    expect(errorsIn(result)).toEqual([]);
  });

  test('may be none, or what a record cannot have', () => {
    const good = readFileSync(join(fixture('broken'), 'issues/good.md'), 'utf8');
    const folder = siteFolder({
      'issues/good.md': good,
      'issues/deep.md': `${good}${'['.repeat(600)}`,
    });
    symlinkSync('nowhere', join(folder, 'issues/lost.md'));
    const found = importFrom(folder);
    expect(found.codes('lost.md')).toEqual(['not-imported']);
    expect(found.codes('deep.md')).toContain('not-imported');
    expect(found.ids).toEqual(['good']);
    expect(errorsIn(found)).toEqual([]);
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

test('texts that are too long for a record become several updates, and no word is lost', () => {
  const words = Array.from({ length: 15_000 }, (_, n) => `word${n}`);
  const title = Array.from({ length: 300 }, (_, n) => `title${n}`);
  const { written, codes } = importFrom(
    siteFolder({
      'issues/long.md': `---\ntitle: ${title.join(' ')}\ndate: 2024-03-01T10:00:00Z\nresolved: true\nresolvedWhen: 2024-03-01T12:00:00Z\nseverity: down\naffected: [Bar]\nsection: issue\n---\n${words.join(' ')}`,
    }),
  );
  const kept = new Set(
    [written('long').title, ...texts(written('long'))].join(' ').split(/[\s…]+/),
  );
  expect([...title, ...words].filter((word) => !kept.has(word))).toEqual([]);
  expect(codes('long.md')).toEqual(expect.arrayContaining(['long-update', 'long-title']));
});

describe('settings and issues in TOML', () => {
  const toml = [
    'title = "Harbour Status"',
    'baseURL = "https://status.harbour.example/"',
    '[[params.systems]]',
    'name = "Ferry API"',
  ].join('\n');
  const issue = [
    '+++',
    'title = "No boats"',
    'date = 2024-03-01T10:00:00Z',
    'resolved = true',
    'resolvedWhen = 2024-03-01T12:00:00Z',
    'severity = "down"',
    'affected = ["Ferry API"]',
    'section = "issue"',
    '+++',
    'Fog.',
  ].join('\n');

  test('are read like those in YAML', () => {
    const folder = newFolder('cstate');
    mkdirSync(join(folder, 'content/issues'), { recursive: true });
    writeFileSync(join(folder, 'hugo.toml'), toml);
    writeFileSync(join(folder, 'content/issues/fog.md'), issue);
    const result = importFrom(folder);
    expect(errorsIn(result)).toEqual([]);
    expect(result.yaml('site.yaml')).toMatchObject({
      name: 'Harbour',
      url: 'https://status.harbour.example/',
    });
    expect(result.yaml('services.yaml')).toEqual({
      services: [{ id: 'ferry-api', name: 'Ferry API' }],
    });
    expect(result.written('fog')).toMatchObject({
      kind: 'incident',
      impact: [{ service: 'ferry-api', from: '2024-03-01T10:00:00Z', to: '2024-03-01T12:00:00Z' }],
    });
  });

  test('with a mistake are told of by their line', () => {
    const folder = newFolder('cstate');
    mkdirSync(join(folder, 'issues'));
    writeFileSync(join(folder, 'hugo.toml'), 'title = "Harbour"\nbaseURL = [');
    writeFileSync(join(folder, 'issues/fog.md'), issue);
    expect(() => importFrom(folder)).toThrow(/hugo\.toml.*line 2/);
  });
});

describe('decisions for all issues', () => {
  const folder = siteFolder({
    'issues/a.md':
      '---\ntitle: Quiet\ndate: 2024-03-01 10:00\nseverity: down\naffected: [all]\ninformational: true\n---\nFog.',
    'issues/b.md':
      '---\ntitle: Planned maintenance\ndate: 2024-03-02 10:00\nresolved: true\nresolvedWhen: 2024-03-02 11:00\nseverity: down\naffected: [all]\n---\nPaint.',
  });
  const site = openSite(folder);
  if (typeof site === 'string') throw new Error(site);
  const decided = (decisions: Decisions) => {
    const imported = writeRecord(readSite(site, now, decisions), now, decisions);
    if (typeof imported === 'string') throw new Error(imported);
    return {
      codes: imported.reports.flatMap(({ losses }) => losses.map(({ code }) => code)),
      written: (id: string) => parse(imported.files.get(`incidents/${id}.yaml`) ?? '') as Written,
    };
  };

  test('--service, --zone and --announced', () => {
    const { written } = decided({
      service: { all: 'api' },
      zone: 'Europe/Berlin',
      announced: 'scheduled',
      planned: ['maintenance'],
    });
    expect(written('b')).toMatchObject({
      kind: 'maintenance',
      announced: '2024-03-02T09:00:00Z',
      impact: [{ service: 'api', from: '2024-03-02T09:00:00Z' }],
    });
  });

  test('--informational', () => {
    const service = { all: 'api' };
    expect(decided({ service }).codes).toContain('informational');
    expect(decided({ service, informational: 'notice' }).written('a').kind).toBe('notice');
    const incident = decided({ service, informational: 'incident' });
    expect(incident.written('a').kind).toBe('incident');
    expect(incident.codes).not.toContain('informational');
  });
});

describe('planned work', () => {
  const folder = siteFolder(
    Object.fromEntries(
      [
        ['plain', 'Maintenance of the mast', 'down', '2024-03-02 10:00'],
        ['part', 'Unmaintenanced mast', 'down', '2024-03-02 10:00'],
        ['severity', 'Mast', 'under-maintenance', '2024-03-02 10:00'],
        ['to-come', 'Mast', 'down', '2034-03-02 10:00'],
      ].map(([name, title, severity, date]) => [
        `issues/${name}.md`,
        `---\ntitle: ${title}\ndate: ${date}\nresolved: ${date?.startsWith('2024')}\nresolvedWhen: ${date?.replace('10:', '11:')}\nseverity: ${severity}\naffected: [API]\nsection: issue\n---\nPaint.`,
      ]),
    ),
  );
  const kinds = (decisions?: Decisions) => {
    const { ids, written } = importFrom(folder, decisions);
    return Object.fromEntries(ids.map((id) => [id, written(id).kind]));
  };

  test('is what facts say; of words in titles a person is asked', () => {
    const facts = { part: 'incident', severity: 'maintenance', 'to-come': 'maintenance' };
    expect(kinds()).toEqual({ plain: 'incident', ...facts });
    expect(importFrom(folder).codes('config.yml')).toContain('planned');
    const planned = { planned: ['MAINTENANCE'] };
    expect(kinds(planned)).toEqual({ plain: 'maintenance', ...facts });
    expect(importFrom(folder, planned).codes('config.yml')).not.toContain('planned');
  });

  test('needs a word that titles can have', async () => {
    const args = ['cstate', folder, '--into', join(newFolder('import'), 'content')];
    expect((await ownup('import', [...args, '--planned', '*'])).code).toBe(3);
  });
});

describe('the command line', () => {
  const bare = fixture('bare');
  const nowhere = (): string => join(newFolder('import'), 'content');

  test('a site without systems or address gets placeholders', async () => {
    const result = importFrom(bare);
    expect(errorsIn(result)).toEqual([]);
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

  test.each(['tests/fixtures', siteFolder({})])('refuses the folder %s', (folder) => {
    expect(openSite(folder)).toMatch(/config|issues/);
  });

  test('exits with 1 where a file could not be imported, and writes the others', async () => {
    const content = nowhere();
    const { code, stdout } = await ownup('import', [
      'cstate',
      fixture('broken'),
      '--into',
      content,
      '--format',
      'json',
    ]);
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ version: 1, totals: { failed: 5 } });
    expect(readdirSync(join(content, 'incidents'))).toEqual(['good.yaml']);
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
      '.import.json',
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

/** A site of one issue, in memory. */
function siteOf(issue: string): SiteFolder {
  const config = 'title: Harbour\nbaseURL: https://status.harbour.example/\ntimeZone: UTC\n';
  const read = (file: string): Uint8Array =>
    new TextEncoder().encode(file === 'config.yml' ? config : issue);
  return { config: 'config.yml', issues: ['issues/2024-03-01-any.md'], others: [], read };
}

describe('any issue', () => {
  const heads = [
    'resolved: true\nresolvedWhen: 2024-03-02T10:00:00Z',
    'resolved: true',
    'resolved: false',
    'informational: true',
  ];

  function importBody(body: string, head: string): { value: Written; lost: string } {
    const text = `---\ntitle: Any\ndate: 2024-03-01T10:00:00Z\n${head}\nseverity: down\naffected: [Bar]\nsection: issue\n---\n${body}`;
    const { written, files } = importFrom(siteOf(text));
    const lost = files.flatMap(({ losses }) => losses.map((loss) => loss.text));
    return { value: written('2024-03-01-any'), lost: lost.join('\n') };
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
      '```\n',
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
        // What stands after a fence is no text: it says what language the code is in.
        const shown = text.replace(/^[\s>-]*```.*$/gm, '```');
        const missing = (shown.match(/w\d{6}/g) ?? []).filter(
          (found) => !kept.includes(found) && !lost.includes(found),
        );
        expect(missing).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  const time = fc.constantFrom(
    '2024-03-01T10:00:00Z',
    '2024-03-01 9:30',
    '2024-02-30',
    '2024-03-02',
    '2024-03-01T25:00',
    'half past ten',
    '1 March 2024 10:00 UTC',
    '2034-01-01T00:00:00+01:00',
    '',
  );
  const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> =>
    fc.option(value, { nil: undefined, freq: 4 });
  const frontmatter = fc.record({
    title: maybe(
      fc.oneof(
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        fc.constantFrom(
          'Planned maintenance',
          'Search is down',
          'PHP upgrade',
          '# A *b* [c](d:e)',
          '1. <b>',
        ),
      ),
    ),
    date: maybe(time),
    resolved: maybe(fc.constantFrom('true', 'false', 'yes', 'perhaps')),
    resolvedWhen: maybe(time),
    severity: maybe(fc.constantFrom('down', 'disrupted', 'notice', 'Down', 'maintenance', 'odd')),
    affected: maybe(
      fc.array(
        fc.oneof(fc.constantFrom('API', 'all', 'none', '遅い'), fc.string({ maxLength: 8 })),
      ),
    ),
    informational: maybe(fc.boolean()),
    pin: maybe(fc.boolean()),
    section: maybe(fc.constantFrom('issue', 'blog')),
    slug: maybe(fc.string({ maxLength: 8 })),
  });

  test('gives a record that builds, with the oldest update first and without HTML', () => {
    const issue = fc
      .tuple(frontmatter, fc.oneof(body, fc.string({ unit: 'grapheme', maxLength: 200 })))
      .map(([facts, text]) => `---\n${JSON.stringify(facts)}\n---\n${text}`);
    fc.assert(
      fc.property(issue, (text) => {
        const result = importFrom(siteOf(text));
        const [id] = result.ids;
        expect(errorsIn(result)).toEqual([]);
        const why = result.files.flatMap(({ failed, losses }) => (failed ? losses : []));
        expect(
          why.filter(({ text }) => !/when it began/.test(text) && /not-imported/.test(text)),
        ).toEqual([]);
        if (!id) return;
        const value = result.written(id);
        expect(times(value)).toEqual([...times(value)].sort());
        expect(texts(value).filter((update) => hasHtml(markdownToMdast(update)))).toEqual([]);
        expect(JSON.stringify(value)).not.toMatch(/[\uE000\uE001]/);
      }),
      { numRuns: 300 },
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
    ])('%s is imported whole, and is valid', (name, issues) => {
      const result = importFrom(join(histories, name));
      expect(result.totals.failed).toBe(0);
      expect(result.ids).toHaveLength(issues);
      expect(errorsIn(result)).toEqual([]);
    });
  },
);
