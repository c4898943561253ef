import type { Project } from '../words/project.ts';
import type { Warehouse } from '../words/stages.ts';
import { createEmptySource } from './empty-relations.ts';
import { run } from './query.ts';
import { buildRelation, relationName } from './relations.ts';
import { identifier, literal } from './sql-text.ts';

/** Makes every relation of a project, with its columns and types and without rows. Throws QueryError. */
export async function createEmptyRelations(warehouse: Warehouse, project: Project): Promise<void> {
  for (const { id, columns } of project.sources) await createEmptySource(warehouse, id, columns);
  for (const { id, text } of [...project.staging, ...project.marts]) await buildRelation(warehouse, id, text);
}

/** Adds a row, its values as text; null is none. Throws QueryError where one does not have its column's type. */
export const addGivenRow = (
  warehouse: Warehouse,
  relation: string,
  columns: readonly string[],
  values: readonly (string | null)[],
): Promise<void> =>
  run(
    warehouse,
    `insert into ${relationName(relation)} (${columns.map(identifier).join(', ')}) values (${values.map(it => (it === null ? 'null' : literal(it))).join(', ')})`,
  );
