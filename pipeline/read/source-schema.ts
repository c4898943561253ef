import * as z from 'zod';
import { problemText } from '../messages/problems.ts';
import type { Column, ColumnType, Covers, Format, SourceDeclaration } from '../words/source.ts';
import { checkReports } from './reports-columns.ts';
import { issue } from './issue.ts';
import {
  column,
  flag,
  grain,
  groupsOf,
  id,
  list,
  localText,
  map,
  matching,
  number,
  oneOf,
  pattern,
  strict,
  text,
  whole,
} from './values.ts';

const ENCODINGS = ['utf-8', 'utf-16le', 'windows-1252', 'iso-8859-1', 'iso-8859-15'] as const;
const DECIMAL = /^decimal\((\d+), ?(\d+)\)$/;
const PLAIN_TYPES = ['text', 'integer', 'date', 'month', 'boolean'] as const;

const TYPES = `${PLAIN_TYPES.join(', ')} or "decimal(p,s)" p at most 38, in quotes`;
const type = z.string({ error: TYPES }).transform((written, ctx): ColumnType => {
  const plain = PLAIN_TYPES.find(name => name === written);
  if (plain) return { name: plain };
  const [, precision, scale] = DECIMAL.exec(written) ?? [];
  if (precision && Number(precision) >= 1 && Number(precision) <= 38 && Number(scale) <= Number(precision))
    return { name: 'decimal', precision: Number(precision), scale: Number(scale) };
  ctx.addIssue(issue(problemText('wrong-value', written, TYPES)));
  return z.NEVER;
});

const columnSchema = strict({
  name: column,
  type,
  required: flag.optional(),
  key: flag.optional(),
  min: number('a number').optional(),
  max: number('a number').optional(),
  allowed: list(text).optional(),
  pattern: pattern().optional(),
  personal: oneOf(['hash', 'drop']).optional(),
}).superRefine((it, ctx) => {
  const notWith = (key: string, because: string) => ctx.addIssue(issue(problemText('not-with', key, because), [key]));
  const numeric = it.type.name === 'integer' || it.type.name === 'decimal';
  if (it.min !== undefined && !numeric) notWith('min', 'only numbers have a least value');
  if (it.max !== undefined && !numeric) notWith('max', 'only numbers have a greatest value');
  if (it.pattern !== undefined && it.type.name !== 'text') notWith('pattern', 'only text has a pattern');
  if (it.allowed !== undefined && it.type.name !== 'text') notWith('allowed', 'only text has a list of allowed values');
  if (it.personal === 'hash' && it.type.name !== 'text') notWith('personal', 'a digest is text: declare the column as text, or drop it');
  if (it.personal === 'drop' && it.key) notWith('key', 'a column that is dropped identifies nothing');
});

const csv = strict({
  type: oneOf(['csv']),
  encoding: oneOf(ENCODINGS).optional(),
  delimiter: matching('one character', value => value.length === 1).optional(),
  decimal: oneOf([',', '.']).optional(),
  preamble: whole(0).optional(),
  footer: pattern().optional(),
  ignore: pattern().optional(),
}).transform((it): Format => ({
  type: 'csv',
  encoding: it.encoding ?? 'utf-8',
  delimiter: it.delimiter ?? ',',
  decimal: it.decimal ?? '.',
  preamble: it.preamble ?? 0,
  footer: it.footer ?? null,
  ignore: it.ignore ?? null,
}));
const json = strict({ type: oneOf(['json']), records: text.optional() }).transform((it): Format => ({
  type: 'json',
  records: it.records ?? '',
}));
const kolada = strict({ type: oneOf(['kolada-v3']) }).transform((it): Format => it);
const format = z.discriminatedUnion('type', [csv, json, kolada], { error: '`csv`, `json` or `kolada-v3`' });

const COVERS = '`name.period`, `column.<name>` or `until month before received`';
const covers = z.string({ error: COVERS }).transform((written, ctx): Covers => {
  if (written === 'name.period') return { by: 'name' };
  if (written === 'until month before received') return { by: 'until-month-before-received' };
  const name = /^column\.(.+)$/.exec(written)?.[1];
  if (name !== undefined) return { by: 'column', column: name };
  ctx.addIssue(issue(problemText('wrong-value', written, COVERS)));
  return z.NEVER;
});

const cadence = strict({
  every: grain,
  due: matching('days, as 10 days after period', value => /^\d+ days? after period$/.test(value)).transform(value => parseInt(value, 10)),
}).transform(it => ({ every: it.every, due_days: it.due }));

/** `sources/<id>/source.yaml`; `pinned` where malbild.yaml pins `as_of`, so that no date of receipt may come from the clock. */
export const sourceSchema = (file: string, pinned: boolean): z.ZodType<SourceDeclaration> =>
  strict({
    id,
    name: localText,
    owner: text,
    class: oneOf(['open', 'internal', 'personal']),
    synthetic: flag.optional(),
    location: text,
    name_pattern: pattern(['received', 'period', 'sequence']).optional(),
    kind: oneOf(['snapshot', 'increment', 'period', 'reference', 'reports']),
    covers: covers.optional(),
    cadence: cadence.optional(),
    format,
    columns: map(columnSchema),
  })
    .superRefine((it, ctx) => {
      const report = (...args: Parameters<typeof issue>) => ctx.addIssue(issue(...args));
      const columns = Object.entries(it.columns);
      const groups = it.name_pattern === undefined ? [] : groupsOf(it.name_pattern)!;
      if (pinned && !groups.includes('received'))
        report(problemText('needs-key', '(?<received>…)', 'where `as_of` is pinned, the name says when a file was received'), [
          'name_pattern',
        ]);
      if (it.covers?.by === 'name' && !groups.includes('period'))
        report(problemText('needs-key', '(?<period>…)', '`covers: name.period` reads it from the name'), ['name_pattern']);
      if (it.covers?.by === 'column') {
        const { column } = it.covers;
        const dated = columns.filter(([, { type }]) => type.name === 'month' || type.name === 'date').map(([, { name }]) => name);
        if (!dated.includes(column)) report(problemText('unknown-name', 'date or month column', column, dated), ['covers']);
      }
      if (it.kind === 'period' && (it.covers === undefined || it.covers.by === 'until-month-before-received'))
        report(
          problemText('needs-key', 'covers', '`kind: period` replaces periods, which `name.period` or `column.<name>` says'),
          it.covers ? ['covers'] : ['kind'],
        );
      if (it.kind === 'increment' && !columns.some(([, { key }]) => key))
        report(problemText('needs-key', 'key: true', '`kind: increment` supersedes by key'), ['columns']);
      columns.forEach(([header, { name }], i) => {
        if (columns.findIndex(([, other]) => other.name.toLowerCase() === name.toLowerCase()) < i)
          report(problemText('duplicate-id', name, ['an earlier column']), ['columns', header, 'name']);
      });
      if (columns.length === 0) report(problemText('wrong-value', 'no columns', 'at least one column'), ['columns']);
      if (it.kind === 'reports') checkReports(it.columns, report);
    })
    .transform(it => ({
      ...it,
      synthetic: it.synthetic ?? false,
      name_pattern: it.name_pattern ?? null,
      covers: it.covers ?? null,
      cadence: it.cadence ?? null,
      columns: Object.entries(it.columns).map(([header, column]): Column => ({
        header,
        name: column.name,
        type: column.type,
        required: column.required ?? false,
        key: column.key ?? false,
        min: column.min ?? null,
        max: column.max ?? null,
        allowed: column.allowed ?? null,
        pattern: column.pattern ?? null,
        personal: column.personal ?? null,
      })),
      file,
    }));
