import type { Notation } from '../../words/format.ts';
import type { Column, ColumnType, WrittenForm } from '../../words/source.ts';
import type { DraftColumn } from '../draft.ts';
import { textColumn } from '../read-table.ts';
import type { ColumnValues } from './column-values.ts';
import { guessAllowed } from './guess-allowed.ts';
import { figureDays, guessDate, guessDigitDate, isAboutTime } from './guess-date.ts';
import { guessNumber } from './guess-number.ts';
import { guessUnit } from './guess-unit.ts';
import { looksPersonal } from './looks-personal.ts';
import { aboutCategory, isMissingSign } from './signs.ts';

/** Headers whose digits are a name: a zero first is part of it. */
const CODE = /kod(er)?$|^kod|code|nummer|(^|[^\p{L}])nr([^\p{L}]|$)|nr$|^konto|orgnr|postnr|^dim\.|^(ou|kpi|municipality)$/iu;

/** What all columns of a file have in common. */
export interface FileFacts {
  notation: Notation;
  /** Columns whose numbers are in doubt, by header. */
  doubtful: ReadonlyMap<string, string>;
  /** Dimensions of a cube, whose categories are codes, but those of time. */
  dimensions: readonly string[];
  /** Headers are the format's own words: none says that a column is about people, or that few texts are all there can be. */
  formal: boolean;
}

interface Kind {
  type: ColumnType;
  written?: WrittenForm | null;
  unit?: string | null;
  marks?: Record<string, string>;
  notes?: string[];
  decide?: DraftColumn['decide'];
}

/** A column as its values show it. What a type cannot take is text; nothing in it would be rejected. `missing` is told each sign that is an empty cell. */
export function draftColumn(
  values: ColumnValues,
  name: string,
  facts: FileFacts,
  missing: (sign: string, cells: number) => void,
): DraftColumn {
  const { header, text, typed, nested, empty } = values;
  const because = facts.formal ? null : looksPersonal(values);
  const kind: Kind = because === null ? kindOf(values, facts) : { type: { name: 'text' } };
  const isText = kind.type.name === 'text';
  const signs = isText ? [] : [...text.keys()].filter(isMissingSign);
  for (const sign of signs) missing(sign, text.get(sign)!);
  const filled = [...text.values(), ...typed.values()].reduce((sum, count) => sum + count, 0);
  const required = filled > 0 && empty === 0 && nested === 0 && signs.length === 0;
  const column: Column = {
    ...textColumn(header, 0),
    name,
    type: kind.type,
    written: kind.written ?? null,
    unit: kind.unit ?? null,
    marks: kind.marks ?? {},
    required,
    allowed: isText && !facts.formal && because === null && typed.size === 0 && kind.decide === undefined ? guessAllowed(text) : null,
  };
  const notes = [
    ...(filled === 0 ? ['no value in it'] : []),
    ...(nested > 0 ? [`${nested} of its cells are no single value, and are rejected`] : []),
    ...(kind.notes ?? []),
  ];
  const decide: DraftColumn['decide'] =
    because === null
      ? (kind.decide ?? null)
      : { key: 'personal', choices: `drop, hash or keep (drop is proposed: ${because}); remove the key where it is about nobody` };
  return { column, notes, decide };
}

/** What stands among numbers and is none: a sign for missing values that is not known as one, or a slip. */
function mostlyNumbers(text: ReadonlyMap<string, number>): string[] {
  const others = [...text.keys()].filter(each => !/^[-\u2212]?\d[\d., \u00a0\u202f\u2009]*\D{0,4}$/.test(each));
  if (others.length === 0 || others.length > 5 || others.length * 5 > text.size) return [];
  return [`text, since ${others.map(each => JSON.stringify(each)).join(', ')} stand among numbers: declare them as \`marks\``];
}

function kindOf({ header, text, typed }: ColumnValues, { notation, doubtful, dimensions }: FileFacts): Kind {
  const all = [...text.keys()];
  const abouts = all.filter(each => aboutCategory(each) !== null);
  const texts = all.filter(each => !isMissingSign(each) && aboutCategory(each) === null);
  const plain = [...typed.keys()];
  const asText = (...notes: string[]): Kind => ({ type: { name: 'text' }, notes });
  if (texts.length + plain.length === 0) return asText();
  if ([...texts, ...plain].every(each => /^(true|false|ja|nej)$/i.test(each)) && abouts.length === 0) return { type: { name: 'boolean' } };
  const date = guessDate([...texts, ...plain]);
  if (date !== null && abouts.length === 0) return date;
  const figures = plain.length === 0 ? figureDays(texts) : null;
  if (figures === 'either')
    return {
      type: { name: 'text' },
      decide: {
        key: 'type',
        choices: `text, to be read in sql/staging: ${texts[0]!} has the day first or the month first, and no row tells`,
      },
    };
  if (figures !== null) return asText(`days such as ${texts[0]!}, ${figures}: text here, a date in sql/staging`);
  const digits = texts.every(each => /^\d+$/.test(each)) && plain.length === 0;
  const zero = digits ? texts.find(each => /^0\d/.test(each)) : undefined;
  if (zero !== undefined) return asText(`codes: ${zero} has a zero first`);
  const inTime = isAboutTime(header) || /^(\u00e5r|year)$/i.test(header);
  if (dimensions.includes(header) && !inTime && digits) return asText();
  if (CODE.test(header) && [...texts, ...plain].every(each => /^\d+$/.test(each)) && !isAboutTime(header))
    return asText('codes, by its header');
  const compact = abouts.length === 0 ? guessDigitDate([...texts, ...plain]) : null;
  if (compact !== null && isAboutTime(header)) return compact;
  const unit = guessUnit(texts);
  const type = guessNumber(texts, plain, notation, unit);
  if (type === null) return asText(...mostlyNumbers(text));
  const example = doubtful.get(header);
  if (example !== undefined)
    return {
      type: { name: 'text' },
      decide: {
        key: 'type',
        choices: `"decimal(9,3)" where ${example} has decimals, integer where it is ${example.replace(/[.,]/, '')}; as \`format\` says`,
      },
    };
  if (compact !== null)
    return {
      type,
      decide: {
        key: 'type',
        choices: `integer, or ${compact.type.name} with \`written: compact\`: ${[...texts, ...plain][0]!} can be both`,
      },
    };
  const marks = Object.fromEntries(abouts.map(each => [each, aboutCategory(each)!]));
  return { type, unit, marks };
}
