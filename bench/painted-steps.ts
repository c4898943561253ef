/** Milliseconds from a choice to new pixels. */
const BUDGET = 50;

/**
 * For a page's `evaluate`: `painted()` resolves when what is changed has been drawn: a message posted in the next frame's animation
 * callback comes after that frame's style, layout and paint. One frame, not two: the wait until the next 1/60 s begins is in what is
 * measured, since it is in what a reader waits for. Event timing would not do: it leaves out what a handler awaits. A string, since tsx
 * would give its functions names that the page does not know.
 */
export const PAINTED = `const painted = () => new Promise(resolve => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  requestAnimationFrame(() => port2.postMessage(null));
});`;

/** Prints what the steps of a bench took and, last, its line of JSON: nine steps of ten are to be within the budget. */
export function printSteps(bench: string, times: readonly number[]): void {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => Math.round(sorted[Math.floor(share * (sorted.length - 1))]! * 10) / 10;
  console.log(`a step: median ${at(0.5)} ms, nine of ten within ${at(0.9)} ms, budget ${BUDGET} ms`);
  console.log(JSON.stringify({ bench, ratio: Number((at(0.9) / BUDGET).toFixed(3)), bar: 1 }));
}
