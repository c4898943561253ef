import { createWriteStream } from 'node:fs';
import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';

/** Bytes. What is larger is looked at in parts. */
export const WHOLE = 32 * 1024 ** 2;
const FIRST = 4 * 1024 ** 2;
const PIECE = 256 * 1024;
const PIECES = 16;
const LINE_END = 0x0a;
const QUOTE = 0x22;

/**
 * Writes the first lines of a large file, and whole lines from fifteen places after them and from its end, to another file. A
 * line in the middle of a quoted cell may begin a piece: then the sample does not parse, and `pieces: 0` gives the first lines alone.
 */
export async function sampleLines(path: string, to: string, pieces: number = PIECES): Promise<void> {
  const { size } = await stat(path);
  const handle = await open(path);
  const out = createWriteStream(to);
  try {
    out.write(upToRecordEnd(await read(handle, 0, FIRST)));
    for (let piece = 1; piece <= pieces; piece++) {
      const from = piece === pieces ? size - PIECE : FIRST + Math.floor(((size - FIRST - PIECE) * (piece - 1)) / pieces);
      const bytes = fromLine(await read(handle, from, PIECE));
      out.write(piece === pieces ? bytes : upToLineEnd(bytes));
    }
  } finally {
    await handle.close();
    await new Promise(resolve => out.end(resolve));
  }
}

async function read(handle: FileHandle, from: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, from);
  return buffer.subarray(0, bytesRead);
}

/** Up to the last line end that does not stand in quotes. */
function upToRecordEnd(bytes: Buffer): Buffer {
  let quotes = 0;
  for (const byte of bytes) if (byte === QUOTE) quotes++;
  for (let at = bytes.length - 1; at >= 0; at--) {
    if (bytes[at] === QUOTE) quotes--;
    else if (bytes[at] === LINE_END && quotes % 2 === 0) return bytes.subarray(0, at + 1);
  }
  return upToLineEnd(bytes);
}

const upToLineEnd = (bytes: Buffer): Buffer => bytes.subarray(0, bytes.lastIndexOf(LINE_END) + 1);
const fromLine = (bytes: Buffer): Buffer => bytes.subarray(bytes.indexOf(LINE_END) + 1);
