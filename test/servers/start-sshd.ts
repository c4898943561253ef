import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { once } from 'node:events';
import { join } from 'node:path';
import { isRoot, program, SECRET, serverFolder, startServer } from './server-process.ts';
import type { RunningServer } from './server-process.ts';

export interface Sshd extends RunningServer {
  user: string;
  /** The server's fingerprint, as `ssh-keygen -l` writes it. */
  hostKey: string;
  /** The file of a private key that it lets in. */
  key: string;
  /** The folder that `ut` in a location means. */
  files: string;
}

/**
 * OpenSSH's server with SFTP alone, for one user who may log in with a key, or with the password SECRET. sshd takes passwords
 * from the system's users only: the user is made here, and removed by `stop`; only root can do that.
 */
export async function startSshd(): Promise<Sshd> {
  if (!isRoot()) throw new Error('run this as root: sshd can only let in a user with a password as root');
  const sshd = program('openssh-server', '/usr/sbin/sshd');
  const user = `malbild-${process.pid}`;
  const folder = serverFolder('root');
  const files = join(folder, 'ut');
  mkdirSync(files);
  chmodSync(folder, 0o755);
  const make = (name: string) => execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', join(folder, name)]);
  make('host_key');
  make('user_key');
  copyFileSync(join(folder, 'user_key.pub'), join(folder, 'authorized'));
  const hash = execFileSync('openssl', ['passwd', '-6', '-stdin'], { input: SECRET, encoding: 'utf8' }).trim();
  execFileSync('useradd', ['--no-create-home', '--home-dir', folder, '--shell', '/usr/sbin/nologin', '--password', hash, user]);
  // Where it drops its rights to; on Debian its service makes it.
  mkdirSync('/run/sshd', { recursive: true });
  writeFileSync(
    join(folder, 'sshd_config'),
    `ListenAddress 127.0.0.1
HostKey ${folder}/host_key
PidFile none
AuthorizedKeysFile ${folder}/authorized
StrictModes no
UsePAM no
Subsystem sftp internal-sftp
ForceCommand internal-sftp
`,
  );
  const removeUser = () => execFileSync('userdel', [user], { stdio: 'ignore' });
  try {
    const server = await startServer(
      'root',
      folder,
      sshd,
      port => ['-D', '-e', '-f', join(folder, 'sshd_config'), '-p', String(port)],
      async port => {
        const socket = connect(port, '127.0.0.1');
        await once(socket, 'data').finally(() => socket.destroy());
        return true;
      },
    );
    const stop = async () => {
      await server.stop();
      removeUser();
    };
    const hostKey = execFileSync('ssh-keygen', ['-l', '-f', join(folder, 'host_key.pub')], { encoding: 'utf8' }).split(' ')[1]!;
    return { ...server, stop, user, hostKey, key: join(folder, 'user_key'), files };
  } catch (error) {
    removeUser();
    throw error;
  }
}
