import type { Position } from '../../domain/findings/finding.ts';
import { top } from '../yaml/source.ts';

/** A text that becomes public, and where in its file a part of it stands. */
export interface PublicText {
  file: string;
  text: string;
  positionOf: (offset: number) => Position;
}

/** Lines and columns of a text, both from 1. */
const within =
  (text: string) =>
  (offset: number): Position => ({
    line: text.slice(0, offset).split('\n').length,
    column: offset - text.lastIndexOf('\n', offset - 1),
  });

/** A file of text, or a part of one that has its lines. */
export const wholeText = (file: string, text: string): PublicText => ({
  file,
  text,
  positionOf: within(text),
});

/** What has no lines: notes in a picture, the name of a file. */
export const textWithoutLines = (file: string, text: string): PublicText => ({
  file,
  text,
  positionOf: () => top,
});
