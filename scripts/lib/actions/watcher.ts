import type { Files } from '../../../src/record/files/files.ts';
import type { Result } from './result.ts';
import { withoutSecrets } from '../secrets.ts';
import { print } from '../report.ts';

/** Whoever watches a run. */
export interface Watcher {
  say: (text: string) => void;
  /** Where the run stands. `begins`: something new, and not one step more. */
  progress: (text: string, begins: boolean) => void;
  /** Nothing is on its way any more. */
  end: () => void;
}

const clear = '\r\u001B[K';

/** After so many ms a log hears of the next step. */
const quietFor = 10_000;

/** A person before a terminal sees the progress in one line; a log gets a line when something begins, and now and then where it stands. */
export function watcherOn(stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>): Watcher {
  let last = 0;
  const line = (text: string): void => {
    last = Date.now();
    stream.write(`${stream.isTTY ? clear : ''}${withoutSecrets(text)}\n`);
  };
  return {
    say: line,
    progress: (text, begins) => {
      if (stream.isTTY) stream.write(`${clear}${withoutSecrets(text)}`);
      else if (begins || Date.now() - last >= quietFor) line(text);
    },
    end: () => void (stream.isTTY && stream.write(clear)),
  };
}

/** Says what is wrong with the record. */
export function tellFindings(
  { findings }: Result,
  { files, content }: { files: Files; content: string },
): void {
  if (findings.length)
    process.stderr.write(print({ findings, content, files: files.list().length }, 'text'));
}
