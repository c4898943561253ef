import type { Basis, Status } from '../../pipeline/contract/status.ts';
import type { TemplateTools } from './template-tools.ts';

const SYMBOLS = { met: 'ok', partly: 'part', 'not-met': 'no', 'not-assessable': 'na' } satisfies Record<Status, string>;

/** A dashed ring rests on a forecast or on the outcome to date; a solid one on outcome or assessment. */
const symbolOf = (status: Status, restsOn: Basis | null): string =>
  (restsOn === 'forecast' || restsOn === 'to-date') && status !== 'not-assessable' ? `${SYMBOLS[status]}-f` : SYMBOLS[status];

/** The mark alone, of the shapes that the page has; the word must stand beside it. */
export const drawStatusMark = ({ html }: Pick<TemplateTools, 'html'>, status: Status, restsOn: Basis | null, large: boolean): unknown =>
  html`<svg class="m${large ? ' m-l' : ''} m-${SYMBOLS[status]}" aria-hidden="true"><use href="#${symbolOf(status, restsOn)}" /></svg>`;
