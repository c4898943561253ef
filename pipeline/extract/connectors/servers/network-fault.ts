import { FetchError } from '../connector.ts';

/** No route, nobody there, or a connection that broke off. */
const NETWORK =
  /^(E(ADDRNOTAVAIL|AI_\w+|CONNABORTED|CONNREFUSED|CONNRESET|HOSTDOWN|HOSTUNREACH|NETDOWN|NETUNREACH|NOTFOUND|PIPE|TIMEDOUT)|ERR_STREAM_\w+)$/;
/** A certificate that is not trusted, or is another's, and a peer that speaks no TLS that we do. */
const CERTIFICATE = /^(CERT_\w+|\w*SELF_SIGNED_CERT\w*|UNABLE_TO_\w+|HOSTNAME_MISMATCH|INVALID_CA|ERR_TLS_\w+|ERR_SSL_\w+|EPROTO)$/;

/** What Node.js says of sockets and TLS; null for another error. The code is the detail: messages name addresses and certificates. */
export function networkFault(error: unknown): FetchError | null {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (NETWORK.test(code)) return new FetchError('unreachable', code, { cause: error });
  if (CERTIFICATE.test(code)) return new FetchError('refused', code, { cause: error });
  return null;
}
