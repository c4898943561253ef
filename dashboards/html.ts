import { html, render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { nothing } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';

/** Server-only templates: escaped, complete before any script, without hydration marks. */
export { html, nothing };

/** A piece of a page. */
export type Html = unknown;

/** Markup made elsewhere, such as a chart: goes in as it is. */
export const raw = (markup: string): Html => unsafeHTML(markup);

/** What the renderer leaves where a value is `nothing`: not HTML. Text cannot hold it, since `<` is escaped there. */
const EMPTY_PART = '<?>';

/** A template as text. */
export const toText = (template: Html): string => collectResultSync(render(template)).replaceAll(EMPTY_PART, '');
