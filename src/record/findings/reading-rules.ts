import { type Rule, edits } from '../../domain/findings/rule.ts';

const incident = 'incidents/late-webhooks.yaml';
const postmortem = 'postmortems/late-webhooks.mdx';

export const yamlSyntax: Rule = {
  code: 'yaml-syntax',
  level: 'error',
  serves: 'true',
  because:
    'What cannot be understood without guessing is not published. A key that stands twice would hide one of its two values.',
  fires: edits(incident, {
    'a colon in unquoted text': ['title: Webhooks arrived late', 'title: Late: webhooks'],
    'a key twice': ['severity: major', 'severity: major\nseverity: minor'],
    'a quotation mark that is not closed': ['title: Webhooks', 'title: "Webhooks'],
    'a key without its colon': ['severity: major', 'severity major'],
    'an unquoted text that begins like an alias': ['workaround: none', 'workaround: *none* yet'],
    'a tab for indentation': ['  - at: 2026-01-17T09:31:00Z', '\t- at: 2026-01-17T09:31:00Z'],
  }),
  passes: edits(incident, {
    'quoted text': ['title: Webhooks arrived late', 'title: "Late: webhooks"'],
  }),
};

export const unreadableFile: Rule = {
  code: 'unreadable-file',
  level: 'error',
  serves: 'true',
  because: 'A file that cannot be read is a part of the record that nobody sees.',
  fires: [
    ...edits(incident, { 'an empty file': '' }),
    ...edits(incident, {
      'a control character': ['arrived late', 'arrived\u0007 late'],
      'a character that turns the direction of the text': ['arrived late', 'arrived \u202Elate'],
      'a blank without width': ['arrived late', 'arrived\u200B late'],
      'a mark of direction': ['arrived late', 'arrived\u200F late'],
      'an end of a line that editors take for none': ['arrived late', 'arrived\u2028late'],
    }),
  ],
  passes: edits(incident, {
    'letters of any language': ['arrived late', 'kamen zu spät – 遅延'],
    'joiners, which some scripts and emoji need': ['arrived late', 'می\u200Cرسد 👩\u200D🔧 late'],
  }),
};

export const mergeConflict: Rule = {
  code: 'merge-conflict',
  level: 'error',
  serves: 'true',
  because:
    'Two people have written, and Git has put both versions into the file. Only a person can say which is true.',
  fires: [
    ...edits(incident, {
      'two versions of a line': [
        'severity: major\n',
        '<<<<<<< HEAD\nseverity: major\n=======\nseverity: minor\n>>>>>>> mend-severity\n',
      ],
    }),
    ...edits(postmortem, {
      'two versions of a story': [
        'The workers drained the queue more slowly than it grew.',
        '<<<<<<< HEAD\nThe workers were too slow.\n=======\nThe queue grew too fast.\n>>>>>>> shorter',
      ],
    }),
    ...edits(incident, {
      'a line that was left over': [
        'severity: major\n',
        'severity: major\n>>>>>>> mend-severity\n',
      ],
    }),
  ],
  passes: edits(postmortem, {
    'a row of equals signs under a heading': [
      'The workers drained the queue more slowly than it grew.',
      'Why late\n=======\n\nThe workers drained the queue more slowly than it grew.',
    ],
  }),
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
  fires: edits('site.yaml', {
    'an older format': ['format: 1\n', ''],
    'a newer format': ['format: 1', 'format: 7'],
  }),
  passes: edits('site.yaml', { 'a comment beside it': ['format: 1', 'format: 1 # Ownup 1'] }),
};

export const unexpectedFile: Rule = {
  code: 'unexpected-file',
  level: 'error',
  serves: 'true',
  because:
    'A file that no page shows is an incident that nobody hears of: mostly it has the wrong ending, or lies in the wrong folder.',
  fires: [
    ...edits('incidents/slow-search.yml', { 'the wrong ending': 'kind: incident\n' }),
    ...edits('postmortems/feed.xml.mdx', {
      'a name that a page of the site has already': '---\ntitle: Late\n---\n',
    }),
    ...edits('incidents/Slow Search.yaml', {
      'a name that cannot be an address': 'kind: incident\n',
    }),
  ],
  passes: edits('postmortems/queue.svg', {
    'a picture beside a postmortem': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"/>',
  }),
};

export const privateFile: Rule = {
  code: 'private-file',
  level: 'error',
  serves: 'right',
  because:
    'Who is owed money is between you and your customer. The content folder is published, `public/` is copied into the site as it is, and a repository remembers what was once in it.',
  fires: [
    ...edits('customers.csv', { 'a list of customers': 'id,plan,currency,fee\n' }),
    ...edits('.private/customers.csv', {
      'a list of customers in a hidden folder': 'id,plan,currency,fee\n',
    }),
    ...edits('incidents/credits-2026-01.csv', { 'a report of credits': 'row,id,credit\n' }),
  ],
  passes: edits('README.md', {
    'notes for those who write': 'Our customers are listed elsewhere.\n',
  }),
};

export const frontmatterMissing: Rule = {
  code: 'frontmatter-missing',
  level: 'error',
  serves: 'true',
  because: 'A postmortem begins with its facts, between two lines of three hyphens.',
  fires: edits(postmortem, {
    'no frontmatter': 'Just a story.\n',
    'frontmatter without an end': '---\ntitle: Late\n',
  }),
  passes: edits(postmortem, { 'a space behind the hyphens': ['---\ntitle', '--- \ntitle'] }),
};

const paper = ':root {\n  --paper: light-dark(#ffffff, #101418);\n}\n';

export const themeSyntax: Rule = {
  code: 'theme-syntax',
  level: 'error',
  serves: 'plain',
  because: 'A browser leaves out what it does not understand, and nobody is told.',
  fires: edits('theme.css', {
    'a rule without its beginning': `${paper}--ink: black; }\n`,
    'a value that is not closed': ':root { --ink: rgb(0 0 0; }\n',
  }),
  passes: edits('theme.css', { 'colours for light and dark': paper }),
};

export const themeLoads: Rule = {
  code: 'theme-loads',
  level: 'error',
  serves: 'safe',
  because:
    'A page asks nobody but its own host: not in an outage, when others may be down too, and not ever, because its readers are nobody else’s.',
  fires: edits('theme.css', {
    'styles from elsewhere': `@import "https://fonts.example/inter.css";\n${paper}`,
    'a picture from elsewhere': 'body { background: url(//cdn.example/paper.png); }\n',
  }),
  passes: edits('theme.css', {
    'a picture in public/': 'body { background: url(favicon.svg); }\n',
  }),
};

const contact = 'contact: { email: support@ferry.example }\n';

export const previewUnusable: Rule = {
  code: 'preview-unusable',
  level: 'warning',
  serves: 'true',
  because:
    'Where a picture cannot be shown beside a link to the page, ours stands there. No outage waits for it.',
  fires: edits('site.yaml', {
    'a picture that is not in public/': [
      contact,
      `${contact}look: { preview: preview-of-nobody.png }\n`,
    ],
  }),
  passes: edits('site.yaml', {
    'no picture of one’s own': [contact, `${contact}look: { home: "https://ferry.example/" }\n`],
  }),
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
