import { BrokenExtract, fault } from '../formats/broken-extract.ts';
import type { Limits } from './limits.ts';
import { openZip } from './open-zip.ts';
import type { PackedFile } from './open-zip.ts';

/** How many names a fault gives. */
const NAMES = 10;

/**
 * The bytes of the one file in an archive that counts. What macOS adds and names that begin with a dot do not; `entry` is a
 * glob on names or, with `/`, on paths. Throws BrokenExtract where not exactly one file fits, and as openZip does.
 */
export async function* unzip(path: string, entry: string | null, limits: Limits): AsyncGenerator<Buffer> {
  const zip = await openZip(path, limits);
  try {
    yield* zip.read(chooseFile(zip.files, entry));
  } finally {
    zip.close();
  }
}

function chooseFile(files: readonly PackedFile[], entry: string | null): PackedFile {
  const own = files.filter(({ name }) => !name.split('/').some(part => part.startsWith('.') || part === '__MACOSX'));
  const chosen = entry === null ? own : own.filter(({ name }) => fits(name, entry));
  if (chosen.length === 1) return chosen[0]!;
  const names = own.slice(0, NAMES).map(({ name }) => name);
  throw new BrokenExtract(
    fault('archive-entry', null, { entry: entry ?? '', files: [...names, ...(own.length > NAMES ? ['…'] : [])].join(', ') }),
  );
}

/** As in `location`: `*` and `?` within a name, `**` any folders. */
function fits(name: string, glob: string): boolean {
  const pattern = glob
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replace(/\*\*\/|\*+|\?/g, sign => (sign === '**/' ? '(?:.*/)?' : sign === '?' ? '[^/]' : '[^/]*'));
  return new RegExp(`^${pattern}$`, 'su').test(glob.includes('/') ? name : name.slice(name.lastIndexOf('/') + 1));
}
