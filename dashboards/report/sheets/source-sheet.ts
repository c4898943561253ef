import type { SiteSource } from '../../../pipeline/contract/site.ts';
import { brokenWords } from '../../broken-words.ts';
import type { SiteIndex } from '../../site-index.ts';
import { reportTexts } from '#texts/report.ts';
import { sourceTexts } from '#texts/source.ts';
import { reportSources, type Report } from '../report.ts';
import { dayCell, marksCell, WIDTH, type Sheet } from './sheet.ts';

const t = reportTexts.columns;

/** A source that the figures come from a row, with whether it came in time. */
export const sourceSheet = (index: SiteIndex, report: Report): Sheet => ({
  name: reportTexts.sheets.sources,
  columns: [
    { header: t.source, width: WIDTH.text },
    { header: t.state, width: WIDTH.name },
    { header: t.delivered, width: WIDTH.short },
    { header: t.covers, width: WIDTH.short },
    { header: t.marks, width: WIDTH.short },
  ],
  rows: reportSources(index, report).map(source => [
    source.name,
    stateWords(source),
    dayCell(source.deliveries[0]?.received ?? null),
    dayCell(source.last_covered),
    marksCell([], source.synthetic),
  ]),
});

const stateWords = (source: SiteSource): string =>
  source.broken ? brokenWords(source) : source.late ? sourceTexts.late : source.due === null ? sourceTexts.noCadence : sourceTexts.inTime;
