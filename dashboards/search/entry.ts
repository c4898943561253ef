/** Something that a reader can look for: what it is called, what tells it from others, more words it is found by, and where it is. */
export interface Entry {
  name: string;
  detail: string;
  /** Ids and codes, separated by spaces; never shown. */
  terms: string;
  /** A path of the tree at build; an address in the browser. */
  href: string;
}

/** Entries of one kind, under the word for it. */
export interface EntryGroup {
  id: string;
  kind: string;
  entries: readonly Entry[];
}
