import type { Column } from '../../../words/source.ts';
import { BrokenExtract, fault } from '../broken-extract.ts';
import type { Fault } from '../broken-extract.ts';
import { namesOf } from '../match-header.ts';
import type { Cell, RecordSink } from '../record-sink.ts';
import { checkDistinct } from './cube.ts';
import type { Dimension } from './cube.ts';

/** Tells one cell of a cube, by its place in row-major order (the last dimension is the fastest), from 0. */
export type CubeTeller = (place: number, value: Cell, status: Cell) => void;

/** One column that a cube offers. */
interface Offer {
  name: string;
  cell(place: number, value: Cell, status: Cell): Cell;
}

/**
 * What tells a cube's cells as records, a cell each; the line is the cell's number from 1. The columns a cube offers are each
 * dimension by its id (the category's code, as text), `<id>.label`, `value`, `status` and `status.label` (`statusLabels`, where
 * the file declares them). A dimension that is declared by neither code nor label is a notice. Throws BrokenExtract for
 * declared columns that the cube does not offer, naming its dimensions, and for what stands twice.
 */
export function cubeTeller(
  dimensions: readonly Dimension[],
  statusLabels: ReadonlyMap<string, string>,
  columns: readonly Column[],
  sink: RecordSink,
): CubeTeller {
  checkDistinct(dimensions);
  const offers = [...dimensionOffers(dimensions), ...cellOffers(statusLabels)];
  const chosen = choose(offers, columns, dimensions, sink);
  const declared = new Set(columns.flatMap(namesOf));
  const left = dimensions.map(({ id }) => id.normalize('NFC')).filter(id => !declared.has(id) && !declared.has(`${id}.label`));
  if (left.length > 0) sink.notice(fault('extra-column', null, { columns: left.join(', ') }));
  return (place, value, status) =>
    sink.record(
      place + 1,
      chosen.map(offer => offer.cell(place, value, status)),
    );
}

function dimensionOffers(dimensions: readonly Dimension[]): Offer[] {
  let stride = 1;
  return [...dimensions].reverse().flatMap(({ id, categories }) => {
    const [step, size] = [stride, categories.length];
    stride *= size;
    const offer = (name: string, texts: readonly string[]): Offer => ({
      name,
      cell: place => texts[Math.floor(place / step) % size]! || null,
    });
    return [
      offer(
        id,
        categories.map(({ code }) => code),
      ),
      offer(
        `${id}.label`,
        categories.map(({ label }) => label),
      ),
    ];
  });
}

const cellOffers = (statusLabels: ReadonlyMap<string, string>): Offer[] => [
  { name: 'value', cell: (_, value) => value },
  { name: 'status', cell: (_, __, status) => status },
  { name: 'status.label', cell: (_, __, status) => (typeof status === 'string' && statusLabels.get(status)) || null },
];

function choose(offers: readonly Offer[], columns: readonly Column[], dimensions: readonly Dimension[], sink: RecordSink): Offer[] {
  const faults: Fault[] = [];
  const there = dimensions.map(({ id }) => id).join(', ');
  const chosen = columns.flatMap(declared => {
    const called = namesOf(declared);
    const [column = ''] = called;
    const found = offers.filter(({ name }) => called.includes(name.normalize('NFC')));
    if (found.length === 0) faults.push(fault('missing-column', null, { column, nearest: '', there }));
    if (found.length > 1) faults.push(fault('duplicate-column', null, { column }));
    const alias = found[0]?.name.normalize('NFC') ?? column;
    if (alias !== column) sink.notice(fault('aliased-column', null, { column, alias }));
    return found;
  });
  if (faults.length > 0) throw new BrokenExtract(...faults);
  return chosen;
}
