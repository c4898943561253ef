import type { SiteAssets } from '../../dashboards/page.ts';
import type { BrowserBundle } from '../words/stages.ts';

/** The bundle as pages ask for it: the style sheet whole, the scripts by path. */
export function pageAssets({ entries, files }: BrowserBundle): SiteAssets {
  const built = (source: string): string => {
    const entry = entries[source];
    if (!entry) throw new Error(`the browser bundle lacks ${source}`);
    return entry.file;
  };
  const sheet = files.find(file => file.path === built('styles/site.css'))!;
  return { css: new TextDecoder().decode(sheet.bytes), scripts: { drill: built('element/drill.ts'), due: built('element/due.ts') } };
}
