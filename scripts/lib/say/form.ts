import { stringify } from 'yaml';
import type { Given } from '../new/answered.ts';
import { incident } from '../new/incident.ts';
import type { Question } from '../new/question.ts';
import type { Known } from '../new/setting.ts';

/** The questions that a new incident asks, in their order. */
export function questionsIn(known: Known): Question<unknown>[] {
  const asking = incident({ known, now: 0, zone: known.site.time_zone });
  const questions: Question<unknown>[] = [];
  let turn = asking.next();
  while (!turn.done) {
    const question = turn.value;
    if (!question.aside) questions.push(question);
    const read = question.read(question.example);
    turn = asking.next(question.isTime || !('value' in read) ? 0 : read.value);
  }
  return questions;
}

const hints = ({ choices = [], many }: Question<unknown>): string | undefined =>
  many ? undefined : choices.map(({ label, hint }) => `**${label}**: ${hint ?? ''}`).join(' ');

function field(question: Question<unknown>): object {
  const { flag, ask, example, choices, many, usual } = question;
  const validations = { required: usual === undefined && !question.isTime };
  if (choices)
    return {
      type: 'dropdown',
      id: flag,
      attributes: {
        label: ask,
        ...(hints(question) && { description: hints(question) }),
        ...(many && { multiple: true }),
        options: choices.map(({ label }) => label),
      },
      validations,
    };
  if (question.isTime)
    return {
      type: 'input',
      id: flag,
      attributes: {
        label: ask,
        description:
          flag === 'since'
            ? 'now, 20m ago, 14:05, yesterday 23:10. Left out: when this is written.'
            : 'in 30m, 14:05. Left out: as the severity promises.',
        placeholder: example,
      },
      validations,
    };
  return {
    type: 'textarea',
    id: flag,
    attributes: {
      label: ask,
      description: 'This becomes public as it stands.',
      placeholder: example,
    },
    validations,
  };
}

/** The issue form by which somebody without a clone says what customers notice. */
export const formOf = (known: Known): string =>
  `# Made by npm run forms, from services.yaml and site.yaml.\n${stringify(
    {
      name: 'Incident',
      description: 'Customers notice something. What you write here is public within minutes.',
      title: 'Incident',
      body: questionsIn(known).map(field),
    },
    { lineWidth: 0 },
  )}`;

const unanswered = '_No response_';

/** The answers in an issue that was made with the form; `undefined` for any other. */
export function answersIn(body: string, known: Known): Given | undefined {
  const questions = questionsIn(known);
  const flagOf = new Map(questions.map(({ ask, flag }) => [ask, flag]));
  const answers = new Map<string, string[]>();
  let current: string[] | undefined;
  for (const line of body.replaceAll('\r\n', '\n').split('\n')) {
    const flag = flagOf.get(/^### (.+)$/.exec(line)?.[1]?.trim() ?? '');
    // Whoever writes a heading of the form into an answer does not answer another question with it.
    if (flag === undefined || answers.has(flag)) current?.push(line);
    else answers.set(flag, (current = []));
  }
  if (questions.some(({ flag }) => !answers.has(flag))) return undefined;
  return Object.fromEntries(
    [...answers].flatMap(([flag, lines]) => {
      const text = lines.join('\n').trim();
      return text === '' || text === unanswered ? [] : [[flag, text]];
    }),
  );
}
