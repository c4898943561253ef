import { Client } from 'ssh2';
import type { SftpDeclaration } from '../../../words/connectors/sftp.ts';
import { FetchError } from '../connector.ts';
import type { Connector } from '../connector.ts';
import { startDeadline } from '../servers/deadline.ts';
import { guardBytes } from '../servers/guard-bytes.ts';
import { connectSftp } from './connect-sftp.ts';
import { listFiles } from './list-files.ts';
import { closeRemote, openRemote, readRemote } from './read-remote.ts';
import { sftpFault } from './sftp-fault.ts';

/**
 * Brings the files of one folder that are new, or have another size or time than when they were last fetched; those that lie
 * there unchanged are nothing new. The oldest first, so that one that is still written comes last: it is refused, and the
 * next fetch tries it again. The server is known by its host key. Nothing is changed on the server.
 */
export const fetchSftp: Connector<SftpDeclaration> = async function* (declaration, context) {
  const { limits } = declaration;
  const client = new Client();
  const deadline = startDeadline(limits.milliseconds, () => client.destroy(), sftpFault);
  try {
    const sftp = await connectSftp(client, declaration, context);
    const { files, misnamed } = await listFiles(sftp, declaration.location);
    for (const { name, path, version } of files) {
      const known = context.versionOf(name);
      if (version === known) continue;
      const file = await openRemote(sftp, path);
      if (file === null) continue;
      if (file.version !== known)
        yield { name, version: file.version, bytes: guardBytes(readRemote(sftp, file), limits.bytes, deadline.faultOf) };
      await closeRemote(sftp, file.handle);
    }
    if (misnamed > 0) throw new FetchError('wrong-answer', `names that no file can have here: ${misnamed}`);
  } catch (error) {
    throw deadline.faultOf(error);
  } finally {
    deadline.end();
    client.destroy();
  }
};
