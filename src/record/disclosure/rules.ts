import { type Rule, edits } from '../../domain/findings/rule.ts';

const incident = 'incidents/late-webhooks.yaml';
const postmortem = 'postmortems/late-webhooks.mdx';
const story = 'The workers drained the queue more slowly than it grew.';

const said = (title: string, by: string) => ({
  title,
  file: incident,
  replace: 'Nothing is lost.',
  by,
});
const told = (title: string, by: string) => ({ title, file: postmortem, replace: story, by });

export const disclosesSecret: Rule = {
  code: 'discloses-secret',
  level: 'error',
  serves: 'safe',
  because:
    'What lets somebody in is found within minutes of being published, and cannot be called back. It is said where it stands, and never repeated.',
  fires: [
    said('a token', 'We had used `ghp_abcdefghijklmnopqrstuvwxyz0123456789`.'),
    said('a password in an address', 'See amqps://mover:correct-horse@queue.example.com/.'),
    told(
      'a private key in a story',
      '```\n-----BEGIN RSA PRIVATE KEY-----\nMIIEowIBAAKCAQEAuJNWnNlX0ZQ3pPAVrdOGv3sXz0Yyzt1b6bYnYp7vKd2m\n-----END RSA PRIVATE KEY-----\n```',
    ),
  ],
  passes: [said('what a token looks like', 'Tokens that begin with `ghp_` did not work.')],
};

export const disclosesPerson: Rule = {
  code: 'discloses-person',
  level: 'error',
  serves: 'safe',
  because:
    'Who is named on a page like this is written to by strangers, and blamed. Customers reach the contact that site.yaml has; what else they may use is allowed there by name.',
  fires: [
    said('a colleague’s address', 'Ask jo.smith@ferry.example.'),
    said('a name in a chat', 'Ask @jo-smith.'),
    told('an address in a link', '[Write to her](mailto:jo.smith@ferry.example).'),
  ],
  passes: [
    said('a price by the piece', 'Five credits @ 2 EUR.'),
    ...edits(incident, {
      'an address that is allowed, with a reason': [
        'workaround: none',
        'workaround: Write to billing@ferry.example.\nallowed_in_public:\n  - { text: billing@ferry.example, because: The desk for invoices. }',
      ],
    }),
  ],
};

export const disclosesHost: Rule = {
  code: 'discloses-host',
  level: 'error',
  serves: 'safe',
  because:
    'A host that nobody can reach from outside tells customers nothing, and tells others how you are built.',
  fires: [
    said('an address in a private network', 'The node 10.4.17.3 is down.'),
    said('the same in IPv6', 'The node fd12:3456:789a::1 is down.'),
    said('a name in it', 'The host queue-3.eu.internal is down.'),
    said('a name of one word', 'We moved https://grafana/d/queue to another machine.'),
    said('the machine itself', 'It asked http://localhost:8080/health.'),
  ],
  passes: [
    said('a host of the web', 'See https://docs.example.com/ and 203.0.113.7.'),
    said('words that are none', 'The local cache was private; it took 10.5 minutes.'),
  ],
};

export const disclosesName: Rule = {
  code: 'discloses-name',
  level: 'error',
  serves: 'right',
  because:
    'What concerns a customer is between you and them, and the name of a project that is not announced says more than it should. Which names these are, `never_publish` in site.yaml says.',
  fires: edits('site.yaml', {
    'a customer’s name': [
      'url: https://status.ferry.example/',
      'url: https://status.ferry.example/\nnever_publish: [webhook deliveries]',
    ],
  }),
  passes: edits('site.yaml', {
    'a part of another word': [
      'url: https://status.ferry.example/',
      'url: https://status.ferry.example/\nnever_publish: [hook]',
    ],
  }),
};

export const disclosesPlace: Rule = {
  code: 'discloses-place',
  level: 'error',
  serves: 'safe',
  because:
    'Cameras write into a picture where it was taken: in your data centre, or at a colleague’s home. Readers of the page get that file.',
  fires: edits('postmortems/queue.svg', {
    'a place in the notes of a picture':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><metadata><exif:GPSLatitude xmlns:exif="http://ns.adobe.com/exif/1.0/">52,31.2N</exif:GPSLatitude></metadata><path d="M0 9 9 0"/></svg>',
  }),
  passes: edits('postmortems/queue.svg', {
    'a picture that says what it shows':
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Queue age</title><path d="M0 9 9 0"/></svg>',
  }),
};

export const disclosureRules: readonly Rule[] = [
  disclosesSecret,
  disclosesPerson,
  disclosesHost,
  disclosesName,
  disclosesPlace,
];
