import type { ZipArchive, PackedFile } from '../../packed/open-zip.ts';
import { builtInShows, showsOf } from './number-format.ts';
import type { Shows } from './number-format.ts';
import { parsePart } from './parse-part.ts';

/** For each style that cells name by number, what its number format shows of a serial number; null for numbers. */
export async function readStyles(zip: ZipArchive, file: PackedFile): Promise<(Shows | null)[]> {
  const own = new Map<number, Shows | null>();
  const styles: (Shows | null)[] = [];
  let within = '';
  await parsePart(file.name, zip.read(file), {
    open(name, { numFmtId, formatCode }) {
      if (name === 'numFmts' || name === 'cellXfs') within = name;
      const id = Number(numFmtId ?? 0);
      if (name === 'numFmt' && within === 'numFmts') own.set(id, showsOf(formatCode ?? ''));
      // Number formats stand before the styles that use them.
      if (name === 'xf' && within === 'cellXfs') styles.push(own.has(id) ? own.get(id)! : builtInShows(id));
    },
    text: () => undefined,
    close(name) {
      if (name === within) within = '';
    },
  });
  return styles;
}
