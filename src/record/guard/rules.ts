import { type Rule, edits } from '../../domain/findings/rule.ts';

const postmortem = 'postmortems/late-webhooks.mdx';
const incident = 'incidents/late-webhooks.yaml';
const story = 'The workers drained the queue more slowly than it grew.';

const written = (title: string, by: string) => ({ title, file: postmortem, replace: story, by });

export const contentSyntax: Rule = {
  code: 'content-syntax',
  level: 'error',
  serves: 'safe',
  because:
    'A story that cannot be understood is not published half. “<” and “{” begin something in MDX; as plain characters they stand in `code` or behind a backslash.',
  fires: [
    written('an unclosed component', '<Note>\n\nStill open.'),
    written('a stray brace', 'It said {.'),
    written('a stray angle bracket', 'It took <5 minutes.'),
  ],
  passes: [written('a brace in code', 'It said `{`.')],
};

export const contentCode: Rule = {
  code: 'content-code',
  level: 'error',
  serves: 'safe',
  because:
    'Content never runs. Whoever may write a postmortem may not thereby run code on the machine that builds it, nor in the reader’s browser.',
  fires: [
    written('an import', "import secrets from '../../.env?raw'"),
    written('an export', 'export const answer = 42'),
    written('an expression', 'It took {2 + 2} minutes.'),
    written('an import inside a component', "<Note>\n\nimport a from 'node:fs'\n\n</Note>"),
  ],
  passes: [written('code that is shown', '```js\nimport fs from "node:fs"\n```')],
};

export const contentElement: Rule = {
  code: 'content-element',
  level: 'error',
  serves: 'safe',
  because:
    'Postmortems are Markdown, a few harmless HTML elements, and the components that Ownup provides. Everything else could run, load or hide something.',
  fires: [
    written('a script', '<script>alert(1)</script>'),
    written('a frame', '<iframe title="x"></iframe>'),
    written('a component that does not exist', '<Chart />'),
    written('a component misspelt', '<Timline incident="late-webhooks" />'),
    written('a picture as HTML', '<img alt="Queue" />'),
  ],
  passes: [
    written('a component', '<Timeline incident="late-webhooks" />'),
    written('a harmless element', 'Press <kbd>Ctrl</kbd>.'),
  ],
};

export const contentAttribute: Rule = {
  code: 'content-attribute',
  level: 'error',
  serves: 'safe',
  because:
    'Attributes are words in quotes. Code in them, event handlers and styles would run or would break the page’s security policy.',
  fires: [
    written('an event handler', '<kbd onclick="alert(1)">x</kbd>'),
    written('code in an attribute', '<Timeline incident={process.env.HOME} />'),
    written('attributes from code', '<Note {...process.env}>\n\nx\n\n</Note>'),
    written('a style', '<mark style="position:fixed">x</mark>'),
    written('an attribute that the component does not have', '<Note colour="red">\n\nx\n\n</Note>'),
  ],
  passes: [written('a word in quotes', '<Note title="In short">\n\nx\n\n</Note>')],
};

export const contentLink: Rule = {
  code: 'content-link',
  level: 'error',
  serves: 'safe',
  because:
    'Links lead to the web, to mail or to a page of this site, and to nothing that runs. A link to a page or a heading that does not exist leads a reader nowhere.',
  fires: [
    written('a link that runs', '[more](javascript:alert(1))'),
    written('the same in disguise', '[more](java&#10;script&colon;alert(1))'),
    written('a link by reference', '[more][m]\n\n[m]: data:text/html,x'),
    written('a relative address', '[more](../other/)'),
    written('a postmortem that does not exist', '[more](/postmortems/lost-webhooks/)'),
    written('a service that does not exist', '[more](/services/webhoks/)'),
    written('a year in which nothing happened', '[more](/incidents/1999/)'),
    written('a page that no site has', '[more](/status/)'),
    written(
      'a heading that the story does not have',
      '## What happened\n\nText.\n\n[more](#what-happend)',
    ),
    ...edits(incident, { 'in an update': ['Nothing is lost.', '[More](vbscript:x).'] }),
  ],
  passes: [
    written('an address', '[more](https://example.com/docs)'),
    written('a page of this site', '[more](/incidents/late-webhooks/)'),
    written(
      'a service, a year, and what credits there are',
      '[one](/services/api/), [two](/incidents/2026/), [three](/credits/)',
    ),
    written('a heading of the story', '## What happened\n\nText.\n\n[more](#what-happened)'),
    written('mail', '<Note>\n\n[Write to us](mailto:support@ferry.example).\n\n</Note>'),
  ],
};

