/** What a reader has chosen on a map; null is as usual. */
export interface MapChoice {
  period: string | null;
  area: string | null;
}

/** What there is to choose; the usual period is shown without a choice. */
export interface MapOptions {
  usual: string;
  periods: readonly string[];
  areas: readonly string[];
}

/** A choice as the fragment of an address: `period=2023&omrade=1481`. Empty for the usual. */
export function mapHash({ usual }: Pick<MapOptions, 'usual'>, { period, area }: MapChoice): string {
  return [
    ...(period === null || period === usual ? [] : [`period=${encodeURIComponent(period)}`]),
    ...(area === null ? [] : [`omrade=${encodeURIComponent(area)}`]),
  ].join('&');
}

/** The choice that a fragment names, and whether it names anything that there is not: that is as usual. Other fragments, as a heading's, are nobody's choice. */
export function mapChoice({ periods, areas }: Pick<MapOptions, 'periods' | 'areas'>, hash: string): MapChoice & { unknown: boolean } {
  const given = new Map(
    hash
      .replace(/^#/, '')
      .split('&')
      .map(part => part.split('=') as [string, string | undefined]),
  );
  const chosen = (key: string, known: readonly string[]) => {
    const value = decoded(given.get(key) ?? '');
    return { value: known.includes(value) ? value : null, unknown: given.has(key) && !known.includes(value) };
  };
  const [period, area] = [chosen('period', periods), chosen('omrade', areas)];
  return { period: period.value, area: area.value, unknown: period.unknown || area.unknown };
}

/** Decoded where it can be: addresses are written by people too. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
