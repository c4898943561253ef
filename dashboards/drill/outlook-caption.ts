import { formatPeriod } from '../../pipeline/contract/format-day.ts';
import { firstDay } from '../../pipeline/contract/period.ts';
import type { PointType } from '../../pipeline/contract/signals.ts';
import type { TrendInput } from '../charts/series.ts';
import { outlookTexts as t } from '#texts/outlook.ts';
import { capital } from '#texts/numeral.ts';
import { signalMark } from './outlook-tables.ts';
import type { TemplateTools } from './template-tools.ts';

const MARKS: readonly [type: PointType, words: string][] = [
  ['special_cause_concern', t.worse],
  ['special_cause_improvement', t.better],
  ['special_cause_neutral_high', t.unusual],
];

/** What the chart's limits, marks and dots are, in words; only of what it has. */
export function outlookCaption(tools: TemplateTools, { outlook, grain }: TrendInput): unknown {
  const { html, nothing } = tools;
  if (outlook === null) return nothing;
  const { usual, unusual, foretold } = outlook;
  const hasLimits = usual.some(({ upl }) => upl !== null);
  const types = new Set<PointType>(unusual.map(({ type }) => (type === 'special_cause_neutral_low' ? 'special_cause_neutral_high' : type)));
  const marks = MARKS.filter(([type]) => types.has(type)).map(
    ([type, words], i) =>
      html`${i > 0 ? ', ' : nothing}<span class="nowrap">${signalMark(tools, { type })} ${i > 0 ? words : capital(words)}</span>`,
  );
  const sentences = [
    ...(usual.length === 0 ? [] : [hasLimits ? t.lines : t.level]),
    ...(usual.at(-1)?.season ? [t.season] : []),
    ...usual.flatMap(({ first, reason }) => (reason === null ? [] : [t.change(formatPeriod(grain, firstDay(first)), reason)])),
    ...(foretold.length === 0 ? [] : [foretold.some(({ low }) => low !== null) ? t.interval : t.dotted]),
  ];
  return html`${sentences.map(sentence => `${sentence} `)}${marks.length === 0 ? nothing : html`${marks}. `}`;
}
