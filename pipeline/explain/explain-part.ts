import type { Manifest } from '../contract/manifest.ts';
import { GRAIN_MONTHS, monthsBetween, type Month } from '../contract/period.ts';
import { readWhereIs } from '../warehouse/content.ts';
import type { Project } from '../words/project.ts';
import { relationsUnder } from '../words/relations-under.ts';
import type { Loaded, LoadedSource, Measured, Modelled, Warehouse } from '../words/stages.ts';
import type { ExplainedExtract, ExplainedPart } from './explanation.ts';
import { extractsBehind } from './extracts-behind.ts';
import { periodsRead, walkRows, type WalkedCell } from './walk-rows.ts';

/** What a figure is walked back over. */
export interface Ground {
  manifest: Manifest;
  project: Project;
  loaded: Loaded;
  modelled: Modelled;
  measured: Measured;
  warehouse: Warehouse;
}

/** What a cell of one metric rests on; to the lines where `toLines`, and its rows say theirs. */
export async function explainPart(cell: WalkedCell, ground: Ground, toLines: boolean): Promise<ExplainedPart> {
  const { declaration } = cell.metric;
  const { manifest, project, loaded, modelled } = ground;
  const published = manifest.metrics.find(({ id }) => id === declaration.id);
  const ids = new Set(declaration.reads.flatMap(relation => modelled.sourcesOf.get(relation) ?? []));
  const sources = loaded.sources.filter(source => ids.has(source.declaration.id));
  const walked = toLines && declaration.measure.type !== 'derived' ? await linesOf(cell, ground) : null;
  const months = monthsOf(cell);
  return {
    metric: declaration.id,
    members: Object.fromEntries(declaration.dimensions.map((dimension, i) => [dimension, cell.members[i]!])),
    sql: published ? { file: declaration.file, sha256: published.sha256, text: published.sql } : null,
    changed: published !== undefined && published.sha256 !== declaration.sha256,
    through: relationsUnder(declaration.reads, project).map(({ file }) => file),
    extracts: sources.flatMap(source => extractsOf(source, months, walked)),
  };
}

const monthsOf = (cell: WalkedCell): Month[] =>
  periodsRead(cell).flatMap(period => monthsBetween(period, period + GRAIN_MONTHS[cell.metric.declaration.finest] - 1));

/** The lines that count, by sha256 of their extract; null where the rows do not say theirs. */
async function linesOf(cell: WalkedCell, { project, modelled, warehouse }: Ground): Promise<Map<string, Set<number>> | null> {
  const found = await walkRows(cell, project, modelled, warehouse);
  if (found === null) return null;
  const whereIs = await readWhereIs(warehouse);
  const lines = new Map<string, Set<number>>();
  for (const row of found) {
    const { sha256, line } = whereIs(row)!;
    lines.set(sha256, (lines.get(sha256) ?? new Set()).add(line));
  }
  return lines;
}

/** A source's extracts. One whose rows are joined to others' has no lines of its own in a figure: then none are said. */
function extractsOf(
  source: LoadedSource,
  months: readonly Month[],
  walked: ReadonlyMap<string, ReadonlySet<number>> | null,
): ExplainedExtract[] {
  const behind = extractsBehind(source, months);
  const isWalked = walked !== null && (walked.size === 0 || behind.some(({ sha256 }) => walked.has(sha256)));
  return behind.map(({ name, received, sha256 }) => {
    const lines = isWalked ? [...(walked.get(sha256) ?? [])].sort((a, b) => a - b) : null;
    return { source: source.declaration.id, name, received, sha256, lines };
  });
}
