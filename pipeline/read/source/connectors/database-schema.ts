import { BlockList, isIP } from 'node:net';
import * as z from 'zod';
import { problemText } from '../../../messages/problems.ts';
import type { Database, Tls } from '../../../words/connectors/server.ts';
import { issue } from '../../issue.ts';
import { matching, oneOf, strict, text } from '../../values.ts';
import { SERVER, secretName } from './server-schema.ts';

const TLS = '`{ ca: FILE }`; or `off` where the server is this machine; or `{ off: WHY }`, why nothing need be encrypted';

/** Keys of every connector to a database. */
export const DATABASE = {
  ...SERVER,
  database: text,
  password: secretName,
  tls: z.union([oneOf(['off']), strict({ ca: text }), strict({ off: text })], { error: TLS }).optional(),
  query: matching('the name of a file beside source.yaml that ends in .sql', /^[^/\\]+\.sql$/),
};
type Written = z.infer<z.ZodObject<typeof DATABASE>>;

/** Without encryption passwords and records can be read on the way, so a network is told why that is well. */
export function checkTls(it: Pick<Written, 'host' | 'tls'>, ctx: z.core.$RefinementCtx): void {
  if (it.tls === 'off' && !isThisMachine(it.host)) ctx.addIssue(issue(problemText('wrong-value', `\`off\` for ${it.host}`, TLS), ['tls']));
}

const loopback = new BlockList();
loopback.addSubnet('127.0.0.0', 8);
loopback.addAddress('::1', 'ipv6');

const isThisMachine = (host: string): boolean =>
  host === 'localhost' || (isIP(host) !== 0 && loopback.check(host, isIP(host) === 6 ? 'ipv6' : 'ipv4'));

export const databaseOf = (it: Written, port: number): Database => ({ ...it, port: it.port ?? port, tls: tlsOf(it.tls) });

function tlsOf(written: Written['tls']): Tls | null {
  if (written === undefined) return { ca: null };
  return written !== 'off' && 'ca' in written ? { ca: written.ca } : null;
}
