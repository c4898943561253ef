/** A position of a boundary: east and north, or longitude and latitude in degrees. */
export type Position = readonly [number, number];
/** A closed ring: its first position is its last too. */
export type Ring = readonly Position[];
/** The outside, and what is cut out of it. */
export type Polygon = readonly Ring[];

/** What a member of a dimension covers on the ground. */
export interface Area {
  /** The member's id. */
  id: string;
  polygons: readonly Polygon[];
}

/** The areas of a dimension's members, as maps are drawn from them: WGS 84, simplified, outer rings clockwise. */
export interface SiteGeography {
  dimension: string;
  areas: readonly Area[];
}
