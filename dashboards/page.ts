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
  /** Paths from the tree's root: the module that defines the elements, and the classic script that tells what is due. */
  scripts: { drill: string; due: string };
}

/** What every page is made from. */
export interface PageContext extends SiteIndex {
  assets: SiteAssets;
  /** The CSP source of the inlined style: `'sha256-…'`. */
  styleHash: string;
  charts: BuildEngine;
}
