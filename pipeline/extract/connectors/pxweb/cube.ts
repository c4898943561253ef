import { FetchError } from '../connector.ts';
import { isObject, textOf, type Value } from '../http/json.ts';

/** A json-stat2 dataset: its variables in order, each with its codes in order; values are row-major, the last variable fastest. */
export interface Cube {
  document: { [key: string]: Value };
  /** When the table was last changed. */
  updated: string;
  variables: readonly CubeVariable[];
}

export interface CubeVariable {
  id: string;
  codes: readonly string[];
  dimension: { [key: string]: Value };
}

/** Throws FetchError for what is no json-stat2 dataset. */
export function cubeOf(document: Value): Cube {
  if (!isObject(document) || document.class !== 'dataset' || !Array.isArray(document.id) || !isObject(document.dimension)) throw noCube();
  const { dimension } = document;
  const sizes = Array.isArray(document.size) ? document.size.map(size => Number(textOf(size))) : [];
  const variables = document.id.map((id, i): CubeVariable => {
    const here = typeof id === 'string' ? dimension[id] : undefined;
    if (typeof id !== 'string' || !isObject(here)) throw noCube();
    const codes = codesOf(here);
    if (codes.length !== sizes[i]) throw noCube();
    return { id, codes, dimension: here };
  });
  return { document, updated: textOf(document.updated) ?? '', variables };
}

/** The codes of a variable in order: from a list, or by their places. */
function codesOf({ category }: { [key: string]: Value }): string[] {
  const index = isObject(category) ? category.index : undefined;
  if (Array.isArray(index) && index.every(code => typeof code === 'string')) return index;
  // A variable with one code may leave the index out.
  if (index === undefined && isObject(category) && isObject(category.label)) return Object.keys(category.label).slice(0, 1);
  if (!isObject(index)) throw noCube();
  const codes: string[] = [];
  for (const [code, place] of Object.entries(index)) codes[Number(textOf(place))] = code;
  if (codes.length !== Object.keys(index).length || Object.keys(codes).length !== codes.length) throw noCube();
  return codes;
}

/** What stands at each cell: a list, or by cell number; a single text is every cell's. */
export function cellsOf(value: Value | undefined, count: number): (cell: number) => Value | undefined {
  if (typeof value === 'string') return () => value;
  if (Array.isArray(value)) {
    if (value.length !== count) throw noCube();
    return cell => value[cell];
  }
  if (value === undefined || value === null) return () => undefined;
  if (!isObject(value)) throw noCube();
  return cell => value[String(cell)];
}

export const sizeOf = (variables: readonly { codes: readonly string[] }[]): number =>
  variables.reduce((product, { codes }) => product * codes.length, 1);

export const noCube = (): FetchError => new FetchError('wrong-answer', 'not the form of json-stat2');
