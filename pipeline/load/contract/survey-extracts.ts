import type { Bulk } from '../../warehouse/loaded-tables.ts';
import { countPersonalNumbers } from '../../warehouse/personal-numbers.ts';
import { profileExtracts } from '../../warehouse/profile.ts';
import type { SourceDeclaration } from '../../words/source.ts';
import type { Warehouse } from '../../words/stages.ts';
import type { Survey } from './extract-check.ts';
import { undeclaredColumns } from './personal-numbers.ts';

/** Surveys what has been loaded of extracts, before repeated keys are taken out. */
export async function surveyExtracts(
  source: SourceDeclaration,
  extracts: readonly number[],
  bulks: readonly Bulk[],
  warehouse: Warehouse,
): Promise<ReadonlyMap<number, Survey>> {
  const profiles = await profileExtracts(warehouse, source.id, source.columns, extracts, bulks);
  const personal = await countPersonalNumbers(warehouse, source, undeclaredColumns(source), extracts, bulks);
  return new Map(extracts.map(extract => [extract, { profile: profiles.get(extract)!, personal: personal.get(extract)! }]));
}
