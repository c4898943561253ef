import type { Day } from '../contract/period.ts';

/** A date of a PDF's information dictionary (ISO 32000-1, 7.9.4), as Chromium writes it: `D:20261127005237+00'00'`. */
const DATE = /\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g;

/** The id of an element in a tagged PDF: Chromium counts all elements that a process has had, so that a page's depend on what was printed before it. */
const NODE = /node\d{8}/g;

/**
 * The PDF with its dates those of `day`, and its elements numbered from 1 in their own order, so that the same page gives the same bytes. As many bytes as
 * before: its table of offsets holds.
 */
export function normalisePdf(pdf: Buffer, day: Day): Buffer {
  const text = pdf.toString('latin1');
  const numbered = new Map([...new Set(text.match(NODE))].sort().map((node, i) => [node, `node${String(i + 1).padStart(8, '0')}`]));
  const dated = text
    .replace(DATE, (_, key: string) => `/${key} (D:${day.replaceAll('-', '')}000000+00'00')`)
    .replace(NODE, node => numbered.get(node)!);
  return Buffer.from(dated, 'latin1');
}
