import type { Encoding } from '../../../words/format.ts';
import type { RecordSink } from '../record-sink.ts';
import { HEADING_TAGS } from './read-heading.ts';
import { sieLines } from './sie-lines.ts';
import { splitFields } from './split-fields.ts';
import type { SieField } from './split-fields.ts';

/** A post whose fields could be told apart, or the end of subposts. */
export type Parsed =
  | { kind: 'post'; line: number; tag: string; fields: readonly SieField[]; group: string }
  | { kind: 'close'; line: number; tag: ''; fields: readonly []; group: '' };

/**
 * The posts with the given tags. Others are passed over, as the format says (7.1). A line that is neither post nor brace, and
 * a post of those or of the heading whose fields cannot be told apart, is a misfit.
 */
export async function* siePosts(file: string, encoding: Encoding, tags: readonly string[], sink: RecordSink): AsyncGenerator<Parsed> {
  for await (const at of sieLines(file, encoding)) {
    if (at.kind === 'stray') sink.misfit(at.line, '');
    else if (at.kind === 'close') yield { kind: 'close', line: at.line, tag: '', fields: [], group: '' };
    else if (at.kind === 'post' && (tags.includes(at.tag) || HEADING_TAGS.has(at.tag))) {
      const fields = splitFields(at.text);
      if (fields === null) sink.misfit(at.line, '');
      else if (tags.includes(at.tag)) yield { kind: 'post', line: at.line, tag: at.tag, fields, group: at.group };
    }
  }
}
