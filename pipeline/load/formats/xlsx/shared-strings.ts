import { brokenArchive } from '../../packed/broken-archive.ts';
import type { PackedFile, ZipArchive } from '../../packed/open-zip.ts';
import { parsePart } from './parse-part.ts';

/** They are held in memory while a sheet is read. */
const MOST_BYTES = 512 * 1024 ** 2;

/** A workbook's shared texts, by number; rich text without its formatting, and without how it is pronounced. */
export async function readSharedStrings(zip: ZipArchive, file: PackedFile): Promise<string[]> {
  if (file.bytes > MOST_BYTES) throw brokenArchive('too-large');
  const strings: string[] = [];
  let text = '';
  let inText = false;
  let phonetic = false;
  await parsePart(file.name, zip.read(file), {
    open(name) {
      if (name === 'si') text = '';
      else if (name === 'rPh') phonetic = true;
      else if (name === 't') inText = !phonetic;
    },
    text(piece) {
      if (inText) text += piece;
    },
    close(name) {
      if (name === 't') inText = false;
      else if (name === 'rPh') phonetic = false;
      else if (name === 'si') strings.push(unescaped(text));
    },
  });
  return strings;
}

/** Characters that XML does not write stand as `_x000D_` in texts (ECMA-376 part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))) : text;
