/** The signals by which somebody ends a process, and the exit code that says so. */
const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Resolves when somebody wants the command to stop: with Ctrl-C, by a signal, or by ending the npm that has started it. */
export function stopped(): Promise<void> {
  const parent = process.ppid;
  return new Promise((resolve) => {
    for (const signal of Object.keys(codes)) process.once(signal, () => resolve());
    // npm does not hand on every signal, and never one that ends it at once.
    if (process.env['npm_lifecycle_event'])
      setInterval(() => process.ppid === parent || resolve(), 1000).unref();
  });
}

/** Runs `release` when somebody ends the process, and then ends it. Returns how to forget about that. */
export function onSignal(release: () => void): () => void {
  const listeners = Object.entries(codes).map(([signal, code]) => {
    const listener = (): void => {
      release();
      process.exit(code);
    };
    process.once(signal, listener);
    return () => process.off(signal, listener);
  });
  return () => listeners.forEach((remove) => remove());
}
