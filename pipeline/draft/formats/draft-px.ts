import { pxCube } from '../../load/formats/px/px-cube.ts';
import { pxStatements } from '../../load/formats/px/px-statements.ts';
import { wholeText } from '../../load/text/whole-text.ts';
import { PLAIN } from '../../words/format.ts';
import type { DraftFormat } from '../draft.ts';
import { guessEncoding } from '../recognise/guess-encoding.ts';
import { cubeHeaders } from './cube-headers.ts';

/** What a PX file says of its cube. Bytes decide its encoding; without a letter beyond ASCII it is what is read when nothing is said. Throws BrokenExtract. */
export async function draftPx(path: string): Promise<DraftFormat> {
  const guess = await guessEncoding(path);
  const ascii = guess.encoding === 'utf-8' && /^[\0-\x7f]*$/.test(await wholeText(path, 'utf-8'));
  const encoding = ascii ? 'windows-1252' : guess.encoding;
  const { dimensions, statusLabels } = pxCube(pxStatements(await wholeText(path, encoding)).statements);
  const cube = cubeHeaders(dimensions, statusLabels);
  const isDefault = encoding === 'windows-1252';
  return {
    format: { type: 'px', encoding, notation: PLAIN },
    written: { type: 'px', ...(isDefault ? {} : { encoding }) },
    ...cube,
    notes: isDefault ? [] : [guess.note ?? `${encoding}: its bytes are valid`],
  };
}
