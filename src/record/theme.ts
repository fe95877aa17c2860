import { createRequire } from 'node:module';
import type * as lightningcss from 'lightningcss';
import type { Finding } from '../domain/findings/finding.ts';
import type { Files } from './files/files.ts';
import { themeFile } from './files/layout.ts';
import { readText } from './files/text-file.ts';
import { themeLoads, themeSyntax } from './findings/reading-rules.ts';
import { findingAt } from './yaml/source.ts';

/** The styles of a company, as they are sent, and what is wrong with them. */
export interface Theme {
  text: string | undefined;
  findings: Finding[];
}

// Most records have no theme, and the parser takes as long to load as all the rest.
const parser = (): typeof lightningcss =>
  createRequire(import.meta.url)('lightningcss') as typeof lightningcss;

/** A parser that stops says where. */
interface Stopped extends Error {
  loc?: { line: number; column: number };
}

/** An address that stays on the host that has sent the styles, below the folder that they are in. */
const isOwn = (url: string): boolean => !/^([a-z][a-z\d+.-]*:|\/|\\)/i.test(url.trim());

const syntaxFinding = ({ message, loc }: Stopped): Finding =>
  findingAt(
    themeSyntax,
    themeFile,
    { line: loc?.line ?? 1, column: loc?.column ?? 1 },
    {
      what: `These styles cannot be understood from here on: ${message}.`,
      expected: 'CSS: rules with properties in braces',
      write: ':root { --link: light-dark(#1d4f91, #9cc3ff); }',
    },
  );

/** What the styles would load. @throws Stopped where they cannot be understood */
function loadFindings(text: string): Finding[] {
  const { dependencies } = parser().transform({
    filename: themeFile,
    code: Buffer.from(text),
    analyzeDependencies: true,
  });
  return (dependencies || []).flatMap((loads) => {
    if (!('url' in loads) || (loads.type === 'url' && isOwn(loads.url))) return [];
    const { type, url, loc } = loads;
    return findingAt(themeLoads, themeFile, loc.start, {
      what: type === 'import' ? `This loads other styles, ${url}.` : `This loads ${url}.`,
      expected: 'styles that are all in this file, and pictures of this site, without a “/” first',
      write:
        type === 'import'
          ? 'Copy here what you need of it.'
          : 'url(picture.svg), a file in public/',
    });
  });
}

/** Reads the styles of a company, if there are any. */
export function readTheme(files: Files, { hasTheme }: { hasTheme: boolean }): Theme {
  if (!hasTheme) return { text: undefined, findings: [] };
  const { text, findings } = readText(files, themeFile);
  if (text === undefined) return { text, findings };
  try {
    return { text, findings: [...findings, ...loadFindings(text)] };
  } catch (error) {
    return { text, findings: [...findings, syntaxFinding(error as Stopped)] };
  }
}
