import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** The folder of files that nobody on the project made up. It lies outside the project, and none of it is committed. */
const folder = process.env.MALBILD_REAL ?? '';

/** Why the suite over real files cannot run; null where it can. */
export const whyNotRun: string | null =
  folder === ''
    ? 'MALBILD_REAL is not set; set it to the folder of real files'
    : statSync(resolve(folder), { throwIfNoEntry: false })?.isDirectory()
      ? null
      : `MALBILD_REAL is ${folder}, and there is no such folder`;

/** The path of a real file: `real('csv-misc', 'kommuner.csv')`. */
export const real = (...path: readonly string[]): string => join(resolve(folder), ...path);
