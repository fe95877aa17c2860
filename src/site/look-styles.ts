import type { StatusRecord } from '../domain/record/record.ts';

/** What a company adds to our styles: its colour, then its theme; nothing where it has neither. */
export const lookStyles = ({
  site: { look },
  theme,
}: Pick<StatusRecord, 'site' | 'theme'>): string =>
  [
    look.accent && `:root { --link: light-dark(${look.accent.light}, ${look.accent.dark}); }`,
    theme?.trim(),
  ]
    .filter(Boolean)
    .map((styles) => `${styles}\n`)
    .join('');
