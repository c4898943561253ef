import { expect, it } from 'vitest';
import type { Finding } from '../../pipeline/words/finding.ts';
import { measureOver, monthly } from './measure-over.ts';

const finding = (said: Partial<Finding>): Finding => ({
  code: 'check',
  severity: 'hold-metric',
  sources: [],
  metrics: [],
  file: null,
  line: null,
  details: {},
  ...said,
});
const facts = `day n:integer\n2025-01-01 1`;
const over = (...findings: Finding[]) =>
  measureOver({
    facts: { hr: facts, finance: facts },
    covered: { hr: monthly('2025-01', '2025-01'), finance: monthly('2025-01', '2025-01') },
    asOf: '2025-02-02',
    findings,
    metrics: [
      {
        id: 'per-head-twice',
        breakdowns: [[]],
        measure: { type: 'derived', expression: { type: 'metric', id: 'per-head', over_time: null, members: {} } },
      },
      { id: 'sick', breakdowns: [[]], body: 'from marts.hr', reads: ['marts.hr'] },
      { id: 'staff', breakdowns: [[]], body: 'from marts.hr', reads: ['marts.hr'] },
      { id: 'cost', breakdowns: [[]], body: 'from marts.finance', reads: ['marts.finance'] },
      {
        id: 'per-head',
        breakdowns: [[]],
        measure: { type: 'derived', expression: { type: 'metric', id: 'sick', over_time: null, members: {} } },
      },
    ],
  });
const held = async (...findings: Finding[]) => [...(await over(...findings)).held].sort();

it('a finding holds the metrics it names, and what is made of them', async () => {
  expect(await held(finding({ metrics: ['staff'], sources: ['hr'] }))).toEqual(['staff']);
  expect(await held(finding({ metrics: ['sick'], sources: ['hr'] }))).toEqual(['per-head', 'per-head-twice', 'sick']);
});

it('one that names none holds all that rest on its source', async () => {
  expect(await held(finding({ sources: ['hr'] }))).toEqual(['per-head', 'per-head-twice', 'sick', 'staff']);
  expect(await held(finding({ sources: ['finance', 'other'] }))).toEqual(['cost']);
});

it('a warning holds nothing, and findings of earlier stages are not said twice', async () => {
  const measured = await over(finding({ severity: 'warn', sources: ['hr'] }));
  expect(measured.held.size).toBe(0);
  expect(measured.findings).toEqual([]);
});
