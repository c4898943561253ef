import type { Day } from '../contract/period.ts';

/** A date of a PDF's information dictionary (ISO 32000-1, 7.9.4), as Chromium writes it: `D:20261127005237+00'00'`. */
const DATE = /\/(CreationDate|ModDate) \(D:\d{14}\+00'00'\)/g;

/** The PDF with its dates those of `day`, so that the same page gives the same bytes. As many bytes as before: its table of offsets holds. */
export function datePdf(pdf: Buffer, day: Day): Buffer {
  const dated = pdf.toString('latin1').replace(DATE, (_, key: string) => `/${key} (D:${day.replaceAll('-', '')}000000+00'00')`);
  return Buffer.from(dated, 'latin1');
}
