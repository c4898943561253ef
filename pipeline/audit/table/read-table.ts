import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import { parse as parseYaml } from 'yaml';
import * as z from 'zod';
import { ExpectedError, hasCode } from '../../words/expected-error.ts';

/** How hidden cells are written. */
const HIDDEN = ['', '.', '..', '...', 'x', 'X'];
const NUMBER = /^-?\d+(\.\d+)?$/;

const declaration = z.strictObject({
  /** The column of the numbers; the last unless said. */
  value: z.string().optional(),
  /** Columns that are neither. */
  ignore: z.array(z.string()).default([]),
  /** What the whole of a column is called. */
  total: z.string().default('*'),
  /** By column and member: the members it is the sum of. A column that is named here has no other sums. */
  sums: z.record(z.string(), z.record(z.string(), z.array(z.string()))).default({}),
  zero: z.enum(['show', 'hide']).default('show'),
});

/** Anyone's published table: cells with a member of each dimension, and what is said of how they add up. */
export interface PublishedTable {
  file: string;
  dimensions: readonly string[];
  total: string;
  sums: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
  zero: 'show' | 'hide';
  /** Null is hidden. */
  rows: readonly { members: readonly string[]; number: string | null }[];
}

/**
 * A CSV table with a header (comma or semicolon, point or comma in numbers), and beside it `<name>.yaml`, where the table has one. Throws ExpectedError with
 * `file:line`, what was found and what is allowed.
 */
export async function readTable(file: string): Promise<PublishedTable> {
  const declared = await readDeclaration(file.replace(/(\.[^./]+)?$/, '.yaml'));
  const [header, ...records] = recordsOf(file, await textOf(file));
  const columns = header?.record ?? [];
  const value = declared.value ?? columns.at(-1)!;
  const expectColumns = (key: string, named: readonly string[]): void => {
    const wrong = named.find(column => !columns.includes(column));
    if (wrong !== undefined) throw new ExpectedError(`${file}: ${key} names the column '${wrong}'; allowed: ${columns.join(', ')}`);
  };
  expectColumns('value', [value]);
  expectColumns('ignore', declared.ignore);
  expectColumns('sums', Object.keys(declared.sums));
  const dimensions = columns.filter(column => column !== value && !declared.ignore.includes(column));
  const rows = records.map(({ record, info }) => {
    const cell = record[columns.indexOf(value)]!.trim();
    const plain = cell.replace(/[\s\u00a0]/g, '').replace(/^\u2212/, '-').replace(',', '.'); // prettier-ignore
    if (!HIDDEN.includes(cell) && !NUMBER.test(plain))
      throw new ExpectedError(
        `${file}:${info.lines}: '${cell}' in ${value}; allowed: a number, or ${HIDDEN.slice(1).join(' ')} or nothing for a hidden one`,
      );
    return {
      members: dimensions.map(dimension => record[columns.indexOf(dimension)]!.trim()),
      number: HIDDEN.includes(cell) ? null : plain,
    };
  });
  const { total, sums, zero } = declared;
  return { file, dimensions, total, sums, zero, rows };
}

async function readDeclaration(file: string): Promise<z.infer<typeof declaration>> {
  let text = '{}';
  try {
    text = await readFile(file, 'utf8');
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw cannotRead(file, error);
  }
  try {
    const decoded = declaration.safeParse(parseYaml(text) ?? {});
    if (decoded.success) return decoded.data;
    throw new ExpectedError(`${file}: ${z.prettifyError(decoded.error)}; allowed: ${Object.keys(declaration.shape).join(', ')}`);
  } catch (error) {
    throw error instanceof ExpectedError ? error : cannotRead(file, error);
  }
}

interface CsvRecord {
  record: string[];
  info: { lines: number };
}

function recordsOf(file: string, text: string): CsvRecord[] {
  const [first = ''] = text.split('\n', 1);
  try {
    return parse(text, {
      bom: true,
      info: true,
      skip_empty_lines: true,
      delimiter: first.includes(';') ? ';' : ',',
    }) as unknown as CsvRecord[];
  } catch (error) {
    throw cannotRead(file, error);
  }
}

async function textOf(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw cannotRead(file, error);
  }
}

const cannotRead = (file: string, cause: unknown): ExpectedError =>
  new ExpectedError(`${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
