import { wholeText } from '../../load/text/whole-text.ts';
import { PLAIN } from '../../words/format.ts';
import type { CsvFormat } from '../../words/format.ts';
import { NotDraftable } from '../draft.ts';
import type { DraftFormat } from '../draft.ts';
import { guessEncoding } from '../recognise/guess-encoding.ts';
import type { EncodingGuess } from '../recognise/guess-encoding.ts';
import { firstRecords, guessDelimiter, looseRecords } from './guess-delimiter.ts';
import { guessLayout } from './guess-layout.ts';
import { writtenLayout } from './written-layout.ts';

/** What a CSV file shows of its encoding, delimiter and layout. `known` where the encoding has been found out. Throws BrokenExtract and NotDraftable. */
export async function draftCsv(path: string, known: EncodingGuess | null): Promise<DraftFormat> {
  const { encoding, note } = known ?? (await guessEncoding(path));
  const text = await wholeText(path, encoding);
  const delimiter = guessDelimiter(firstRecords(text));
  let line = 1;
  const rows = looseRecords(text, delimiter).map(cells => {
    const row = { line, cells };
    line += cells.reduce((sum, cell) => sum + (/[\r\n]/.test(cell) ? cell.split(/\r\n|\n|\r/).length - 1 : 0), 1);
    return row;
  });
  const guess = guessLayout(rows, delimiter, false);
  if (guess === null) throw new NotDraftable('it has no table: no line has anything in it');
  const format: CsvFormat = { type: 'csv', encoding, delimiter, notation: PLAIN, layout: guess.layout };
  return {
    format,
    written: {
      type: 'csv',
      ...(encoding === 'utf-8' ? {} : { encoding }),
      ...(delimiter === ',' ? {} : { delimiter }),
      ...writtenLayout(guess.layout),
    },
    notes: [...(note === null ? [] : [note]), ...guess.notes],
    headers: guess.headers,
    key: null,
  };
}
