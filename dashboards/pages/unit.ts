import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import { html } from '../html.ts';
import type { Page, PageContext } from '../page.ts';
import { layout } from '../parts/layout.ts';
import { placeBody } from '../parts/place-body.ts';
import { paths } from '../paths.ts';
import { placePath, nodesAbove } from '../place-tree.ts';
import { layoutTexts } from '#texts/layout.ts';
import { placeTexts as t } from '#texts/place.ts';

/** A node under a board, at any depth: everything that is its own, with the way up to its board. */
export function unitPage(context: PageContext, node: HierarchyNode): Page {
  const path = paths.unit(node.id);
  const above = nodesAbove(context, node.id);
  const level = context.place?.levels[node.level] ?? t.unit;
  const under = html`<span class="vh">. </span><span class="place">${t.inside(level, above.at(-1)?.name ?? '')}</span>`;
  const crumbs: [string, string][] = [
    [layoutTexts.menu.overview, paths.overview],
    ...above.flatMap((one): [string, string][] => {
      const target = placePath(context, one.id);
      return target === null ? [] : [[one.name, target]];
    }),
  ];
  return layout(context, { path, title: node.name, menu: 'boards', crumbs, body: placeBody(context, path, node, under) });
}
