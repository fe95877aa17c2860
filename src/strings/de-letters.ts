import type { letters as en } from './en-letters.ts';
import type { TextsOf } from './says.ts';

export const letters: TextsOf<typeof en> = {
  template: `# Ihre Gutschrift von {{site}}

An {{customer}}

{{site}} war nicht so für Sie da, wie wir es versprochen haben. Ihnen stehen zu: {{amount}}.

## Was geschehen ist

{{what_happened}}

## Wie wir rechnen

{{arithmetic}}

## Wie Sie es bekommen

{{how}}
`,
  subject: 'Ihre Gutschrift von {site}: {amount}',
  happened: '{title}: {times}',
  span: '{from} bis {to}',
  earned:
    '{what} ({policy}, {days}): Die Verfügbarkeit war {uptime}. Dafür gibt es {share} der Gebühr von {fee}: {amount}',
  goodwill: '{what}: Für das, was geschehen ist, geben wir {amount} dazu',
  expired: '{what}: {amount} konnten bis {until} verlangt werden und sind nicht in der Summe',
  less: 'Davon ab gehen {amount}: Sie haben sie schon bekommen, oder sie sind mehr, als wir in einem Jahr geben',
  automatic: 'Sie müssen nichts tun: Wir ziehen es von dem ab, was Sie zahlen.',
  claimed: 'Sie haben rechtzeitig gefragt und müssen nichts weiter tun.',
  claimable: '{policy}, {amount}: {how}',
  claimableUntil: '{policy}, {amount}: {how} Möglich bis {until}.',
};
