import { LosslessNumber } from 'lossless-json';
import { FetchError } from '../connector.ts';
import { isObject, textOf, type Value } from '../http/json.ts';
import { cellsOf, noCube, sizeOf, type Cube } from './cube.ts';
import type { Selected } from './select-codes.ts';

/**
 * The parts of one selection as one json-stat2 dataset: each cell where the whole has it, labels and units together, the rest
 * as the first part has it. Throws FetchError where the parts are not of one table, or leave a cell without an answer.
 */
export function mergeCubes(parts: readonly Cube[], selected: readonly Selected[]): { [key: string]: Value } {
  const [first] = parts;
  if (first === undefined) throw noCube();
  if (parts.some(({ updated }) => updated !== first.updated))
    throw new FetchError('wrong-answer', 'a table that changed while it was fetched');
  const variables = first.variables.map(({ id, codes }) => ({ id, codes: selected.find(one => one.id === id)?.codes ?? codes }));
  const count = sizeOf(variables);
  const value = new Array<Value>(count).fill(null);
  const status: { [key: string]: Value } = {};
  let answered = 0;
  for (const part of parts) {
    const places = placesIn(part, variables);
    const [valueAt, statusAt] = [cellsOf(part.document.value, places.length), cellsOf(part.document.status, places.length)];
    places.forEach((place, cell) => {
      value[place] = valueAt(cell) ?? null;
      const said = statusAt(cell);
      if (said !== undefined && said !== null) status[String(place)] = said;
    });
    answered += places.length;
  }
  if (answered !== count) throw new FetchError('wrong-answer', 'parts that are not the whole');
  const dimension = Object.fromEntries(variables.map(({ id, codes }) => [id, mergedDimension(parts, id, codes)]));
  const size = variables.map(({ codes }) => new LosslessNumber(String(codes.length)));
  const merged: { [key: string]: Value } = { ...first.document, size, dimension, value, status };
  if (Object.keys(status).length === 0) delete merged.status;
  return merged;
}

/** For each cell of a part, in its order, the number of the cell in the whole. */
function placesIn(part: Cube, variables: readonly Selected[]): number[] {
  if (part.variables.map(({ id }) => id).join('\n') !== variables.map(({ id }) => id).join('\n')) throw noCube();
  return part.variables.reduce<number[]>(
    (before, { codes }, i) => {
      const places = new Map(variables[i]!.codes.map((code, place) => [code, place]));
      const length = variables[i]!.codes.length;
      const here = codes.map(code => {
        const place = places.get(code);
        if (place === undefined) throw new FetchError('wrong-answer', 'a code that was not asked for');
        return place;
      });
      return before.flatMap(place => here.map(at => place * length + at));
    },
    [0],
  );
}

/** A variable with the codes of the whole, and labels, units and notes from every part. */
function mergedDimension(parts: readonly Cube[], id: string, codes: readonly string[]): Value {
  const dimensions = parts.map(({ variables }) => variables.find(variable => variable.id === id)!.dimension);
  const category: { [key: string]: Value } = {};
  for (const { category: part } of dimensions)
    for (const [key, said] of Object.entries(isObject(part) ? part : {})) {
      const before = category[key];
      category[key] = isObject(said) && isObject(before) ? { ...before, ...said } : said;
    }
  category.index = Object.fromEntries(codes.map((code, place) => [code, new LosslessNumber(String(place))]));
  return { ...dimensions[0]!, category };
}

/** That a cube has what was asked for, and nothing else. Throws FetchError. */
export function expectCodes({ variables, document }: Cube, selected: readonly Selected[]): void {
  for (const { id, codes } of selected) {
    const found = variables.find(variable => variable.id === id);
    if (found?.codes.length !== codes.length || !codes.every(code => found.codes.includes(code)))
      throw new FetchError('wrong-answer', `other codes of ${id} than were asked for`);
  }
  const others = variables.filter(({ id }) => !selected.some(one => one.id === id));
  if (others.some(({ codes }) => codes.length > 1)) throw new FetchError('wrong-answer', 'variables that were not asked for');
  if (textOf(document.value) !== undefined) throw noCube();
  cellsOf(document.value, sizeOf(variables));
}
