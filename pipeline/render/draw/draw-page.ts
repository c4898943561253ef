import type { SitePage } from '../../../dashboards/render-site.ts';

/** A page's HTML. Throws with the page's path where it cannot be drawn. */
export function drawPage(page: SitePage): string {
  try {
    return page.render().html;
  } catch (error) {
    throw new Error(`${page.path} cannot be drawn: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
  }
}
