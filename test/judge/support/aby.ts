import { parse } from 'csv-parse/sync';
import fs from 'node:fs';
import path from 'node:path';
import type { Comparison, Flag, Mark, Observation } from '../../../pipeline/contract/observation.ts';
import { firstDay, monthOf, monthsBetween, type Grain, type Window } from '../../../pipeline/contract/period.ts';
import type { MetricDeclaration } from '../../../pipeline/words/metric.ts';
import type { ProtectedMetric, Report } from '../../../pipeline/words/stages.ts';

export const ABY = path.resolve(import.meta.dirname, '../../cases/aby');
type Record = { [column: string]: string };

export const readCsv = (file: string): Record[] => parse(fs.readFileSync(path.join(ABY, file)), { columns: true, bom: true }) as Record[];

/** One metric's expected cells; everything in Åby is internal and nothing is suppressed there. */
export function expectedCells(declaration: MetricDeclaration): ProtectedMetric {
  const observations = readCsv(`expected/observations/${declaration.id}.csv`).map((r): Observation => {
    const number = (text: string | undefined) => (text ? Number(text) : null);
    return {
      grain: r.grain as Grain,
      window: r.window as Window,
      period_start: r.period_start!,
      period_end: r.period_end!,
      members: declaration.dimensions.map(d => r[d]!),
      value: number(r.value),
      numerator: r.numerator || null,
      denominator: r.denominator || null,
      population: number(r.population),
      flag: (r.flag || null) as Flag | null,
      marks: (r.marks ? r.marks.split(' ') : []) as Mark[],
    };
  });
  const comparisons = comparisonsOf(declaration, observations);
  return { declaration, sources: ['absence'], observations, parts: [], comparisons, revisions: [] };
}

/** What `measure` makes for a ratio where the two years do not cover the same months: both over those that both cover. */
function comparisonsOf(declaration: MetricDeclaration, observations: readonly Observation[]): Comparison[] {
  if (declaration.measure.type !== 'ratio') return [];
  const months = new Map(
    observations
      .filter(o => o.grain === 'month' && o.window === 'period' && o.numerator !== null)
      .map(o => [`${o.members.join('|')} ${o.period_start}`, o]),
  );
  return observations.flatMap(row => {
    if (row.window !== 'period' && row.window !== 'ytd') return [];
    const last = monthOf(row.period_end);
    const all = monthsBetween(row.window === 'ytd' ? last - (last % 12) : monthOf(row.period_start), last);
    const at = (month: number) => months.get(`${row.members.join('|')} ${firstDay(month)}`);
    const common = all.filter(month => at(month) && at(month - 12));
    const reads = (shift: number) => all.filter(month => at(month - shift)).length;
    if (common.length === 0 || (common.length === reads(0) && common.length === reads(12))) return [];
    const over = (shift: number) => {
      const sum = (of: 'numerator' | 'denominator') => common.reduce((total, month) => total + Number(at(month - shift)![of]), 0);
      const [numerator, denominator] = [sum('numerator'), sum('denominator')];
      const value = (declaration.per * numerator) / denominator;
      return { value, numerator: String(numerator), denominator: String(denominator), population: null, flag: null };
    };
    const { grain, window, period_start, period_end, members } = row;
    return [{ grain, window, period_start, period_end, members, months: common.map(firstDay), own: over(0), before: over(12) }];
  });
}

/** Reports received and dated by a day, in the order (date, delivery, line). */
export function reportsAt(asOf: string): Report[] {
  const deliveries = fs.readdirSync(path.join(ABY, 'sources/reports/in')).sort();
  const reports = deliveries.flatMap(file => {
    const received = /_(\d{4}-\d{2}-\d{2})\./.exec(file)![1]!;
    return received > asOf ? [] : readCsv(`sources/reports/in/${file}`);
  });
  return reports
    .map(r => ({
      source: 'reports',
      plan: r.Plan!,
      id: r.Id!,
      period: r.Period!,
      date: r.Datum!,
      role: r.Roll!,
      status: (r.Status || null) as Report['status'],
      state: (r.Läge || null) as Report['state'],
      amount: r.Belopp || null,
      benefit: null,
      text: r.Text!,
    }))
    .filter(r => r.date <= asOf)
    .sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
}
