import type { ServerResponse } from 'node:http';
import { answer, aServer, type LocalServer } from './a-server.ts';

export interface PxwebDouble {
  /** Codes by variable, in the table's order. `Tid` is time. */
  variables: Readonly<Record<string, readonly string[]>>;
  /** Those that may be left out. */
  eliminable?: readonly string[];
  maxDataCells?: number;
  updated?: (nthDataCall: number) => string;
  /** What a cell is sent as: null and a status where it is missing. */
  value(codes: readonly string[]): string | null;
  /** Values as an object by cell number. */
  sparse?: boolean;
}

/** A double of a PxWebApi v2 with one table, `TAB1`, which answers more than `maxDataCells` with 403. */
export async function aPxweb(double: PxwebDouble): Promise<LocalServer> {
  const { variables, eliminable = [], maxDataCells = 150_000, updated = () => '2026-06-08T06:00:00Z' } = double;
  let dataCalls = 0;
  return aServer(({ url, body }, response) => {
    const { pathname, searchParams } = new URL(url, 'http://px');
    if (pathname === '/v2/config') return send(response, { maxDataCells, maxCallsPerTimeWindow: 4, timeWindow: 10 });
    if (pathname === '/v2/tables/TAB1/metadata') return send(response, { ...head(variables, eliminable), updated: updated(0) });
    if (pathname !== '/v2/tables/TAB1/data') return answer(response, 404);
    const asked = body === '' ? inQuery(searchParams) : inBody(body);
    if (Object.entries(asked).some(([id, codes]) => !variables[id] || codes.some(code => !variables[id]!.includes(code))))
      return answer(response, 400);
    const selected = Object.fromEntries(Object.keys(variables).flatMap(id => (asked[id] ? [[id, asked[id]]] : [])));
    const cells = Object.values(selected).reduce<string[][]>((rows, codes) => rows.flatMap(row => codes.map(code => [...row, code])), [[]]);
    if (cells.length > maxDataCells) return answer(response, 403);
    const values = cells.map(codes => double.value(codes));
    const listed = values.map(value => value ?? 'null').join(',');
    const sparse = values.flatMap((value, i) => (value === null ? [] : [`"${i}":${value}`])).join(',');
    const status = values.flatMap((value, i) => (value === null ? [`"${i}":".."`] : [])).join(',');
    const text = JSON.stringify({ ...head(selected, eliminable), updated: updated(++dataCalls) });
    const ending = `"value":${double.sparse ? `{${sparse}}` : `[${listed}]`}${status === '' ? '' : `,"status":{${status}}`}}`;
    answer(response, 200, `${text.slice(0, -1)},${ending}`);
  });
}

const inQuery = (query: URLSearchParams): Record<string, string[]> =>
  Object.fromEntries(
    [...query].flatMap(([key, value]) => (/^valueCodes\[(.+)\]$/.test(key) ? [[key.slice(11, -1), value.split(',')]] : [])),
  );

const inBody = (body: string): Record<string, string[]> =>
  Object.fromEntries(
    (JSON.parse(body) as { selection: { variableCode: string; valueCodes: string[] }[] }).selection.map(one => [
      one.variableCode,
      one.valueCodes,
    ]),
  );

/** A dataset's head; the places are sent in another order than the codes'. */
const head = (variables: Readonly<Record<string, readonly string[]>>, eliminable: readonly string[]) => ({
  version: '2.0',
  class: 'dataset',
  role: { time: ['Tid'] },
  id: Object.keys(variables),
  size: Object.values(variables).map(codes => codes.length),
  dimension: Object.fromEntries(
    Object.entries(variables).map(([id, codes]) => [
      id,
      {
        label: id.toLowerCase(),
        category: {
          index: Object.fromEntries(codes.map((code, place) => [code, place] as const).reverse()),
          label: Object.fromEntries(codes.map(code => [code, `text ${code}`])),
        },
        extension: { elimination: eliminable.includes(id) },
      },
    ]),
  ),
});

const send = (response: ServerResponse, value: unknown): void => answer(response, 200, JSON.stringify(value));
