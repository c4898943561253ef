import { createReadStream, createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import type { Scan } from './scan-csv.ts';

/**
 * Copies a file's records from an offset on, a line for each physical line: what is doubtful becomes lines of empty cells, so
 * that the number of a row in the copy still leads to its line in the file.
 */
export async function copySure(path: string, from: number, scan: Scan, emptyRecord: string, copy: string): Promise<void> {
  await pipeline(sureBytes(path, from, scan, emptyRecord), createWriteStream(copy));
}

async function* sureBytes(path: string, from: number, { doubtful, lineEnd }: Scan, emptyRecord: string): AsyncGenerator<Buffer> {
  let at = from;
  let next = 0;
  for await (const piece of createReadStream(path, { start: from, highWaterMark: 1 << 22 }) as AsyncIterable<Buffer>) {
    const end = at + piece.length;
    let done = at;
    // A record that goes on into the next piece is replaced where it begins, and passed over where it goes on.
    for (; next < doubtful.length && doubtful[next]!.from < end; next++) {
      const { from: begin, to, lines } = doubtful[next]!;
      if (begin > done) yield piece.subarray(done - at, begin - at);
      if (begin >= at) yield Buffer.from(Array.from({ length: lines }, () => emptyRecord).join(lineEnd));
      done = Math.max(done, Math.min(to, end));
      if (to > end) break;
    }
    if (done < end) yield piece.subarray(done - at);
    at = end;
  }
}
