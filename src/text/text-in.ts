/** A node of any tree of a text, of Markdown or of HTML. */
interface TreeNode {
  readonly type: string;
  readonly value?: unknown;
  readonly children?: readonly TreeNode[];
}

/** The text in a tree, without what is only written to mark it up. */
export const textIn = ({ value, children }: TreeNode): string =>
  children ? children.map(textIn).join('') : String(value ?? '');
