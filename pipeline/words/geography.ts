import type { Area } from '../contract/geography.ts';
import type { CrsName } from './crs.ts';

/** Where the boundaries of a dimension's members are, as `malbild.yaml` says. */
export interface GeographyDeclaration {
  dimension: string;
  /** Relative to the project: `geography/districts.geojson`. */
  file: string;
  /** The property that is the member's id. */
  id: string;
  /** Null where the file says. */
  crs: CrsName | null;
}

/** A boundary file that could be read: its areas, in its own coordinates. */
export interface Geography {
  dimension: string;
  file: string;
  crs: CrsName;
  areas: readonly Area[];
}
