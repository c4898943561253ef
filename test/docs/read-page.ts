/** A fenced block whose info string says which project it belongs to. */
export interface Block {
  project: string;
  /** Path in the project; null for a block that says what comes out. */
  file: string | null;
  /** What it is to be compared with (`check=observations`). */
  check: string | null;
  text: string;
}

const FENCE = /^```(\w+) (.*)\n([^]*?)^```$/gm;

/** The blocks of a page that belong to a project: ```` ```yaml file=malbild.yaml project=minimal ````. */
export function blocksOf(page: string): Block[] {
  return [...page.matchAll(FENCE)].flatMap(([, , info = '', text = '']) => {
    const said = Object.fromEntries(info.split(' ').map(pair => pair.split('=') as [string, string]));
    return said.project === undefined ? [] : [{ project: said.project, file: said.file ?? null, check: said.check ?? null, text }];
  });
}

export interface Link {
  /** Relative to the page's folder; empty for a heading of the page itself. */
  path: string;
  anchor: string | null;
}

const withoutBlocks = (page: string): string => page.replace(/^```[^]*?^```$/gm, '');

/** The links of a page that are not addresses. */
export function linksOf(page: string): Link[] {
  return [...withoutBlocks(page).matchAll(/\]\(([^)\s]+)\)/g)]
    .map(([, target = '']) => target)
    .filter(target => !/^[a-z]+:/.test(target))
    .map(target => {
      const [path = '', anchor = null] = target.split('#');
      return { path, anchor };
    });
}

/** The anchors of a page's headings, as GitHub and GitLab make them. */
export const anchorsOf = (page: string): string[] =>
  [...withoutBlocks(page).matchAll(/^#+ (.*)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N} _-]/gu, '')
      .replaceAll(' ', '-'),
  );
