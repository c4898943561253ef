import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import ssh2 from 'ssh2';
import { onTestFinished } from 'vitest';
import type { SftpDeclaration } from '../../../pipeline/words/connectors/sftp.ts';

const { STATUS_CODE } = ssh2.utils.sftp;

/** What the server says: names that it lists, the size that it tells of every file, and what it gives from an offset (null: the end). */
export interface Lies {
  names: readonly string[];
  size: number;
  read(offset: number, length: number): Buffer | null;
}

/** An SFTP server that lets anyone in and says what it is told; the paths that it was asked to open are kept. */
export async function startHostileSftp({ names, size, read }: Lies): Promise<{ declaration: SftpDeclaration; opened: string[] }> {
  const key = ssh2.utils.generateKeyPairSync('ed25519').private;
  const opened: string[] = [];
  const server = new ssh2.Server({ hostKeys: [key] }, client => {
    client.on('error', () => undefined);
    client.on('authentication', context => context.accept());
    client.on('ready', () => client.on('session', accept => accept().on('sftp', acceptSftp => answer(acceptSftp()))));
  });
  const attrs = { mode: 0o100644, uid: 0, gid: 0, size, atime: 1, mtime: 1 };
  const answer = (sftp: ssh2.SFTPWrapper) => {
    let listed = false;
    sftp.on('OPENDIR', id => sftp.handle(id, Buffer.from('d')));
    sftp.on('READDIR', id => {
      if (listed) return sftp.status(id, STATUS_CODE.EOF);
      listed = true;
      return sftp.name(
        id,
        names.map(filename => ({ filename, longname: filename, attrs })),
      );
    });
    sftp.on('OPEN', (id, path) => {
      opened.push(path);
      sftp.handle(id, Buffer.from('f'));
    });
    sftp.on('FSTAT', id => sftp.attrs(id, attrs));
    sftp.on('READ', (id, _handle, offset, length) => {
      const bytes = read(offset, length);
      if (bytes) sftp.data(id, bytes);
      else sftp.status(id, STATUS_CODE.EOF);
    });
    sftp.on('CLOSE', id => sftp.status(id, STATUS_CODE.OK));
  };
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  const parsed = ssh2.utils.parseKey(key) as ssh2.ParsedKey;
  const fingerprint = createHash('sha256').update(parsed.getPublicSSH()).digest('base64').replace(/=+$/, '');
  const declaration: SftpDeclaration = {
    type: 'sftp',
    host: '127.0.0.1',
    port: (server.address() as AddressInfo).port,
    user: 'lasare',
    login: { password: { secret: 'PROV' } },
    host_key: `SHA256:${fingerprint}`,
    location: 'ut/*',
    limits: { milliseconds: 20_000, bytes: 1_000_000 },
  };
  return { declaration, opened };
}
