import type { SiteGeography } from '../../contract/geography.ts';
import type { Geography } from '../../words/geography.ts';
import { reproject } from './reproject.ts';
import { simplify } from './simplify.ts';
import { windClockwise } from './wind.ts';

/** Made once for a run: both audiences' maps are of the same ground. */
const made = new WeakMap<readonly Geography[], readonly SiteGeography[]>();

/** The areas that maps are drawn from: in degrees, simplified, and turned the way that they are drawn. */
export function siteGeographies(geographies: readonly Geography[]): readonly SiteGeography[] {
  const known =
    made.get(geographies) ?? geographies.map(it => ({ dimension: it.dimension, areas: windClockwise(simplify(reproject(it))) }));
  made.set(geographies, known);
  return known;
}
