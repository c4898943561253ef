import type { Project, SqlFile } from './project.ts';

/** The marts and staging relations that some relations are made of, themselves among them, in the order that they are built. */
export function relationsUnder(reads: Iterable<string>, { staging, marts }: Pick<Project, 'staging' | 'marts'>): SqlFile[] {
  const wanted = new Set(reads);
  const files = [...staging, ...marts];
  // A mart reads earlier ones alone, and staging.
  for (const file of files.toReversed()) if (wanted.has(file.id)) file.reads.forEach(read => wanted.add(read));
  return files.filter(({ id }) => wanted.has(id));
}
