import type { BuildEngine } from './charts/build-engine.ts';
import type { SiteIndex } from './site-index.ts';

/** One finished page: its path in the tree and its HTML. */
export interface Page {
  path: string;
  html: string;
}

/** What Vite built, for every page. */
export interface SiteAssets {
  /** The whole style sheet, as text. */
  css: string;
  /**
   * Paths from the tree's root: the module that defines the elements, the classic script that tells what is due and where no module comes, and the service worker's,
   * which is left out where pages are not to be kept, as in `malbild dev`.
   */
  scripts: { drill: string; due: string; offline?: string };
  /** How many bytes of code Utforska fetches when a reader starts it: as they lie, and as `serve` sends them. */
  explore: { bytes: number; packed: number };
}

/** What every page is made from. */
export interface PageContext extends SiteIndex {
  assets: SiteAssets;
  /** The CSP source of the inlined style: `'sha256-…'`. */
  styleHash: string;
  charts: BuildEngine;
}
