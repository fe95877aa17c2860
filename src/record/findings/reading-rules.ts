import type { Rule } from '../../domain/findings/rule.ts';

const incident = 'incidents/late-webhooks.yaml';
const postmortem = 'postmortems/late-webhooks.mdx';

export const yamlSyntax: Rule = {
  code: 'yaml-syntax',
  level: 'error',
  serves: 'true',
  because:
    'What cannot be understood without guessing is not published. A key that stands twice would hide one of its two values.',
  fires: [
    {
      title: 'a colon in unquoted text',
      file: incident,
      replace: 'title: Webhooks arrived late',
      by: 'title: Late: webhooks',
    },
    {
      title: 'a key twice',
      file: incident,
      replace: 'severity: major',
      by: 'severity: major\nseverity: minor',
    },
    {
      title: 'a quotation mark that is not closed',
      file: incident,
      replace: 'title: Webhooks',
      by: 'title: "Webhooks',
    },
    {
      title: 'a key without its colon',
      file: incident,
      replace: 'severity: major',
      by: 'severity major',
    },
    {
      title: 'an unquoted text that begins like an alias',
      file: incident,
      replace: 'workaround: none',
      by: 'workaround: *none* yet',
    },
    {
      title: 'a tab for indentation',
      file: incident,
      replace: '  - at: 2026-01-17T09:31:00Z',
      by: '\t- at: 2026-01-17T09:31:00Z',
    },
  ],
  passes: [
    {
      title: 'quoted text',
      file: incident,
      replace: 'title: Webhooks arrived late',
      by: 'title: "Late: webhooks"',
    },
  ],
};

export const unreadableFile: Rule = {
  code: 'unreadable-file',
  level: 'error',
  serves: 'true',
  because: 'A file that cannot be read is a part of the record that nobody sees.',
  fires: [
    { title: 'an empty file', file: incident, by: '' },
    {
      title: 'a control character',
      file: incident,
      replace: 'arrived late',
      by: 'arrived\u0007 late',
    },
    {
      title: 'a character that turns the direction of the text',
      file: incident,
      replace: 'arrived late',
      by: 'arrived \u202Elate',
    },
    {
      title: 'a blank without width',
      file: incident,
      replace: 'arrived late',
      by: 'arrived\u200B late',
    },
    {
      title: 'a mark of direction',
      file: incident,
      replace: 'arrived late',
      by: 'arrived\u200F late',
    },
    {
      title: 'an end of a line that editors take for none',
      file: incident,
      replace: 'arrived late',
      by: 'arrived\u2028late',
    },
  ],
  passes: [
    {
      title: 'letters of any language',
      file: incident,
      replace: 'arrived late',
      by: 'kamen zu spät – 遅延',
    },
    {
      title: 'joiners, which some scripts and emoji need',
      file: incident,
      replace: 'arrived late',
      by: 'می\u200Cرسد 👩\u200D🔧 late',
    },
  ],
};

export const mergeConflict: Rule = {
  code: 'merge-conflict',
  level: 'error',
  serves: 'true',
  because:
    'Two people have written, and Git has put both versions into the file. Only a person can say which is true.',
  fires: [
    {
      title: 'two versions of a line',
      file: incident,
      replace: 'severity: major\n',
      by: '<<<<<<< HEAD\nseverity: major\n=======\nseverity: minor\n>>>>>>> mend-severity\n',
    },
    {
      title: 'two versions of a story',
      file: postmortem,
      replace: 'The workers drained the queue more slowly than it grew.',
      by: '<<<<<<< HEAD\nThe workers were too slow.\n=======\nThe queue grew too fast.\n>>>>>>> shorter',
    },
    {
      title: 'a line that was left over',
      file: incident,
      replace: 'severity: major\n',
      by: 'severity: major\n>>>>>>> mend-severity\n',
    },
  ],
  passes: [
    {
      title: 'a row of equals signs under a heading',
      file: postmortem,
      replace: 'The workers drained the queue more slowly than it grew.',
      by: 'Why late\n=======\n\nThe workers drained the queue more slowly than it grew.',
    },
  ],
};

export const missingFile: Rule = {
  code: 'missing-file',
  level: 'error',
  serves: 'true',
  because:
    'The site’s name, zone and severities, and the list of services, are what everything else refers to.',
  fires: [],
  passes: [],
};

export const otherFormat: Rule = {
  code: 'other-format',
  level: 'error',
  serves: 'true',
  because:
    'What a record says depends on the format that it is written in. Read as another, it would say something else, or nothing.',
  fires: [
    {
      title: 'an older format',
      file: 'site.yaml',
      replace: 'format: 1\n',
      by: '',
    },
    { title: 'a newer format', file: 'site.yaml', replace: 'format: 1', by: 'format: 7' },
  ],
  passes: [
    {
      title: 'a comment beside it',
      file: 'site.yaml',
      replace: 'format: 1',
      by: 'format: 1 # Ownup 1',
    },
  ],
};

