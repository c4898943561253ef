import { execFileSync, spawn } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** The password of every server here: quotes, a backslash, a space and a letter beyond ASCII. */
export const SECRET = "lösen'ord \\ 1";

export interface RunningServer {
  port: number;
  /** Ends it at once, as a crash does, and waits until it is gone. */
  kill(): Promise<void>;
  /** Ends it and removes its folder. */
  stop(): Promise<void>;
}

/** The first of the paths that is there. Throws, with what to install, where none is: nothing is skipped. */
export function program(debianPackage: string, ...paths: readonly string[]): string {
  const found = paths.find(file => existsSync(file));
  if (found === undefined) throw new Error(`not installed here: ${debianPackage}. Run: apt-get install ${debianPackage}`);
  return found;
}

/** A new folder that `user` owns; where we are not root, that we own. */
export function serverFolder(user: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'malbild-server-'));
  if (isRoot()) chownSync(folder, idOf('-u', user), idOf('-g', user));
  return folder;
}

/** Runs a program to its end as `user` (as ourselves where we are not root). */
export function runAs(user: string, command: string, args: readonly string[]): void {
  const [first, ...rest] = [...as(user), command, ...args];
  execFileSync(first!, rest, { cwd: tmpdir(), stdio: ['ignore', 'ignore', 'pipe'] });
}

/**
 * Starts a server as `user` on a free port of 127.0.0.1 and waits until `isUp`. It is ended when the test's process ends, however
 * that ends. Throws with the end of its log where it does not come up in 30 s.
 */
export async function startServer(
  user: string,
  folder: string,
  command: string,
  args: (port: number) => readonly string[],
  isUp: (port: number) => Promise<unknown>,
): Promise<RunningServer> {
  const port = await freePort();
  const log = join(folder, 'server.log');
  const [first, ...rest] = [...as(user), command, ...args(port)];
  const child = spawn(first!, rest, { cwd: folder, stdio: ['ignore', openSync(log, 'a'), openSync(log, 'a')] });
  const ended = new Promise<void>(resolve => child.once('exit', () => resolve()));
  const end = async (signal: 'SIGKILL' | 'SIGTERM' | 'SIGQUIT') => {
    child.kill(signal);
    await ended;
  };
  const stop = async () => {
    // PostgreSQL waits for its clients at SIGTERM.
    await end(command.endsWith('postgres') ? 'SIGQUIT' : 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  for (let tries = 0; ; tries++) {
    if (child.exitCode === null && (await isUp(port).then(Boolean, () => false))) break;
    if (child.exitCode !== null || tries === 300) {
      const said = readFileSync(log, 'utf8').slice(-2000);
      await stop();
      throw new Error(`${command} did not start: ${said}`);
    }
    await wait(100);
  }
  return { port, kill: () => end('SIGKILL'), stop };
}

export const isRoot = (): boolean => process.getuid?.() === 0;

const idOf = (flag: '-u' | '-g', user: string): number => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));

/** `setpriv` changes to the user, and has the kernel end the program when we end. */
function as(user: string): string[] {
  if (!existsSync('/usr/bin/setpriv')) throw new Error('not installed here: util-linux, for setpriv');
  const change = isRoot() && user !== 'root' ? [`--reuid=${user}`, `--regid=${idOf('-g', user)}`, '--clear-groups'] : [];
  return ['/usr/bin/setpriv', ...change, '--pdeathsig', 'TERM', '--'];
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise(resolve => server.close(resolve));
  return port;
}
