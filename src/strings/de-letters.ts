import type { letters as en } from './en-letters.ts';

export const letters: typeof en = {
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
  subject: (site, amount) => `Ihre Gutschrift von ${site}: ${amount}`,
  happened: (title, times, format) =>
    `${title}: ${format.list(times.map(({ from, to }) => `${format.dateTime(from)} bis ${format.dateTime(to)}`))}`,
  days: (first, last, format) => `${format.day(first)} bis ${format.day(last)}`,
  earned: (of) =>
    `${of.what} (${of.policy}, ${of.days}): Die Verfügbarkeit war ${of.uptime}. Dafür gibt es ${of.share} der Gebühr von ${of.fee}: ${of.amount}`,
  goodwill: (what, amount) => `${what}: Für das, was geschehen ist, geben wir ${amount} dazu`,
  expired: (what, amount, until) =>
    `${what}: ${amount} konnten bis ${until} verlangt werden und sind nicht in der Summe`,
  automatic: 'Sie müssen nichts tun: Wir ziehen es von dem ab, was Sie zahlen.',
  claimed: 'Sie haben rechtzeitig gefragt und müssen nichts weiter tun.',
  claimable: (policy, amount, how, until) =>
    `${policy}, ${amount}: ${how}${until === undefined ? '' : ` Möglich bis ${until}.`}`,
};
