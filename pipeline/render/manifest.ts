import type { EditionInputs, Manifest } from '../contract/manifest.ts';
import type { Site } from '../contract/site.ts';
import type { CountedDelivery, LoadedSource, ProtectedMetric } from '../words/stages.ts';

/** What the manifest says of a tree, all but its list of files. */
export function manifestOf(
  edition: string,
  inputs: EditionInputs,
  site: Site,
  sources: readonly LoadedSource[],
  metrics: readonly ProtectedMetric[],
): Omit<Manifest, 'files'> {
  return {
    edition,
    previous: inputs.previous,
    follow_up: site.follow_up?.id ?? null,
    audience: site.audience,
    complements: site.municipality.complements,
    as_of: inputs.as_of,
    inputs,
    plans: site.plans.map(({ plan, version }) => ({ plan, version })),
    hierarchies: Object.fromEntries(site.dimensions.filter(d => d.nodes.length > 0).map(d => [d.id, d.nodes])),
    sources: site.sources.map(({ id, name, synthetic, last_covered, late }) => ({
      id,
      name,
      synthetic,
      last_covered,
      late,
      deliveries: sources.find(source => source.declaration.id === id)!.deliveries.map(manifestDelivery),
    })),
    metrics: metrics.map(({ declaration: d }) => ({
      id: d.id,
      name: d.name,
      unit: d.unit,
      desired: d.desired,
      decimals: d.decimals,
      life: d.life,
      sql: d.text,
      sha256: d.sha256,
      ...filesOf(site, d.id),
    })),
  };
}

function filesOf(site: Site, id: string): Pick<Manifest['metrics'][number], 'json' | 'explore'> {
  const { json, explore } = site.metrics.find(metric => metric.id === id)!;
  return { json, explore: explore() };
}

const manifestDelivery = ({ name, received, sequence, sha256, records, loaded, rejected, ignored, superseded }: CountedDelivery) => ({
  name,
  received,
  sequence,
  sha256,
  records,
  loaded,
  rejected,
  ignored,
  superseded,
});
