import { decodeSeries } from '../../pipeline/contract/decode-series.ts';
import type { SeriesModel } from '../drill/series-model.ts';
import { seriesModel } from '../drill/series-model.ts';

const loaded = new Map<string, Promise<SeriesModel>>();

/** The series at an address, fetched once. Rejects where it is not there or not a series file; the next call tries again. */
export function loadSeries(address: string): Promise<SeriesModel> {
  const known = loaded.get(address);
  if (known) return known;
  const series = fetchSeries(address);
  loaded.set(address, series);
  series.catch(() => loaded.delete(address));
  return series;
}

async function fetchSeries(address: string): Promise<SeriesModel> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return seriesModel(decodeSeries(await response.json()));
}
