import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { auditTable } from '../../pipeline/audit/audit-table.ts';
import { boundUnknowns } from '../../pipeline/audit/bounds/bound-unknowns.ts';
import { loadSolver } from '../../pipeline/audit/bounds/load-solver.ts';
import { SolverError, type Outcome, type Solver } from '../../pipeline/audit/bounds/program.ts';
import { proveLeast } from '../../pipeline/audit/bounds/prove-least.ts';
import { randomFrom } from '../../pipeline/audit/solve/random-from.ts';
import { solve } from '../../pipeline/audit/solve/solve.ts';
import type { LinearSystem } from '../../pipeline/audit/solve/linear-system.ts';
import { aWorld } from '../cli/a-world.ts';
import { auditCells, givenAway, writeCells, type Cells, type Sums } from './a-table.ts';

const solver = await loadSolver(new AbortController().signal);

/** A system of small whole numbers from `lower`, whose first equation is that all of them add up to something known: so there are finitely many solutions. */
interface Small {
  lower: number;
  values: readonly number[];
  rows: readonly (readonly number[])[];
}

const small: fc.Arbitrary<Small> = fc.integer({ min: 3, max: 6 }).chain(size =>
  fc.record({
    lower: fc.constantFrom(0, 1),
    values: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: size, maxLength: size }),
    rows: fc.array(fc.array(fc.constantFrom(0, 0, 1, 1, -1), { minLength: size, maxLength: size }), { maxLength: 4 }),
  }),
);

const known = (row: readonly number[], values: readonly number[]): number => row.reduce((sum, factor, i) => sum + factor * values[i]!, 0);

function systemOf({ lower, values, rows }: Small): LinearSystem {
  const all = [values.map(() => 1), ...rows].filter(row => row.some(factor => factor !== 0));
  return {
    unknowns: values.map(() => ({ lower })),
    equations: all.map(row => ({
      columns: row.flatMap((factor, at) => (factor === 0 ? [] : [at])),
      coefficients: row.filter(factor => factor !== 0),
      known: known(row, values),
    })),
  };
}

/** Every solution in whole numbers. */
function solutionsOf({ lower, values, rows }: Small): number[][] {
  const total = values.reduce((sum, value) => sum + value, 0);
  let partial: number[][] = [[]];
  for (const at of values.keys())
    partial = partial.flatMap(numbers => {
      const left = total - numbers.reduce((sum, value) => sum + value, 0) - lower * (values.length - at - 1);
      if (at === values.length - 1) return [[...numbers, left]];
      return Array.from({ length: Math.max(0, left - lower + 1) }, (_, i) => [...numbers, lower + i]);
    });
  return partial.filter(numbers => numbers.at(-1)! >= lower && rows.every(row => known(row, numbers) === known(row, values)));
}

/** Three of which each two are at most three together, and all at most four and a half, as fractions: there is much to branch on. */
const PAIRS: Small = {
  lower: 1,
  values: [2, 1, 1, 1, 2, 1, 2, 2],
  rows: [
    [1, 1, 0, 1, 0, 0, 0, 0],
    [0, 1, 1, 0, 1, 0, 0, 0],
    [1, 0, 1, 0, 0, 1, 0, 0],
    [1, 1, 1, 0, 0, 0, 1, 0],
  ],
};

/** What is told of each unknown that single equations leave several values, and what all solutions say. */
async function compare(drawn: Small, by: Solver): Promise<[told: string, truly: string][]> {
  const system = systemOf(drawn);
  const { bounds } = solve(system);
  const asked = [...bounds.keys()].filter(at => bounds[at]!.lower !== bounds[at]!.upper);
  const { single, within, untold } = await boundUnknowns(system, bounds, new Set(asked), by);
  const solutions = solutionsOf(drawn);
  return asked.map(at => {
    const own = solutions.map(numbers => numbers[at]!);
    const apart = Math.max(...own) - Math.min(...own);
    const told = single.includes(at) ? 'single' : within.includes(at) ? 'within' : untold.includes(at) ? 'untold' : 'more';
    return [told, apart === 0 ? 'single' : apart <= 4 ? 'within' : 'more'];
  });
}

