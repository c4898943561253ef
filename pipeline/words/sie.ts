/** Which posts of a SIE file are a source's records. */
export const SIE_RECORDS = ['transactions', 'period-balances', 'period-budget', 'year-balances', 'object-balances'] as const;
export type SieRecords = (typeof SIE_RECORDS)[number];

/**
 * Which of the posts that a file gives both for an account as a whole and for its objects: those without an object, those
 * of one dimension alone, or all of them, where the file divides each amount once.
 */
export type SieLevel = 'total' | `dim.${number}` | 'parts';

const OF_ALL = ['konto', 'kontonamn', 'kontotyp', 'enhet', 'belopp', 'kvantitet', 'fnamn', 'orgnr', 'valuta'];
const OF_YEARS = ['årsnr', 'år', 'från', 'till'];
const OF_VOUCHERS = ['serie', 'vernr', 'verdatum', 'vertext', 'regdatum', 'versign'];

/** What columns may be called, beside those of dimensions. */
export const SIE_KEYS: Readonly<Record<SieRecords, readonly string[]>> = {
  transactions: [...OF_ALL, ...OF_VOUCHERS, 'datum', 'period', 'text', 'sign'],
  'period-balances': [...OF_ALL, ...OF_YEARS, 'period'],
  'period-budget': [...OF_ALL, ...OF_YEARS, 'period'],
  'year-balances': [...OF_ALL, ...OF_YEARS, 'post'],
  'object-balances': [...OF_ALL, ...OF_YEARS, 'post'],
};

/** `dim.1`: the object's number; `över` is the object above it, where the dimension lies under another. */
export interface DimensionKey {
  dimension: string;
  part: 'nr' | 'namn' | 'över' | 'över.namn';
}

/** A column's key of a dimension; null where it is none. */
export function dimensionKey(key: string): DimensionKey | null {
  const match = /^dim\.(\d+)(?:\.(namn|över|över\.namn))?$/.exec(key);
  return match && { dimension: match[1]!, part: (match[2] as DimensionKey['part'] | undefined) ?? 'nr' };
}

/** Dimensions that the format reserves for people, or where they may stand: employee, customer, supplier. */
export const PERSON_DIMENSIONS: readonly string[] = ['7', '8', '9'];

/** True for a key of what names people: those dimensions, and signatures. */
export const namesPeople = (key: string): boolean =>
  key === 'sign' || key === 'versign' || PERSON_DIMENSIONS.includes(dimensionKey(key)?.dimension ?? '');
