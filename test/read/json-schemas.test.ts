import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv, type ValidateFunction } from 'ajv';
import { parse } from 'yaml';
import type * as z from 'zod';
import { beforeAll, describe, expect, it } from 'vitest';
import { decode } from '../../pipeline/read/decode.ts';
import { findFiles, type FileKind, type ProjectText } from '../../pipeline/read/find-files.ts';
import { splitHeader } from '../../pipeline/read/header.ts';
import { jsonSchemas, type SchemaName } from '../../pipeline/read/json-schemas.ts';
import { knownNames } from '../../pipeline/read/known-names.ts';
import { metricSchema } from '../../pipeline/read/metric-schema.ts';
import { municipalitySchema } from '../../pipeline/read/municipality-schema.ts';
import { planSchemas } from '../../pipeline/read/plan-schema.ts';
import { checkSchema } from '../../pipeline/read/read-checks.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { readYaml } from '../../pipeline/read/read-yaml.ts';
import { sourceSchema } from '../../pipeline/read/source/source-schema.ts';
import type { Problem } from '../../pipeline/words/problem.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const SCHEMA_OF: Partial<Record<FileKind, SchemaName>> = {
  municipality: 'malbild',
  source: 'source',
  plan: 'plan',
  metrics: 'metric',
  checks: 'check',
};

const known = knownNames(null);
const plans = planSchemas(known);
const validators = Object.fromEntries(
  Object.entries(jsonSchemas(null)).map(([name, schema]) => [name, new Ajv({ strict: true, strictRequired: false }).compile(schema)]),
) as Record<SchemaName, ValidateFunction>;
const verdictOf = (name: SchemaName, value: unknown) => (validators[name](value) ? 'valid' : validators[name].errors);

/** A file's YAML as the reader decodes it; null where it has problems of its own. */
function valueIn({ kind, path, text }: ProjectText): unknown {
  const problems: Problem[] = [];
  const document = readYaml(path, kind === 'metrics' || kind === 'checks' ? (splitHeader(text)?.header ?? '') : text, problems);
  if (!document) return null;
  const isRevision = (document.value as { amends?: unknown } | null)?.amends !== undefined;
  const schema: Partial<Record<FileKind, z.ZodType>> = {
    municipality: municipalitySchema,
    source: sourceSchema(path, false),
    plan: isRevision ? plans.revision : plans.whole,
    metrics: metricSchema(known),
    checks: checkSchema,
  };
  decode(document, schema[kind]!, problems);
  return problems.length === 0 ? document.value : null;
}

describe('the JSON Schemas', () => {
  const projects = [
    '',
    ...readdirSync(`${root}/test/cases`, { withFileTypes: true }).flatMap(entry =>
      entry.isDirectory() ? [`test/cases/${entry.name}`] : [],
    ),
  ];
  let files: { file: string; schema: SchemaName; value: unknown }[];
  beforeAll(async () => {
    const found = await Promise.all(
      projects.map(async project => (await findFiles(`${root}/${project}`, [])).map(text => ({ project, text }))),
    );
    files = found.flat().flatMap(({ project, text }) => {
      const schema = SCHEMA_OF[text.kind];
      const value = schema === undefined ? null : valueIn(text);
      return schema === undefined || value === null ? [] : [{ file: `${project}/${text.path}`, schema, value }];
    });
  });

  it('accept every file of the demonstration and of the cases that the readers accept', () => {
    const counts = Object.fromEntries(Object.keys(validators).map(name => [name, files.filter(({ schema }) => schema === name).length]));
    for (const [name, count] of Object.entries(counts)) expect(count, name).toBeGreaterThan(4);
    const refused = files.flatMap(({ file, schema, value }) => {
      const verdict = verdictOf(schema, value);
      return verdict === 'valid' ? [] : [{ file, verdict }];
    });
    expect(refused).toEqual([]);
  });

  it('say what every key means', () => {
    const silent: string[] = [];
    const visit = (node: unknown, path: string): void => {
      if (node === null || typeof node !== 'object') return;
      const { properties, ...rest } = node as { properties?: Record<string, { description?: string }> };
      for (const [key, schema] of Object.entries(properties ?? {})) {
        // The languages of a text.
        if (!schema.description && !/^(sv|en)$/.test(key)) silent.push(`${path}.${key}`);
        visit(schema, `${path}.${key}`);
      }
      for (const [key, value] of Object.entries(rest))
        visit(value, /^(anyOf|oneOf|then|else|items|\d+)$/.test(key) ? path : `${path}/${key}`);
    };
    for (const [name, schema] of Object.entries(jsonSchemas(null))) visit(schema, name);
    expect(silent).toEqual([]);
  });
});

