import { BrokenExtract, fault } from '../broken-extract.ts';
import type { Dimension } from '../cube/cube.ts';
import { JsonNumber } from '../json/parse-json.ts';
import type { Json } from '../json/parse-json.ts';

/** A part of the file, by its key path, that is missing or has not the form that json-stat2 gives it. */
export const broken = (part: string): BrokenExtract => new BrokenExtract(fault('cube-part', null, { part }));

export const membersOf = (value: Json | undefined): ReadonlyMap<string, Json> | null => (value instanceof Map ? value : null);

export function listOf(value: Json | undefined, part: string): Json[] {
  if (!Array.isArray(value)) throw broken(part);
  return value;
}

/** One of `dimension`: its categories in order. A category without a label is called by its code. Throws BrokenExtract. */
export function jsonStatDimension(id: string, size: string, dimension: Json | undefined): Dimension {
  const part = `dimension.${id}.category`;
  const category = membersOf(membersOf(dimension)?.get('category'));
  if (category === null) throw broken(part);
  const label = category.get('label');
  const labels = label === undefined ? new Map<string, Json>() : membersOf(label);
  if (labels === null) throw broken(`${part}.label`);
  const codes = codesOf(category.get('index'), labels, `${part}.index`);
  if (size !== String(codes.length)) throw new BrokenExtract(fault('cube-size', null, { dimension: id, categories: codes.length }));
  const categories = codes.map(code => {
    const label = labels.get(code) ?? code;
    if (typeof label !== 'string') throw broken(`${part}.label`);
    return { code, label };
  });
  return { id, categories };
}

/** Codes in order. `index` lists them, or gives each its place; it may be left out where there is one category. */
function codesOf(index: Json | undefined, labels: ReadonlyMap<string, Json>, part: string): string[] {
  if (index === undefined && labels.size === 1) return [...labels.keys()];
  if (Array.isArray(index)) {
    if (!index.every(code => typeof code === 'string')) throw broken(part);
    return index;
  }
  if (!(index instanceof Map)) throw broken(part);
  const codes = new Array<string | undefined>(index.size).fill(undefined);
  for (const [code, place] of index) {
    const at = place instanceof JsonNumber && /^\d{1,9}$/.test(place.text) ? Number(place.text) : codes.length;
    if (at >= codes.length || codes[at] !== undefined) throw broken(part);
    codes[at] = code;
  }
  return codes as string[];
}
