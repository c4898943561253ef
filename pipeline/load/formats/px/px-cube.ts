import { BrokenExtract, fault } from '../broken-extract.ts';
import { cellCount } from '../cube/cube.ts';
import type { Category, Dimension } from '../cube/cube.ts';
import type { PxStatements } from './px-statements.ts';

/** What a PX file says of its cells. */
export interface PxCube {
  /** Those of STUB, then those of HEADING: the last is the fastest. */
  dimensions: readonly Dimension[];
  /** How many cells a row has: the product of HEADING's sizes. */
  width: number;
  /** In the form with keys, for each dimension of STUB the place of a category by its key; null where every cell is written. */
  keys: readonly ReadonlyMap<string, number>[] | null;
  /** What its signs mean, by sign, where it says so. */
  statusLabels: ReadonlyMap<string, string>;
}

const SIGNS: readonly [keyword: string, sign: string][] = [
  ['DATASYMBOLNIL', '-'],
  ...[1, 2, 3, 4, 5, 6].map((dots): [string, string] => [`DATASYMBOL${dots}`, '.'.repeat(dots)]),
];

const broken = (part: string): BrokenExtract => new BrokenExtract(fault('cube-part', null, { part }));

/** The cube that the statements describe. Throws BrokenExtract where they do not fit each other. */
export function pxCube(statements: PxStatements): PxCube {
  // Some writers list one empty name where there is none.
  const variables = (keyword: string) => (statements.get(keyword) ?? []).filter(id => id !== '');
  const [stub, heading] = [variables('STUB'), variables('HEADING')];
  if (stub.length + heading.length === 0) throw broken('STUB');
  const rows = stub.map(id => dimensionOf(id, statements));
  const columns = heading.map(id => dimensionOf(id, statements));
  const withKeys = [...statements.keys()].some(name => name.startsWith('KEYS'));
  return {
    dimensions: [...rows, ...columns],
    width: cellCount(columns),
    keys: withKeys ? rows.map(dimension => keysOf(dimension, statements)) : null,
    statusLabels: new Map(SIGNS.map(([keyword, sign]) => [sign, statements.get(keyword)?.[0] ?? ''])),
  };
}

/** A variable's categories. One that has no code of its own is called by its value, which is its label. Throws BrokenExtract. */
function dimensionOf(id: string, statements: PxStatements): Dimension {
  const labels = statements.get(`VALUES("${id}")`);
  const codes = statements.get(`CODES("${id}")`);
  if (labels === undefined) throw broken(`VALUES("${id}")`);
  if (codes && codes.length !== labels.length) throw broken(`CODES("${id}")`);
  const categories = labels.map((label, i): Category => ({ code: codes?.[i] || label, label }));
  if (categories.some(({ code }) => code === '')) throw broken(`VALUES("${id}")`);
  return { id, categories };
}

function keysOf({ id, categories }: Dimension, statements: PxStatements): ReadonlyMap<string, number> {
  const by = statements.get(`KEYS("${id}")`)?.join();
  if (by !== 'CODES' && by !== 'VALUES') throw broken(`KEYS("${id}")`);
  const keys = new Map(categories.map(({ code, label }, place) => [by === 'CODES' ? code : label, place]));
  if (keys.size < categories.length) throw new BrokenExtract(fault('cube-category-twice', null, { dimension: id }));
  return keys;
}
