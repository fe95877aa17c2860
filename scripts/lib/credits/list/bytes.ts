import { open } from 'node:fs/promises';
import { unopened } from './bad-list.ts';

/** Bytes that are read at once: text of more than 128 KB is kept apart by V8, which costs more than reading it. */
export const pieceLength = 64 * 1024;

/** The bytes of a file, piece by piece. All pieces are in the same memory: one is gone when the next is asked for. @throws BadList */
export async function* bytesOf(path: string): AsyncGenerator<Buffer> {
  const memory = Buffer.alloc(pieceLength);
  try {
    await using file = await open(path);
    for (;;) {
      const { bytesRead } = await file.read(memory, 0, pieceLength);
      if (bytesRead === 0) return;
      yield memory.subarray(0, bytesRead);
    }
  } catch (error) {
    throw error instanceof Error && 'syscall' in error ? unopened(path, error) : error;
  }
}
