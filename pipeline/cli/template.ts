import { publishedTree } from '../serve/resolve-path.ts';
import { ExpectedError } from '../words/expected-error.ts';
import { expectProject } from './place.ts';
import { texts } from './texts.ts';
import { UsageError } from './usage-error.ts';
import type { Place, World } from './world.ts';
import { writeNewFile } from './write-new-file.ts';

interface TemplateOptions {
  board?: string;
  period?: string;
}

/** Writes the form for a board's assessments of a period into the folder the person stands in; never over a file. */
export async function template(world: World, place: Place, { board, period }: TemplateOptions): Promise<number> {
  if (board === undefined || period === undefined) throw new UsageError(texts.templateNeeds);
  await expectProject(place.project);
  const tree = await publishedTree(place.out, 'internal');
  if (tree === null) throw new ExpectedError(texts.noEdition(place.out));
  const { workbook, rows } = await world.writeForm(tree, await world.readProject(place.project), { board, period }, world.effects.now());
  const name = `bedomning_${board === '*' ? 'kommunen' : board}_${period}.xlsx`.replaceAll(/[^\p{L}\p{N}_.-]/gu, '-');
  await writeNewFile(world, name, workbook);
  world.out(texts.wroteForm(name, rows));
  return 0;
}
