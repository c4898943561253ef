/** What a SIE file says once, for all its posts. */
export interface SieHeading {
  /** 1 to 4; null where the file does not say. */
  type: string | null;
  format: string | null;
  /** The tags that the file has. */
  tags: ReadonlySet<string>;
  company: { fnamn: string; orgnr: string; valuta: string };
  /** By number as the file counts them: `0` is the present one, `-1` the one before. Days as they are written, `20260101`. */
  years: ReadonlyMap<string, { from: string; until: string }>;
  accounts: ReadonlyMap<string, { name: string; type: string; unit: string }>;
  dimensions: ReadonlyMap<string, { above: string | null }>;
  /** Names of objects, by dimension and number. */
  objects: ReadonlyMap<string, ReadonlyMap<string, string>>;
}

/** The dimensions over one, the nearest first. */
export function dimensionsAbove({ dimensions }: Pick<SieHeading, 'dimensions'>, dimension: string): string[] {
  const above: string[] = [];
  for (let at = aboveOf(dimensions, dimension); at !== null && !above.includes(at); at = aboveOf(dimensions, at)) above.push(at);
  return above;
}

/** Dimension 2 lies under 1 whether that is declared or not. (SIE filformat 4B, 8.4 and 8.17.) */
const aboveOf = (dimensions: SieHeading['dimensions'], dimension: string): string | null => {
  const declared = dimensions.get(dimension);
  return declared ? declared.above : dimension === '2' ? '1' : null;
};
