import type { follow as en } from './en-follow.ts';
import type { TextsOf } from './says.ts';

export const follow: TextsOf<typeof en> = {
  title: 'Folgen',
  link: 'Folgen: per Feed, Chat, E-Mail oder Kalender',
  description: 'So erfahren Sie, wenn bei {name} etwas geschieht.',
  reader: {
    title: 'Im Feed-Reader',
    steps: [
      'Geben Sie Ihrem Reader die Adresse {address}. Jede Meldung ist dort ein eigener Eintrag.',
    ],
  },
  slack: {
    title: 'In Slack',
    steps: [
      'Schreiben Sie in den Kanal, der benachrichtigt werden soll: {address}. Kennt Slack /feed nicht, fügt zuerst jemand, der Apps hinzufügen darf, die App RSS hinzu.',
      'Slack bestätigt das Abonnement und zeigt jede Meldung wenige Minuten nach ihrer Veröffentlichung.',
    ],
  },
  teams: {
    title: 'In Teams',
    steps: [
      'Öffnen Sie die App Workflows und legen Sie einen Flow an. Die früheren Connectors für Feeds gibt es in Teams nicht mehr.',
      'Wählen Sie als Auslöser „Beim Veröffentlichen eines Feedelements“ von RSS, mit der Adresse {address}.',
      'Wählen Sie als Aktion „Nachricht in einem Chat oder Kanal veröffentlichen“, mit Titel und Link des Feedelements.',
    ],
  },
  discord: {
    title: 'In Discord',
    steps: [
      'Discord liest selbst keine Feeds: Laden Sie einen Bot ein, der das tut, etwa MonitoRSS.',
      'Geben Sie ihm die Adresse {address} und den Kanal.',
    ],
  },
  mail: {
    title: 'Per E-Mail',
    steps: [
      'Thunderbird und Outlook für Windows zeigen Feeds neben der Post. In Thunderbird: Neues Konto, Feed-Konto, Hinzufügen, {address}. In Outlook: Rechtsklick auf RSS-Feeds, Neuen RSS-Feed hinzufügen.',
      'Wenn Sie E-Mails erhalten möchten, geben Sie die Adresse einem Dienst, der Feeds als E-Mails verschickt.',
    ],
  },
  calendar: {
    title: 'Im Kalender',
    steps: [
      'Geplante Wartungen stehen unter {address}. Wird eine verlegt, wandert sie auch in Ihrem Kalender.',
      'Google Kalender: Weitere Kalender, +, Per URL. Outlook: Kalender hinzufügen, Aus dem Internet abonnieren. Apple: Ablage, Neues Kalenderabonnement.',
    ],
  },
  programs: {
    title: 'Für Programme',
    steps: [
      'Wie es gerade steht, in weniger als einem Kilobyte: {address}.',
      'Dienste, Störungen und Wartungen in der Form von Statuspage, die viele Programme lesen: {api}.',
      'Ein Abzeichen für ein Readme oder ein Wiki, das zeigt, wie es steht: {badge}.',
    ],
  },
  feeds: 'Alle Feeds und Kalender',
  whole: 'Störungen und Berichte, jeder als ein Eintrag, der wächst (RSS)',
  wholeAtom: 'Dasselbe als Atom',
  wholeJson: 'Dasselbe als JSON Feed',
  updates: 'Jede Meldung (RSS)',
  postmortems: 'Berichte (RSS)',
  promises: 'Zusagen: gegeben, eingehalten, aufgegeben, über dem Termin (RSS)',
  calendarOf: 'Geplante Wartung (iCalendar)',
  promisesCalendar: 'Die Termine der Zusagen (iCalendar)',
  services: 'Meldungen zu einem Dienst (RSS)',
};
