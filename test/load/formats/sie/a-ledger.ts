import { CODE_PAGES } from '../../../../pipeline/load/text/code-pages.ts';
import { PLAIN } from '../../../../pipeline/words/format.ts';
import type { SieFormat } from '../../../../pipeline/words/format.ts';
import type { SieLevel, SieRecords } from '../../../../pipeline/words/sie.ts';
import type { Column, SourceDeclaration } from '../../../../pipeline/words/source.ts';
import { column, declare } from '../../declare.ts';

/** A text's bytes in code page 437. */
export const pc8 = (text: string): Uint8Array =>
  Uint8Array.from(text, character => {
    const code = character.codePointAt(0)!;
    const byte = code < 0x80 ? code : 0x80 + CODE_PAGES.cp437.indexOf(character);
    if (byte < 0x80 && code >= 0x80) throw new Error(`${character} is not in code page 437`);
    return byte;
  });

/** What every file begins with: the line after it is the tenth. */
export const heading = (type: number, tags = ''): string => `#FLAGGA 0
#PROGRAM "Åbys bokföring" 1.0
#FORMAT PC8
#GEN 20260401
#SIETYP ${type}
#FNAMN "Åby kommun"
#RAR 0 20260101 20261231
#RAR -1 20250101 20251231
#OMFATTN 20260331
${tags}`;

/** Accounts, cost centres with units under them, projects and employees of a municipality that does not exist. */
export const plan = `#KONTO 4110 "Läromedel"
#KTYP 4110 K
#ENHET 4110 styck
#KONTO 5010 Löner
#KTYP 5010 K
#KONTO 1910 Kassa
#KTYP 1910 T
#DIM 1 Ansvar
#DIM 6 Projekt
#DIM 20 Område
#UNDERDIM 21 Enhet 20
#OBJEKT 1 "100" "Äppelgårdens förskola"
#OBJEKT 1 "200" "Sjöängsskolan"
#OBJEKT 6 "P1" "Ny gård"
#OBJEKT 7 "17" "Ada Ek"
#OBJEKT 20 "01" "Norra"
#OBJEKT 21 "0102" "Norra enhet 2"
`;

export const sie = (records: SieRecords, level: SieLevel | null = null, encoding: SieFormat['encoding'] = 'cp437'): SieFormat => ({
  type: 'sie',
  records,
  level,
  encoding,
  notation: PLAIN,
});

/** A source whose columns are the given keys, as text. */
export const keys = (format: SieFormat, ...headers: (string | Column)[]): SourceDeclaration =>
  declare({
    format,
    columns: headers.map((header, i) => (typeof header === 'string' ? column(`c${i}`, 'text', { header }) : header)),
  });
