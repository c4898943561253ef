import { createReadStream } from 'node:fs';
import { csvScanner } from './scan-csv.ts';
import type { Scan, ScanRules } from './scan-csv.ts';

/** Bytes scanned at a time. */
const PIECE = 1 << 22;

/** Scans a file's records, which begin at an offset. Null where the parser must read it. */
export async function scanFile(path: string, from: number, rules: ScanRules): Promise<Scan | null> {
  const scanner = csvScanner(rules);
  let left: Buffer = Buffer.alloc(0);
  let offset = from;
  const take = (bytes: Buffer): boolean => {
    const taken = scanner.take(bytes, offset);
    if (taken === -1) return false;
    left = bytes.subarray(taken);
    offset += taken;
    return true;
  };
  for await (const read of createReadStream(path, { start: from, highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    const bytes = left.length === 0 ? read : Buffer.concat([left, read]);
    const end = bytes.lastIndexOf(0x0a) + 1;
    if (end === 0) left = bytes;
    else {
      if (!take(bytes.subarray(0, end))) return null;
      left = Buffer.concat([left, bytes.subarray(end)]);
    }
    if (left.length > PIECE) return null;
  }
  // The last line may lack its end; a quote that is still open there is for the parser to tell.
  if (left.length > 0 && (!take(Buffer.concat([left, Buffer.from(scanner.scanned().lineEnd)])) || left.length > 0)) return null;
  return scanner.scanned();
}
