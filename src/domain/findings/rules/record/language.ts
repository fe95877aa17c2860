import { interfaceIn, interfaceLanguages } from '../../../language.ts';
import type { PartialRecord, RuleFinding, RecordRule } from '../../rule.ts';
import { listOf } from '../../../../text/suggest.ts';

export const untranslatedLanguage: RecordRule = {
  code: 'untranslated-language',
  level: 'warning',
  serves: 'plain',
  because:
    'Where nobody has translated the words of the interface, they are English, and the pages say that they are. What you write is marked as your language.',
  fires: [
    {
      title: 'a language that the interface does not speak',
      file: 'site.yaml',
      replace: 'name: Ferry\n',
      by: 'name: Ferry\nlanguage: pt-BR\n',
    },
  ],
  passes: [
    {
      title: 'a language as it is spoken somewhere',
      file: 'site.yaml',
      replace: 'name: Ferry\n',
      by: 'name: Ferry\nlanguage: de-AT\n',
    },
  ],
  *check({ site }: PartialRecord): Generator<RuleFinding> {
    if (!site || interfaceIn(site.language)) return;
    yield {
      place: { file: 'site.yaml', path: ['language'] },
      what: `Nobody has translated the interface into ${site.language}: its words, dates and numbers will be English.`,
      expected: listOf(interfaceLanguages),
      write:
        'Leave it if that will do; else translate src/strings/, which is one file. CONTRIBUTING.md says how.',
    };
  },
};
