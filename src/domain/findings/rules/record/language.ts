import { builtInLanguages, canonicalTag, isSpoken, lookupTags } from '../../../language.ts';
import {
  type PartialRecord,
  type RecordRule,
  type RuleFinding,
  translationFile,
  edits,
} from '../../rule.ts';
import { listOf } from '../../../../text/suggest.ts';

export const untranslatedLanguage: RecordRule = {
  code: 'untranslated-language',
  level: 'warning',
  serves: 'plain',
  because:
    'Where nobody has translated the words of the interface, they are English, and the pages say that they are. What you write is marked as your language.',
  fires: edits('site.yaml', {
    'a language that the interface does not speak': [
      'name: Ferry\n',
      'name: Ferry\nlanguage: pt-BR\n',
    ],
  }),
  passes: edits('site.yaml', {
    'a language as it is spoken somewhere': ['name: Ferry\n', 'name: Ferry\nlanguage: de-AT\n'],
  }),
  *check({ site, translations }: PartialRecord): Generator<RuleFinding> {
    if (!site || isSpoken(site.language, translations)) return;
    yield {
      place: { file: 'site.yaml', path: ['language'] },
      what: `Nobody has translated the interface into ${site.language}: its words, dates and numbers will be English.`,
      expected: `${listOf(builtInLanguages)}, or a language whose words are in strings/`,
      write: `Leave it if that will do; else write the words into ${translationFile(canonicalTag(site.language) ?? site.language)}.`,
    };
  },
};

/** Of so many that are missing, the first are named. */
const most = 10;

export const untranslatedWords: RecordRule = {
  code: 'untranslated-words',
  level: 'warning',
  serves: 'plain',
  because:
    'What a language leaves out is English on its pages. They say so to browsers and to whoever hears them read out, but to a reader it is a foreign sentence.',
  fires: edits('strings/fr.yaml', {
    'a language with a word or two':
      'skip: Aller au contenu\nnav: { home: État, incidents: Historique }\n',
  }),
  passes: edits('strings/en.yaml', {
    'a word of a language that Ownup speaks by itself': 'nav: { postmortems: What went wrong }\n',
  }),
  *check({ translations, untranslated }: PartialRecord): Generator<RuleFinding> {
    for (const tag of Object.keys(translations)) {
      const { missing, of } = untranslated(tag);
      if (missing.length === 0) continue;
      const rest = missing.length - most;
      yield {
        place: { file: translationFile(tag), path: [] },
        what: `${missing.length} of ${of} words are missing, and will be English: ${missing.slice(0, most).join(', ')}${rest > 0 ? ` and ${rest} more` : ''}.`,
        expected: 'all words of docs/strings/en.yaml, which comes with Ownup',
        write: 'Copy what is missing from there, and translate it.',
      };
    }
  },
};

export const unusedTranslation: RecordRule = {
  code: 'unused-translation',
  level: 'warning',
  serves: 'true',
  because: 'Words that no page says are mostly under a wrong tag.',
  fires: edits('strings/de.yaml', {
    'words of a language that is not the one of the site': 'nav: { postmortems: Nachlesen }\n',
  }),
  passes: edits('strings/en.yaml', {
    'other words for English': 'nav: { postmortems: What went wrong }\n',
  }),
  *check({ site, translations }: PartialRecord): Generator<RuleFinding> {
    if (!site) return;
    const used = lookupTags(site.language);
    for (const tag of Object.keys(translations)) {
      if (used.includes(tag)) continue;
      yield {
        place: { file: translationFile(tag), path: [] },
        restsOn: [{ file: 'site.yaml', path: ['language'] }],
        what: `No page says this: the language of the site is ${site.language}.`,
        expected: `${used.map(translationFile).join(' or ')}`,
        write: `language: ${tag} in site.yaml, or another name for this file.`,
      };
    }
  },
};
