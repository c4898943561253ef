import { stringify } from 'yaml';

/** What is asked of whoever makes a metric. Texts as they are written in the header; empty for what is left out. */
export interface MetricAnswers {
  id: string;
  name: string;
  question: string;
  unit: string;
  desired: string;
  mart: string;
  time: string;
  /** A condition on the mart's rows, `closed is not null`. */
  where: string;
  numerator: string;
  denominator: string;
  measure: string;
  population: string;
  /** `organisation; organisation, sex`: a list of dimensions each, `-` for the grand total alone. */
  breakdowns: string;
  /** `public` or `internal`; empty where the sources' class decides. */
  audience: string;
  /** `at_least: 65, partly: 60`, as in a plan. */
  target: string;
  by: string;
  'decided-by': string;
  decided: string;
}

const TEXTS = [
  'id',
  'name',
  'question',
  'unit',
  'desired',
  'numerator',
  'denominator',
  'measure',
  'population',
  'audience',
  'time',
] as const;

/** The file `sql/metrics/<id>.sql` that the answers make: a header and a body that reads the mart. */
export function metricFile(answers: MetricAnswers): string {
  const lines = TEXTS.flatMap(key => (answers[key] === '' ? [] : [stringify({ [key]: answers[key] }, { lineWidth: 0 }).trimEnd()]));
  lines.push('windows: [period, ytd]');
  const breakdowns = answers.breakdowns.split(';').map(one => `[${one.trim() === '-' ? '' : one.trim()}]`);
  if (answers.breakdowns !== '') lines.push(`breakdowns: [${breakdowns.join(', ')}]`);
  if (answers.target !== '') lines.push(...ownTarget(answers));
  return `/*\n${lines.join('\n')}\n*/\nfrom ${answers.mart}${answers.where === '' ? '' : ` where ${answers.where}`}\n`;
}

const ownTarget = ({ target, by, 'decided-by': decidedBy, decided }: MetricAnswers): string[] => [
  'own_target:',
  `  target: { ${target} }`,
  '  measures: year',
  `  by: ${by}`,
  `  decided: { by: ${JSON.stringify(decidedBy)}, date: ${decided} }`,
];
