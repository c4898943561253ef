import * as z from 'zod';
import { problemText } from '../../messages/problems.ts';
import type { Format } from '../../words/format.ts';
import type { SourceClass } from '../../words/project.ts';
import { addsUp, PLAIN_CONTRACT } from '../../words/source-contract.ts';
import type { Contract, Klassa } from '../../words/source-contract.ts';
import type { ColumnType } from '../../words/source.ts';
import type { issue } from '../issue.ts';
import { column, distinct, flag, groupsOf, matching, number, oneOf, percent, retention, strict, text, whole } from '../values.ts';
import * as keys from '../../messages/keys/source-keys.ts';
import { hints } from '../schema-hints.ts';

const days = matching('days, as 10 days', /^\d{1,5} days?$/).transform(value => parseInt(value, 10));
const level = number('a level of KLASSA, 1 to 4', value => [1, 2, 3, 4].includes(value)).transform(value => value as 1 | 2 | 3 | 4);

/** Keys of a column. */
export const COLUMN_CONTRACT = {
  aliases: distinct(text).optional(),
  not_personal: flag.optional(),
};

/** Keys of a source. */
export const SOURCE_CONTRACT = {
  system: text.optional(),
  information: text.optional(),
  klassa: strict({ confidentiality: level, integrity: level, availability: level }).register(hints, { keys: keys.klassaKeys }).optional(),
  retention: retention.optional(),
  rows: strict({ min: whole(0).optional(), max: whole(0).optional() })
    .register(hints, { keys: keys.rowsKeys })
    .optional(),
  control: strict({ sum: column }).register(hints, { keys: keys.controlKeys }).optional(),
  max_rejected: percent.optional(),
  retyped: z.union([oneOf(['off']), percent], { error: '`off`, or a percentage above 0% and to 100%, as 50%' }).optional(),
  newest: strict({ column, within: days, ahead: days.optional() }).register(hints, { keys: keys.newestKeys }).optional(),
  anomalies: z
    .union(
      [
        oneOf(['off']),
        strict({ z: number('a number above 0', value => value > 0).optional(), change: percent.optional() }).register(hints, {
          keys: keys.anomaliesKeys,
        }),
      ],
      {
        error: '`off`, or a map with z, change',
      },
    )
    .optional(),
};

type Written = z.infer<z.ZodObject<typeof SOURCE_CONTRACT>> & { class?: SourceClass | undefined; format: Format };
type Columns = Readonly<Record<string, { name: string; type: ColumnType; personal?: string | undefined; aliases?: string[] | undefined }>>;

/** The class that a level of confidentiality means: what nobody is hurt by is open, what hurts a person or more is personal. */
const classOf = ({ confidentiality }: Klassa): SourceClass =>
  confidentiality === 1 ? 'open' : confidentiality === 2 ? 'internal' : 'personal';

/** The source's class: as declared, else by its KLASSA. One of them is there: `checkContract` has seen to it. */
export const declaredClass = (it: Pick<Written, 'class' | 'klassa'>): SourceClass => it.class ?? classOf(it.klassa!);

export function contractOf(it: Written): Contract {
  const limits = it.anomalies === 'off' ? null : it.anomalies;
  return {
    rows: { min: it.rows?.min ?? null, max: it.rows?.max ?? null },
    control: it.control?.sum ?? null,
    max_rejected: it.max_rejected === undefined ? PLAIN_CONTRACT.max_rejected : { share: it.max_rejected, few: 0 },
    retyped: it.retyped === 'off' ? null : (it.retyped ?? PLAIN_CONTRACT.retyped),
    newest: it.newest ? { ...it.newest, ahead: it.newest.ahead ?? 0 } : null,
    anomalies: limits === null ? null : { ...PLAIN_CONTRACT.anomalies!, ...limits },
  };
}

/** Checks what the keys of the contract say together, and of the columns. */
export function checkContract(it: Written, columns: Columns, report: (...args: Parameters<typeof issue>) => void): void {
  if (it.class === undefined && it.klassa === undefined)
    report(problemText('missing-key', 'class', '`open`, `internal`, `personal`; or `klassa`, which says it'));
  if (it.class === 'open' && it.klassa && it.klassa.confidentiality > 1)
    report(
      problemText(
        'wrong-value',
        `\`class: open\` with confidentiality ${it.klassa.confidentiality}`,
        'confidentiality 1, or another class',
      ),
      ['class'],
    );
  if (it.rows?.min !== undefined && it.rows.max !== undefined && it.rows.min > it.rows.max)
    report(problemText('wrong-value', `min ${it.rows.min} and max ${it.rows.max}`, 'a min that is not above max'), ['rows']);
  if (it.retyped === 0) report(problemText('wrong-value', '0%', 'a percentage above 0%'), ['retyped']);
  checkControl(it, columns, report);
  if (it.newest) {
    const dated = loaded(columns, type => type.name === 'date' || type.name === 'month');
    if (!dated.includes(it.newest.column))
      report(problemText('unknown-name', 'date or month column', it.newest.column, dated), ['newest', 'column']);
  }
  checkAliases(it.format, columns, report);
}

function checkAliases({ type }: Format, columns: Columns, report: (...args: Parameters<typeof issue>) => void): void {
  const headers = Object.keys(columns);
  if (type === 'xml' || type === 'sie')
    for (const header of headers)
      if (columns[header]!.aliases)
        report(
          problemText('not-with', 'aliases', 'a column is a path in XML and a key of the standard in SIE: declare it as the file has it'),
          ['columns', header, 'aliases'],
        );
  const called = headers.flatMap(header => [header, ...(columns[header]!.aliases ?? [])]);
  for (const header of headers)
    for (const alias of columns[header]!.aliases ?? [])
      if (called.filter(name => name === alias).length > 1)
        report(problemText('duplicate-id', alias, ['another column']), ['columns', header, 'aliases']);
}

function checkControl({ control, format }: Written, columns: Columns, report: (...args: Parameters<typeof issue>) => void): void {
  const trailer = 'layout' in format ? format.layout.trailer : null;
  const groups = trailer === null ? [] : groupsOf(trailer)!;
  if (trailer !== null && groups.length === 0)
    report(problemText('needs-key', '(?<rows>…)', 'a trailer says `rows`, `sum` or both'), ['format', 'trailer']);
  if (groups.includes('sum') && !control)
    report(problemText('needs-key', 'control', 'it says which column `(?<sum>…)` is the sum of'), ['format', 'trailer']);
  if (!control) return;
  if (!groups.includes('sum'))
    report(problemText('needs-key', '(?<sum>…)', '`control` holds the trailer’s sum against the column'), ['control']);
  const numeric = loaded(columns, addsUp);
  if (!numeric.includes(control.sum)) report(problemText('unknown-name', 'number column', control.sum, numeric), ['control', 'sum']);
}

/** The names of the columns that are loaded as they are, of types that are asked for. */
const loaded = (columns: Columns, fits: (type: ColumnType) => boolean): string[] =>
  Object.values(columns)
    .filter(({ type, personal }) => fits(type) && personal === undefined)
    .map(({ name }) => name);
