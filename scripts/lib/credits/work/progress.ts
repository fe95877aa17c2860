/** So many rows between two words on how far it is. */
const every = 50_000;
const everyInLogs = 250_000;

const onTerminal = process.stderr.isTTY;

/** Clears the line on a terminal, when all rows have been read. */
export function endProgress(): void {
  if (onTerminal) process.stderr.write('\r\u001B[K');
}

/** Says on standard error how many rows have been read: on a terminal in one line, in a log now and then. */
export function progress(row: number): void {
  if (onTerminal && row % every === 0) process.stderr.write(`\r\u001B[K${row} rows …`);
  else if (!onTerminal && row % everyInLogs === 0) process.stderr.write(`${row} rows …\n`);
}
