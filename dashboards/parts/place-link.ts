import type { Html } from '../html.ts';
import { html } from '../html.ts';
import type { PageContext } from '../page.ts';
import { link } from '../paths.ts';
import { placeName } from '../place-of.ts';
import { placePath } from '../place-tree.ts';

/** A place's name, with a link to its page where it has one. */
export function placeLink(context: PageContext, page: string, place: string): Html {
  const target = placePath(context, place);
  const name = placeName(context, place);
  return target === null ? name : html`<a href="${link(page, target)}">${name}</a>`;
}
