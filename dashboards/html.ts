import { html, render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { nothing } from 'lit';

/** Server-only templates: escaped, complete before any script, without hydration marks. */
export { html, nothing };

/** A piece of a page. */
export type Html = unknown;

/**
 * Markup made elsewhere, such as a chart: goes in as it is. It travels as an attribute, since Lit would parse each piece of
 * markup as a template of its own.
 */
export const raw = (markup: string): Html => html`<raw-markup of=${markup}></raw-markup>`;

/** A piece of markup as the renderer leaves it. Text cannot look like one, since `<` is escaped there. */
const RAW = /<raw-markup of="([^"]*)"><\/raw-markup>/g;
const ESCAPED: Readonly<Record<string, string>> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
const unescape = (text: string): string => text.replace(/&(?:lt|gt|quot|#39|amp);/g, sign => ESCAPED[sign]!);

/** What the renderer leaves where a value is `nothing`: not HTML. Text cannot hold it, since `<` is escaped there. */
const EMPTY_PART = '<?>';

/** A template as text. */
export const toText = (template: Html): string =>
  collectResultSync(render(template))
    .replaceAll(EMPTY_PART, '')
    .replace(RAW, (_, markup: string) => unescape(markup));
