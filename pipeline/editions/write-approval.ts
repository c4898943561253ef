import { readFile } from 'node:fs/promises';
import { writeAtomically } from '../publish/files.ts';
import type { Approval } from '../words/project.ts';
import { addApproval } from './add-approval.ts';

/** Adds a follow-up's approval to `malbild.yaml`, in one step. The follow-up is in the file, and not approved: else it has changed since it was read. */
export async function writeApproval(file: string, followUp: string, approval: Approval): Promise<void> {
  const approved = addApproval(await readFile(file, 'utf8'), followUp, approval);
  if (approved === null) throw new Error(`${file} changed while it was read`);
  await writeAtomically(file, approved);
}
