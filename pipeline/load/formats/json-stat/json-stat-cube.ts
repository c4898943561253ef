import { BrokenExtract, fault } from '../broken-extract.ts';
import { cellCount, checkCells, checkSparse } from '../cube/cube.ts';
import type { Dimension } from '../cube/cube.ts';
import { JsonNumber } from '../json/parse-json.ts';
import type { Json } from '../json/parse-json.ts';
import { broken, jsonStatDimension, listOf, membersOf } from './json-stat-dimension.ts';

/** A cube as json-stat2 writes it; `value` and `status` are asked by a cell's place in row-major order, and null where there is none. */
export interface JsonStatCube {
  dimensions: readonly Dimension[];
  cells: number;
  value(place: number): Json;
  status(place: number): Json;
  statusLabels: ReadonlyMap<string, string>;
}

type Series = (place: number) => Json;

/** A parsed document as a cube. Throws BrokenExtract where it is no dataset of version 2, or its parts do not fit each other. */
export function jsonStatCube(document: Json): JsonStatCube {
  const dataset = membersOf(document);
  if (dataset?.get('class') !== 'dataset' || !/^2(\.\d+)?$/.test(textOf(dataset.get('version'))))
    throw new BrokenExtract(fault('json-stat', null, { class: known(dataset?.get('class')), version: written(dataset?.get('version')) }));
  const ids = listOf(dataset.get('id'), 'id');
  const sizes = listOf(dataset.get('size'), 'size');
  if (sizes.length !== ids.length) throw broken('size');
  const described = membersOf(dataset.get('dimension')) ?? new Map<string, Json>();
  const dimensions = ids.map((id, i) => {
    if (typeof id !== 'string' || id === '') throw broken('id');
    return jsonStatDimension(id, textOf(sizes[i]), described.get(id));
  });
  const cells = cellCount(dimensions);
  return {
    dimensions,
    cells,
    value: values(dataset.get('value'), cells),
    status: statuses(dataset.get('status'), cells),
    statusLabels: labels(dataset),
  };
}

const textOf = (value: Json | undefined): string => (value instanceof JsonNumber ? value.text : typeof value === 'string' ? value : '');

/** What may be told of a document that is something else: never its content. */
const known = (found: Json | undefined): string => ['dataset', 'collection', 'dimension'].find(each => each === found) ?? '';
const written = (found: Json | undefined): string => /^\d\.\d+$/.exec(textOf(found))?.[0] ?? '';

function values(value: Json | undefined, cells: number): Series {
  if (Array.isArray(value)) {
    checkCells(cells, value.length);
    return place => value[place]!;
  }
  checkSparse(cells);
  return byPlace(value, cells, 'value');
}

/** A status for each cell, for some, or one for all. */
function statuses(status: Json | undefined, cells: number): Series {
  if (status === undefined || status === null) return () => null;
  if (typeof status === 'string') return () => status;
  if (!Array.isArray(status)) return byPlace(status, cells, 'status');
  if (status.length !== cells) throw broken('status');
  return place => status[place]!;
}

/** An object whose keys are places. */
function byPlace(object: Json | undefined, cells: number, part: string): Series {
  const members = membersOf(object);
  if (members === null || [...members.keys()].some(key => !/^(0|[1-9]\d*)$/.test(key) || Number(key) >= cells)) throw broken(part);
  return place => members.get(String(place)) ?? null;
}

/** `extension.status.label`, where statistics agencies say what their signs mean. */
function labels(dataset: ReadonlyMap<string, Json>): Map<string, string> {
  const found = membersOf(membersOf(membersOf(dataset.get('extension'))?.get('status'))?.get('label'));
  return new Map([...(found ?? [])].flatMap(([status, label]) => (typeof label === 'string' ? [[status, label] as const] : [])));
}
