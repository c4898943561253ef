import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SPECIAL_CAUSES } from '../../pipeline/contract/signals.ts';
import { judgeSeries, type JudgedSeries } from '../../pipeline/spc/judge-series.ts';

/**
 * 45 series with what NHSRplotthedots 0.2.2 (`ptd_spc`, `screen_outliers = TRUE`) says of them. Written for this project with that
 * package; the same file as `spc/xmr_reference.json` among the real files.
 */
const reference = JSON.parse(readFileSync(new URL('xmr-reference.json', import.meta.url), 'utf8')) as JudgedSeries[];

describe('judgeSeries equals NHSRplotthedots 0.2.2', () => {
  it.each(reference.map((series, i) => [i + 1, series] as const))('on every point of series %i', (_, series) => {
    expect(judgeSeries(series)).toEqual(series);
  });

  it('and the fixture has every type, every assurance, and every cause but a rising trend', () => {
    const causes = new Set(reference.flatMap(series => series.special_cause));
    expect(SPECIAL_CAUSES.filter(cause => !causes.has(cause))).toEqual(['7 Point Trend (Increasing)']);
    expect(new Set(reference.flatMap(series => series.point_type)).size).toBe(5);
    expect(new Set(reference.map(series => series.assurance)).size).toBe(4);
  });
});
