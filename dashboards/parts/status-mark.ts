import type { Basis, Status } from '../../pipeline/contract/status.ts';
import { drawStatusMark } from '../drill/status-mark.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';

/** The mark alone; the word must stand beside it. */
export const statusMark = (status: Status, restsOn: Basis | null, large = false): Html => drawStatusMark({ html }, status, restsOn, large);

const dashed = '<circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.5" stroke-dasharray="2.2 2.198"/>';
const solid = '<circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" stroke-width="1.5"/>';
const cross = '<path d="M5.2 5.2l5.6 5.6m0-5.6l-5.6 5.6" stroke="currentColor" stroke-width="1.7" fill="none"/>';
const symbol = (id: string, drawing: string): string => `<symbol id="${id}" viewBox="0 0 16 16">${drawing}</symbol>`;
const arrow = (id: string, path: string): string => symbol(id, `<path d="${path}" stroke="currentColor" stroke-width="1.7" fill="none"/>`);

/** The shapes that marks and arrows refer to, once a page. */
export const SPRITE =
  '<svg class="sprite" width="0" height="0" aria-hidden="true">' +
  symbol(
    'ok',
    '<circle cx="8" cy="8" r="7.75" fill="currentColor"/><path d="M4.4 8.3l2.5 2.5 4.7-5.2" stroke="var(--paper)" stroke-width="1.8" fill="none"/>',
  ) +
  symbol('ok-f', `${dashed}<path d="M4.4 8.3l2.5 2.5 4.7-5.2" stroke="currentColor" stroke-width="1.8" fill="none"/>`) +
  symbol('part', `${solid}<path d="M8 1a7 7 0 0 0 0 14z" fill="currentColor"/>`) +
  symbol('part-f', `${dashed}<path d="M8 3.2a4.8 4.8 0 0 0 0 9.6z" fill="currentColor"/>`) +
  symbol('no', solid + cross) +
  symbol('no-f', dashed + cross) +
  symbol('na', '<path d="M3 8h10" stroke="currentColor" stroke-width="2"/>') +
  arrow('up', 'M3.5 12.5l8.5-8.5M5.5 4H12v6.500') +
  arrow('down', 'M3.5 3.500l8.5 8.500M5.5 12H12V5.500') +
  arrow('flat', 'M2 8h11.500M9 3.500L13.500 8 9 12.500') +
  '</svg>';
