import { isIP } from 'node:net';
import { problemText } from '../../../messages/problems.ts';
import type { MariadbDeclaration } from '../../../words/connectors/mariadb.ts';
import { issue } from '../../issue.ts';
import { oneOf, strict } from '../../values.ts';
import { checkTls, DATABASE, databaseOf } from './database-schema.ts';

/** `connector: { type: mariadb, … }`, for MySQL too. */
export const mariadbSchema = strict({ type: oneOf(['mariadb']), ...DATABASE })
  .superRefine(checkTls)
  .transform((it): MariadbDeclaration => ({ type: it.type, ...databaseOf(it, 3306) }))
  // The driver holds a certificate against a name, never against an address.
  .superRefine((it, ctx) => {
    if (it.tls !== null && isIP(it.host) !== 0)
      ctx.addIssue(issue(problemText('wrong-value', `the address ${it.host}`, 'the name in the server’s certificate'), ['host']));
  });
