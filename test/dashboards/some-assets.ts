import type { SiteAssets } from '../../dashboards/render-site.ts';

/** What pages are rendered with where no browser will load them. */
export const SOME_ASSETS: SiteAssets = {
  css: '',
  scripts: { drill: 'assets/drill-1.js', due: 'assets/due-1.js' },
  explore: { bytes: 400_000, packed: 80_000 },
};
