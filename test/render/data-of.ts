import { gatherFiles, NOTHING_BEFORE } from '../../pipeline/render/gather-files.ts';
import { renderData } from '../../pipeline/render/render-data.ts';
import type { Judged, Protected, RenderedFile, Warehouse } from '../../pipeline/words/stages.ts';

/** The data files of an audience, all of them made. */
export async function dataOf(cells: Protected, judged: Judged, warehouse: Warehouse): Promise<readonly RenderedFile[]> {
  const tree = gatherFiles(NOTHING_BEFORE);
  await renderData(cells, judged, warehouse, tree);
  return tree.end().files;
}
