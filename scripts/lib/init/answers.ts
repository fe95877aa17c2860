import { cancel, group, text } from '@clack/prompts';
import { WrongUsage } from '../command.ts';

/** What a new status page needs to know. */
export interface Answers {
  name: string;
  url: string;
  contact: string;
  /** The names of the services, as customers know them. */
  services: string;
  language: string;
  'time-zone': string;
}

type Name = keyof Answers;

/** What is asked, in this order; what has a default may be left out. */
const questions: Readonly<Record<Name, { ask: string; like: string; usual?: string }>> = {
  name: { ask: 'What do customers call your product?', like: 'Ferry' },
  url: {
    ask: 'Where will the page be? Not under the domain that it reports on',
    like: 'https://ferry-status.example/',
  },
  contact: { ask: 'To which address do customers write?', like: 'support@ferry.example' },
  services: {
    ask: 'What do they rely on? Separated by commas',
    like: 'Events API, Webhooks, Dashboard',
  },
  language: { ask: 'In which language do you write to them?', like: 'de', usual: 'en' },
  'time-zone': { ask: 'In which time zone?', like: 'Europe/Berlin', usual: 'UTC' },
};

const names = Object.keys(questions) as Name[];

/** On a terminal, what is missing is asked. @throws WrongUsage if nobody wants to answer */
async function asked(given: Partial<Answers>): Promise<Partial<Answers>> {
  const answers = await group(
    Object.fromEntries(
      names
        .filter((name) => given[name] === undefined)
        .map((name) => {
          const { ask, like, usual } = questions[name];
          return [
            name,
            () =>
              text({
                message: ask,
                placeholder: like,
                ...(usual === undefined ? {} : { initialValue: usual }),
                validate: (value) => (value?.trim() ? undefined : `Such as ${like}`),
              }),
          ];
        }),
    ),
    {
      onCancel: () => {
        cancel('Nothing is written.');
        throw new WrongUsage('Nothing is written.');
      },
    },
  );
  return { ...given, ...answers };
}

/** All answers: given as options, asked on a terminal, or the usual ones. @throws WrongUsage if one is missing */
export async function answersFrom(given: Partial<Answers>): Promise<Answers> {
  const isTerminal = process.stdin.isTTY && process.stdout.isTTY;
  const known = isTerminal ? await asked(given) : given;
  const entries = names.map((name) => {
    const { like, usual } = questions[name];
    const answer = known[name]?.trim() || usual;
    if (answer === undefined)
      throw new WrongUsage(
        `--${name} is missing. Expected: for example --${name} ${JSON.stringify(like)}.`,
      );
    return [name, answer];
  });
  return Object.fromEntries(entries) as Answers;
}
