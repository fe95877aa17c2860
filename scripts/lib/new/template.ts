import { WrongUsage } from '../command.ts';
import type { Given, Prompt } from './answered.ts';
import { oneOf } from './questions.ts';
import type { Known } from './setting.ts';

interface Wanted {
  /** What is to be said. */
  kind: string;
  given: Given;
  /** The template that was named. */
  named: string | undefined;
  known: Known;
  prompt: Prompt | undefined;
}

const none = 'none';

/** Whoever has given no answer yet is offered what was written before. */
async function chosen({ kind, given, named, known, prompt }: Wanted): Promise<string | undefined> {
  if (named !== undefined || !prompt || Object.keys(given).length) return named;
  const fitting = [...known.templates].filter(([, template]) => template.kind === kind);
  if (fitting.length === 0) return undefined;
  const id = await prompt(
    oneOf(
      { flag: 'template', ask: 'Begin with what was written before?', example: none },
      [
        { value: none, label: 'No, something else' },
        ...fitting.map(([value, { name }]) => ({ value, label: name })),
      ],
      none,
    ),
  );
  return id === none ? undefined : id;
}

/** The answers to begin with: those of a template, if one is wanted. @throws WrongUsage */
export async function begunBy(wanted: Wanted): Promise<Given> {
  const { kind, known } = wanted;
  const id = await chosen(wanted);
  if (id === undefined) return {};
  const template = known.templates.get(id);
  if (template?.kind !== kind) {
    const fitting = [...known.templates].flatMap(([name, one]) =>
      one.kind === kind ? [name] : [],
    );
    throw new WrongUsage(
      `There is no template “${id}” for this. Expected: ${fitting.join(', ') || 'a file in content/templates/'}.`,
    );
  }
  const {
    id: _id,
    kind: _kind,
    name: _name,
    ...answers
  } = template as typeof template & { id: string };
  return Object.fromEntries(
    Object.entries(answers).flatMap(([flag, value]) =>
      value === undefined ? [] : [[flag, [value].flat().join(', ')]],
    ),
  );
}
