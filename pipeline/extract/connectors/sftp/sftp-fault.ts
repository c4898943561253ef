import { FetchError } from '../connector.ts';
import type { FetchFault } from '../connector.ts';
import { networkFault } from '../servers/network-fault.ts';

/** Codes of SSH_FXP_STATUS (draft-ietf-secsh-filexfer-02, 7). */
const STATUS: Readonly<Record<number, readonly [FetchFault, string]>> = {
  2: ['refused', 'no such file'],
  3: ['refused', 'permission denied'],
  4: ['refused', 'failure'],
  5: ['wrong-answer', 'bad message'],
  6: ['unreachable', 'no connection'],
  7: ['unreachable', 'connection lost'],
  8: ['refused', 'not supported'],
};

const LEVELS: Readonly<Record<string, readonly [FetchFault, string]>> = {
  'client-authentication': ['refused', 'login refused'],
  'client-timeout': ['too-slow', 'no answer in time'],
  handshake: ['refused', 'no agreement on how to encrypt'],
  protocol: ['wrong-answer', 'not as SSH answers'],
  'sftp-protocol': ['wrong-answer', 'not as SFTP answers'],
};

/** True where the server says that there is no such file. */
export const isGone = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 2;

/** What an error of the driver means. Its message is left out: it can hold paths. */
export function sftpFault(error: unknown): FetchError {
  const { code, level } = error as { code?: unknown; level?: unknown };
  if (typeof code === 'number' && STATUS[code]) {
    const [fault, words] = STATUS[code];
    return new FetchError(fault, `SFTP ${code} (${words})`, { cause: error });
  }
  const known = networkFault(error);
  if (known) return known;
  const lost = error instanceof Error && /^Connection lost/.test(error.message);
  const [fault, words] = LEVELS[lost ? '' : String(level)] ?? ['unreachable', 'the connection broke off'];
  return new FetchError(fault, words, { cause: error });
}