export const contentPicture: Rule = {
  code: 'content-picture',
  level: 'error',
  serves: 'safe',
  because:
    'Pictures lie beside the postmortem, so that they are kept with it and no other host learns who reads. One without a description tells some readers nothing, and one that is no whole picture of the type that its name says tells nobody anything.',
  fires: [
    written('a picture on another host', '![Queue age](https://example.com/queue.png)'),
    written('the same without a scheme', '![Queue age](//example.com/queue.png)'),
    written('a picture that is not there', '![Queue age](./missing.png)'),
    written('a file outside the content folder', '![Queue age](../../../etc/passwd.png)'),
    written('something that is no picture', '![Queue age](./late-webhooks.mdx?raw)'),
    written('a picture without a description', '![](./queue.svg)'),
    written('a picture by reference', '![Queue age][q]\n\n[q]: https://example.com/queue.png'),
    ...edits(incident, {
      'a picture in an update': ['Nothing is lost.', '![x](https://example.com/x.png)'],
    }),
    ...edits('postmortems/queue.svg', {
      'a drawing that runs':
        '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>',
      'a drawing that loads':
        '<svg xmlns="http://www.w3.org/2000/svg"><image href="https://example.com/x.png"/></svg>',
      'a drawing that does not say how wide and high it is':
        '<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 9 9 0"/></svg>',
    }),
    ...edits('postmortems/queue.png', { 'text that is called a picture': 'Queue age' }),
    ...edits('postmortems/queue.jpg', { 'a picture of which only the name is there': '' }),
  ],
  passes: [
    written('a picture beside the postmortem', '![Queue age, rising from 09:14](./queue.svg)'),
    ...edits('postmortems/queue.svg', {
      'a drawing as wide as its page, with a viewBox':
        '<svg xmlns="http://www.w3.org/2000/svg" width="100%" viewBox="0 0 480 270"><path d="M0 9 9 0"/></svg>',
    }),
  ],
};

export const contentEmpty: Rule = {
  code: 'content-empty',
  level: 'error',
  serves: 'plain',
  because:
    'A title, a heading or a link in which nothing can be read says nothing, and is nowhere for those who listen to the page.',
  fires: [
    ...edits(incident, {
      'a title of a blank': ['title: Webhooks arrived late', 'title: "&nbsp;"'],
      'a link without words': ['title: Webhooks arrived late', 'title: "[](https://x.example)"'],
    }),
    written('a heading without words', '## &#8203;'),
    written('a link without words in a story', 'See [](https://example.com/).'),
  ],
  passes: [
    written('a picture that is a link', '[![Queue age](./queue.svg)](https://example.com/)'),
  ],
};

export const contentHidden: Rule = {
  code: 'content-hidden',
  level: 'error',
  serves: 'true',
  because:
    'Marks that turn the direction of a text, or that do not show at all, let a page say something else than what is written. It does not matter how they are written.',
  fires: [
    written('a mark that turns what follows', 'Paid to &#8238;REYAP.'),
    written('the same in a title', '[more](https://example.com/ "&#x202e;x")'),
    written('the same in an attribute', '<Note title="&#8238;x">\n\nx\n\n</Note>'),
    ...edits(incident, {
      'a blank without width in an update': [
        'Nothing is lost.',
        'Nothing is lo&ZeroWidthSpace;st.',
      ],
    }),
  ],
  passes: [
    written('a blank that does not break', 'After 5&nbsp;minutes.'),
    written('how it is written, as code', 'The mark is `&#8238;`.'),
  ],
};

export const htmlInText: Rule = {
  code: 'html-in-text',
  level: 'warning',
  serves: 'plain',
  because:
    'In the fields of YAML, HTML is shown as the text that it is. Readers would see the tags.',
  fires: edits(incident, { 'a tag in an update': ['Nothing is lost.', '<b>Nothing</b> is lost.'] }),
  passes: edits(incident, { Markdown: ['Nothing is lost.', '**Nothing** is lost.'] }),
};

export const guardRules: readonly Rule[] = [
  contentSyntax,
  contentCode,
  contentElement,
  contentAttribute,
  contentLink,
  contentPicture,
  contentEmpty,
  contentHidden,
  htmlInText,
];