const METRIC = 'id: a\nname: A\nquestion: Vad?\nunit: count\ndesired: higher\nmeasure: count(*)\ntime: day\n';
const PLAN = 'plan: "2026"\nversion: 1\nname: P\nadopted: { by: KF, date: 2025-11-24, paragraph: § 1 }\nin_force: { from: 2026-01-01 }\n';
const SOURCE =
  'id: a\nname: A\nowner: O\nclass: open\nkind: snapshot\nlocation: in/*.csv\nformat: { type: csv }\ncolumns: { A: { name: a, type: text } }\n';
const MALBILD = 'name: Åby\ncode: "9901"\ntime_zone: Europe/Stockholm\ncalendar: { grains: [month] }\n';
const goal = (inside: string) =>
  `${PLAN}goals:\n  - { id: G, name: Mål, rule: all, indicators: [{ id: I, metric: a, measures: year, by: 2026-12-31, ${inside} }] }\n`;

describe('what is wrong in a file is wrong in its JSON Schema', () => {
  it.each<[SchemaName, string]>([
    ['metric', METRIC],
    ['plan', goal('target: { at_most: metric(b) }')],
    ['plan', PLAN.replace('version: 1', 'version: 2\namends: 1') + 'change: { I: { target: milestone } }\nremove: [A]\n'],
    ['source', SOURCE],
    ['malbild', MALBILD],
  ])('%s: the sound one is accepted', (name, yaml) => {
    expect(verdictOf(name, parse(yaml))).toBe('valid');
  });

  it.each<[string, SchemaName, string]>([
    ['an unknown key', 'metric', `${METRIC}wndows: [ytd]\n`],
    ['a missing key', 'metric', METRIC.replace('unit: count\n', '')],
    ['a word that is none of those', 'metric', METRIC.replace('higher', 'up')],
    ['a number in place of a text', 'metric', METRIC.replace('id: a', 'id: 12')],
    ['two measures', 'metric', `${METRIC}given: value\n`],
    ['a numerator alone', 'metric', METRIC.replace('measure', 'numerator')],
    ['another window', 'metric', `${METRIC}windows: [rolling-1]\n`],
    ['an unknown key in a change', 'metric', `${METRIC}rebase: [{ from: 2025-01-01, reason: R, to: 2026-01-01 }]\n`],
    ['a life without a reason', 'metric', `${METRIC}life: { retired: { date: 2026-01-01 } }\n`],
    ['a target without a decision', 'metric', `${METRIC}own_target: { target: { at_most: 1 }, measures: year, by: 2026-12-31 }\n`],
    ['another severity', 'check', 'id: a\nmessage: M\nseverity: error\n'],
    ['a day that is none', 'plan', goal('target: { at_most: 1 }').replace('by: 2026-12-31', 'by: "31/12"')],
    ['two targets', 'plan', goal('target: { at_most: 1, at_least: 0 }')],
    ['an unknown key of an indicator', 'plan', goal('target: milestone, metrik: a')],
    ['an unknown key deep down', 'plan', `${PLAN}goals: [{ id: A, name: A, goals: [{ id: B, name: B, gaols: [] }] }]\n`],
    ['a whole plan without goals', 'plan', PLAN],
    ['a revision that is a whole plan', 'plan', `${goal('target: milestone')}amends: 1\n`],
    ['a change of a key that nothing has', 'plan', `${PLAN}amends: 1\nchange: { I: { traget: milestone } }\n`],
    ['a source from nowhere', 'source', SOURCE.replace('location: in/*.csv\n', '')],
    ['a type that is none', 'source', SOURCE.replace('type: text', 'type: varchar')],
    ['a key of another format', 'source', SOURCE.replace('type: csv', 'type: parquet, delimiter: ";"')],
    ['a format that is none', 'source', SOURCE.replace('type: csv', 'type: xls')],
    ['what is not decided yet', 'source', SOURCE.replace('kind: snapshot', 'kind: DECIDE')],
    [
      'a password in a file',
      'source',
      SOURCE.replace(
        'location: in/*.csv',
        'connector: { type: postgresql, host: h, user: u, database: d, password: hemligt, query: q.sql }',
      ),
    ],
    ['a code that is a number', 'malbild', MALBILD.replace('"9901"', '9901')],
    ['a grain that is none', 'malbild', MALBILD.replace('[month]', '[months]')],
  ])('%s', (_, name, yaml) => {
    expect(validators[name](parse(yaml))).toBe(false);
  });

  it('offers the names that the project declares, and refuses no other', async () => {
    const { metric, plan } = jsonSchemas(await readProject(`${root}/test/cases/aby`));
    const text = JSON.stringify({ metric, plan });
    for (const names of [['sick-leave', 'sick-leave-national'], ['organisation', 'sex'], ['liknande']])
      for (const name of names) expect(text).toMatch(new RegExp(`"examples":\\[[^\\]]*"${name}"`));
    expect(new Ajv().compile(metric)(parse(METRIC.replace('unit: count', 'unit: some-other')))).toBe(true);
  });
});
