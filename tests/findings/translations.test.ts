import { expect, test } from 'vitest';
import { exampleRecord } from '../../src/domain/findings/example-record.ts';
import { brief, briefly, findingsIn } from '../support/reading.ts';

const french = 'name: Ferry\nlanguage: fr\n';
const site = `${exampleRecord['site.yaml']}`.replace('name: Ferry\n', french);
const inFrench = (file: string, text: string | Uint8Array) => ({
  ...exampleRecord,
  'site.yaml': site,
  [file]: text,
});
const fr = 'strings/fr.yaml';
const missing = `untranslated-words ${fr}:1:1`;

test.each([
  ['skip: Aller au contenu\n', []],
  ['nav: { serch: Recherche }\n', [`unknown-key ${fr}:1:8`]],
  ['skip: 3\n', [`wrong-value ${fr}:1:7`]],
  ['skip: ""\n', [`wrong-value ${fr}:1:1`]],
  ['skip: " "\n', [`wrong-value ${fr}:1:7`]],
  ['skip: "a\\u202Eb"\n', [`wrong-value ${fr}:1:7`]],
  ['skip: <b>Aller</b>\n', [`wrong-value ${fr}:1:7`]],
  ['siteTitle: "État de {nmae}"\n', [`wrong-value ${fr}:1:12`]],
  ['siteTitle: État\n', [`wrong-value ${fr}:1:12`]],
  ['siteTitle: "{name} {name}"\n', []],
  ['asOf: "État : {time}"\n', []],
  ['asOf: État\n', [`wrong-value ${fr}:1:7`]],
  ['history: { entries: { one: Une entrée, other: "# entrées" } }\n', []],
  ['history: { entries: "# entrées" }\n', []],
  ['history: { entries: { one: "# entrée" } }\n', [`missing-key ${fr}:1:21`]],
  ['history: { entries: { few: "#", other: "# entrées" } }\n', [`unknown-key ${fr}:1:23`]],
  ['history: { entries: { other: entrées } }\n', [`wrong-value ${fr}:1:30`]],
  ['follow: { reader: { steps: ["À {address}.", Fin.] } }\n', []],
  ['follow: { reader: { steps: [Fin.] } }\n', [`wrong-value ${fr}:1:28`]],
  ['- skip\n', [`wrong-value ${fr}:1:1`]],
  ['nav: Menu\n', [`wrong-value ${fr}:1:6`]],
])('of %s is said where, and what', (text, expected) => {
  expect(briefly(inFrench(fr, text)).filter((one) => one !== missing)).toEqual(expected);
});

test.each([
  ['skip: "Aller\n', `yaml-syntax ${fr}:1:7`],
  ['skip: Aller\nskip: Venir\n', `yaml-syntax ${fr}:2:1`],
  ['', `unreadable-file ${fr}:1:1`],
  ['skip: a\u200Bb\n', `unreadable-file ${fr}:1:8`],
  [Uint8Array.from([0x73, 0x3a, 0x20, 0xe9, 0x0a]), `unreadable-file ${fr}:1:4`],
])('a file that is no text of ours is refused: %j', (text, expected) => {
  expect(briefly(inFrench(fr, text))).toContain(expected);
});

test('what was probably meant is said, and what English says', () => {
  const [key, place] = findingsIn(
    inFrench(fr, 'nav: { serch: Recherche }\nsiteTitle: "État de {nmae}"\n'),
  ).filter(({ level }) => level === 'error');
  expect(key?.what).toContain('“search”');
  expect(place?.what).toContain('{nmae}');
  expect(place?.expected).toContain('{name} status');
});

test('all that is missing is one finding, which counts it', () => {
  const found = findingsIn(inFrench(fr, 'skip: Aller au contenu\n'));
  expect(found.map(brief)).toEqual([missing]);
  expect(found[0]?.what).toMatch(/^\d{3} of \d{3} words .*navigation/);
});

test.each(['french', 'xx', 'pt-br', 'fr_FR', 'FR', 'fr.yml'])(
  'strings/%s.yaml is no language, and is told so',
  (tag) => {
    const file = `strings/${tag}.yaml`.replace('.yml.yaml', '.yml');
    const [found] = findingsIn(inFrench(file, 'skip: Aller\n')).filter(
      ({ level }) => level === 'error',
    );
    expect(found && brief(found)).toBe(`unexpected-file ${file}:1:1`);
    expect(found?.expected).toContain('strings/TAG.yaml');
  },
);

test('a region takes the words of its language', () => {
  const swiss = { ...inFrench(fr, 'skip: Aller\n'), 'site.yaml': site.replace('fr', 'fr-CH') };
  expect(briefly(swiss)).toEqual([missing]);
});

test('what must never be public is found in words too', () => {
  expect(briefly(inFrench(fr, 'contact: Écrivez à anna@elsewhere.example\n'))).toContain(
    `discloses-person ${fr}:1:10`,
  );
});
