import { STATE_WORDS, STATUS_WORDS } from '../words/report-words.ts';
import type { Column } from '../words/source.ts';
import type { Report, Warehouse } from '../words/stages.ts';
import { loadedColumns } from './column-type.ts';
import { rows } from './query.ts';
import { identifier, literal } from './sql-text.ts';

/** The columns of a record in a source of kind `reports`; status, state, amount and benefit need not be declared. */
const COLUMNS = ['plan', 'id', 'period', 'date', 'role', 'status', 'state', 'amount', 'benefit', 'text'] as const;

/**
 * A reports source's records dated by a day, by (date, delivery, line), from its `raw` table. The same said again, word for
 * word, is said once: a form that is handed in a second time holds all that it held the first.
 */
export async function readReports(warehouse: Warehouse, source: string, columns: readonly Column[], day: string): Promise<Report[]> {
  const declared = new Set(loadedColumns(columns).map(({ name }) => name));
  const fields = COLUMNS.map(name => `${declared.has(name) ? `${identifier(name)}::varchar` : 'null'} as ${identifier(name)}`);
  const found = await rows(
    warehouse,
    `select ${COLUMNS.map(identifier).join(', ')} from (
       select ${fields.join(', ')}, min(_row) as _first from raw.${identifier(source)} where date <= ${literal(day)}::date group by ${COLUMNS.map((_, i) => i + 1).join(', ')}
     ) order by date, _first`,
  );
  return found.map(record => {
    const of = Object.fromEntries(COLUMNS.map((name, i) => [name, record[i] === null ? null : String(record[i])])) as Record<
      (typeof COLUMNS)[number],
      string | null
    >;
    const meant = (words: Readonly<Record<string, string>>, written: string | null) =>
      written === null ? null : (words[written] ?? written);
    return { ...of, status: meant(STATUS_WORDS, of.status), state: meant(STATE_WORDS, of.state) } as Report;
  });
}
