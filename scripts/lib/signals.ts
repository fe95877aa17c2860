/** The signals by which somebody ends a process, and the exit code that says so. */
const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

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
