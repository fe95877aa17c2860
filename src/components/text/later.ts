/** What an element becomes at a time (epoch ms), while the page stays open. A `{time}` in its text is where the time in the element goes. */
export interface Later {
  at: number;
  classes: string;
  text: string;
}

/** The same as an attribute that src/browser/live.ts reads; `undefined` if nothing will change. */
export const laterAttribute = (steps: readonly Later[]): string | undefined =>
  steps.length ? JSON.stringify(steps.map(({ at, classes, text }) => [at, classes, text])) : undefined;
