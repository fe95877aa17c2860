import { narrated, summed, updated, wordingRule } from './wording.ts';

const waiver = (text: string, by: string) => ({
  title: 'words that are allowed, with a reason',
  file: 'incidents/late-webhooks.yaml',
  replace: 'workaround: none',
  by: `workaround: ${text}\nallowed_wording:\n  - { text: ${by}, because: A customer asked for these words. }`,
});

export const minimisingWords = wordingRule({
  kind: 'minimising',
  code: 'minimising-words',
  serves: 'plain',
  because:
    'Customers know these words, and read them as “we would rather not say”. A number, even a bad one, is believed. English and German.',
  does: 'says less than happened',
  expected: 'how many, or how long, in numbers; or that you do not know yet',
  fires: [
    updated('a small number', 'Since 09:14 a small number of customers get HTTP 500.'),
    updated('some users', 'Some users cannot sign in.'),
    narrated('a brief outage', 'There was a brief outage of the queue.'),
    narrated('something intermittent', 'Deliveries failed intermittently.'),
  ],
  passes: [
    updated('a number beside it', 'A small number of customers, 14 of 3100, waited.'),
    updated('what is not known yet', 'Webhooks are late. We do not know yet for how many.'),
    updated('the opposite', 'This was not a minor outage.'),
    narrated('a severity of the record', 'We first called it a minor incident.'),
    narrated('what others said', 'We had written “some users are affected”.'),
    waiver('Wait for a brief moment.', 'brief moment'),
  ],
});

export const evadingWords = wordingRule({
  kind: 'evading',
  code: 'evading-words',
  serves: 'own',
  because:
    'Who may have been affected wants to know whether they were, and an apology for “any inconvenience” is one for nothing in particular. English and German.',
  does: 'evades what happened',
  expected: 'what it did to customers, as something that happened',
  fires: [
    updated('may be experiencing', 'You may be experiencing errors.'),
    updated('any inconvenience', 'We apologise for any inconvenience.'),
    updated('patience', 'Thank you for your patience.'),
    narrated('nobody made them', 'Mistakes were made.'),
    narrated('seriously', 'We take the reliability of our service very seriously.'),
  ],
  passes: [
    updated('what happened', 'Two in five deliveries failed. We are sorry.'),
    updated('what customers may do', 'You may send them again.'),
    narrated('thanks for something', 'Thank you to those who sent us their logs.'),
  ],
});

export const rationalisingWords = wordingRule({
  kind: 'rationalising',
  code: 'rationalising-words',
  serves: 'plain',
  because: 'An excuse is heard instead of the apology beside it. English and German.',
  does: 'excuses what happened',
  expected: 'what would have prevented it, and why it was not there',
  fires: [
    narrated('beyond our control', 'The storm was beyond our control.'),
    narrated('unprecedented', 'The load was unprecedented.'),
    narrated('technically', 'Technically, nothing was lost.'),
  ],
  passes: [
    narrated('how much it was', 'The load was four times that of any day before.'),
    narrated('the opposite', 'The load was not unprecedented.'),
  ],
});

export const blamingWords = wordingRule({
  kind: 'blaming',
  code: 'blaming-words',
  serves: 'own',
  because:
    'Customers chose the company, not its engineer and not its supplier. Whoever made a mistake at work made it for all of you. English and German.',
  does: 'blames somebody else',
  expected: 'what we did or left undone',
  fires: [
    narrated('an engineer', 'An engineer made a mistake.'),
    updated('human error', 'This was caused by human error.'),
    updated('a supplier', 'Our upstream provider is having issues.'),
    updated('a third party', 'Webhooks are late due to a third-party outage.'),
  ],
  passes: [
    narrated('our mistake', 'We made a mistake.'),
    updated('who is at work', 'Webhooks are late. An engineer restarted them.'),
    narrated('our part', 'The mail company failed, and we had nothing in its place.'),
  ],
});

export const patronisingWords = wordingRule({
  kind: 'patronising',
  code: 'patronising-words',
  serves: 'plain',
  because:
    'Nothing is simple for whoever waits for it to work, and who has to be told what they know is taken for a fool. English and German.',
  does: 'talks down to readers',
  expected: 'the sentence without these words',
  fires: [
    updated('simply', 'Simply restart your client.'),
    narrated('as you know', 'As you know, queues grow.'),
    narrated('obviously', 'Obviously, this is not what we want.'),
  ],
  passes: [
    updated('what to do', 'Please restart your client.'),
    narrated('simple as a property', 'The repair was simple.'),
  ],
});

export const hedgedApology = wordingRule({
  kind: 'hedged',
  code: 'hedged-apology',
  serves: 'own',
  because: 'What stands behind “sorry, but” takes back what stands before it. English and German.',
  does: 'takes the apology back',
  expected: 'an apology that ends with a full stop',
  fires: [
    narrated('but', 'We are sorry for the delay, but no data was lost.'),
    narrated('somebody else', 'We apologise for the errors caused by our provider.'),
  ],
  passes: [
    narrated('a whole apology', 'We are sorry for the delay. No data was lost.'),
    narrated('sorry for a reason', 'We are sorry that mails were late due to our change.'),
  ],
});

export const vagueWords = wordingRule({
  kind: 'vague',
  code: 'vague-words',
  serves: 'promise',
  because: 'Nobody can plan with “soon”. A time can be kept or missed. English and German.',
  does: 'promises nothing that could be missed',
  expected: 'by when; or when more will be said',
  fires: [
    updated('shortly', 'Webhooks will be back shortly.'),
    updated('as soon as possible', 'We will mend this as soon as possible.'),
    updated('potential issues', 'We are looking into a potential issue.'),
  ],
  passes: [
    updated('by when', 'Webhooks will be back soon, at 10:30.'),
    updated('the opposite', 'Webhooks will not be back soon.'),
    narrated('soon, as it was', 'Soon after that the queue grew.'),
  ],
});

export const overdoneWords = wordingRule({
  kind: 'overdone',
  code: 'overdone-words',
  serves: 'plain',
  because: 'Who is down does not want to be cheered up, or shouted at. English and German.',
  does: 'is more than the occasion bears',
  expected: 'plain words, and full stops',
  fires: [
    updated('delight', 'We are delighted to announce that webhooks are back.'),
    updated('an exclamation mark', 'Webhooks are back!'),
    updated('capitals', 'Please DO NOT RESTART your client.'),
    narrated('around the clock', 'We worked around the clock.'),
  ],
  passes: [
    updated('plain words', 'Webhooks are back.'),
    updated('abbreviations', 'HTTP requests to the API get JSON.'),
    narrated('code', 'The check was `if (!ok)`.'),
  ],
});

export const summaryJargon = wordingRule({
  kind: 'jargon',
  code: 'summary-jargon',
  serves: 'plain',
  because:
    'A summary is for customers, who know what did not work for them and not how it is built. The story may go as deep as it likes. English and German.',
  does: 'is a word of engineers',
  expected: 'what it is to a customer',
  fires: [
    summed('the name of a program', 'The etcd of our cluster was full.'),
    summed('what is inside', 'A race condition made deliveries late.'),
  ],
  passes: [
    summed('what customers saw', 'Deliveries were late for 47 minutes.'),
    narrated('the same in the story', 'The etcd of our cluster was full.'),
  ],
});
