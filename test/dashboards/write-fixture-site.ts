import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { buildAssets } from './build-assets.ts';
import { fixtureTree } from './fixture-tree.ts';

/** `npx tsx test/dashboards/write-fixture-site.ts FOLDER`: the fixture's pages as files, to look at. */
const [folder] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: write-fixture-site.ts FOLDER');
const tree = await fixtureTree(await buildAssets());
for (const [path, content] of tree) {
  await mkdir(dirname(join(folder, path)), { recursive: true });
  await writeFile(join(folder, path), content);
}
process.stdout.write(`${tree.size} files in ${folder}\n`);