/** A solver that at times gives up, or says what is not so. */
function wrongAtTimes(seed: number, share: number): Solver {
  const random = randomFrom(seed);
  const lie = (steps: number, unknowns: number, equations: number): Outcome => {
    const draw = (length: number): Float64Array => Float64Array.from({ length }, () => Math.floor(random() * 9) - 2);
    const kind = Math.floor(random() * 3);
    if (kind === 0) return { kind: 'unsolved', steps };
    if (kind === 1) return { kind: 'infeasible', multipliers: random() < 0.5 ? null : draw(equations), steps };
    return { kind: 'optimal', values: draw(unknowns), multipliers: draw(equations), steps };
  };
  return {
    ...solver,
    programOf(block) {
      const program = solver.programOf(block);
      return {
        ...program,
        minimise(cost, steps) {
          const outcome = program.minimise(cost, steps);
          return random() < share ? lie(outcome.steps, block.columns.length, block.equations.length) : outcome;
        },
      };
    },
  };
}

/** Three sums of two, each at most three together; so at most four whole ones, and four and a half that are not. */
const THREES: Sums = { A: ['x', 'y', 'p'], B: ['y', 'z', 'q'], C: ['x', 'z', 'r'], T: ['x', 'y', 'z', 'w'] };
const threes = (D: number): Cells => ({
  A: 4,
  B: 4,
  C: 4,
  T: 6,
  D,
  x: '..',
  y: '..',
  z: '..',
  p: '..',
  q: '..',
  r: '..',
  w: '..',
  v: '..',
});

describe('what whole numbers leave', () => {
  it('is, of every unknown of any small system, what all solutions in whole numbers leave', async () => {
    const found: Record<string, number> = {};
    await fc.assert(
      fc.asyncProperty(small, async drawn => {
        for (const [told, truly] of await compare(drawn, solver)) {
          expect(told).toBe(truly);
          found[truly] = (found[truly] ?? 0) + 1;
        }
      }),
      { numRuns: 250 },
    );
    expect(Math.min(found.single!, found.within!, found.more!)).toBeGreaterThan(20);
  });

  it('is never taken from a solver that is wrong: then less is told', async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(fc.oneof(small, fc.constant(PAIRS)), fc.nat(), fc.constantFrom(0.1, 0.3, 0.9), async (drawn, seed, share) => {
        for (const [told, truly] of await compare(drawn, wrongAtTimes(seed, share))) {
          if (told === 'untold') continue;
          expect(told).toBe(truly);
          found++;
        }
      }),
      { numRuns: 500 },
    );
    expect(found).toBeGreaterThan(100);
  });

  it('is seen of several sums together, of which none tells by itself', async () => {
    // h + k is 12 − a, and 10 + b: together a + b is 2.
    const sums = { A: ['a', 'h', 'k'], V: ['h', 'k', 'c'], B: ['b', 'c'] };
    const cells: Cells = { A: 12, V: 20, B: 10, a: '..', b: '..', c: '..', h: '..', k: '..' };
    const report = await auditCells(cells, sums, '', solver);
    expect(givenAway(report)).toEqual([]);
    expect(report.narrow).toBe(0);
    expect(report.wholeNumbers).toMatchObject({ of: 5, single: 3, within: 0, untold: 0 });
    expect(report.wholeNumbers!.singleAt.map(({ at }) => at.join()).sort()).toEqual(['a', 'b', 'c']);
    const looser = await auditCells({ ...cells, V: 17 }, sums, '', solver);
    expect(looser.wholeNumbers).toMatchObject({ of: 5, single: 0, within: 3 });
  });

  it('is less than fractions leave', async () => {
    const held = await auditCells(threes(3), { ...THREES, D: ['w', 'v'] }, '', solver);
    expect(givenAway(held)).toEqual([]);
    expect(held.wholeNumbers!.singleAt.map(({ at }) => at.join())).toEqual(['w', 'v']);
    const looser = await auditCells(threes(4), { ...THREES, D: ['w', 'v'] }, '', solver);
    expect(looser.wholeNumbers).toMatchObject({ of: 8, single: 0, within: 8, untold: 0 });
  });

  it('is more where nothing above is shown', async () => {
    const report = await auditCells({ T: '..', a: '..', b: '..', c: 4 }, { T: ['a', 'b', 'c'] }, '', solver);
    expect(report.wholeNumbers).toMatchObject({ of: 3, single: 0, within: 0, untold: 0 });
  });

  it('is not told of figures that contradict each other, nor of more than counts', async () => {
    const contrary = await auditCells(
      { T: 2, a: '..', b: '..', c: '..', U: 9, d: '..', e: '..' },
      { T: ['a', 'b', 'c'], U: ['d', 'e'] },
      '',
      solver,
    );
    expect(contrary.wholeNumbers).toMatchObject({ of: 5, single: 0, within: 0, untold: 3 });
    const decimals = await auditCells({ T: 2.5, a: '..', b: '..' }, { T: ['a', 'b'] }, '', solver);
    expect(decimals.wholeNumbers).toMatchObject({ of: 0, programs: 0 });
  });
});

