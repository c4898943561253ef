// `npm run contact-sheet`: docs/contact-sheet.md, with pictures of the fullest page of every type of the public tree that `malbild run` left
// in dist/current (one is published where there is none), at 1280 and 390 px, light and dark. Nothing but the sheets is kept.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { launchBrowser } from '../test/browser/launch.ts';
import { samplePages } from '../test/browser/page-types.ts';
import { readTree, sizesOf } from '../test/browser/read-tree.ts';
import { serveTree } from '../test/browser/serve-tree.ts';
import { publishedTree, root } from './published-tree.mjs';

/** Widths of the pages, of their pictures on a sheet, and how far down a page is shown, in px. */
const VIEWS = [
  { width: 1280, shown: 400, height: 1600, columns: 4 },
  { width: 390, shown: 220, height: 1000, columns: 7 },
];
const GAP = 16;

const tree = await readTree(publishedTree());
const served = await serveTree(tree);
const browser = await launchBrowser();
const types = [...samplePages(sizesOf(tree), 1)].map(([type, [path]]) => ({ type, path }));
const sheets = [];
rmSync(`${root}/docs/contact-sheet`, { recursive: true, force: true });
mkdirSync(`${root}/docs/contact-sheet`, { recursive: true });
try {
  for (const view of VIEWS)
    for (const scheme of ['light', 'dark']) {
      const name = `${view.width}-${scheme}.jpg`;
      writeFileSync(`${root}/docs/contact-sheet/${name}`, await sheetOf(await picturesOf(view, scheme), view, scheme));
      sheets.push({ name, title: `${view.width} px, ${scheme}` });
    }
} finally {
  await browser.close();
  await served.close();
}
writeFileSync(`${root}/docs/contact-sheet.md`, pageOf());
console.log(`docs/contact-sheet.md: ${types.length} types of page on ${sheets.length} sheets`);

/** The upper part of a page of every type, as a data address. */
async function picturesOf({ width, height }, colorScheme) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme });
  const pictures = [];
  for (const { type, path } of types) {
    await page.goto(served.origin + path, { waitUntil: 'networkidle' });
    const picture = await page.screenshot({ type: 'jpeg', quality: 90 });
    pictures.push({ type, source: `data:image/jpeg;base64,${picture.toString('base64')}` });
  }
  await page.context().close();
  return pictures;
}

/** All of them on one sheet, named by type. */
async function sheetOf(pictures, { shown, columns }, scheme) {
  const [paper, ink] = scheme === 'light' ? ['#e9edf1', '#16202b'] : ['#000', '#e4e9ef'];
  const page = await browser.newPage({ viewport: { width: columns * (shown + GAP) + GAP, height: 100 } });
  await page.setContent(`<style>
    body { margin: 0; padding: ${GAP}px; background: ${paper}; color: ${ink}; font: 14px/20px system-ui, sans-serif;
      display: grid; grid-template-columns: repeat(${columns}, ${shown}px); gap: ${GAP}px; }
    figure { margin: 0 } img { display: block; width: 100%; margin-top: 4px }
  </style>${pictures.map(({ type, source }) => `<figure>${type}<img src="${source}"></figure>`).join('')}`);
  const sheet = await page.screenshot({ fullPage: true, type: 'jpeg', quality: 80 });
  await page.context().close();
  return sheet;
}

function pageOf() {
  return `# The pages, seen at once
The upper part of the fullest page of every type, from the demonstration's public edition, at two widths and in both themes. Made by
\`npm run contact-sheet\`; a new type of page is on the next one by itself. What the types are: \`test/browser/page-types.ts\`.

${types.map(({ type, path }) => `- \`${type}\`: \`${path}\``).join('\n')}

${sheets.map(({ name, title }) => `## ${title}\n![${types.length} types of page at ${title}](contact-sheet/${name})`).join('\n\n')}
`;
}
