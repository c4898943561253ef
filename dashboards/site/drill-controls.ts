import { writePeriod } from '../../pipeline/contract/period.ts';
import { AGAINST_WORDS, EACH, MOST_BESIDE, SHOWS_WORDS } from '../drill/drill-hash.ts';
import type { DrillState, MetricSetup } from '../drill/metric-setup.ts';

/** What the controls within an element say, as an address would. */
export function chosenHash(within: HTMLElement): string {
  const chosen = [...within.querySelectorAll('form')].flatMap(form => [...new FormData(form)]);
  return chosen.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
}

/** Makes the controls within an element say what a choice is. */
export function setControls(within: HTMLElement, setup: MetricSetup, state: DrillState): void {
  const chosen: Readonly<Record<string, string | null>> = {
    ...Object.fromEntries(setup.others.map(({ id, whole }) => [id, id === state.each ? EACH : (state.members[id] ?? whole)])),
    delat: state.tree,
    period: state.grain,
    avser: state.window,
    mot: AGAINST_WORDS[state.against],
    visa: SHOWS_WORDS[state.shows],
    till: state.until === null ? '' : writePeriod(state.grain, state.until),
  };
  for (const select of within.querySelectorAll('select')) select.value = chosen[select.name] ?? select.value;
  const isFull = state.beside.length >= MOST_BESIDE;
  for (const box of within.querySelectorAll<HTMLInputElement>('input[name="jamfor"]')) {
    box.checked = state.beside.includes(box.value);
    box.disabled = isFull && !box.checked;
  }
}
