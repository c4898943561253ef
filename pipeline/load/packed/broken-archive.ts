import { BrokenExtract, fault } from '../formats/broken-extract.ts';

/** Why an archive cannot be unpacked. */
export type ArchiveFault = 'damaged' | 'encrypted' | 'method' | 'too-large' | 'too-many';

export const brokenArchive = (why: ArchiveFault): BrokenExtract => new BrokenExtract(fault('archive', null, { why }));

/** What unpacking threw, as the fault of a damaged archive; errors of the system (`EIO`, `ENOSPC`) and faults stay what they are. */
export function unreadableArchive(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return error instanceof BrokenExtract || /^E[A-Z]+$/.test(code) ? error : brokenArchive('damaged');
}
