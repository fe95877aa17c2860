/** A part of a body that was written at one time. */
export interface Segment {
  /** What names it, as plain words. */
  label: string;
  /** The line that names it, if it says more than a label does and has to stay in the text. */
  head: string;
  /** The place of its `track` among the times. */
  track: number | undefined;
  text: string;
  /** Its text begins on the line of its label. */
  inline: boolean;
  /** A line is drawn above it. */
  ruled: boolean;
}
