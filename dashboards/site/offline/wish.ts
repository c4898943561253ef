import type { SavedFile } from '../../offline/files-to-save.ts';

/** What a page asks of its service worker, by name; `Answers` has what comes back through the port that is sent with it. */
export type Wish = { weigh: readonly string[] } | { keep: string } | { saved: readonly string[] };

export interface Answers {
  /** The files that pages, by path, are saved with; null where that cannot be had. */
  weigh: readonly SavedFile[] | null;
  /** Whether the file at an address is kept now. */
  keep: boolean;
  /** That the pages, by path, are known as saved, and kept in every later edition. */
  saved: true;
}