export const unexpectedFile: Rule = {
  code: 'unexpected-file',
  level: 'error',
  serves: 'true',
  because:
    'A file that no page shows is an incident that nobody hears of: mostly it has the wrong ending, or lies in the wrong folder.',
  fires: [
    { title: 'the wrong ending', file: 'incidents/slow-search.yml', by: 'kind: incident\n' },
    {
      title: 'a name that a page of the site has already',
      file: 'postmortems/feed.xml.mdx',
      by: '---\ntitle: Late\n---\n',
    },
    {
      title: 'a name that cannot be an address',
      file: 'incidents/Slow Search.yaml',
      by: 'kind: incident\n',
    },
  ],
  passes: [
    {
      title: 'a picture beside a postmortem',
      file: 'postmortems/queue.svg',
      by: '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
    },
  ],
};

export const privateFile: Rule = {
  code: 'private-file',
  level: 'error',
  serves: 'right',
  because:
    'Who is owed money is between you and your customer. The content folder is published, `public/` is copied into the site as it is, and a repository remembers what was once in it.',
  fires: [
    { title: 'a list of customers', file: 'customers.csv', by: 'id,plan,currency,fee\n' },
    {
      title: 'a list of customers in a hidden folder',
      file: '.private/customers.csv',
      by: 'id,plan,currency,fee\n',
    },
    { title: 'a report of credits', file: 'incidents/credits-2026-01.csv', by: 'row,id,credit\n' },
  ],
  passes: [
    {
      title: 'notes for those who write',
      file: 'README.md',
      by: 'Our customers are listed elsewhere.\n',
    },
  ],
};

export const frontmatterMissing: Rule = {
  code: 'frontmatter-missing',
  level: 'error',
  serves: 'true',
  because: 'A postmortem begins with its facts, between two lines of three hyphens.',
  fires: [
    { title: 'no frontmatter', file: postmortem, by: 'Just a story.\n' },
    { title: 'frontmatter without an end', file: postmortem, by: '---\ntitle: Late\n' },
  ],
  passes: [
    {
      title: 'a space behind the hyphens',
      file: postmortem,
      replace: '---\ntitle',
      by: '--- \ntitle',
    },
  ],
};

const paper = ':root {\n  --paper: light-dark(#ffffff, #101418);\n}\n';

export const themeSyntax: Rule = {
  code: 'theme-syntax',
  level: 'error',
  serves: 'plain',
  because: 'A browser leaves out what it does not understand, and nobody is told.',
  fires: [
    { title: 'a rule without its beginning', file: 'theme.css', by: `${paper}--ink: black; }\n` },
    { title: 'a value that is not closed', file: 'theme.css', by: ':root { --ink: rgb(0 0 0; }\n' },
  ],
  passes: [{ title: 'colours for light and dark', file: 'theme.css', by: paper }],
};

export const themeLoads: Rule = {
  code: 'theme-loads',
  level: 'error',
  serves: 'safe',
  because:
    'A page asks nobody but its own host: not in an outage, when others may be down too, and not ever, because its readers are nobody else’s.',
  fires: [
    {
      title: 'styles from elsewhere',
      file: 'theme.css',
      by: `@import "https://fonts.example/inter.css";\n${paper}`,
    },
    {
      title: 'a picture from elsewhere',
      file: 'theme.css',
      by: 'body { background: url(//cdn.example/paper.png); }\n',
    },
  ],
  passes: [
    {
      title: 'a picture in public/',
      file: 'theme.css',
      by: 'body { background: url(favicon.svg); }\n',
    },
  ],
};

const contact = 'contact: { email: support@ferry.example }\n';

export const previewUnusable: Rule = {
  code: 'preview-unusable',
  level: 'warning',
  serves: 'true',
  because:
    'Where a picture cannot be shown beside a link to the page, ours stands there. No outage waits for it.',
  fires: [
    {
      title: 'a picture that is not in public/',
      file: 'site.yaml',
      replace: contact,
      by: `${contact}look: { preview: preview-of-nobody.png }\n`,
    },
  ],
  passes: [
    {
      title: 'no picture of one’s own',
      file: 'site.yaml',
      replace: contact,
      by: `${contact}look: { home: "https://ferry.example/" }\n`,
    },
  ],
};

export const readingRules: readonly Rule[] = [
  unreadableFile,
  mergeConflict,
  missingFile,
  otherFormat,
  unexpectedFile,
  privateFile,
  yamlSyntax,
  frontmatterMissing,
  themeSyntax,
  themeLoads,
  previewUnusable,
];
