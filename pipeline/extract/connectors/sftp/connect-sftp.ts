import { createHash } from 'node:crypto';
import type { Client, SFTPWrapper } from 'ssh2';
import type { SftpDeclaration } from '../../../words/connectors/sftp.ts';
import { FetchError } from '../connector.ts';
import type { FetchContext } from '../connector.ts';
import { readKey } from './read-key.ts';

/** Connects, holds the server to its declared host key before anything secret is sent, logs in and opens SFTP. */
export async function connectSftp(
  client: Client,
  { host, port, user, login, host_key }: SftpDeclaration,
  { folder, secret }: Pick<FetchContext, 'folder' | 'secret'>,
): Promise<SFTPWrapper> {
  const proof = 'key' in login ? { privateKey: await readKey(folder, login.key) } : { password: secret(login.password.secret) };
  let found = '';
  try {
    await new Promise<void>((resolve, reject) => {
      client.on('ready', resolve).on('error', reject);
      client.on('close', () => reject(new Error('the connection broke off')));
      client.connect({
        host,
        port,
        username: user,
        ...proof,
        // The deadline of the whole fetch cuts it.
        readyTimeout: 0,
        keepaliveInterval: 30_000,
        hostVerifier: (key: Buffer) => (found = fingerprintOf(key)) === host_key,
      });
      // Each request is a small packet that the next answer waits for.
      client.setNoDelay(true);
    });
  } catch (error) {
    if (found !== '' && found !== host_key) throw new FetchError('refused', `host key ${found}, another than declared`, { cause: error });
    throw error;
  }
  return new Promise((resolve, reject) => client.sftp((error, sftp) => (error ? reject(error) : resolve(sftp))));
}

/** As `ssh-keygen -l` writes it. */
const fingerprintOf = (key: Buffer): string => `SHA256:${createHash('sha256').update(key).digest('base64').replace(/=+$/, '')}`;
