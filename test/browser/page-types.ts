const OVERVIEW = 'översikt';

/**
 * What kind of page an address is: its first part, and how deep it lies under it: `nyckeltal`, `nyckeltal/*`. A new part of the site is
 * a new type by itself. Null for what lies under a follow-up's overview, since its pages are of the same types again.
 */
export function pageType(path: string): string | null {
  const [first = '', ...under] = path.replace(/(^|\/)index\.html$/, '').split('/');
  if (first === 'uppfoljning' && under.length > 1) return null;
  return [first || OVERVIEW, ...under.map(() => '*')].join('/');
}

/** A published page, and how much there is in it. */
export interface SizedPage {
  path: string;
  bytes: number;
}

/** The types of a published tree, the overview first and the rest in address order, each with its fullest page, its emptiest, and others evenly between, `most` at most. */
export function samplePages(pages: Iterable<SizedPage>, most: number): Map<string, string[]> {
  const types = new Map<string, SizedPage[]>();
  for (const page of pages) {
    const type = page.path.endsWith('.html') ? pageType(page.path) : null;
    if (type !== null) types.set(type, [...(types.get(type) ?? []), page]);
  }
  const order = (type: string): string => (type === OVERVIEW ? '' : type);
  const sorted = [...types].sort(([a], [b]) => (order(a) < order(b) ? -1 : 1));
  return new Map(sorted.map(([type, all]) => [type, spread(all, most)]));
}

function spread(pages: readonly SizedPage[], most: number): string[] {
  const bySize = [...pages].sort((a, b) => b.bytes - a.bytes || (a.path < b.path ? -1 : 1));
  const count = Math.min(most, bySize.length);
  const at = (i: number) => (count === 1 ? 0 : Math.round((i * (bySize.length - 1)) / (count - 1)));
  return Array.from({ length: count }, (_, i) => bySize[at(i)]!.path);
}
