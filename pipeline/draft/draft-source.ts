import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { BrokenExtract } from '../load/formats/broken-extract.ts';
import { withUnpacked } from '../load/packed/with-unpacked.ts';
import { findingText } from '../messages/findings.ts';
import { openWarehouse } from '../warehouse/open.ts';
import { hasCode } from '../words/expected-error.ts';
import { draftColumns } from './columns/draft-columns.ts';
import { NotDraftable } from './draft.ts';
import type { Draft } from './draft.ts';
import { draftTable } from './draft-table.ts';
import { guessId, guessNamePattern } from './write/name-pattern.ts';
import { writeDraft } from './write/write-draft.ts';

/**
 * Drafts `source.yaml` from a file that a system has delivered. What the file shows is inferred, with its evidence; what it
 * cannot show says DECIDE. The file is only read. Throws NotDraftable, with the file and the reason, in the words of a finding
 * where its format's reader refuses it.
 */
export async function draftSource(file: string, wantedId: string | null): Promise<Draft> {
  const name = basename(file).normalize('NFC');
  const id = wantedId ?? guessId(name);
  try {
    return await draftOf(file, name, id);
  } catch (error) {
    const why = reasonOf(error, id, name);
    if (why === null) throw error;
    throw new NotDraftable(`${file}: no source can be drafted from it: ${why}`, { cause: error });
  }
}

/** Why a file cannot be drafted from; null for an error that is ours. */
function reasonOf(error: unknown, id: string, name: string): string | null {
  if (error instanceof NotDraftable) return error.message;
  if (hasCode(error, 'ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'ENOTDIR', 'EIO'))
    return `it cannot be read (${String((error as NodeJS.ErrnoException).code)})`;
  if (!(error instanceof BrokenExtract)) return null;
  return error.faults
    .map(
      ({ code, line, details }) =>
        `${line === null ? '' : `line ${line}: `}${findingText({ code, details: { source: id, file: name, ...details } })}`,
    )
    .join('; ');
}

async function draftOf(file: string, name: string, id: string): Promise<Draft> {
  const folder = await mkdtemp(join(tmpdir(), 'malbild-draft-'));
  const warehouse = await openWarehouse(join(folder, 'spill'));
  try {
    return await withUnpacked({ name, path: file, sha256: 'draft' }, null, warehouse, async path => {
      const { format, table } = await draftTable({ path, warehouse }, folder);
      const { columns, undecided, notation, evidence, loaded } = draftColumns(format, table);
      const { yaml, decisions } = writeDraft({
        id,
        name: guessNamePattern(name),
        format: { ...format, written: { ...format.written, ...notation } },
        undecided,
        columns,
        evidence,
      });
      return {
        id,
        yaml,
        decisions,
        type: format.format.type,
        columns: columns.length,
        records: { read: table.rows.length + table.misfits + table.ignored, loaded, ignored: table.ignored, all: table.whole },
      };
    });
  } finally {
    warehouse.closeSync();
    await rm(folder, { recursive: true, force: true });
  }
}
