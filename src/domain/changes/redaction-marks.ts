/** What stands in the place of what was taken out, in each language. */
export const redactionMarks = ['[redacted]', '[geschwärzt]'] as const;
