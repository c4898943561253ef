import { formatDay } from '../../pipeline/contract/format-day.ts';
import type { JudgedIndicator } from '../../pipeline/contract/goals.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { targetOf } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import { capital } from '#texts/numeral.ts';
import { ownTargetTexts as t } from '#texts/own-target.ts';
import { partlyWords, statusWord } from '../words.ts';
import { statusMark } from './status-mark.ts';

/** The target that a metric sets for itself: what, by when, how it stands, who decided, and that it is in no plan. */
export function ownTarget(context: PageContext, target: JudgedIndicator): Html {
  const metric = target.metric === null ? null : context.metric(target.metric);
  const partly = partlyWords(target.target, metric);
  return html`<section aria-labelledby="eget-mal">
    <h2 id="eget-mal">${t.heading}</h2>
    <p class="with-mark">${statusMark(target.status, target.rests_on)}<span>${statusWord(target.status, target.rests_on)}</span></p>
    <p>
      ${capital(targetOf(context, target))}, ${t.by(formatDay(target.by))}.${partly === null ? nothing : ` ${capital(partly)}.`}
      ${t.decided(target.decided.by, formatDay(target.decided.date))} ${t.inNoPlan}
    </p>
  </section>`;
}
