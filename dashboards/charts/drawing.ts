/** A row of a layer's data: positions on the scales, `py` in px, `text` as printed. */
export interface ChartRow {
  x: number;
  y?: number | null;
  x2?: number;
  y2?: number;
  py?: number;
  text?: string;
}

/** What one chart shows: rows for the layers it uses; the others are empty. */
export interface Drawing {
  /** The plot's height in px; the width is the page's. */
  height: number;
  /** Room for text above and below the plot, px. */
  above: number;
  below: number;
  xdom: readonly [number, number];
  ydom: readonly [number, number];
  rows: Readonly<Record<string, readonly ChartRow[]>>;
  /** What a screen reader says; null for a chart that only repeats the text beside it. */
  says: { title: string; description: string } | null;
}
