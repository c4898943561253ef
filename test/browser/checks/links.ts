import type { Tree } from '../../dashboards/fixture-tree.ts';

/** Links of a tree's pages that lead to no file of it, and fragments that lead to no place on their page. */
export function brokenLinks(tree: Tree): string[] {
  const texts = new Map([...tree].flatMap(([path, content]) => (path.endsWith('.html') ? [[path, String(content)] as const] : [])));
  const broken: string[] = [];
  for (const [path, content] of texts) {
    for (const [, href = ''] of content.matchAll(/(?:href|src)="([^"]*)"/g)) {
      if (/^(https?|mailto|tel):/.test(href)) continue;
      const [file = '', fragment] = href.replaceAll('&amp;', '&').split('#');
      const target = decodeURIComponent(file === '' ? path : new URL(file, `http://tree/${path}`).pathname.slice(1));
      const hasPlace = () => [`id="${fragment}"`, `<symbol id="${fragment}"`].some(place => (texts.get(target) ?? '').includes(place));
      if (!tree.has(target) || (fragment && !hasPlace())) broken.push(`${path}: ${href}`);
    }
  }
  return broken;
}
