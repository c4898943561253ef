import fc from 'fast-check';
import { expect, it } from 'vitest';
import { auditFigure, type FigureAudit } from '../../pipeline/audit/system/audit-figure.ts';
import { tupleOf, type Figure } from '../../pipeline/audit/system/figure.ts';
import { gatherFigure } from '../../pipeline/audit/system/gather-figure.ts';
import { memberSums } from '../../pipeline/audit/system/member-sums.ts';

/** A table of rows and columns with all margins, in whole numbers from 1; hidden ones are true in `hides`, margins last. */
interface Square {
  inner: readonly (readonly number[])[];
  hides: readonly boolean[];
}

const square: fc.Arbitrary<Square> = fc.tuple(fc.integer({ min: 2, max: 3 }), fc.integer({ min: 2, max: 3 })).chain(([height, width]) =>
  fc.record({
    inner: fc.array(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: width, maxLength: width }), {
      minLength: height,
      maxLength: height,
    }),
    hides: fc.array(fc.boolean(), { minLength: (height + 1) * (width + 1), maxLength: (height + 1) * (width + 1) }),
  }),
);

/** Every cell with what it is called, margins too: the sum of its inner cells. */
function cellsOf(inner: readonly (readonly number[])[]): { row: string; column: string; number: number }[] {
  const [rows, columns] = [[...inner.keys()], [...inner[0]!.keys()]];
  return ['*', ...rows.map(String)].flatMap(row =>
    ['*', ...columns.map(String)].map(column => {
      const own = rows
        .filter(r => row === '*' || row === String(r))
        .flatMap(r => inner[r]!.filter((_, c) => column === '*' || column === String(c)));
      return { row, column, number: own.reduce((sum, number) => sum + number, 0) };
    }),
  );
}

function audit({ inner, hides }: Square): { figure: Figure; audit: FigureAudit } {
  const gathering = gatherFigure({ id: 'table', additive: true, counts: true });
  gathering.sayDimensions(['row', 'column'], []);
  for (const [i, { row, column, number }] of cellsOf(inner).entries()) {
    const members = Object.entries({ row, column }).filter(([, member]) => member !== '*');
    const cell = hides[i] ? { state: 'hidden' as const, text: null } : { state: 'shown' as const, text: String(number) };
    gathering.say({
      tuple: tupleOf(new Map(members)),
      span: { first: 0, last: 0 },
      row: { of: 'table', at: [row, column] },
      ...cell,
      lower: 1,
    });
  }
  const figure = gathering.figure();
  return { figure, audit: auditFigure(figure, memberSums(figure)) };
}

/** All tables of whole numbers from 1 to `most` that show the same. */
function tablesLike({ inner, hides }: Square, most: number): number[][] {
  const [height, width] = [inner.length, inner[0]!.length];
  const shown = cellsOf(inner).map(({ number }) => number);
  let partial: number[][] = [[]];
  for (let at = 0; at < height * width; at++) {
    const [r, c] = [Math.floor(at / width), at % width];
    const own = hides[(r + 1) * (width + 1) + c + 1] ? Array.from({ length: most }, (_, i) => i + 1) : [inner[r]![c]!];
    partial = partial.flatMap(numbers => own.map(number => [...numbers, number]));
    // Whole rows are weighed at once, so that what cannot be is not carried on.
    if (c === width - 1 && !hides[(r + 1) * (width + 1)])
      partial = partial.filter(numbers => numbers.slice(r * width).reduce((sum, n) => sum + n, 0) === shown[(r + 1) * (width + 1)]);
  }
  return partial
    .map(numbers =>
      cellsOf(Array.from({ length: height }, (_, r) => numbers.slice(r * width, (r + 1) * width))).map(({ number }) => number),
    )
    .filter(numbers => numbers.every((number, i) => hides[i] || number === shown[i]));
}

it('raises no false alarm: what is said to follow is the same in every table of whole numbers that shows the same', () => {
  let alarms = 0;
  fc.assert(
    fc.property(square, drawn => {
      const { givenAway } = audit(drawn).audit;
      if (givenAway.length === 0) return;
      const keys = cellsOf(drawn.inner).map(({ row, column }) => `${row} ${column}`);
      const like = tablesLike({ ...drawn, hides: drawn.hides }, 4).slice(0, 50_000);
      for (const { cell } of givenAway) {
        alarms++;
        const at = keys.indexOf(cell.rows[0]!.at.join(' '));
        expect(new Set(like.map(numbers => numbers[at])).size).toBe(1);
      }
    }),
    { numRuns: 80 },
  );
  expect(alarms).toBeGreaterThan(20);
});

it('always finds the one hidden cell of a sum', () => {
  fc.assert(
    fc.property(square, fc.nat(), fc.boolean(), ({ inner, hides }, pick, byRow) => {
      const width = inner[0]!.length + 1;
      const line = [...hides.keys()].filter(i =>
        byRow ? Math.floor(i / width) === pick % (inner.length + 1) : i % width === pick % width,
      );
      const only = line[pick % line.length]!;
      const planted = hides.map((hidden, i) => (line.includes(i) ? i === only : hidden));
      const { row, column } = cellsOf(inner)[only]!;
      const { givenAway } = audit({ inner, hides: planted }).audit;
      expect(givenAway.map(({ kind, cell }) => `${kind} ${cell.rows[0]!.at.join(' ')}`)).toContain(`determined ${row} ${column}`);
    }),
    { numRuns: 300 },
  );
});
