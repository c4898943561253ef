import type { Grain } from '../contract/period.ts';
import type { Dimension, Municipality } from '../words/project.ts';

/** The units that every project has, and how many decimals their values are printed with. */
export const BUILT_IN_UNITS: Readonly<Record<string, number>> = {
  percent: 1,
  count: 0,
  sek: 0,
  days: 1,
  hours: 0,
  index: 1,
  ratio: 2,
  scale: 1,
};

/** What malbild.yaml declares for other files to name. Null throughout where it could not be read: then any name is let through. */
export interface KnownNames {
  place: string | null;
  grains: readonly Grain[] | null;
  dimensions: readonly Dimension[] | null;
  units: readonly string[] | null;
  groups: readonly string[] | null;
}

export const knownNames = (municipality: Municipality | null): KnownNames => ({
  place: municipality?.place ?? null,
  grains: municipality?.grains ?? null,
  dimensions: municipality?.dimensions ?? null,
  units: municipality && [...Object.keys(BUILT_IN_UNITS), ...municipality.units_of_measure.map(unit => unit.id)],
  groups: municipality?.groups.map(group => group.id) ?? null,
});

export const dimensionIds = (known: KnownNames): readonly string[] | null => known.dimensions?.map(dimension => dimension.id) ?? null;
