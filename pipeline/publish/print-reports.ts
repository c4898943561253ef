import { readFile } from 'node:fs/promises';
import type { EditionInputs } from '../contract/manifest.ts';
import type { PrintedReport } from '../words/stages.ts';
import { linkOrCopy } from './files.ts';
import { AUDIENCES, editionFolder, type Publication } from './publication.ts';
import { readManifest } from './read-manifest.ts';
import { unlessMissing } from '../words/missing-files.ts';

/**
 * Sees to it that the reports of trees that lie in `folder` have their PDF: that of the edition before where the same program made the very same
 * page, else a new one. Gives the paths of what was printed.
 */
export async function printReports({ dist, before, trees, print }: Publication, folder: string): Promise<string[]> {
  const toPrint: PrintedReport[] = [];
  for (const audience of AUDIENCES) {
    const { toPrint: reports, manifest } = trees[audience];
    const earlier = before === null || reports.length === 0 ? null : `${editionFolder(dist, before)}/${audience}`;
    const printsAlike = earlier !== null && isSameMaker((await readManifest(earlier)).inputs, manifest.inputs);
    for (const { page, pdf, address } of reports) {
      const to = `${folder}/${audience}`;
      if (printsAlike && (await isSame(`${to}/${page}`, `${earlier}/${page}`)) && (await takeOver(`${earlier}/${pdf}`, `${to}/${pdf}`)))
        continue;
      toPrint.push({ page: `${to}/${page}`, pdf: `${to}/${pdf}`, address });
    }
  }
  if (toPrint.length > 0) await print(toPrint);
  return toPrint.map(({ pdf }) => pdf);
}

/** True where the same program prints, and `malbild.yaml`, which says where readers find the pages, is the same. */
const isSameMaker = (a: EditionInputs, b: EditionInputs): boolean => makerOf(a) === makerOf(b);

const makerOf = ({ engine, project }: EditionInputs): string =>
  JSON.stringify([engine, project.find(({ path }) => path === 'malbild.yaml')]);

async function isSame(page: string, earlier: string): Promise<boolean> {
  const before = await unlessMissing(readFile(earlier));
  return before !== null && before.equals(await readFile(page));
}

const takeOver = async (from: string, to: string): Promise<boolean> =>
  (await unlessMissing(linkOrCopy(from, to).then(() => true))) !== null;
