import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { onTestFinished } from 'vitest';

/** A port that leads on to another, and can be cut as a cable is. It is closed when the test has ended. */
export async function startBetween(port: number): Promise<{ port: number; cut: () => void }> {
  const open: Socket[] = [];
  const cut = () => open.forEach(socket => socket.destroy());
  const server = createServer(near => {
    const far = connect(port, '127.0.0.1');
    open.push(near, far);
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.pipe(far).pipe(near);
  });
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    cut();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, cut };
}
