import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cubeReader, JSON_STAT, PX } from './read-cube.ts';

interface RandomCube {
  dimensions: { id: string; categories: { code: string; label: string }[]; shuffled: number[] }[];
  /** How many of the dimensions are the stub of a PX file. */
  stub: number;
  /** A number as it is written, or a sign for a missing one. */
  cells: string[];
}

const SIGNS = ['.', '..', '...', '....', '.....', '......'];
/** Letters, and what the formats could trip over; no quote, which no PX file can write. */
const word = fc.string({ unit: fc.constantFrom(..."aåÖ0789 ,;=()[]#'\\.-"), minLength: 1, maxLength: 6 });
const number = fc.oneof(
  fc.integer({ min: -3, max: 10 ** 9 }).map(String),
  fc.tuple(fc.bigInt({ min: -(10n ** 25n), max: 10n ** 25n }), fc.stringMatching(/^\d{1,12}$/)).map(([whole, part]) => `${whole}.${part}`),
);
const dimension = fc.uniqueArray(word, { minLength: 1, maxLength: 4 }).chain(codes =>
  fc.record({
    categories: fc.tuple(...codes.map(code => word.map(label => ({ code, label })))),
    shuffled: fc.shuffledSubarray([...codes.keys()], { minLength: codes.length }),
  }),
);
const cube: fc.Arbitrary<RandomCube> = fc
  .uniqueArray(word, { minLength: 1, maxLength: 3 })
  .chain(ids => fc.tuple(fc.tuple(...ids.map(id => dimension.map(rest => ({ id, ...rest })))), fc.nat(ids.length)))
  .chain(([dimensions, stub]) => {
    const count = dimensions.reduce((product, { categories }) => product * categories.length, 1);
    const cell = fc.oneof({ weight: 3, arbitrary: number }, { weight: 1, arbitrary: fc.constantFrom(...SIGNS) });
    return fc.array(cell, { minLength: count, maxLength: count }).map(cells => ({ dimensions, stub, cells }));
  });

const isSign = (cell: string) => SIGNS.includes(cell);
const columnsOf = ({ dimensions }: RandomCube) => [...dimensions.flatMap(({ id }) => [id, `${id}.label`]), 'value', 'status'];

/** The records, counted out by hand: the last dimension turns fastest. */
function expected({ dimensions, cells }: RandomCube) {
  let rows: string[][] = [[]];
  for (const { categories } of dimensions) rows = rows.flatMap(row => categories.map(({ code, label }) => [...row, code, label]));
  return rows.map((row, i) => [i + 1, ...row, ...(isSign(cells[i]!) ? [null, cells[i]!] : [`=${cells[i]!}`, null])]);
}

/** Written by hand, since JSON.stringify would take numbers through binary floating point. */
function jsonStat({ dimensions, cells }: RandomCube, { sparse, ordered }: { sparse: boolean; ordered: boolean }): string {
  const entry = ({ id, categories, shuffled }: RandomCube['dimensions'][number]) => {
    const label = Object.fromEntries(categories.map(({ code, label }) => [code, label]));
    // Pairs are written one by one: an object of ours would put codes that look like numbers first.
    const index = ordered
      ? JSON.stringify(categories.map(({ code }) => code))
      : `{${shuffled.map(at => `${JSON.stringify(categories[at]!.code)}:${at}`).join()}}`;
    return `${JSON.stringify(id)}:{"category":{"index":${index},"label":${JSON.stringify(label)}}}`;
  };
  const places = [...cells.entries()];
  const value = sparse
    ? `{${places.flatMap(([i, cell]) => (isSign(cell) ? [] : [`"${i}":${cell}`])).join()}}`
    : `[${cells.map(cell => (isSign(cell) ? 'null' : cell)).join()}]`;
  const status = sparse
    ? `{${places.flatMap(([i, cell]) => (isSign(cell) ? [`"${i}":"${cell}"`] : [])).join()}}`
    : `[${cells.map(cell => (isSign(cell) ? `"${cell}"` : 'null')).join()}]`;
  return `{"version":"2.0","class":"dataset","id":${JSON.stringify(dimensions.map(({ id }) => id))},
"size":[${dimensions.map(({ categories }) => categories.length).join()}],"dimension":{${dimensions.map(entry).join(',\n')}},
"value":${value},"status":${status}}`;
}

const quote = (texts: readonly string[]) => texts.map(text => `"${text}"`).join(',\n');

