import { problemText } from '../../../messages/problems.ts';
import type { SftpDeclaration } from '../../../words/connectors/sftp.ts';
import { issue } from '../../issue.ts';
import { matching, oneOf, strict, text } from '../../values.ts';
import { SERVER, secretName } from './server-schema.ts';

/** `connector: { type: sftp, … }`. */
export const sftpSchema = strict({
  type: oneOf(['sftp']),
  ...SERVER,
  password: secretName.optional(),
  key: text.optional(),
  host_key: matching('the host key as `ssh-keygen -l` writes it: SHA256: and 43 characters', /^SHA256:[A-Za-z0-9+/]{43}$/),
  location: matching('a folder and a pattern of names in it, as ut/*.csv', /^(?:[^*?]*\/)?[^/]+$/),
})
  .superRefine((it, ctx) => {
    const logins = (['password', 'key'] as const).filter(key => it[key] !== undefined);
    if (logins.length !== 1) ctx.addIssue(issue(problemText('one-of', logins, ['password', 'key'])));
  })
  .transform(({ password, key, port, ...it }): SftpDeclaration => ({
    ...it,
    port: port ?? 22,
    login: password ? { password } : { key: key! },
  }));
