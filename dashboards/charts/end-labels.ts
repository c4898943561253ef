import type { ChartRow } from './drawing.ts';

/** A label in the margin at a line's end: one or more printed lines of one layer each. */
export interface EndLabel {
  /** Where it wants its middle, px from the plot's top. */
  at: number;
  lines: readonly { layer: 'end' | 'endStrong' | 'endBig'; text: string }[];
}

const LINE_HEIGHT = { end: 18, endStrong: 18, endBig: 24 } as const;
const GAP = 6;

/**
 * Puts labels under each other without collision, each as near its wish as the others allow, within `top` to `bottom` px,
 * and returns rows for their layers, all at `x`.
 */
export function placeEndLabels(labels: readonly EndLabel[], x: number, top: number, bottom: number): Record<string, ChartRow[]> {
  const sorted = labels.map((label, i) => ({ ...label, i, height: heightOf(label) })).sort((a, b) => a.at - b.at || a.i - b.i);
  const starts: number[] = [];
  let floor = top;
  for (const label of sorted) {
    const start = Math.max(floor, label.at - label.height / 2);
    starts.push(start);
    floor = start + label.height + GAP;
  }
  let ceiling = bottom;
  for (let i = sorted.length - 1; i >= 0; i--) {
    starts[i] = Math.min(starts[i]!, ceiling - sorted[i]!.height);
    ceiling = starts[i]! - GAP;
  }
  const rows: Record<string, ChartRow[]> = { end: [], endStrong: [], endBig: [] };
  sorted.forEach((label, i) => {
    let y = starts[i]!;
    for (const { layer, text } of label.lines) {
      y += LINE_HEIGHT[layer];
      rows[layer]!.push({ x, py: y - 4, text });
    }
  });
  return rows;
}

const heightOf = (label: EndLabel): number => label.lines.reduce((sum, { layer }) => sum + LINE_HEIGHT[layer], 0);

/** Words in lines of at most `width` characters; what does not fit in `most` lines ends with an ellipsis. */
export function wrap(text: string, width: number, most: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const current = lines.at(-1);
    if (current !== undefined && `${current} ${word}`.length <= width) lines[lines.length - 1] = `${current} ${word}`;
    else lines.push(word);
  }
  const shown = lines.slice(0, most).map(line => (line.length > width ? `${line.slice(0, width - 1)}…` : line));
  if (lines.length > most) shown[most - 1] = `${shown[most - 1]!.slice(0, width - 1).replace(/…$/, '')}…`;
  return shown;
}
