import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { compareBytes } from '../words/compare-bytes.ts';

/** One case of a metric: what is given, a file a relation, and the rows that are expected. */
export interface MetricCase {
  metric: string;
  given: readonly { relation: string; file: string }[];
  expect: string;
}

/** The cases of some metrics: `sql/metrics/<metric>/<case>/expect.csv` and `given/<relation>.csv` beside it. */
export async function findCases(root: string, metrics: readonly string[]): Promise<MetricCase[]> {
  const files = await readdir(path.join(root, 'sql/metrics'), { recursive: true }).catch(() => []);
  const paths = files.map(file => file.split(path.sep).join('/')).sort(compareBytes);
  return paths.flatMap(file => {
    const [metric = '', name, expect, ...more] = file.split('/');
    if (expect !== 'expect.csv' || more.length > 0 || !metrics.includes(metric)) return [];
    const inside = `${metric}/${name}/given/`;
    const given = paths.filter(it => it.startsWith(inside) && it.endsWith('.csv'));
    return {
      metric,
      given: given.map(it => ({ relation: it.slice(inside.length, -'.csv'.length), file: `sql/metrics/${it}` })),
      expect: `sql/metrics/${file}`,
    };
  });
}
