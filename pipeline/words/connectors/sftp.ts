import type { SecretName, Server } from './server.ts';

export interface SftpDeclaration extends Server {
  type: 'sftp';
  /** How we prove who we are: a password, or a file with a private key, absolute or beside source.yaml. */
  login: { password: SecretName } | { key: string };
  /** The server's host key, as `ssh-keygen -l` writes it: `SHA256:` and 43 characters. */
  host_key: string;
  /** A folder and a pattern of names in it, `ut/*.csv`; relative to where the server puts the user. */
  location: string;
}
