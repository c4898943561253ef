import { tableFromIPC } from 'apache-arrow';
import { decodeSeries } from '../../contract/decode-series.ts';
import { firstDay, GRAIN_MONTHS, monthOf, type Day } from '../../contract/period.ts';
import { ExpectedError } from '../../words/expected-error.ts';
import type { AuditFinding } from '../audit-report.ts';
import type { PublishedMetric, PublishedRow, PublishedTree } from './published-tree.ts';
import { bytesOf, textOf } from './read-tree.ts';

/** A cell of another file than the table: its key, its number and its flag. */
interface FileCell {
  at: readonly string[];
  value: number | null;
  flag: string | null;
}

/** Of metrics with hidden rows: what the pages' series and Utforska's files say otherwise than the tables, which are what is audited: cells with another number, or that the tables do not have. */
export async function compareFiles(tree: PublishedTree): Promise<AuditFinding[]> {
  const findings: AuditFinding[] = [];
  for (const metric of tree.metrics) {
    if (!metric.rows.some(({ flag }) => flag === 'suppressed')) continue;
    const rows = new Map([...metric.rows, ...metric.parts].map(row => [keyOf(row.at), row]));
    const files: [path: string, cells: readonly FileCell[]][] = [];
    for (const path of Object.values(metric.json)) files.push([path, await seriesCells(`${tree.folder}/${path}`)]);
    if (metric.explore) files.push([metric.explore.path, await exploreCells(`${tree.folder}/${metric.explore.path}`, metric)]);
    for (const [file, cells] of files)
      for (const cell of cells)
        if (!isSame(cell, rows.get(keyOf(cell.at))))
          findings.push({ kind: 'shown-in-file', of: metric.id, at: cell.at, columns: ['value'], by: [], file, earlier: false });
  }
  return findings;
}

/** No id has a line break. */
const keyOf = (at: readonly string[]): string => at.join('\n');

const isSame = ({ value, flag }: FileCell, row: PublishedRow | undefined): boolean =>
  row !== undefined && row.flag === (flag ?? '') && (row.value === '' ? value === null : Number(row.value) === value);

async function seriesCells(path: string): Promise<FileCell[]> {
  const { node, runs, members } = decodeSeries(JSON.parse(await textOf(path)));
  return runs.flatMap(([grain, window, indexes, first, stretches, part]) => {
    const named = indexes === '' ? [] : indexes.split('|').map((index, dimension) => members[dimension]![Number(index)]!);
    const cells = stretches.flatMap(([values, flag]) => values.map(value => ({ value, flag })));
    return cells.map(({ value, flag }, i): FileCell => {
      const period = firstDay(monthOf(`${first}-01`) + i * GRAIN_MONTHS[grain]);
      return { at: [grain, window, period, ...named, ...(part === 1 ? [node] : [])], value, flag };
    });
  });
}

async function exploreCells(path: string, metric: PublishedMetric): Promise<FileCell[]> {
  const table = tableFromIPC(await bytesOf(path));
  const column = (at: number): unknown[] => [...(table.getChildAt(at) ?? wrong(path))];
  const [grain, window, period, ...rest] = table.schema.fields.map((_, at) => column(at));
  const members = rest.slice(0, metric.dimensions.length);
  const [value, flag] = rest.slice(metric.dimensions.length);
  return Array.from({ length: table.numRows }, (_, i) => ({
    at: [String(grain![i]), String(window![i]), dayOf(period![i]), ...members.map(values => String(values[i]))],
    value: value![i] as number | null,
    flag: flag![i] as string | null,
  }));
}

/** Arrow gives a day as milliseconds. */
const dayOf = (day: unknown): Day => new Date(Number(day)).toISOString().slice(0, 10);

function wrong(path: string): never {
  throw new ExpectedError(`${path} lacks a column`);
}
