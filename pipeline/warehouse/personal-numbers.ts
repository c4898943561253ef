import type { Column, SourceDeclaration } from '../words/source.ts';
import type { Warehouse } from '../words/stages.ts';
import { loadedRelation } from './loaded-tables.ts';
import type { Bulk } from './loaded-tables.ts';
import { rows } from './query.ts';
import { identifier, literal } from './sql-text.ts';

/** How many cells of a column hold what is a personal number (personnummer, samordningsnummer) by its date and its check digit. */
export interface PersonalNumbers {
  /** Nothing but ten digits, without separator: what 0.74 % of random ten-digit numbers are. */
  bare: number;
  /** With separator, or as twelve digits; also inside a longer text. */
  written: number;
}

/** Between the date and the last four: hyphen or plus, and what programs put in a hyphen's place (U+2010 to U+2013, U+2212). */
const SEPARATOR = '[-+\\x{2010}-\\x{2013}\\x{2212}]';
/** Digits of a cell that hang together, as the number would be written; what is longer on a side is another number. */
const RUN = `[0-9]{6,}${SEPARATOR}[0-9]{4,}|[0-9]{12,}`;
const WRITTEN = `(18|19|20)?[0-9]{6}${SEPARATOR}[0-9]{4}|(18|19|20)[0-9]{10}`;
const PADDED = '\\s*[0-9]{10}\\s*';
/** What a cell longer than ten characters may hold, asked cheaply. */
const CANDIDATE = `[0-9]{6}${SEPARATOR}?[0-9]{4}`;

/**
 * Counts personal numbers in the loaded rows of extracts, for each text or integer column that is given. Gives extract,
 * then column, then counts; a column without any is left out. A number is YYMMDDNNNC or YYYYMMDDNNNC: a day that exists
 * (a samordningsnummer's is 60 more) and the check digit of the last ten by Luhn's algorithm (SKV 704, SKV 707).
 */
export async function countPersonalNumbers(
  warehouse: Warehouse,
  source: Pick<SourceDeclaration, 'id' | 'columns'>,
  asked: readonly Column[],
  extracts: readonly number[],
  bulks: readonly Bulk[],
): Promise<Map<number, Map<string, PersonalNumbers>>> {
  const found = new Map<number, Map<string, PersonalNumbers>>(extracts.map(extract => [extract, new Map()]));
  if (extracts.length === 0) return found;
  const loaded = loadedRelation(source.id, source.columns, bulks);
  // A column may be asked about in vain, and is then asked about once more.
  const everyLine = loadedRelation(source.id, source.columns, bulks, 'all');
  const of = `from ${loaded} where _extract in (${extracts.join(', ')})`;
  for (const column of await candidates(warehouse, asked, `from ${everyLine} where _extract in (${extracts.join(', ')})`)) {
    const numbers = column.type.name === 'integer' ? numbersOfIntegers : numbersOfTexts;
    const table = `(select _extract, _line, ${identifier(column.name)} as cell ${of})`;
    const counted = await rows(
      warehouse,
      `select _extract, count(*) filter (where bare), count(distinct _line) filter (where not bare)
       from (${numbers(table)}) where ${VALID} group by 1`,
    );
    for (const [extract, bare, written] of counted)
      found.get(Number(extract))!.set(column.name, { bare: Number(bare), written: Number(written) });
  }
  return found;
}

/** The columns with a cell that may hold one, found in one scan: most often there are none. */
async function candidates(warehouse: Warehouse, columns: readonly Column[], of: string): Promise<Column[]> {
  if (columns.length === 0) return [];
  const any = columns.map(
    ({ name, type }) => `bool_or(${type.name === 'integer' ? integerInRange(identifier(name)) : textLikeOne(identifier(name))})`,
  );
  const [found] = await rows(warehouse, `select ${any.join(', ')} ${of}`);
  return columns.filter((_, i) => found![i] === true);
}

/** A case asks no more than it must: a regular expression is asked of few cells. Every month has a 0 or a 1. */
const textLikeOne = (cell: string): string =>
  `case when strlen(${cell}) < 10 then false
   when strlen(${cell}) = 10 then case when ${cell} >= '0' and ${cell} < ':' then regexp_full_match(${cell}, '[0-9]{10}') end
   else case when contains(${cell}, '0') or contains(${cell}, '1') then regexp_matches(${cell}, ${literal(CANDIDATE)}) end end`;
const integerInRange = (cell: string): string =>
  `${cell} between 1000000000 and 9999999999 or ${cell} between 180000000000 and 209999999999`;

/**
 * Rows of (_extract, _line, bare, digits as BIGINT, whether a century is among them, whether the separator is a plus). Casts
 * are tried: DuckDB may cast before it has asked whether a text is digits.
 */
const numbersOfTexts = (table: string): string => `
  with longer as (
    select *, regexp_full_match(cell, ${literal(PADDED)}) as bare
    from ${table} where strlen(cell) > 10 and regexp_matches(cell, ${literal(CANDIDATE)})
  ), runs as (
    select _extract, _line, unnest(regexp_extract_all(cell, ${literal(RUN)})) as run from longer where not bare
  )
  select _extract, _line, true as bare, try_cast(cell as bigint) as digits, false as century, false as plus
  from ${table} where strlen(cell) = 10 and regexp_full_match(cell, '[0-9]{10}')
  union all
  select _extract, _line, true, try_cast(regexp_extract(cell, '[0-9]{10}') as bigint), false, false from longer where bare
  union all
  select _extract, _line, false, try_cast(digits as bigint), length(digits) = 12, plus
  from (select _extract, _line, regexp_replace(run, '[^0-9]', '', 'g') as digits, contains(run, '+') as plus
        from runs where regexp_full_match(run, ${literal(WRITTEN)}))`;

const numbersOfIntegers = (table: string): string => `
  select _extract, _line, cell < 10000000000 as bare, cell as digits, cell >= 10000000000 as century, false as plus
  from ${table} where ${integerInRange('cell')}`;

const digit = (power: number): string => `(digits // ${10 ** power} % 10)`;
/** From the right every second digit is doubled, and the digits of what that gives are added. */
const LUHN = Array.from({ length: 10 }, (_, i) => (i % 2 === 0 ? digit(i) : `(2 * ${digit(i)} // 10 + 2 * ${digit(i)} % 10)`)).join(' + ');
const YEAR = '(digits // 100000000)';
const MONTH = '(digits // 1000000 % 100)';
const DAY = '((digits // 10000 % 100) - if(digits // 10000 % 100 > 60, 60, 0))';
/** Without century, the year 00 is 2000, which is a leap year; after a plus it is 1900 or 1800, which are none. */
const LEAP = `if(century, ${YEAR} % 4 = 0 and (${YEAR} % 100 <> 0 or ${YEAR} % 400 = 0), ${YEAR} % 4 = 0 and not (plus and ${YEAR} = 0))`;
const LAST_DAY = `case when ${MONTH} = 2 then if(${LEAP}, 29, 28) when ${MONTH} in (4, 6, 9, 11) then 30 else 31 end`;
const VALID = `${MONTH} between 1 and 12 and ${DAY} between 1 and ${LAST_DAY} and (${LUHN}) % 10 = 0`;
