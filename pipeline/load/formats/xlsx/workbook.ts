import { posix } from 'node:path';
import { BrokenExtract, fault } from '../broken-extract.ts';
import type { PackedFile, ZipArchive } from '../../packed/open-zip.ts';
import { attribute, isTrue, parsePart } from './parse-part.ts';
import type { PartHandler } from './parse-part.ts';
import type { DateSystem } from './serial-time.ts';

/** A workbook's table of contents. */
export interface Workbook {
  /** Worksheets in their order, hidden ones too. */
  sheets: readonly { name: string; part: string }[];
  dates: DateSystem;
  /** Null where the workbook has none. */
  sharedStrings: string | null;
  styles: string | null;
}

interface Relation {
  /** The last word of its type: `worksheet`, `styles`. */
  type: string;
  /** The part's path in the archive. */
  part: string;
}

/** A part by its path; upper and lower case are one (ECMA-376 part 2). */
const find = (zip: ZipArchive, path: string): PackedFile | undefined =>
  zip.files.find(({ name }) => name.toLowerCase() === path.toLowerCase());

/** A part that must be there. Throws BrokenExtract where it is not. */
export function partOf(zip: ZipArchive, part: string): PackedFile {
  const file = find(zip, part);
  if (file === undefined) throw new BrokenExtract(fault('xlsx', null, { part }));
  return file;
}

/** Reads what a workbook consists of (ECMA-376, both conformances). Throws BrokenExtract for an archive that is no workbook. */
export async function readWorkbook(zip: ZipArchive): Promise<Workbook> {
  const root = [...(await relationsOf(zip, '')).values()].find(({ type }) => type === 'officeDocument');
  const main = root && find(zip, root.part);
  if (!main?.name.toLowerCase().endsWith('.xml')) throw new BrokenExtract(fault('not-xlsx', null));
  const relations = await relationsOf(zip, main.name);
  const sheets: { name: string; part: string }[] = [];
  let dates: DateSystem = '1900';
  await parsePart(main.name, zip.read(main), {
    ...NOTHING,
    open(name, attributes) {
      if (name === 'workbookPr' && isTrue(attributes.date1904)) dates = '1904';
      const relation = name === 'sheet' ? relations.get(attribute(attributes, 'id') ?? '') : undefined;
      if (relation?.type === 'worksheet') sheets.push({ name: attributes.name ?? '', part: relation.part });
    },
  });
  const only = (type: string): string | null => [...relations.values()].find(relation => relation.type === type)?.part ?? null;
  return { sheets, dates, sharedStrings: only('sharedStrings'), styles: only('styles') };
}

export const NOTHING: PartHandler = { open: () => undefined, text: () => undefined, close: () => undefined };

/** What a part refers to, by id; of the package itself for an empty path. */
async function relationsOf(zip: ZipArchive, owner: string): Promise<Map<string, Relation>> {
  const folder = posix.dirname(owner);
  const file = find(zip, posix.join(folder, '_rels', `${posix.basename(owner)}.rels`));
  const relations = new Map<string, Relation>();
  if (file === undefined) return relations;
  await parsePart(file.name, zip.read(file), {
    ...NOTHING,
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== 'Relationship' || Id === undefined || Target === undefined || TargetMode === 'External') return;
      const part = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target);
      relations.set(Id, { type: posix.basename(Type ?? ''), part });
    },
  });
  return relations;
}
