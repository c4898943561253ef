import type { TrendFact } from '../../pipeline/contract/goals.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import { capital } from '#texts/numeral.ts';
import { trendWord } from '../judged-figure.ts';

/** The direction of travel: the arrow follows the figure, the word says whether that is good. */
export const trendArrow = (trend: TrendFact, size: 'small' | 'large' = 'small'): Html => {
  const shape = trend.difference > 0 ? 'up' : trend.difference < 0 ? 'down' : 'flat';
  const word = trendWord(trend);
  return html`<svg class="arrow${size === 'small' ? ' arrow-s' : ''}" aria-hidden="true"><use href="#${shape}" /></svg
    >${size === 'small' ? word : capital(word)}`;
};
