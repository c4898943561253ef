import type { TemplateTools } from './template-tools.ts';

/** What is said of a figure: the first sentence, and what follows it, which narrow pages have smaller. */
export function ledeTemplate({ html }: Pick<TemplateTools, 'html'>, sentences: string): unknown {
  const second = sentences.search(/(?<=\. )\p{Lu}/u);
  if (second < 0) return html`<p class="lede">${sentences}</p>`;
  return html`<p class="lede">${sentences.slice(0, second)}<span class="rest">${sentences.slice(second)}</span></p>`;
}
