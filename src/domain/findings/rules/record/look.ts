import { canBeRead, contrast, leastContrast, papers, readable } from '../../../look.ts';
import { type PartialRecord, type RecordRule, type RuleFinding, edits } from '../../rule.ts';

const file = 'site.yaml';
const anchor = 'contact: { email: support@ferry.example }\n';

export const lowContrast: RecordRule = {
  code: 'low-contrast',
  level: 'error',
  serves: 'plain',
  because:
    'Links in a colour that hardly stands out are read by few, and least by whoever is in a hurry, in the sun, or does not see well.',
  fires: edits(file, {
    'a colour that is too light for light paper': [
      anchor,
      `${anchor}look: { accent: { light: "#3b9eff", dark: "#9cc3ff" } }\n`,
    ],
    'a colour that is too dark for dark paper': [
      anchor,
      `${anchor}look: { accent: { light: "#0b6e4f", dark: "#0b6e4f" } }\n`,
    ],
  }),
  passes: edits(file, {
    'a colour for each': [
      anchor,
      `${anchor}look: { accent: { light: "#0b6e4f", dark: "#7fd4b4" } }\n`,
    ],
  }),
  *check({ site }: PartialRecord): Generator<RuleFinding> {
    const accent = site?.look.accent;
    if (!accent) return;
    for (const paper of ['light', 'dark'] as const) {
      const colour = accent[paper];
      if (canBeRead(colour, paper)) continue;
      const reached = Math.min(...papers[paper].map((behind) => contrast(colour, behind)));
      yield {
        place: { file, path: ['look', 'accent', paper] },
        what: `${colour} stands out ${reached.toFixed(1)} : 1 on ${paper} paper.`,
        expected: `at least ${leastContrast} : 1`,
        write: `${paper}: "${readable(colour, paper)}"`,
      };
    }
  },
};

export const logoMissing: RecordRule = {
  code: 'logo-missing',
  level: 'error',
  serves: 'true',
  because: 'A page with a broken picture in its header looks as if nobody cared for it.',
  fires: edits(file, {
    'a logo that is not in public/': [
      anchor,
      `${anchor}look: { logo: { light: logo-of-nobody.svg } }\n`,
    ],
  }),
  passes: edits(file, {
    'a logo that is there': [anchor, `${anchor}look: { logo: { light: favicon.svg } }\n`],
  }),
  *check({ site, pages }: PartialRecord): Generator<RuleFinding> {
    for (const key of ['light', 'dark'] as const) {
      const picture = site?.look.logo?.[key];
      if (picture === undefined || pages.files.has(picture)) continue;
      yield {
        place: { file, path: ['look', 'logo', key] },
        what: `There is no ${picture} in public/.`,
        expected: 'a picture that lies there',
        write: `Put it at public/${picture}, or name one that is there.`,
      };
    }
  },
};
