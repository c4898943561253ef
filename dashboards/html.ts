import { html, render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { nothing } from 'lit';

/** Server-only templates: escaped, complete before any script, without hydration marks. */
export { html, nothing };

/** A piece of a page. */
export type Html = unknown;

/** The markup of the page that is being written, by the number that stands in its place until the page is whole. */
let markups: string[] = [];

/** Markup on its way: as the renderer writes it, it becomes a number. */
class Markup {
  readonly #markup: string;
  constructor(markup: string) {
    this.#markup = markup;
  }
  toString(): string {
    return String(markups.push(this.#markup) - 1);
  }
}

/**
 * Markup made elsewhere, such as a chart: goes in as it is. It travels as an attribute, since Lit would parse each piece of
 * markup as a template of its own.
 */
export const raw = (markup: string): Html => html`<raw-markup of=${new Markup(markup)}></raw-markup>`;

/** Where a piece of markup is to stand. Text cannot look like one, since `<` is escaped there. */
const RAW = /<raw-markup of="(\d+)"><\/raw-markup>/g;

/** What the renderer leaves where a value is `nothing`: not HTML. Text cannot hold it, since `<` is escaped there. */
const EMPTY_PART = '<?>';

/** Marks with which a text in the data would turn what stands beside it (UAX #9). Readers see that something was there. */
const TURNING_MARKS = /[\u202a-\u202e\u2066-\u2069]/g;

/** A template as text. */
export function toText(template: Html): string {
  markups = [];
  return collectResultSync(render(template))
    .replaceAll(EMPTY_PART, '')
    .replace(TURNING_MARKS, '\ufffd')
    .replace(RAW, (_, number: string) => markups[Number(number)]!);
}
