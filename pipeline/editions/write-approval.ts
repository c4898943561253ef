import { readFile } from 'node:fs/promises';
import { writeAtomically } from '../publish/files.ts';
import { ExpectedError } from '../words/expected-error.ts';
import type { Approval } from '../words/project.ts';
import { addApproval } from './add-approval.ts';

/**
 * Adds a follow-up's approval to `malbild.yaml`, in one step. The follow-up is in the file, and not approved. Throws ExpectedError where it is not found in
 * its text: an alias stands for its id, or the file has changed since it was read.
 */
export async function writeApproval(file: string, followUp: string, approval: Approval): Promise<void> {
  const approved = addApproval(await readFile(file, 'utf8'), followUp, approval);
  if (approved === null)
    throw new ExpectedError(`${file}: follow-up '${followUp}' is written so that its approval cannot be added; write it there by hand`);
  await writeAtomically(file, approved);
}
