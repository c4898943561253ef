import { open } from 'node:fs/promises';
import { csvScanner } from './scan-csv.ts';
import type { Scan, ScanRules } from './scan-csv.ts';

/** Bytes scanned at a time; a record may be as long. */
const PIECE = 1 << 22;

/** Scans a file's records, which begin at an offset. Null where the parser must read it. */
export async function scanFile(path: string, from: number, rules: ScanRules): Promise<Scan | null> {
  const scanner = csvScanner(rules);
  // One buffer for the whole file: what was not a whole record yet stands first in it, and what is read comes after.
  // It is longer than what stands in it, so that looking ahead in a cell never leaves it.
  const buffer = Buffer.alloc(2 * PIECE + 64);
  let held = 0;
  let offset = from;
  const take = (end: number): boolean => {
    const taken = end === 0 ? 0 : scanner.take(buffer, end, offset);
    if (taken === -1) return false;
    buffer.copyWithin(0, taken, held);
    held -= taken;
    offset += taken;
    return true;
  };
  const file = await open(path);
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, held, PIECE, offset + held);
      if (bytesRead === 0) break;
      held += bytesRead;
      if (!take(buffer.subarray(0, held).lastIndexOf(0x0a) + 1) || held > PIECE) return null;
    }
  } finally {
    await file.close();
  }
  // The last line may lack its end; a quote that is still open there is for the parser to tell.
  if (held > 0) {
    held += buffer.write(scanner.scanned().lineEnd, held);
    if (!take(held) || held > 0) return null;
  }
  return scanner.scanned();
}
