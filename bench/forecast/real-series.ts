import { readFileSync } from 'node:fs';
import { askParquet, fromParquet } from '../../test/real/parquet.ts';
import { real } from '../../test/real/real-files.ts';
import type { RealSeries } from './evaluate.ts';

/** The 23 indicators of Kolada’s snapshot of 2024, each municipality a series; one with a hole is several. By indicator. */
export async function koladaSeries(): Promise<ReadonlyMap<string, readonly RealSeries[]>> {
  const found = await askParquet(
    `select kpi, municipality_id, year::integer, value::double from ${fromParquet('2024-12-12')}
     where gender = 'T' and value is not null order by kpi, municipality_id, year`,
  );
  const series = new Map<string, { first: number; values: number[] }[]>();
  let at = '';
  for (const [kpi, municipality, year, value] of found as [string, string, number, number][]) {
    const of = series.get(kpi) ?? [];
    series.set(kpi, of);
    const latest = of.at(-1);
    if (latest && at === `${kpi} ${municipality}` && latest.first + latest.values.length === year) latest.values.push(value);
    else of.push({ first: year, values: [value] });
    at = `${kpi} ${municipality}`;
  }
  return series;
}

/** Statistics Sweden’s consumer price index, 1949 = 100, January 2005 to April 2020: one series of months. */
export function consumerPrices(): RealSeries[] {
  const lines = readFileSync(real('csv-misc', 'scb_konsumentprisindex_nbsp.csv'), 'utf8').trim().split(/\r?\n/).slice(1);
  const years = lines.map(line => line.replaceAll('\u00a0', '').split(';')).sort(([a], [b]) => Number(a) - Number(b));
  const values = years.flatMap(([, ...cells]) =>
    cells
      .slice(0, 12)
      .filter(cell => cell !== '')
      .map(Number),
  );
  return [{ first: 12 * Number(years[0]![0]), values }];
}

/** Consumer prices of 12 groups of food, October 2006 to December 2008, and the volume of imports of 9 groups of goods by quarter, 2006 to 2009. */
export const foodPrices = (): RealSeries[] => dataOf('PR0101B3.px').map(values => ({ first: 12 * 2006 + 9, values }));
export const imports = (): RealSeries[] => dataOf('HA0201E8.px').map(values => ({ first: 4 * 2006, values }));

/** The rows of a PX file’s data. */
function dataOf(name: string): number[][] {
  const text = readFileSync(real('px', name), 'latin1');
  const data = text
    .slice(text.lastIndexOf('DATA=') + 5)
    .replace(';', '')
    .trim();
  return data.split(/\r?\n/).map(line => line.trim().split(/\s+/).map(Number));
}
