import type { Files } from '../../../src/data/files.ts';
import type { Result } from './result.ts';
import { withoutSecrets } from '../secrets.ts';
import { print } from '../report.ts';

/** Whoever watches a run. */
export interface Watcher {
  say: (text: string) => void;
  /** Where the run stands; nothing when it is through. */
  progress: (text: string) => void;
}

/** A person before a terminal sees the progress in one line; a log gets only what is worth a line. */
export const watcherOn = (stream: NodeJS.WriteStream): Watcher => ({
  say: (text) => void stream.write(`${stream.isTTY ? '\r\u001B[K' : ''}${withoutSecrets(text)}\n`),
  progress: (text) => void (stream.isTTY && stream.write(`\r\u001B[K${withoutSecrets(text)}`)),
});

/** Says what is wrong with the record. */
export function tellFindings(
  { findings }: Result,
  { files, content }: { files: Files; content: string },
): void {
  if (findings.length)
    process.stderr.write(print({ findings, content, files: files.list().length }, 'text'));
}
