/** What stands in the place of what was taken out, in each language. */
export const redactionMarks = ['[redacted]', '[geschwärzt]'] as const;

export const isRedacted = (text: string): boolean =>
  redactionMarks.some((mark) => text.includes(mark));
