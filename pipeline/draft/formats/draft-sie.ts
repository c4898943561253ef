import { SILENT } from '../../load/formats/record-sink.ts';
import { BrokenExtract } from '../../load/formats/broken-extract.ts';
import type { ExtractFile } from '../../load/formats/format-reader.ts';
import { dimensionsAbove } from '../../load/formats/sie/heading.ts';
import { TAGS } from '../../load/formats/sie/post.ts';
import { readHeading } from '../../load/formats/sie/read-heading.ts';
import { siePosts } from '../../load/formats/sie/sie-posts.ts';
import { PLAIN } from '../../words/format.ts';
import type { Encoding, SieFormat } from '../../words/format.ts';
import { namesPeople, PERSON_DIMENSIONS, SIE_KEYS, SIE_RECORDS } from '../../words/sie.ts';
import type { SieLevel, SieRecords } from '../../words/sie.ts';
import { NotDraftable } from '../draft.ts';
import type { DraftFormat } from '../draft.ts';
import { guessEncoding } from '../recognise/guess-encoding.ts';
import { readTable, textColumn } from '../read-table.ts';

/** What the file says once, for all its posts, and what the period says too. */
const LEFT_OUT = ['fnamn', 'orgnr', 'valuta', 'kontotyp', 'enhet', 'från', 'till', 'regdatum'];

/** What a SIE file has posts of: vouchers before balances of months, and those before balances of years. Throws BrokenExtract and NotDraftable. */
export async function draftSie(file: ExtractFile): Promise<DraftFormat> {
  const encoding = await encodingOf(file.path);
  const { counts, dimensions } = await countPosts(file.path, encoding);
  const [records, ...others] = SIE_RECORDS.filter(kind => (counts.get(kind) ?? 0) > 0);
  if (records === undefined) throw new NotDraftable('it is SIE without vouchers, balances or budget');
  const heading = await readHeading(file.path, { encoding });
  const objects = [...dimensions]
    .filter(dimension => ![dimension, ...dimensionsAbove(heading, dimension)].some(each => PERSON_DIMENSIONS.includes(each)))
    .filter(dimension => Number(dimension) < 20 || heading.dimensions.has(dimension))
    .sort((a, b) => Number(a) - Number(b));
  const level = await levelOf(file, encoding, records, objects);
  const inLevel = objects.filter(dimension => level === null || level === 'parts' || level === `dim.${dimension}`);
  const keys = SIE_KEYS[records].filter(key => !namesPeople(key) && !LEFT_OUT.includes(key));
  const more = others.map(kind => `${kind} (${counts.get(kind)})`).join(', ');
  return {
    format: { type: 'sie', encoding, records, level, notation: PLAIN },
    written: { type: 'sie', records, ...(level === null ? {} : { level }), ...(encoding === 'cp437' ? {} : { encoding }) },
    notes: [
      ...(more === '' ? [] : [`it also has ${more}: sources of their own`]),
      ...(level === null ? [] : [`level: the file's posts add up so; others are total, parts and dim.<n>`]),
    ],
    headers: [
      ...keys.filter(key => key !== 'belopp'),
      ...inLevel.flatMap(dimension => [`dim.${dimension}`, `dim.${dimension}.namn`]),
      'belopp',
    ],
    key: [],
  };
}

async function encodingOf(path: string): Promise<Encoding> {
  const { encoding } = await guessEncoding(path);
  // The format is written in code page 437, whose letters those of 850 are.
  return encoding === 'cp850' || encoding === 'utf-8' ? await orAscii(path, encoding) : encoding;
}

async function orAscii(path: string, encoding: Encoding): Promise<Encoding> {
  if (encoding === 'cp850') return 'cp437';
  try {
    await readHeading(path, { encoding: 'cp437' });
    return 'cp437';
  } catch (error) {
    if (!(error instanceof BrokenExtract) || error.faults[0]?.code !== 'encoding') throw error;
    return encoding;
  }
}

async function countPosts(path: string, encoding: Encoding): Promise<{ counts: Map<SieRecords, number>; dimensions: Set<string> }> {
  const counts = new Map<SieRecords, number>();
  const dimensions = new Set<string>();
  const kinds = new Map(SIE_RECORDS.flatMap(kind => TAGS[kind].map(tag => [tag, kind] as const)));
  for await (const { tag, fields } of siePosts(path, encoding, [...kinds.keys()], SILENT)) {
    const kind = kinds.get(tag);
    if (kind === undefined) continue;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    const list = fields.find(field => Array.isArray(field)) ?? [];
    for (let i = 0; i < list.length; i += 2) dimensions.add(list[i]!);
  }
  return { counts, dimensions };
}

/** The level that the file's own posts agree with: wholes where it has them, else parts. */
async function levelOf(file: ExtractFile, encoding: Encoding, records: SieRecords, objects: readonly string[]): Promise<SieLevel | null> {
  if (records === 'transactions' || records === 'year-balances') return null;
  if (records === 'object-balances') return objects.length === 1 ? `dim.${Number(objects[0])}` : 'parts';
  const format: SieFormat = { type: 'sie', encoding, records, level: 'total', notation: PLAIN };
  try {
    await readTable(file, format, [textColumn('belopp', 0)]);
    return 'total';
  } catch (error) {
    if (error instanceof BrokenExtract && error.faults[0]?.code === 'sie-level') return 'parts';
    throw error;
  }
}
