/** Resolves when somebody wants the command to stop: with Ctrl-C, by a signal, or by ending the npm that has started it. */
export function stopped(): Promise<void> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => resolve());
    // npm does not hand on every signal, and never one that ends it at once.
    if (process.env['npm_lifecycle_event'])
      setInterval(() => {
        if (process.ppid !== parent) resolve();
      }, 1000).unref();
  });
}
