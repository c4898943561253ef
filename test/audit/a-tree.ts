import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import { lastDay, monthOf, parsePeriod, firstDay } from '../../pipeline/contract/period.ts';
import type { AuditReport } from '../../pipeline/audit/audit-report.ts';
import { tempFolder } from '../temp-folder.ts';

/** A row as tests write it: `['2026-01', 'U', '..']`, or with a window before the period: `'ytd 2026-03'`. `..` is hidden. */
export type Row = readonly [period: string, ...members: string[], number: number | '..'];

export interface Metric {
  id: string;
  /** The header's lines and the body, as far as they are not usual. */
  header?: string;
  body?: string;
  dimensions: readonly string[];
  rows: readonly Row[];
  /** With the parent last among the members. */
  parts?: readonly Row[];
}

export interface Tree {
  metrics: readonly Metric[];
  hierarchies?: Readonly<Record<string, readonly HierarchyNode[]>>;
  previous?: string | null;
  audience?: 'public' | 'internal';
  /** Files besides, by path. */
  files?: Readonly<Record<string, string>>;
  json?: Readonly<Record<string, string>>;
}

export const node = (
  id: string,
  parent: string | null,
  valid_from: string | null = null,
  valid_to: string | null = null,
): HierarchyNode => ({
  id,
  parent,
  level: 'unit',
  name: `Unit ${id}`,
  valid_from,
  valid_to,
});

/** Writes a tree of counts, whose value is its population, into a folder (a new one unless said). */
export async function writeTree(
  { metrics, hierarchies = {}, previous = null, audience = 'public', files = {}, json = {} }: Tree,
  folder?: string,
): Promise<string> {
  const at = folder ?? (await tempFolder());
  const write = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(at, path)), { recursive: true });
    await writeFile(join(at, path), text);
  };
  const paths: string[] = [];
  for (const metric of metrics) {
    paths.push(`data/observations/${metric.id}.csv`);
    await write(paths.at(-1)!, csvOf(metric, metric.rows, metric.dimensions));
    if (metric.parts === undefined) continue;
    paths.push(`data/parts/${metric.id}.csv`);
    await write(paths.at(-1)!, csvOf(metric, metric.parts, [...metric.dimensions], true));
  }
  for (const [path, text] of Object.entries(files)) await write(path, text);
  const manifest = {
    edition: 'e',
    previous,
    audience,
    as_of: '2026-12-31',
    hierarchies,
    metrics: metrics.map(({ id, header = 'measure: count(*)\npopulation: count(*)', body = 'from marts.cases' }) => ({
      id,
      sql: `/*\nid: ${id}\ntime: day\n${header}\n*/\n${body}\n`,
      json,
    })),
    files: [...paths, ...Object.keys(files)].map(path => ({ path })),
  };
  await write('data/manifest.json', JSON.stringify(manifest));
  return at;
}

function csvOf({ id }: Metric, rows: readonly Row[], dimensions: readonly string[], isParts = false): string {
  const header = ['metric', 'grain', 'window', 'period_start', 'period_end', ...dimensions];
  const lines = rows.map(([written, ...rest]) => {
    const [period, window = 'period'] = written.split(' ').reverse();
    const { grain, first, last } = parsePeriod(period!)!;
    const number = rest.at(-1);
    const members = rest.slice(0, dimensions.length).map(String);
    const cell = number === '..' ? ['', '', '', '', 'suppressed', ''] : [String(number), '', '', String(number), '', ''];
    return [
      id,
      grain,
      window,
      firstDay(first),
      lastDay(last),
      ...members,
      ...cell,
      ...(isParts ? [String(rest[dimensions.length])] : []),
    ].join();
  });
  return [
    [...header, 'value', 'numerator', 'denominator', 'population', 'flag', 'marks', ...(isParts ? ['parent'] : [])].join(),
    ...lines,
    '',
  ].join('\r\n');
}

/** Which hidden rows are given away, each once: `determined 2026-01 U`. */
export function givenAway({ findings }: AuditReport): string[] {
  const named = findings.map(({ kind, at: [grain, window, start, ...members] }) => {
    const period = `${window === 'period' ? '' : `${window} `}${grain === 'month' ? start!.slice(0, 7) : `${grain} ${monthOf(start!) % 12}`}`;
    return `${kind} ${[period, ...members].join(' ')}`;
  });
  return [...new Set(named)].sort();
}
