import { once } from 'node:events';
import { type Server, connect, createServer } from 'node:net';

/** Gives turns at a socket to whoever connects, one after the other, whichever process they are in. */
export function turnsAt(path: string): Promise<Server> {
  let last: Promise<unknown> = Promise.resolve();
  const server = createServer((socket) => {
    const over = new Promise((resolve) => socket.once('close', resolve));
    socket.on('error', () => socket.destroy()).resume();
    last = last.then(() => {
      socket.write('go');
      return over;
    });
  });
  return new Promise((resolve) => server.listen(path, () => resolve(server)));
}

/** Waits for a turn, and returns how to end it; the end of the process ends it too. */
export async function takeTurn(path: string): Promise<() => void> {
  const socket = connect(path);
  await once(socket, 'data');
  return () => void socket.destroy();
}
