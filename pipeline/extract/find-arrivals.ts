import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { RefusedFile } from '../words/delivery.ts';
import type { SourceDeclaration } from '../words/source.ts';
import { findFiles } from './glob.ts';
import type { FoundFile } from './glob.ts';
import { keepExtract, markOf, reasonOf, sameMark, UnreadableFile } from './keep-extract.ts';
import { isDropped, type DroppedEntry } from './ledger-entry.ts';
import { removalKey } from './ledger.ts';
import type { Ledger } from './ledger.ts';
import { readName } from './read-name.ts';

export interface Arrivals {
  /** What is new to the ledger; the bytes of every arrival are kept. */
  entries: DroppedEntry[];
  refused: RefusedFile[];
}

/** Compares one source's drop folder, at `location`, with what has arrived before, and keeps what is new. Throws StateError. */
export async function findArrivals(
  root: string,
  source: Pick<SourceDeclaration, 'id' | 'file' | 'name_pattern' | 'columns'>,
  location: string,
  { entries: known, removals }: Pick<Ledger, 'entries' | 'removals'>,
  extracts: string,
  seen: Pick<DroppedEntry, 'seen' | 'day'>,
  rehash: boolean,
): Promise<Arrivals> {
  const arrivals: Arrivals = { entries: [], refused: [] };
  const last = new Map(known.filter(isDropped).flatMap(entry => (entry.source === source.id ? [[entry.name, entry] as const] : [])));
  const refuse = (file: Pick<RefusedFile, 'name' | 'sha256' | 'code' | 'detail'>) => arrivals.refused.push({ source: source.id, ...file });
  for (const file of await filesOf(root, source.file, location, detail =>
    refuse({ name: location, sha256: null, code: 'unreadable', detail }),
  )) {
    const reading = readName(file.name, source);
    if (!reading.ok) {
      refuse({ name: file.name, sha256: await digestOf(file.path), code: reading.code, detail: reading.detail });
      continue;
    }
    try {
      const before = last.get(file.name);
      const kept = before && (existsSync(path.join(extracts, before.sha256)) || removals.has(removalKey(before)));
      const unread = kept && !rehash && sameMark(before, await markOf(file.path));
      if (unread) continue;
      const { sha256, bytes, mark } = await keepExtract(file.path, extracts);
      if (before?.sha256 === sha256 && sameMark(before, mark)) continue;
      const type = before?.sha256 === sha256 ? 'unchanged' : 'arrival';
      arrivals.entries.push({ type, source: source.id, name: file.name, sha256, bytes, ...seen, ...mark });
    } catch (error) {
      if (!(error instanceof UnreadableFile)) throw error;
      refuse({ name: file.name, sha256: null, code: 'unreadable', detail: error.message });
    }
  }
  return arrivals;
}

async function filesOf(root: string, file: string, location: string, unreadable: (detail: string) => void): Promise<FoundFile[]> {
  try {
    return await findFiles(path.join(root, path.dirname(file)), location);
  } catch (error) {
    unreadable(reasonOf(error));
    return [];
  }
}

/** A refused file is an input too: its bytes count in the edition's id. Null where they cannot be read. */
async function digestOf(file: string): Promise<string | null> {
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(file), hash);
    return hash.digest('hex');
  } catch {
    return null;
  }
}