describe('a bound', () => {
  it('holds whatever multipliers it is made of', () => {
    fc.assert(
      fc.property(small, fc.nat(), fc.nat({ max: 5 }), (drawn, seed, pick) => {
        const { equations } = systemOf(drawn);
        const random = randomFrom(seed);
        const cost = new Float64Array(drawn.values.length);
        cost[pick % cost.length] = random() < 0.5 ? 1 : -1;
        const bounds = { lower: cost.map(() => drawn.lower), upper: cost.map(() => 24) };
        const multipliers = Float64Array.from(equations, () => (random() - 0.5) * 4);
        const proved = proveLeast({ equations: equations.map(one => ({ ...one, known: one.known! })) }, bounds, cost, multipliers);
        expect(proved).toBeLessThanOrEqual(Math.min(...solutionsOf(drawn).map(numbers => known([...cost], numbers))));
      }),
    );
  });
});

describe('the work that it takes', () => {
  const sums = { ...THREES, D: ['w', 'v'] };

  it('is counted, and what is left when it is spent is said', async () => {
    const system = systemOf({ lower: 0, values: [3, 3, 3, 3], rows: [] });
    const { bounds } = solve(system);
    const asked = new Set([0, 1]);
    expect(await boundUnknowns(system, bounds, asked, solver, 0)).toEqual({ single: [], within: [], untold: [0, 1], programs: 0 });
    expect(await boundUnknowns(system, bounds, asked, solver)).toMatchObject({ single: [], within: [], untold: [] });
    const costly: Solver = {
      ...solver,
      programOf(block) {
        const program = solver.programOf(block);
        return { ...program, minimise: (cost, steps) => ({ ...program.minimise(cost, steps), steps }) };
      },
    };
    const { out } = await told(await writeCells(threes(3), sums), costly);
    expect(out).toContain('8 of them could not be told');
  });

  it('is given up where the solver has no memory', async () => {
    const broken: Solver = {
      ...solver,
      programOf() {
        throw new SolverError('no memory');
      },
    };
    const report = await auditTable(await writeCells(threes(3), sums), broken);
    expect(report.wholeNumbers).toMatchObject({ of: 8, untold: 8, programs: 0 });
  });

  it('ends when it is interrupted', async () => {
    const controller = new AbortController();
    const interrupted = await loadSolver(controller.signal);
    controller.abort('SIGINT');
    await expect(auditTable(await writeCells(threes(3), sums), interrupted)).rejects.toThrow(
      'stopped by SIGINT before the audit had ended',
    );
  });

  it('gives the same bytes twice, with where and never what', async () => {
    const table = await writeCells(threes(3), sums);
    const [once, again] = [await told(table, solver), await told(table, await loadSolver(new AbortController().signal))];
    expect(again).toEqual(once);
    expect(once.code).toBe(0);
    expect(once.out).toContain('leave 2 of 8 hidden counts one whole number, and 6 several within ± 2');
    expect(once.out).toContain('  one whole number: ');
    expect(JSON.stringify((await auditTable(table, solver)).wholeNumbers!.singleAt.map(({ at }) => at))).toBe('[["w"],["v"]]');
  });
});

/** What `malbild audit` says of a table, with some solver. */
async function told(table: string, solver: Solver): Promise<{ out: string; code: number }> {
  const { said, malbild } = aWorld('/', { audit: async path => [await auditTable(path, solver)] });
  return { code: await malbild('audit', table), out: said.out };
}
