import { buffer } from 'node:stream/consumers';
import { ZipFile } from 'yazl';

/** A ZIP archive of files by name, in that order; the same bytes on any day and machine. A name that ends in `/` is a folder. */
export async function zipOf(files: Readonly<Record<string, string | Buffer>>): Promise<Buffer> {
  const zip = new ZipFile();
  // In local time, as the format has it, and nowhere else.
  const mtime = new Date(2000, 0, 1);
  for (const [name, content] of Object.entries(files)) {
    if (name.endsWith('/')) zip.addEmptyDirectory(name, { mtime, forceDosTimestamp: true });
    else zip.addBuffer(Buffer.from(content), name, { mtime, forceDosTimestamp: true });
  }
  zip.end();
  return buffer(zip.outputStream as unknown as NodeJS.ReadableStream);
}
