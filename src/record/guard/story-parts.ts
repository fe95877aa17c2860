import { parser } from './parser.ts';

/** A part of a story that can be looked at by itself, and the line, from 0, on which it begins. */
export interface StoryPart {
  text: string;
  line: number;
  /** It holds tags that another part may close. */
  isTag: boolean;
}

/** HTML ends where Markdown says, which may be late; between empty lines it may be whole. */
function* pieces({ text, line, isTag }: StoryPart): Generator<StoryPart> {
  let at = 0;
  for (const piece of text.split(/\n[ \t]*(?=\n)/)) {
    const first = text.indexOf(piece, at);
    yield { text: piece, line: line + text.slice(0, first).split('\n').length - 1, isTag };
    at = first + piece.length;
  }
}

/** The blocks of a story as Markdown sees them, to which a component that is never closed is only a line. */
export function storyParts(body: string): StoryPart[] {
  const lines = body.split('\n');
  const root = parser().markdownToMdast(`${body}\n`, { features: { frontmatter: false } });
  return ('children' in root ? root.children : []).flatMap(({ type, position }) => {
    if (!position) return [];
    const line = position.start.line - 1;
    const part = {
      text: lines.slice(line, position.end.line).join('\n'),
      line,
      isTag: type === 'html',
    };
    return part.isTag ? [...pieces(part)] : [part];
  });
}
