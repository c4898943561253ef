import * as z from 'zod';
import { problemText } from '../../messages/problems.ts';
import type { Column, Covers, SourceDeclaration } from '../../words/source.ts';
import { checkMarks } from './check-marks.ts';
import { checkReports } from './reports-columns.ts';
import { checkSieColumns } from './sie-columns.ts';
import { issue } from '../issue.ts';
import { flag, grain, groupsOf, id, localText, map, matching, oneOf, pattern, strict, text } from '../values.ts';
import { columnSchema } from './column-schema.ts';
import { checkContract, contractOf, declaredClass, SOURCE_CONTRACT } from './contract-schema.ts';
import { connectorSchema } from './connector-schema.ts';
import { checkConnector, withFormat } from './connector-format.ts';
import { formatSchema } from './format-schema.ts';
import { checkXmlColumns } from './xml-columns.ts';
import { cadenceKeys, sourceKeys } from '../../messages/keys/source-keys.ts';
import { hints } from '../schema-hints.ts';

const COVERS = '`name.period`, `column.<name>` or `until month before received`';
const covers = z
  .string({ error: COVERS })
  .register(hints, { description: COVERS, pattern: '^(name\\.period|column\\..+|until month before received)$' })
  .transform((written, ctx): Covers => {
    if (written === 'name.period') return { by: 'name' };
    if (written === 'until month before received') return { by: 'until-month-before-received' };
    const name = /^column\.(.+)$/.exec(written)?.[1];
    if (name !== undefined) return { by: 'column', column: name };
    ctx.addIssue(issue(problemText('wrong-value', written, COVERS)));
    return z.NEVER;
  });

const daysAfter = (example: string) =>
  matching(`days, as ${example} days after period`, /^\d+ days? after period$/).transform(value => parseInt(value, 10));
const cadence = strict({ every: grain, due: daysAfter('10') })
  .register(hints, { keys: cadenceKeys })
  .transform(it => ({ every: it.every, due_days: it.due }));

/** `sources/<id>/source.yaml`; `pinned` where malbild.yaml pins `as_of`, so that no date of receipt may come from the clock. */
export const sourceSchema = (file: string, pinned: boolean): z.ZodType<SourceDeclaration> =>
  strict({
    id,
    name: localText,
    owner: text,
    class: oneOf(['open', 'internal', 'personal']).optional(),
    synthetic: flag.optional(),
    location: text.optional(),
    connector: connectorSchema.optional(),
    entry: text.optional(),
    name_pattern: pattern(['received', 'period', 'sequence']).optional(),
    kind: oneOf(['snapshot', 'increment', 'period', 'reference', 'reports']),
    covers: covers.optional(),
    cadence: cadence.optional(),
    settles: daysAfter('60').optional(),
    format: formatSchema,
    columns: map(columnSchema),
    ...SOURCE_CONTRACT,
  })
    .register(hints, { keys: sourceKeys, oneOf: [{ required: ['location'] }, { required: ['connector'] }] })
    .superRefine((it, ctx) => {
      const report = (...args: Parameters<typeof issue>) => ctx.addIssue(issue(...args));
      const columns = Object.entries(it.columns);
      const groups = it.name_pattern === undefined ? [] : groupsOf(it.name_pattern)!;
      if ((it.location === undefined) === (it.connector === undefined))
        report(problemText('one-of', it.location === undefined ? [] : ['location', 'connector'], ['location', 'connector']));
      if (it.connector !== undefined) checkConnector(it.connector, it.format, report);
      // With a pinned `as_of` nothing is fetched.
      if (pinned && it.connector === undefined && !groups.includes('received'))
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
      if (it.settles !== undefined && it.covers === undefined)
        report(problemText('needs-key', 'covers', '`settles` is about the periods that a delivery covers'), ['settles']);
      if (it.kind === 'increment' && !columns.some(([, { key }]) => key))
        report(problemText('needs-key', 'key: true', '`kind: increment` supersedes by key'), ['columns']);
      columns.forEach(([header, { name }], i) => {
        if (columns.findIndex(([, other]) => other.name.toLowerCase() === name.toLowerCase()) < i)
          report(problemText('duplicate-id', name, ['an earlier column']), ['columns', header, 'name']);
      });
      if (it.format.type === 'xml') checkXmlColumns(it.format.records, Object.keys(it.columns), report);
      if (columns.length === 0) report(problemText('wrong-value', 'no columns', 'at least one column'), ['columns']);
      checkMarks(it.columns, report);
      checkContract(it, it.columns, report);
      if (it.kind === 'reports') checkReports(it.columns, report);
      if (it.format.type === 'sie') checkSieColumns(it.format, it.columns, report);
    })
    .transform(it => ({
      id: it.id,
      name: it.name,
      owner: it.owner,
      system: it.system ?? null,
      information: it.information ?? null,
      klassa: it.klassa ?? null,
      class: declaredClass(it),
      kind: it.kind,
      format: it.format,
      synthetic: it.synthetic ?? false,
      location: it.location ?? null,
      connector: it.connector === undefined ? null : withFormat(it.connector, it.format),
      entry: it.entry ?? null,
      name_pattern: it.name_pattern ?? null,
      covers: it.covers ?? null,
      cadence: it.cadence ?? null,
      settles_days: it.settles ?? null,
      retention_months: it.retention ?? null,
      contract: contractOf(it),
      columns: Object.entries(it.columns).map(([header, column]): Column => ({
        header,
        aliases: column.aliases ?? [],
        name: column.name,
        type: column.type,
        written: column.written ?? null,
        unit: column.unit ?? null,
        marks: column.marks ?? {},
        required: column.required ?? false,
        key: column.key ?? false,
        min: column.min ?? null,
        max: column.max ?? null,
        allowed: column.allowed ?? null,
        pattern: column.pattern ?? null,
        personal: column.personal ?? null,
        not_personal: column.not_personal ?? false,
      })),
      file,
    }));
