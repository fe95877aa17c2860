/** Text that MDX reads as Markdown alone. */
const inMdx = (markdown: string): string =>
  markdown.replace(/[{}<]/g, (sign) => `&#${sign.codePointAt(0)};`);

/** A draft of what the old page told, in which all is left to be answered that it did not keep as a fact. */
export const draftOf = (id: string, title: string, story: string): string =>
  [
    '---',
    '# yaml-language-server: $schema=../../docs/schemas/postmortem.schema.json',
    `title: ${JSON.stringify(title)}`,
    'status: draft',
    `incidents: [${id}]`,
    'summary: # One or two sentences on what customers lost. The old page did not keep them apart.',
    'ownership: # What was done wrong, in the first person.',
    'whys: # Only what is known; the text below may have it in its own words.',
    '# actions: what was promised then, by whom, and whether it was kept.',
    '---',
    '',
    inMdx(story),
    '',
  ].join('\n');