function px({ dimensions, stub, cells }: RandomCube, keys: 'CODES' | null): string {
  const rows = dimensions.slice(0, stub);
  const lines = dimensions.flatMap(({ id, categories }) => [
    `VALUES("${id}")=${quote(categories.map(({ label }) => label))};`,
    `CODES("${id}")=${quote(categories.map(({ code }) => code))};`,
  ]);
  const width = dimensions.slice(stub).reduce((product, { categories }) => product * categories.length, 1);
  let heads: string[][] = [[]];
  for (const { categories } of rows) heads = heads.flatMap(head => categories.map(({ code }) => [...head, code]));
  const table = heads.map((head, i) => ({ head, row: cells.slice(i * width, (i + 1) * width) }));
  const written = (row: readonly string[]) => row.map(cell => (isSign(cell) ? `"${cell}"` : cell)).join(' ');
  const body = keys
    ? table.filter(({ row }) => row.some(cell => cell !== '0')).map(({ head, row }) => `${quote(head)},${written(row)} \n`)
    : table.map(({ row }) => `${written(row)} \n`);
  return [
    ...(stub > 0 ? [`STUB=${quote(rows.map(({ id }) => id))};`] : []),
    ...(stub < dimensions.length ? [`HEADING=${quote(dimensions.slice(stub).map(({ id }) => id))};`] : []),
    ...lines,
    ...(keys ? rows.map(({ id }) => `KEYS("${id}")=${keys};`) : []),
    `DATA=\n${body.join('')};`,
  ].join('\n');
}

const readJson = await cubeReader(JSON_STAT);
const readPx = await cubeReader({ ...PX, encoding: 'utf-8' });

describe('a cube reads back to the same records', () => {
  it.each([
    { sparse: false, ordered: true },
    { sparse: true, ordered: false },
    { sparse: false, ordered: false },
  ])('as json-stat2, %j', async form => {
    await fc.assert(
      fc.asyncProperty(cube, async random => {
        expect(await readJson(jsonStat(random, form), columnsOf(random))).toEqual({ records: expected(random), notices: [], faults: [] });
      }),
      { numRuns: 150 },
    );
  });

  it('as PX with every cell', async () => {
    await fc.assert(
      fc.asyncProperty(cube, async random => {
        expect(await readPx(px(random, null), columnsOf(random))).toEqual({ records: expected(random), notices: [], faults: [] });
      }),
      { numRuns: 150 },
    );
  });

  it('as PX with keys, where rows of zeros are left out', async () => {
    const zeros = fc.tuple(cube, fc.nat()).map(([random, seed]) => ({
      ...random,
      stub: Math.max(1, random.stub),
      cells: random.cells.map((cell, i) => ((seed >> (i % 20)) % 2 === 0 ? '0' : cell)),
    }));
    await fc.assert(
      fc.asyncProperty(zeros, async random => {
        expect(await readPx(px(random, 'CODES'), columnsOf(random))).toEqual({ records: expected(random), notices: [], faults: [] });
      }),
      { numRuns: 150 },
    );
  });

  it('and when it is cut off anywhere, it is not read', async () => {
    await fc.assert(
      fc.asyncProperty(cube, fc.double({ min: 0, max: 0.999_999, noNaN: true }), async (random, part) => {
        const forms: [string, typeof readPx][] = [
          [jsonStat(random, { sparse: true, ordered: true }), readJson],
          [px(random, null), readPx],
          [px({ ...random, stub: Math.max(1, random.stub) }, 'CODES'), readPx],
        ];
        for (const [text, read] of forms) {
          const end = Math.floor(text.length * part);
          const { records, faults } = await read(text.slice(0, end), columnsOf(random));
          // A PX file may end with the space after its last cell: then all of it is there.
          if (faults.length === 0) expect([text[end], records]).toEqual([';', expected(random)]);
        }
      }),
      { numRuns: 150 },
    );
  });

  it('and when it is damaged anywhere, it is a fault or a whole cube, never a crash', async () => {
    const damage = fc.record({
      from: fc.nat(2000),
      drop: fc.nat(20),
      put: fc.string({ unit: fc.constantFrom(...'"{}[](),;:=.-0 9aKEYS\n') }),
    });
    await fc.assert(
      fc.asyncProperty(cube, damage, async (random, { from, drop, put }) => {
        const forms: [string, typeof readPx][] = [
          [jsonStat(random, { sparse: false, ordered: false }), readJson],
          [px(random, null), readPx],
          [px({ ...random, stub: Math.max(1, random.stub) }, 'CODES'), readPx],
        ];
        for (const [text, read] of forms) {
          const at = from % text.length;
          const { records, faults } = await read(text.slice(0, at) + put + text.slice(at + drop), columnsOf(random));
          if (faults.length === 0) expect(records.map(([line]) => line)).toEqual([...records.keys()].map(i => i + 1));
        }
      }),
      { numRuns: 150 },
    );
  });
});
