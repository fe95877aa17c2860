/** What tokens of GitHub look like, also those that we were never told of. */
const tokens = /\b(gh[a-z]_[A-Za-z0-9_]{8,}|github_pat_[A-Za-z0-9_]{8,}|v1\.[0-9a-f]{40})\b/g;

/** Makes a function that takes secrets out of a text, whoever put them there. */
export const cleaner =
  (secrets: readonly string[]) =>
  (text: string): string =>
    secrets.reduce((clean, secret) => clean.replaceAll(secret, '***'), text.replace(tokens, '***'));

/** Does `work`; what it throws, whoever wrote the message, has no secret in it. */
export async function withCleanErrors<T>(clean: (text: string) => string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Error)) throw new Error(clean(String(error)));
    error.message = clean(error.message);
    error.stack = clean(error.stack ?? '');
    throw error;
  }
}
