import type { Column, ColumnType } from '../../words/source.ts';
import { UNDECIDED } from '../draft.ts';
import type { Decision, DraftColumn, DraftFormat, WrittenValue } from '../draft.ts';
import type { NameGuess } from './name-pattern.ts';
import { commentText, yamlList, yamlMap, yamlText } from './yaml-text.ts';

/** All that a draft says. */
export interface DraftParts {
  id: string;
  name: NameGuess;
  format: DraftFormat;
  /** Keys of `format` that are still to be decided, with their choices. */
  undecided: readonly Decision[];
  columns: readonly DraftColumn[];
  /** What is said of the columns as a whole. */
  evidence: string[];
}

/** A line, what it was inferred from, and what of it a person must say. */
interface Line {
  text: string;
  notes?: readonly string[];
  decide?: Decision;
}

const KIND =
  'snapshot (replaces all before), period (replaces the months it covers), increment (adds, by key), reference (a tree or list with validity) or reports';
const COVERS =
  'name.period, column.<name> or until month before received: only months that are closed; remove the line where it covers none';
const CADENCE = '{ every: month, due: 10 days after period }, or quarter, tertial, half-year, year; remove the line and it is never late';

/** Writes a declaration in the order of the documentation, one line a column. A line that a person must decide on says DECIDE and its choices. */
export function writeDraft({ id, name, format, undecided, columns, evidence }: DraftParts): {
  yaml: string;
  decisions: (Decision & { line: number })[];
} {
  const open = (key: string, choices: string): Line => ({ text: `${key}: ${UNDECIDED}`, decide: { key, choices } });
  const written = Object.entries(format.written).map(([key, value]) => [key, yamlValue(value)] as const);
  const lines: Line[] = [
    { text: `id: ${yamlText(id)}` },
    open('name', 'what readers call it'),
    open('owner', 'who in the municipality answers for it'),
    open('class', 'open, internal or personal: who may see what rests on it'),
    { text: `location: ${yamlText(name.location)}` },
    ...(name.pattern === null
      ? []
      : [{ text: `name_pattern: '${name.pattern.replaceAll("'", "''")}'`, notes: name.note === null ? [] : [name.note] }]),
    open('kind', KIND),
    open('covers', COVERS),
    open('cadence', CADENCE),
    {
      text: `format: ${yamlMap([...written, ...undecided.map(({ key }) => [key.replace('format.', ''), UNDECIDED] as const)])}`,
      notes: format.notes,
      ...(undecided[0] ? { decide: undecided[0] } : {}),
    },
    { text: 'columns:', notes: evidence },
    ...columns.map(columnLine),
  ];
  const decisions = lines.flatMap(({ decide }, i) => (decide ? [{ ...decide, line: i + 1 }] : []));
  return { yaml: `${lines.map(lineText).join('\n')}\n`, decisions };
}

function lineText({ text, notes = [], decide }: Line): string {
  const comments = [...(decide ? [`DECIDE: ${decide.choices}`] : []), ...(notes.length > 0 ? [`inferred: ${notes.join('; ')}`] : [])];
  return comments.length === 0 ? text : `${text}  # ${commentText(comments.join('. '))}`;
}

function columnLine({ column, notes, decide }: DraftColumn): Line {
  const said: [string, string][] = [
    ['name', yamlText(column.name)],
    ['type', decide?.key === 'type' ? UNDECIDED : typeText(column.type)],
    ...optional(column),
    ...(decide?.key === 'personal' ? [['personal', UNDECIDED] as [string, string]] : []),
  ];
  return {
    text: `  ${yamlText(column.header)}: ${yamlMap(said)}`,
    notes,
    ...(decide ? { decide: { key: `columns.${column.header}.${decide.key}`, choices: decide.choices } } : {}),
  };
}

function optional({ written, unit, marks, required, key, allowed }: Column): [string, string][] {
  const entries: [string, string | null][] = [
    ['written', written],
    ['unit', unit === null ? null : yamlText(unit)],
    [
      'marks',
      Object.keys(marks).length === 0 ? null : yamlMap(Object.entries(marks).map(([text, category]) => [text, yamlText(category)])),
    ],
    ['required', required ? 'true' : null],
    ['key', key ? 'true' : null],
    ['allowed', allowed === null ? null : yamlList(allowed)],
  ];
  return entries.filter((entry): entry is [string, string] => entry[1] !== null);
}

const yamlValue = (value: WrittenValue): string => (typeof value === 'object' ? yamlList(value) : yamlText(value));

const typeText = (type: ColumnType): string => (type.name === 'decimal' ? `"decimal(${type.precision},${type.scale})"` : type.name);
