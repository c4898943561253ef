import { getDocumentProxy } from 'unpdf';

/** A line of text as it lies on a sheet, in points from the sheet's lower left corner. */
export interface Placed {
  text: string;
  left: number;
  right: number;
  bottom: number;
  /** Its size in points. */
  size: number;
}

export interface Pdf {
  language: string | null;
  isTagged: boolean;
  outline: string[];
  /** The width of each sheet, with its texts in reading order. */
  sheets: { width: number; texts: Placed[] }[];
  /** Roles of its structure: `H1`, `Table`, `TH`. */
  roles: Set<string>;
  hasImages: boolean;
}

/** Reads a PDF back: what a reader, a screen reader and a search would find in it. */
export async function readPdf(bytes: Buffer): Promise<Pdf> {
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = (await document.getMetadata()) as { info: { Language?: string } };
  const roles = new Set<string>();
  const sheets: Pdf['sheets'] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const texts = items.flatMap(item => {
      if (!('str' in item) || item.str === '') return [];
      const [left, bottom] = [item.transform[4] as number, item.transform[5] as number];
      return [{ text: item.str, left, right: left + item.width, bottom, size: item.transform[3] as number }];
    });
    sheets.push({ width: page.view[2]!, texts });
    collectRoles((await page.getStructTree()) as Structure | null, roles);
  }
  const outline = ((await document.getOutline()) ?? []) as { title: string; items: { title: string }[] }[];
  return {
    language: info.Language ?? null,
    isTagged: (await document.getMarkInfo())?.Marked === true,
    outline: outline.flatMap(({ title, items }) => [title, ...items.map(item => item.title)]),
    sheets,
    roles,
    // Chromium writes an image's dictionary uncompressed.
    hasImages: /\/Subtype\s*\/Image/.test(bytes.toString('latin1')),
  };
}

interface Structure {
  role?: string;
  children?: Structure[];
}

function collectRoles(node: Structure | null, roles: Set<string>): void {
  if (node?.role !== undefined) roles.add(node.role);
  for (const child of node?.children ?? []) collectRoles(child, roles);
}
