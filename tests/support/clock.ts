let time = Date.now();

/** The clock of the commands that tests run, and of what these talk to: it stands still, but for the waits of the commands. Epoch ms. */
export const clock = {
  now: (): number => time,
  set: (later: number): void => {
    time = later;
  },
};
