import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readSite } from '../../scripts/lib/import/cstate/read-site.ts';
import { openSite } from '../../scripts/lib/import/cstate/site-folder.ts';
import { writeRecord } from '../../scripts/lib/import/write-record.ts';
import { readPage } from '../../scripts/lib/import/statuspage/read-page.ts';
import { readFolder } from '../../scripts/lib/import/upptime/read-folder.ts';
import type { RecordImport } from '../../scripts/lib/import/write-record.ts';
import { isPage } from '../../src/domain/pages.ts';
import { onDisk, placeOf } from '../../src/domain/redirect.ts';
import { filesInMemory } from '../../src/record/files/files.ts';
import { readRecord } from '../../src/record/read-record.ts';
import { newFolder } from '../support/ownup.ts';

const now = Date.parse('2027-01-01T00:00:00Z');

function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = newFolder('old');
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  return folder;
}

/** Follows each address of a sitemap in the record that was imported; gives back those that lead nowhere. */
function deadEnds(imported: RecordImport | string, sitemap: string): string[] {
  if (typeof imported === 'string') throw new Error(imported);
  const { pages, findings } = readRecord(filesInMemory(Object.fromEntries(imported.files)), now);
  expect(findings.filter(({ level }) => level === 'error')).toEqual([]);
  const { redirects } = parse(imported.files.get('site.yaml') ?? '') as {
    redirects: Record<string, string>;
  };
  const moved = new Map(
    Object.entries(redirects).map(([from, to]) => [onDisk(placeOf(from)), placeOf(to)]),
  );
  const addresses = [...sitemap.matchAll(/<loc>([^<]*)<\/loc>/g)].map(
    ([, address = '']) => address,
  );
  expect(addresses.length).toBeGreaterThan(4);
  return addresses
    .map((address) => new URL(address).pathname)
    .filter((path) => {
      const place = placeOf(path);
      return !isPage(moved.get(onDisk(place)) ?? place, pages);
    });
}

const sitemapOf = (paths: readonly string[]): string =>
  `<?xml version="1.0"?><urlset>${paths
    .map((path) => `<url><loc>https://status.ferry.example${path}</loc></url>`)
    .join('\n')}</urlset>`;

test('each address in the sitemap of a cState site leads somewhere, but those of pages that the report names', () => {
  const issue = (title: string, more = ''): string =>
    `---\ntitle: ${title}\ndate: 2024-03-01T10:00:00Z\nresolved: true\nresolvedWhen: 2024-03-01T12:00:00Z\nseverity: down\naffected: [Ferry API, "Crane (North)"]\nsection: issue\n${more}---\nFog.`;
  const site = openSite(
    folderOf({
      'config.yml':
        'title: Ferry Status\nbaseURL: https://status.ferry.example/\nparams:\n  systems:\n    - name: Ferry API\n    - name: Timetable\n',
      'content/issues/2024-03-01-Fog.md': issue('Fog'),
      'content/issues/wind.md': issue('Wind', 'slug: gale\naliases: [/wind.html, /old/wind/]\n'),
      'content/issues/遅い.md': issue('Slow'),
      'content/pages/about.md': '---\ntitle: About\n---\nUs.',
    }),
  );
  if (typeof site === 'string') throw new Error(site);
  const imported = writeRecord(readSite(site, now), now);
  const sitemap = sitemapOf([
    '/',
    '/issues/',
    '/issues/2024-03-01-fog/',
    '/issues/gale/',
    '/wind.html',
    '/old/wind/',
    '/issues/%E9%81%85%E3%81%84/',
    '/affected/',
    '/affected/ferry-api/',
    '/affected/timetable/',
    '/affected/crane-north/',
    '/pages/about/',
    '/index.xml',
    '/issues/index.xml',
    '/affected/ferry-api/index.xml',
  ]);
  expect(deadEnds(imported, sitemap)).toEqual(['/pages/about/']);
  if (typeof imported === 'string') throw new Error(imported);
  expect(imported.reports.find(({ file }) => file.endsWith('about.md'))?.losses).toMatchObject([
    { code: 'not-an-issue' },
  ]);
});

test('each address in the sitemap of a page at Statuspage leads somewhere', () => {
  const component = { id: 'cccccccccccc', name: 'API', status: 'operational', group: false };
  const incident = (id: string, more: object = {}) => ({
    id,
    name: 'Late boats',
    status: 'resolved',
    impact: 'minor',
    created_at: '2026-03-01T10:00:00Z',
    components: [component],
    incident_updates: [
      { status: 'resolved', body: 'Over.', display_at: '2026-03-01T11:00:00Z' },
      { status: 'investigating', body: 'We look.', display_at: '2026-03-01T10:00:00Z' },
    ],
    ...more,
  });
  const imported = writeRecord(
    readPage({
      answers: [
        {
          file: 'all.json',
          json: {
            page: { name: 'Ferry', url: 'https://status.ferry.example', time_zone: 'Etc/UTC' },
            components: [component],
            incidents: [incident('abcdefghijkl'), incident('bcdefghijklm')],
            scheduled_maintenances: [
              incident('mmmmmmmmmmmm', {
                status: 'completed',
                impact: 'maintenance',
                scheduled_for: '2026-03-01T10:00:00Z',
                scheduled_until: '2026-03-01T11:00:00Z',
              }),
            ],
          },
        },
      ],
    }),
    now,
  );
  const sitemap = sitemapOf([
    '/',
    '/history',
    '/uptime',
    '/incidents/abcdefghijkl',
    '/incidents/bcdefghijklm',
    '/incidents/mmmmmmmmmmmm',
    '/history.atom',
    '/history.rss',
  ]);
  expect(deadEnds(imported, sitemap)).toEqual([]);
});

test('each address in the sitemap of an Upptime page leads somewhere', () => {
  const imported = writeRecord(
    readFolder(
      folderOf({
        '.upptimerc.yml':
          'sites:\n  - name: Ferry API\n    url: https://api.ferry.example\n  - name: Timetable\n    slug: times\nstatus-website:\n  cname: status.ferry.example\n',
        'history/times.yml': 'status: up\n',
        'issues.json': JSON.stringify(
          [3, 4].map((number) => ({
            number,
            title: '🛑 Ferry API is down',
            labels: [{ name: 'status' }, { name: 'ferry-api' }],
            createdAt: '2026-03-01T10:00:00Z',
            closedAt: '2026-03-01T11:00:00Z',
          })),
        ),
      }),
      {},
    ),
    now,
  );
  const sitemap = sitemapOf([
    '/',
    '/history/ferry-api',
    '/history/times',
    '/incident/3',
    '/incident/4',
  ]);
  expect(deadEnds(imported, sitemap)).toEqual([]);
});
