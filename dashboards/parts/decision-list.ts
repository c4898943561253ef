import type { PublishedDecision } from '../../pipeline/contract/goals.ts';
import type { Html } from '../html.ts';
import { html } from '../html.ts';
import { targetClause } from '../judged-figure.ts';
import type { PageContext } from '../page.ts';
import type { PlacedGoal } from '../site-index.ts';
import { goalTexts as t } from '#texts/goal.ts';
import { decisionWords } from './proof.ts';

/** The decision behind every target of some goals, decisions that cover several told once; of a goal without targets, the plan's. */
export function decisionList(context: PageContext, goals: readonly PlacedGoal[]): Html {
  const byDecision = new Map<string, { decided: PublishedDecision; targets: string[] }>();
  const add = (decided: PublishedDecision, target: string): void => {
    const key = JSON.stringify(decided);
    const known = byDecision.get(key) ?? { decided, targets: [] };
    known.targets.push(target);
    byDecision.set(key, known);
  };
  for (const { plan, goal } of goals) {
    for (const indicator of goal.indicators) add(indicator.decided, `${indicator.name}: ${targetClause(context, indicator)}`);
    if (goal.indicators.length === 0) add(plan.adopted, goal.name);
  }
  return html`<section aria-labelledby="beslut">
    <h2 id="beslut">${t.decisions}</h2>
    <ul class="said">
      ${[...byDecision.values()].map(
        ({ decided, targets }) =>
          html`<li>
            <p>${decisionWords(decided)}</p>
            <p class="quiet">${targets.join('; ')}.</p>
          </li>`,
      )}
    </ul>
  </section>`;
}
