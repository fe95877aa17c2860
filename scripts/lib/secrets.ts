/** What tokens look like, also those that we were never told of: the kinds of GitHub, and those that carry what they allow. */
const tokens =
  /\b(gh[a-z]_[A-Za-z0-9_.-]{8,}|github_pat_[A-Za-z0-9_]{8,}|v1\.[0-9a-f]{40}|eyJ[\w-]{8,}\.[\w-]+\.[\w-]+)/g;

/** The secrets that a command is given, the lines of a key each by itself. */
const given = (variables: Readonly<Record<string, string | undefined>>): string[] =>
  ['GITHUB_TOKEN', 'OWNUP_APP_PRIVATE_KEY'].flatMap(
    (name) => variables[name]?.split(/\\n|\s+/).filter((part) => part.length >= 8) ?? [],
  );

/** `text` as it may be printed, without secrets, whoever put them there. `more`: those that came up meanwhile. */
export const withoutSecrets = (text: string, more: readonly string[] = []): string =>
  [...given(process.env), ...more]
    .reduce((clean, secret) => clean.replaceAll(secret, '***'), text)
    .replace(tokens, '***');
