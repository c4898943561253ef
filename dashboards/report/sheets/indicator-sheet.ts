import { differenceUnit } from '../../../pipeline/contract/format-number.ts';
import { goalTexts } from '#texts/goal.ts';
import { deviationOf, judgedFigure, targetOf, trendWord } from '../../judged-figure.ts';
import { placeName } from '../../place-of.ts';
import type { PlacedIndicator, SiteIndex } from '../../site-index.ts';
import { capital } from '#texts/numeral.ts';
import { reportTexts } from '#texts/report.ts';
import { statusTexts } from '#texts/status.ts';
import { statusWord } from '../../words.ts';
import type { Report } from '../report.ts';
import { dayCell, figureCell, marksCell, WIDTH, type Sheet, type SheetCell } from './sheet.ts';

const t = reportTexts.columns;
const { short, name, text } = WIDTH;

/** An indicator a row: its outcome against its target, how far from it, what is forecast, and who decided the target. */
export const indicatorSheet = (index: SiteIndex, { indicators }: Report): Sheet => ({
  name: reportTexts.sheets.indicators,
  columns: [
    { header: t.indicator, width: text },
    { header: t.goal, width: text },
    { header: t.place, width: name },
    { header: t.status, width: name },
    { header: t.restsOn, width: short },
    { header: t.reason, width: name },
    { header: t.figure, width: short },
    { header: t.unit, width: short },
    { header: t.period, width: name },
    { header: t.target, width: name },
    { header: t.by, width: short },
    { header: t.against, width: short },
    { header: t.deviation, width: short },
    { header: t.deviationUnit, width: short },
    { header: t.forecast, width: short },
    { header: t.trend, width: short },
    { header: t.change, width: short },
    { header: t.decided, width: text },
    { header: t.minutes, width: name },
    { header: t.marks, width: short },
  ],
  rows: indicators.map(placed => indicatorRow(index, placed)),
});

function indicatorRow(index: SiteIndex, { goal, indicator }: PlacedIndicator): SheetCell[] {
  const { status, rests_on, reason, decided, to_date, trend, against, forecast } = indicator;
  const metric = index.metric(indicator.metric ?? '');
  const figure = judgedFigure(indicator, metric);
  const value = indicator.value ?? to_date?.value ?? null;
  const deviation = deviationOf(indicator, metric);
  return [
    indicator.name,
    goal.name,
    placeName(index, indicator.place),
    statusWord(status, rests_on),
    rests_on === null ? null : statusTexts.basis[rests_on],
    reason === null ? null : statusTexts.reason[reason],
    metric === null || value === null ? (figure?.value ?? null) : figureCell(value, metric),
    metric?.unit ?? null,
    figure?.when ?? null,
    capital(targetOf(index, indicator)),
    dayCell(indicator.by),
    metric === null || typeof against !== 'number' ? (against === null ? null : String(against)) : figureCell(against, metric),
    metric === null ? null : figureCell(deviation, metric),
    metric === null || deviation === null ? null : differenceUnit(metric),
    metric === null || rests_on !== 'forecast' ? null : figureCell(forecast, metric),
    trend === null ? null : trendWord(trend),
    metric === null || trend === null ? null : figureCell(trend.difference, metric),
    goalTexts.decided(decided.by, decided.date, decided.paragraph, decided.case),
    decided.link,
    marksCell(to_date?.marks ?? [], indicator.example),
  ];
}
