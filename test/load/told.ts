import { firstDay } from '../../pipeline/contract/period.ts';
import type { Loaded } from '../../pipeline/words/stages.ts';
import { column } from './declare.ts';

/** Names that say when a file was received, and for the second also what month it is about. */
export const RECEIVED = '^(?<received>\\d{4}-\\d{2}-\\d{2})(_(?<sequence>\\d+))?\\.csv$';
export const PERIOD = '^(?<period>\\d{4}-\\d{2})_(?<received>\\d{4}-\\d{2}-\\d{2})(_(?<sequence>\\d+))?\\.csv$';

export const columns = [column('id', 'text', { key: true, required: true }), column('n', 'integer')];
export const monthly = [column('month', 'month', { key: true, required: true }), ...columns];
export const CONTENT = 'select id, n from raw.absence order by all';

/** One line for each delivery of the first source. */
export const counts = ({ sources }: Loaded): string[] =>
  sources[0]!.deliveries.map(d => `${d.name}: ${d.records} = ${d.loaded} + ${d.rejected} + ${d.ignored}, ${d.superseded} superseded`);

/** One line for each finding. */
export const codes = ({ findings }: Loaded): string[] => findings.map(f => `${f.severity} ${f.code} ${f.file ?? '-'}:${f.line ?? '-'}`);

/** The months that the first source covers, and when they were received. */
export const covered = ({ sources }: Loaded): string[] =>
  [...sources[0]!.coverage!.months].map(([month, received]) => `${firstDay(month)} ${received}`);
