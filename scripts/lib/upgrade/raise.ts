import { isScalar, parseDocument } from 'yaml';

/** What a package.json says of Ownup: which version, and where in the text. */
interface Asked {
  version: string;
  from: number;
  to: number;
}

function askedIn(text: string): Asked | undefined {
  // JSON is YAML, and this parser says where things stand.
  const doc = parseDocument(text, { logLevel: 'error' });
  for (const list of ['dependencies', 'devDependencies']) {
    const node = doc.getIn([list, 'ownup'], true);
    if (isScalar(node) && typeof node.value === 'string' && node.range)
      return { version: node.value, from: node.range[0], to: node.range[1] };
  }
  return undefined;
}

const newer = (one: string, other: string): boolean =>
  one.localeCompare(other, 'en', { numeric: true }) > 0;

/** What becomes of a package.json so that it asks for `own`, the Ownup that runs. */
export type Raise =
  /** It asks for it already, or for none. */
  | { do: 'nothing' }
  | { do: 'raise'; from: string; text: string }
  /** It asks for a newer one, which is not the one that runs. */
  | { do: 'install'; version: string }
  /** What it asks for is no version: a folder, a workspace, a tag. */
  | { do: 'leave'; version: string };

export function raiseIn(text: string, own: string): Raise {
  const asked = askedIn(text);
  if (!asked) return { do: 'nothing' };
  const { version, from, to } = asked;
  const [, range = '', exact] = /^([~^]?)(\d+\.\d+\.\d+\S*)$/.exec(version) ?? [];
  if (exact === undefined) return { do: 'leave', version };
  if (exact === own) return { do: 'nothing' };
  if (newer(exact, own)) return { do: 'install', version };
  const raised = JSON.stringify(range + own);
  return { do: 'raise', from: version, text: text.slice(0, from) + raised + text.slice(to) };
}
