import type { Day } from '../contract/period.ts';
import type { Effects } from '../effects/effects.ts';
import { listExtracts } from '../warehouse/content.ts';
import { readReports } from '../warehouse/reports.ts';
import type { ListedExtract } from '../warehouse/content.ts';
import { compareBytes } from '../words/compare-bytes.ts';
import { refusedBy, type Deliveries, type Reject } from '../words/delivery.ts';
import type { Finding } from '../words/finding.ts';
import { inForceOrder } from '../words/in-force-order.ts';
import type { Project } from '../words/project.ts';
import type { Loaded, LoadedSource, Report, Warehouse } from '../words/stages.ts';
import { checkHistory } from './contract/check-history.ts';
import { withImpliedRules } from './implied-rules.ts';
import { loadSource } from './load-source.ts';
import type { ReadDelivery } from './in-force.ts';
import { MissingReference } from './missing-reference.ts';
import { shelfOf } from './shelf.ts';
import type { KeyedContext } from './shelf.ts';
import { sourceFindings } from './source-findings.ts';
import { personalDigest } from './values/digest.ts';
import { readHashKey } from './values/hash-key.ts';

/**
 * What every source holds as known at `asOf`: the current content of the deliveries received by then, in tables
 * `raw."<source>"`, and what became of every record of theirs. An extract is decoded, typed and checked once for each warehouse;
 * called again with another date, only the content is made anew. `loaded.extracts` and `readWhereIs` walk a `_row` back.
 *
 * Throws MissingReference where a source of kind `reference` had not come, HashKeyError where personal text is to be hashed and
 * the key in the state folder or the environment cannot be used. Everything else that is wrong is a finding.
 */
export async function load(
  project: Project,
  deliveries: Deliveries,
  asOf: Day,
  warehouse: Warehouse,
  state: string,
  effects: Effects,
): Promise<Loaded> {
  const byId = [...project.sources].sort((a, b) => compareBytes(a.id, b.id));
  const known = deliveries.deliveries.filter(delivery => delivery.received <= asOf);
  const missing = byId.filter(({ id, kind }) => kind === 'reference' && !known.some(delivery => delivery.source === id));
  if (missing.length > 0)
    throw new MissingReference(
      missing.map(({ id }) => id),
      asOf,
    );

  const shelf = await shelfOf(warehouse, () => contextOf(project, state, effects));
  const sources: LoadedSource[] = [];
  const reports: Report[] = [];
  const rejects: Reject[] = [];
  const findings: Finding[] = [];
  const extracts: ListedExtract[] = [];
  for (const declaration of byId) {
    effects.log.step(`load.${declaration.id}`);
    const own = known.filter(delivery => delivery.source === declaration.id).sort(inForceOrder);
    const content = await loadSource(withImpliedRules(declaration, project), own, extracts.length + 1, shelf, warehouse);
    sources.push({ declaration, deliveries: content.counted, coverage: content.coverage, broken: content.extracts.length === 0 });
    if (declaration.kind === 'reports')
      reports.push(
        ...(await readReports(warehouse, declaration.id, declaration.columns, asOf)).map(report => ({ ...report, source: declaration.id })),
      );
    rejects.push(...rejectsOf(content.deliveries));
    const refused = refusedBy(deliveries.refused, asOf).filter(file => file.source === declaration.id);
    findings.push(...sourceFindings(declaration, content, refused, asOf));
    findings.push(...(await checkHistory(declaration, content, asOf, warehouse)));
    extracts.push(...content.extracts);
  }
  await listExtracts(warehouse, extracts);
  return { sources, reports: reports.sort((a, b) => compareBytes(a.date, b.date)), rejects, findings };
}

async function contextOf({ sources, municipality }: Project, state: string, { environment }: Effects): Promise<KeyedContext> {
  const hashes = sources.some(({ columns }) => columns.some(({ personal }) => personal === 'hash'));
  const key = hashes ? await readHashKey(state, environment) : new Uint8Array();
  return { key, digest: personalDigest(key), timeZone: municipality.time_zone };
}

/** Each extract's rejects once, by first delivery and line. */
const rejectsOf = (deliveries: readonly ReadDelivery[]): readonly Reject[] =>
  [...new Map(deliveries.map(({ extract }) => [extract.extract, extract])).values()].flatMap(({ rejects }) => rejects);
