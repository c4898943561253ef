import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { exploreMetric } from '../../../dashboards/explore/explore-metric.ts';
import { excelTable } from '../../../dashboards/open-data/excel-table.ts';
import type { ExploreMetric } from '../../../pipeline/contract/explore.ts';
import type { Observation } from '../../../pipeline/contract/observation.ts';
import { fixtureSite } from '../fixture-site.ts';

const site = fixtureSite();
const read = (text: string): string[][] => parse(text, { delimiter: ';', bom: true });

it('has a row for each observation, and its value with a decimal comma', () => {
  const metric = site.metrics.find(({ id }) => id === 'sick-leave')!;
  const text = excelTable(exploreMetric(site, metric), metric.observations);
  expect(text.startsWith('\uFEFFmetric;grain;window;period_start;period_end;organisation;')).toBe(true);
  const [header = [], ...rows] = read(text);
  expect(rows.length).toBe(metric.observations.length);
  expect(rows.every(row => row.length === header.length)).toBe(true);
  const values = rows.map(row => row[header.indexOf('value')]!);
  expect(values.map(value => (value === '' ? null : Number(value.replace(',', '.'))))).toEqual(
    metric.observations.map(({ value }) => value),
  );
});

const metric: ExploreMetric = {
  metric: 'm',
  ...{ name: 'M', question: 'Hur?', unit: '', unit_id: 'count', decimals: 0, desired: 'none', example: false, sources: [] },
  dimensions: [
    {
      id: 'age',
      name: 'Ålder',
      whole: '*',
      members: [
        ['6-15', '6–15 år', null],
        ['x', '=HYPERLINK("http://evil.example")', null],
        ['1', 'Skolan', null],
        ['2', 'Skolan', null],
      ],
    },
  ],
};
const row = (member: string, more: Partial<Observation> = {}): Observation => ({
  ...{ grain: 'month', window: 'period', period_start: '2026-01-01', period_end: '2026-01-31', members: [member] },
  ...{ value: -0.5, numerator: '-170.50', denominator: '341', population: 20, flag: null, marks: [] },
  ...more,
});

it('has names for codes that a spreadsheet takes for days, no formula, numbers that stay numbers, and no member that cannot be told', () => {
  const rows = read(
    excelTable(
      metric,
      ['6-15', 'x', '1', '2'].map(member => row(member)),
    ),
  ).slice(1);
  expect(rows.map(cells => cells[5])).toEqual(['6–15 år', `'=HYPERLINK("http://evil.example")`, 'Skolan (1)', 'Skolan (2)']);
  expect(rows[0]!.slice(6, 10)).toEqual(['-0,5', '-170,50', '341', '20']);
});

it('leaves hidden and missing cells empty, and says why', () => {
  const hidden = { value: null, numerator: null, denominator: null, population: null, flag: 'suppressed' } as const;
  expect(read(excelTable(metric, [row('1', hidden)]))[1]!.slice(6)).toEqual(['', '', '', '', 'suppressed', '']);
});
