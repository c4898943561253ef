import { formatPeriod } from '../../../pipeline/contract/format-day.ts';
import type { Observation } from '../../../pipeline/contract/observation.ts';
import type { SiteMetric } from '../../../pipeline/contract/site.ts';
import { budgetYears } from '../../budget-rows.ts';
import type { RankedMetric } from '../../goal-metrics.ts';
import { targetOf, trendWord } from '../../judged-figure.ts';
import { latestFlagged } from '../../latest-flagged.ts';
import { placeName } from '../../place-of.ts';
import type { SiteIndex } from '../../site-index.ts';
import { reportTexts } from '#texts/report.ts';
import { statusTexts } from '#texts/status.ts';
import { capital } from '#texts/numeral.ts';
import { statusWord } from '../../words.ts';
import type { Report } from '../report.ts';
import { figureCell, marksCell, WIDTH, type Sheet, type SheetCell } from './sheet.ts';

const t = reportTexts.columns;
const { short, name, text } = WIDTH;

/** A chosen metric a row: its latest figure, the year to date, and how it goes. */
export const metricSheet = (index: SiteIndex, { metrics }: Report): Sheet => ({
  name: reportTexts.sheets.metrics,
  columns: [
    { header: t.metric, width: text },
    { header: t.latest, width: short },
    { header: t.unit, width: short },
    { header: t.period, width: name },
    { header: t.toDate, width: short },
    { header: t.status, width: name },
    { header: t.target, width: name },
    { header: t.trend, width: short },
    { header: t.change, width: short },
    { header: t.marks, width: short },
  ],
  rows: metrics.map(one => metricRow(index, one)),
});

function metricRow(index: SiteIndex, { metric, facts, indicator }: RankedMetric): SheetCell[] {
  const { latest, to_date: toDate, trend } = facts;
  const shown = latest ?? latestFlagged(index, metric, facts.place);
  const separate = toDate !== null && latest !== null && toDate.window !== latest.window;
  return [
    metric.name,
    shown === null ? null : valueCell(metric, shown),
    metric.unit,
    shown === null ? null : formatPeriod(shown.grain, shown.period_start),
    separate ? valueCell(metric, toDate) : null,
    indicator === null ? null : statusWord(indicator.status, indicator.rests_on),
    indicator === null ? null : capital(targetOf(index, indicator)),
    trend === null ? null : trendWord(trend),
    figureCell(trend?.difference ?? null, metric),
    marksCell(shown?.marks ?? [], metric.example),
  ];
}

/** A figure, or why there is none. */
const valueCell = (metric: SiteMetric, { value, flag }: Observation): SheetCell =>
  value === null ? statusTexts.flag[flag ?? 'missing'] : figureCell(value, metric);

/** What stands out from its usual pattern at the place's own level, worst first. */
export const signalSheet = (index: SiteIndex, { place }: Report): Sheet => ({
  name: reportTexts.sheets.signals,
  columns: [
    { header: t.metric, width: text },
    { header: t.place, width: name },
    { header: t.period, width: name },
    { header: t.figure, width: short },
    { header: t.unit, width: short },
    { header: t.what, width: text },
    { header: t.marks, width: short },
  ],
  rows: (index.site.attention.find(list => list.place === place)?.items ?? []).map(item => {
    const metric = index.metric(item.metric)!;
    return [
      metric.name,
      placeName(index, item.place),
      formatPeriod(metric.finest, item.period_start),
      figureCell(item.value, metric),
      metric.unit,
      item.sentence,
      marksCell([], item.example),
    ];
  }),
});

/** A month of the year's budgets a row. */
export const budgetSheet = (index: SiteIndex, { place }: Report): Sheet => ({
  name: reportTexts.sheets.budget,
  columns: [
    { header: t.metric, width: name },
    { header: t.month, width: name },
    { header: t.budget, width: short },
    { header: t.outcome, width: short },
    { header: t.forecast, width: short },
    { header: t.deviation, width: short },
    { header: t.accumulated, width: short },
    { header: t.unit, width: short },
    { header: t.marks, width: short },
  ],
  rows: budgetYears(index, place).flatMap(({ outcome, rows }) =>
    rows.map(row => [
      outcome.name,
      formatPeriod(outcome.finest, row.period_start),
      figureCell(row.budget, outcome),
      figureCell(row.outcome, outcome),
      figureCell(row.forecast, outcome),
      figureCell(row.budget === null || row.outcome === null ? null : row.budget - row.outcome, outcome),
      figureCell(row.accumulated, outcome),
      outcome.unit,
      marksCell([], outcome.example),
    ]),
  ),
});
