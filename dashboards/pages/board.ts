import type { HierarchyNode } from '../../pipeline/contract/manifest.ts';
import { nothing } from '../html.ts';
import type { Page, PageContext } from '../page.ts';
import { layout } from '../parts/layout.ts';
import { placeBody } from '../parts/place-body.ts';
import { paths } from '../paths.ts';
import { boardTexts as t } from '#texts/board.ts';
import { layoutTexts } from '#texts/layout.ts';

/** A board: how its goals and metrics stand, its units beside each other, and itself beside the other boards. */
export function boardPage(context: PageContext, board: HierarchyNode): Page {
  const path = paths.board(board.id);
  const crumbs: [string, string][] = [
    [layoutTexts.menu.overview, paths.overview],
    [t.listTitle, paths.boards],
  ];
  return layout(context, { path, title: board.name, menu: 'boards', crumbs, body: placeBody(context, path, board, nothing) });
}
