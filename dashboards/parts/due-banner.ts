import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { PageContext } from '../page.ts';

/** The place where the script tells that an edition has not come; empty, and without room, until then. */
export function dueBanner({ site }: PageContext): Html {
  const names = Object.fromEntries(site.sources.map(source => [source.id, source.name]));
  return html`<div id="due" class="notice due" role="status" data-sources="${JSON.stringify(names)}"></div>`;
}
