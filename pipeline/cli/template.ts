import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { publishedTree } from '../serve/resolve-path.ts';
import { ExpectedError, hasCode } from '../words/expected-error.ts';
import { expectProject } from './place.ts';
import { texts } from './texts.ts';
import { UsageError } from './usage-error.ts';
import type { Place, World } from './world.ts';

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
  try {
    await writeFile(resolve(world.cwd, name), workbook, { flag: 'wx' });
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw new ExpectedError(texts.formExists(resolve(world.cwd, name)), { cause: error });
    throw error;
  }
  world.out(texts.wroteForm(name, rows));
  return 0;
}
