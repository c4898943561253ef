import type { Mark } from '../../pipeline/contract/observation.ts';
import type { Html } from '../html.ts';
import { html, nothing } from '../html.ts';
import { statusTexts } from '#texts/status.ts';

/** A tag says in a word what kind of figure this is. */
export const tag = (text: string): Html => html`<span class="tag">${text}</span>`;

/** *Exempeldata*, once a group of figures that has something invented. */
export const exampleTag = (example: boolean): Html => (example ? html` ${tag(statusTexts.mark.example)}` : nothing);

/** Tags for what is not final or has changed; `example` has its own place. */
export const markTags = (marks: readonly Mark[]): Html =>
  marks.filter(mark => mark !== 'example').map(mark => html` ${tag(statusTexts.mark[mark])}`);
