import type { Grain } from '../contract/period.ts';
import type { MetricDeclaration, Measure } from '../words/metric.ts';
import { compareBytes } from '../words/compare-bytes.ts';
import type { Municipality } from '../words/project.ts';
import { BUILT_IN_UNITS } from './known-names.ts';
import { grainsFrom, measureKind, type MetricHeader } from './metric-schema.ts';
import { declareOwnTarget } from './own-target.ts';

/** A metric's SQL file, and what its query reads. */
export type MetricFile = Pick<MetricDeclaration, 'body' | 'reads' | 'text' | 'file' | 'sha256'>;

export type FromHeader = Omit<
  MetricDeclaration,
  'measure' | 'population' | 'owner' | 'time' | 'finest' | 'grains' | 'windows' | 'breakdowns' | 'dimensions'
>;

/** What every metric takes from its header, defaults filled in; measure, owner, periods and breakdowns come from elsewhere too. */
export function fromHeader(header: MetricHeader, municipality: Municipality, file: MetricFile): FromHeader {
  const kind = measureKind(header);
  return {
    id: header.id,
    name: header.name,
    question: header.question,
    decision: header.decision ?? null,
    life: header.life ?? null,
    kolada: header.kolada ?? null,
    own_target: header.own_target ? declareOwnTarget(header.id, header.own_target) : null,
    margin: header.margin ?? null,
    unit: header.unit,
    decimals: header.decimals ?? decimalsOf(header.unit, municipality),
    desired: header.desired,
    // A given value is percent as it comes; a derived one is what its expression says.
    per: header.per ?? (header.unit === 'percent' && kind !== 'derived' && kind !== 'given' ? 100 : 1),
    over_time: header.over_time ?? 'sum',
    threshold: header.threshold ?? 5,
    zero: header.zero ?? 'show',
    together: header.together ?? [],
    internal_full: header.internal === 'full',
    accept_gaps: header.gaps === 'accept',
    nulls_allowed: header.nulls_allowed ?? 0,
    rebase: (header.rebase ?? []).toSorted((a, b) => compareBytes(a.from, b.from)),
    covers_rows: header.covers === 'rows',
    audience: header.audience ?? null,
    ...file,
  };
}

/** A metric that reads a body: its periods and breakdowns, from its header or the defaults. */
export function declareMetric(
  header: MetricHeader,
  municipality: Municipality,
  file: MetricFile,
  measured: { measure: Measure; population: MetricDeclaration['population']; owner: string },
): MetricDeclaration {
  const finest: Grain = header.finest ?? 'month';
  const grains = header.grains
    ? municipality.grains.filter(grain => header.grains!.includes(grain))
    : grainsFrom(finest, municipality.grains, measureKind(header));
  const breakdowns = header.breakdowns ?? [municipality.place === null ? [] : [municipality.place]];
  return {
    ...fromHeader(header, municipality, file),
    ...measured,
    time: header.time!,
    finest,
    grains,
    windows: header.windows ?? ['period'],
    breakdowns,
    dimensions: [...new Set(breakdowns.flat())],
  };
}

const decimalsOf = (unit: string, municipality: Municipality): number =>
  BUILT_IN_UNITS[unit] ?? municipality.units_of_measure.find(declared => declared.id === unit)?.decimals ?? 0;
