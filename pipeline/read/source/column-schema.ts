import * as z from 'zod';
import { problemText } from '../../messages/problems.ts';
import { DATE_FORMS, MONTH_FORMS } from '../../words/source.ts';
import type { ColumnType, WrittenForm } from '../../words/source.ts';
import { issue } from '../issue.ts';
import { COLUMN_CONTRACT } from './contract-schema.ts';
import { column, flag, id, list, map, matching, number, oneOf, pattern, strict, text } from '../values.ts';
import { columnKeys } from '../../messages/keys/source-keys.ts';
import { hints } from '../schema-hints.ts';

const DECIMAL = /^decimal\((\d+), ?(\d+)\)$/;
const PLAIN_TYPES = ['text', 'integer', 'date', 'month', 'timestamp', 'boolean'] as const;

const TYPES = `${PLAIN_TYPES.join(', ')} or "decimal(p,s)" p at most 38, in quotes`;
const type = z
  .string({ error: TYPES })
  .register(hints, { description: TYPES, pattern: `^(${PLAIN_TYPES.join('|')}|${DECIMAL.source.slice(1, -1)})$`, examples: PLAIN_TYPES })
  .transform((written, ctx): ColumnType => {
    const plain = PLAIN_TYPES.find(name => name === written);
    if (plain) return { name: plain };
    const [, precision, scale] = DECIMAL.exec(written) ?? [];
    if (precision && Number(precision) >= 1 && Number(precision) <= 38 && Number(scale) <= Number(precision))
      return { name: 'decimal', precision: Number(precision), scale: Number(scale) };
    ctx.addIssue(issue(problemText('wrong-value', written, TYPES)));
    return z.NEVER;
  });

/** No digit, sign or space first, so that the number before it ends where it begins. */
const unit = matching('what stands after the number, as % or tkr', /^[^\d\s+\-\u2212](?:.*\S)?$/u);
/** A map of at least one text. */
const marks = map(id).refine(it => Object.keys(it).length > 0, { error: 'a map with at least one text' });
const FORMS: Readonly<Record<string, readonly WrittenForm[]>> = { date: DATE_FORMS, month: MONTH_FORMS };

/** What a header, or a JSON key, becomes. */
export const columnSchema = strict({
  name: column,
  type,
  written: oneOf([...new Set([...DATE_FORMS, ...MONTH_FORMS])]).optional(),
  unit: unit.optional(),
  marks: marks.optional(),
  required: flag.optional(),
  key: flag.optional(),
  min: number('a number').optional(),
  max: number('a number').optional(),
  allowed: list(text).optional(),
  pattern: pattern().optional(),
  personal: oneOf(['hash', 'drop', 'keep']).optional(),
  ...COLUMN_CONTRACT,
})
  .register(hints, { keys: columnKeys })
  .superRefine((it, ctx) => {
    const notWith = (key: string, because: string) => ctx.addIssue(issue(problemText('not-with', key, because), [key]));
    const numeric = it.type.name === 'integer' || it.type.name === 'decimal';
    if (it.min !== undefined && !numeric) notWith('min', 'only numbers have a least value');
    if (it.max !== undefined && !numeric) notWith('max', 'only numbers have a greatest value');
    if (it.unit !== undefined && !numeric) notWith('unit', 'only numbers have a unit');
    const forms = FORMS[it.type.name];
    if (it.written !== undefined && !forms) notWith('written', 'only dates and months are written in several ways');
    else if (it.written !== undefined && !forms!.includes(it.written))
      ctx.addIssue(issue(problemText('wrong-value', it.written, `of a ${it.type.name}: ${forms!.join(', ')}`), ['written']));
    if (it.pattern !== undefined && it.type.name !== 'text') notWith('pattern', 'only text has a pattern');
    if (it.allowed !== undefined && it.type.name !== 'text') notWith('allowed', 'only text has a list of allowed values');
    if (it.personal === 'hash' && it.type.name !== 'text') notWith('personal', 'a digest is text: declare the column as text, or drop it');
    if (it.marks && it.key) notWith('marks', 'a key has a value in every row');
    if (it.marks && it.personal === 'drop') notWith('marks', 'a column that is dropped has none');
    if (it.personal !== undefined && it.not_personal === true) notWith('not_personal', 'the column is declared personal');
    if (it.personal === 'drop' && it.key) notWith('key', 'a column that is dropped identifies nothing');
  });
