import type { ColumnValues } from './column-values.ts';

const HEADERS =
  /^(namn|name|f[öo]rnamn|efternamn|tilltalsnamn|first ?name|last ?name|surname|full ?name|kontaktperson|handl[äa]ggare|anst[äa]lld|elev|brukare|klient|s[öo]kande|signatur)$|person-?\s?(nummer|nr|namn)|^pnr$|samordningsn|e-?post|e-?mail|telefon|mobil(nummer|nr|telefon)?$|^tel(efon)?(nr)?$|^phone|adress(?!at)|^address|f[öo]delse(datum|dag)/i;
/** With a century or without, with a separator or without. */
const NUMBER = /^(?:18|19|20)?(\d{2})(\d{2})(\d{2})[-+]?\d{4}$/;
const MAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LEAST = 3;
const SHARE = 0.05;

/** Why a column seems to be about people: its header, valid personal numbers, addresses of mail. Null where nothing says so. */
export function looksPersonal({ header, text, typed }: ColumnValues): string | null {
  const values = [...text.keys(), ...typed.keys()];
  const many = (test: (value: string) => boolean): boolean => {
    const count = values.filter(test).length;
    return count >= LEAST && count >= SHARE * values.length;
  };
  if (many(isPersonalNumber)) return 'its values are valid personal numbers';
  if (many(value => MAIL.test(value))) return 'its values are addresses of mail';
  return HEADERS.test(
    header
      .split(/[./@]|\s\/\s/)
      .at(-1)!
      .replaceAll('_', ' ')
      .trim(),
  )
    ? 'its header'
    : null;
}

/** A personnummer or samordningsnummer (day plus 60): a month and day that exist, and the check digit of the last ten (SKV 704). */
function isPersonalNumber(text: string): boolean {
  const [, , month, day] = NUMBER.exec(text) ?? [];
  if (month === undefined) return false;
  const date = Number(day) > 60 ? Number(day) - 60 : Number(day);
  if (Number(month) < 1 || Number(month) > 12 || date < 1 || date > 31) return false;
  const digits = text.replace(/\D/g, '').slice(-10);
  const sum = [...digits].reduce((total, digit, i) => {
    const product = Number(digit) * (i % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}
