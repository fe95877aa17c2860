import { findingText } from '../../domain/findings/finding.ts';
import { listOf, suggest } from '../../text/suggest.ts';
import { components, elements } from './allowed.ts';
import { contentAttribute, contentElement } from './rules.ts';
import { type Reason } from './guard-finding.ts';

/** An attribute as the parser gives it; `value` is text only if it stood in quotes. */
export interface Attribute {
  type: string;
  name?: string;
  value?: unknown;
}

/** What to write instead of an element that content may not have. */
function insteadOf(name: string | null, meant: string | undefined): string {
  if (name === 'img') return '![what the picture shows](./picture.png)';
  if (name === 'a') return '[text](https://…)';
  return meant ? `<${meant}>` : 'Use Markdown, or remove it; as plain text write \\<.';
}

function unknownElement(name: string | null): Reason {
  const meant = suggest(name ?? '', Object.keys(components));
  const what = `<${name ?? ''}> is neither a component of Ownup nor harmless HTML.${meant ? ` Did you mean <${meant}>?` : ''}`;
  const offered = listOf(Object.keys(components).map((component) => `<${component}>`));
  return [contentElement, findingText(what, `Markdown, or ${offered}`, insteadOf(name, meant))];
}

function attributeReason(
  element: string,
  known: readonly string[],
  { type, name, value }: Attribute,
  isAgain: boolean,
): Reason | undefined {
  const expected = known.length ? `only ${listOf(known)}, with words in quotes` : 'no attributes';
  const refuse = (what: string, write: string): Reason => [
    contentAttribute,
    findingText(what, expected, write),
  ];
  if (type !== 'mdxJsxAttribute')
    return refuse(
      `<${element}> takes its attributes from code.`,
      'Write each attribute as name="words".',
    );
  if (!known.includes(name ?? ''))
    return refuse(`<${element}> may not have the attribute “${name}”.`, 'Remove it.');
  if (typeof value !== 'string')
    return refuse(`The attribute “${name}” is not words in quotes.`, `${name}="…"`);
  if (isAgain) return refuse(`The attribute “${name}” is there twice.`, 'Leave one of them.');
  return undefined;
}

/** The attributes that an element of this name may have; `undefined` if there may be no such element. */
const allowedIn = (name: string): readonly string[] | undefined =>
  [components, elements]
    .map((list) => (Object.hasOwn(list, name) ? list[name] : undefined))
    .find((known) => known !== undefined);

/** What is wrong with an element or a component, and with its attributes. */
export function elementReasons(name: string | null, attributes: readonly Attribute[]): Reason[] {
  const known = name === null ? undefined : allowedIn(name);
  if (name === null || !known) return [unknownElement(name)];
  const names = attributes.map((attribute) => attribute.name);
  return attributes
    .map((attribute, at) =>
      attributeReason(name, known, attribute, names.indexOf(attribute.name) < at),
    )
    .filter((reason) => reason !== undefined);
}
