import { says } from './says.ts';

/** How to follow the page. {address}: that of the feed, calendar or file that a way takes. */
export const follow = {
  title: 'Follow',
  link: 'Follow by feed, chat, mail or calendar',
  description: says('How to be told when something happens to {name}.', 'name'),
  reader: {
    title: 'In a feed reader',
    steps: ['Give your reader the address {address}. Every update is an entry of its own.'],
  },
  slack: {
    title: 'In Slack',
    steps: [
      'In the channel that is to be told, write {address}. If Slack does not know /feed, somebody who may add apps to it adds the app RSS first.',
      'Slack answers that it has subscribed, and posts each update a few minutes after it was published.',
    ],
  },
  teams: {
    title: 'In Teams',
    steps: [
      'Open the app Workflows and create a flow. The connectors for feeds that Teams once had are gone.',
      'As the trigger, take “When a feed item is published” of RSS, with the address {address}.',
      'As the action, take “Post message in a chat or channel”, with the title and the link of the feed item.',
    ],
  },
  discord: {
    title: 'In Discord',
    steps: [
      'Discord reads no feeds by itself: invite a bot that does, such as MonitoRSS.',
      'Give it the address {address} and the channel.',
    ],
  },
  mail: {
    title: 'By e-mail',
    steps: [
      'Thunderbird and Outlook for Windows show feeds beside the mail. In Thunderbird: New account, Feed account, Add, {address}. In Outlook: right click on RSS Feeds, Add a new RSS feed.',
      'To be sent mails, give the address to a service that turns feeds into them.',
    ],
  },
  calendar: {
    title: 'In your calendar',
    steps: [
      'Planned maintenance is at {address}. It moves in your calendar when we move it.',
      'Google Calendar: Other calendars, +, From URL. Outlook: Add calendar, Subscribe from web. Apple: File, New Calendar Subscription.',
    ],
  },
  programs: {
    title: 'For programs',
    steps: [
      'How things are right now, in less than a kilobyte: {address}.',
      'Services, incidents and maintenance in the shape of Statuspage, which many programs read: {api}.',
      'A badge for a readme or a wiki, which shows how things are: {badge}.',
    ],
  },
  feeds: 'All feeds and calendars',
  whole: 'Incidents and postmortems, each as one entry that grows (RSS)',
  wholeAtom: 'The same as Atom',
  wholeJson: 'The same as JSON Feed',
  updates: 'Every update (RSS)',
  postmortems: 'Postmortems (RSS)',
  promises: 'Promises: made, kept, given up, past their day (RSS)',
  calendarOf: 'Planned maintenance (iCalendar)',
  promisesCalendar: 'The days of promises (iCalendar)',
  services: 'Updates on one service (RSS)',
};
