import { problemAt } from '../messages/problems.ts';
import { inexactSums } from '../warehouse/inexact-sums.ts';
import { compareBytes } from '../words/compare-bytes.ts';
import type { Problem } from '../words/problem.ts';
import type { Project } from '../words/project.ts';
import type { Warehouse } from '../words/stages.ts';

/**
 * What is worth a second look and takes nothing out: sums that differ in their last digits from run to run, and what nothing reads.
 * The latter is not told while a file has problems, since what that file reads is not known for certain.
 */
export async function warningsOf(project: Omit<Project, 'warnings'>, warehouse: Warehouse): Promise<Problem[]> {
  const warnings = project.problems.length === 0 ? unread(project) : [];
  const texts = new Map([...project.staging, ...project.marts].map(({ file, text }) => [file, text]));
  for (const { file, body } of project.metrics) if (body !== '') texts.set(file, body);
  for (const [file, sql] of texts)
    for (const { name, line, column } of await inexactSums(warehouse, sql))
      warnings.push({ ...problemAt(file, line, 'inexact-sum', name), column });
  return warnings.sort((a, b) => compareBytes(a.file, b.file) || a.line - b.line);
}

/** Sources, staging and marts that no file reads; `reports` and trees are read without SQL. */
function unread({ sources, staging, marts, metrics, checks, municipality, files }: Omit<Project, 'warnings'>): Problem[] {
  const read = new Set([...staging, ...marts, ...metrics, ...checks].flatMap(({ reads }) => reads));
  for (const { hierarchy } of municipality.dimensions) if (hierarchy !== null) read.add(hierarchy);
  const boundaries = new Set(municipality.geographies.map(({ file }) => file));
  return [
    ...files
      .filter(({ path }) => path.startsWith('geography/') && !boundaries.has(path))
      .map(({ path }) => problemAt(path, 1, 'read-by-nothing', 'boundaries', '`geography:` in malbild.yaml')),
    ...sources
      .filter(({ id, kind }) => kind !== 'reports' && !read.has(`raw.${id}`))
      .map(({ id, file }) => problemAt(file, 1, 'read-by-nothing', `source \`${id}\``, `sql/staging that reads \`raw.${id}\``)),
    ...staging
      .filter(({ id }) => !read.has(id))
      .map(({ id, file }) => problemAt(file, 1, 'read-by-nothing', `\`${id}\``, 'a mart or a check that reads it')),
    ...marts
      .filter(({ id }) => !read.has(id))
      .map(({ id, file }) => problemAt(file, 1, 'read-by-nothing', `\`${id}\``, 'a mart, a metric or a check that reads it')),
  ];
}
