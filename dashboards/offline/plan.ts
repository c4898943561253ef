/** What `sw.js` tells the service worker of its edition. Paths are from the tree's root. */
export interface OfflinePlan {
  /** Begins the names of all caches of this audience: trees of two audiences never share one. */
  audience: 'public' | 'internal';
  /** Changes with any page or asset: another edition's cache is another one. */
  content: string;
  /** The edition's date in words, `17 november 2026`. */
  date: string;
  /** Without these the site is not there at all. */
  shell: readonly string[];
  /** What most readers go on to, as far as there is room. */
  likely: readonly string[];
}
