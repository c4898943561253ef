/** Bytes of å ä ö Å Ä Ö é in encodings that Swedish systems have written. */
const LETTERS: Readonly<Record<string, readonly number[]>> = {
  'windows-1252': [0xe5, 0xe4, 0xf6, 0xc5, 0xc4, 0xd6, 0xe9],
  cp850: [0x86, 0x84, 0x94, 0x8f, 0x8e, 0x99, 0x82],
  macintosh: [0x8c, 0x8a, 0x9a, 0x81, 0x80, 0x85],
};

/** What a file's bytes look like, where they are not in the declared encoding; null when nothing fits better. */
export function looksLike(bytes: Uint8Array, declared: string): string | null {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03) return 'xlsx';
  if (bytes[0] === 0x25 && bytes[1] === 0x50 && bytes[2] === 0x44) return 'pdf';
  const sample = bytes.subarray(0, 4096);
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'utf-16';
  if (sample.filter(byte => byte === 0).length > sample.length / 4) return 'utf-16';
  const counts = Object.entries(LETTERS)
    .filter(([encoding]) => encoding !== declared)
    .map(([encoding, letters]): [string, number] => [encoding, bytes.reduce((sum, byte) => sum + (letters.includes(byte) ? 1 : 0), 0)]);
  const [best] = counts.sort((a, b) => b[1] - a[1]);
  return best && best[1] > 0 ? best[0] : null;
}
