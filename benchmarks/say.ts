import { filesOnDisk } from '../src/record/files/files.ts';
import { readRecord } from '../src/record/read-record.ts';
import { contentFolder } from '../tests/support/content.ts';
import { type Turn, down, enter, onTerminal } from '../tests/support/on-terminal.ts';
import { incidentsIn, saidAt } from '../tests/support/said.ts';

// How many keystrokes and seconds it takes from `npm run new -- incident` to a valid file, beside the text itself. The command answers on a real
// terminal, and the time that it takes is measured; for each key the time of a slow typist is added.
// Run: npm run bench:say

const text = 'Webhooks leave late. None is lost.';
const goal = { keys: 60, seconds: 20 };
/** Two keys in a second. */
const secondsPerKey = 0.5;

/** The five answers: the usual ones, or each with something else. */
const answers: Readonly<Record<string, readonly string[]>> = {
  'what is usual': [text + enter, ` ${enter}`, enter, enter, enter],
  'each answer another': [
    text + enter,
    `${down} ${enter}`,
    down + enter,
    `20m ago${enter}`,
    `in 45m${enter}`,
  ],
};
const questions = [
  'What do customers see?',
  'Which services?',
  'How bad is it?',
  'Since when?',
  'Next update by when?',
];
console.log('| answers | keys beside the text | seconds of the command | seconds in all | valid |');
console.log('| --- | ---: | ---: | ---: | --- |');
for (const [name, typed] of Object.entries(answers)) {
  const content = contentFolder({
    'incidents/late-webhooks.yaml': '',
    'postmortems/late-webhooks.mdx': '',
    'postmortems/queue.svg': '',
  });
  const turns = typed.map((keys, index): Turn => [questions[index] ?? '', keys]);
  const start = performance.now();
  const { code } = await onTerminal('new', ['incident', '--content', content], turns, {
    OWNUP_NOW: saidAt,
  });
  const command = (performance.now() - start) / 1000;
  const keys = typed.join('').replaceAll(down, '↓').length - text.length;
  const all = command + keys * secondsPerKey;
  const [file = ''] = incidentsIn(content);
  const { findings } = readRecord(filesOnDisk(content), Date.parse(saidAt), true);
  const isValid = code === 0 && !findings.some((found) => found.file === `incidents/${file}`);
  console.log(
    `| ${name} | ${keys} | ${command.toFixed(1)} | ${all.toFixed(1)} | ${isValid ? 'yes' : 'no'} |`,
  );
  if (!isValid || keys >= goal.keys || all >= goal.seconds) process.exitCode = 1;
}
