import { chartTexts } from '#texts/chart.ts';
import { compareTexts } from '#texts/compare.ts';
import { AMONG_SIZES, shortPeriod, timeAxis, type AmongInput, type AmongSize } from './draw-among.ts';
import type { Drawing } from './drawing.ts';
import { placeEndLabels, wrap } from './end-labels.ts';
import type { SeriesPoint } from './series.ts';
import { rowsOf } from './series.ts';

const HEIGHT = 140;

/** The own place in each period, the first on top, and how many were ranked then. */
export function drawPlaces(input: AmongInput, size: AmongSize): Drawing {
  const { shown, xdom, rows } = timeAxis(input, size, HEIGHT);
  const own: SeriesPoint[] = shown.map(({ month, standing }) => ({ month, value: standing?.rank ?? null, open: false }));
  const ranked: SeriesPoint[] = shown.map(({ month, standing }) => ({ month, value: standing?.ranked ?? null, open: false }));
  const most = Math.max(2, ...ranked.map(({ value }) => value ?? 0));
  const ydom: [number, number] = [most, 1];
  const py = (place: number): number => (HEIGHT * (place - 1)) / (most - 1);
  const placed = own.flatMap(({ month, value }) => (value === null ? [] : [{ month, value }]));
  const last = placed.at(-1);
  const lastRanked = ranked.findLast(({ value }) => value !== null)?.value ?? most;
  const label = (place: { month: number; value: number }) => ({ x: place.month, py: py(place.value) - 10, text: String(place.value) });
  return {
    height: HEIGHT,
    above: 28,
    below: 48,
    xdom,
    ydom,
    rows: {
      ...rows,
      // The ticks stand under the plot, whatever the last place is.
      axis: [{ x: xdom[0], x2: xdom[1], y: most }],
      ctx: rowsOf(ranked),
      line: rowsOf(own),
      point: placed.map(({ month, value }) => ({ x: month, y: value })),
      last: last ? [{ x: last.month, y: last.value }] : [],
      rank: placed.slice(0, -1).map(label),
      rankOwn: placed.slice(-1).map(label),
      level: [{ x: xdom[0], py: 5, text: '1' }],
      ...placeEndLabels(
        [
          {
            at: py(lastRanked),
            lines: wrap(compareTexts.ofRanked(lastRanked), AMONG_SIZES[size].margin, 2).map(text => ({ layer: 'end', text })),
          },
        ],
        xdom[1],
        -20,
        HEIGHT + 20,
      ),
    },
    says: { title: input.title, description: describe(input, placed, ranked) },
  };
}

function describe({ grain }: AmongInput, placed: readonly { month: number; value: number }[], ranked: readonly SeriesPoint[]): string {
  if (placed.length === 0) return chartTexts.noValues;
  const of = (month: number): number => ranked.find(point => point.month === month)!.value!;
  const words = placed.map(({ month, value }) => compareTexts.placeAt(shortPeriod(grain, month), value, of(month)));
  return `${words.join(', ')}. ${chartTexts.inTable}`;
}
