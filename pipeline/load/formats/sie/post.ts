import type { SieRecords } from '../../../words/sie.ts';
import type { SieField } from './split-fields.ts';

/** What a voucher says for its transactions; texts as they are written, empty where there are none. */
export interface Voucher {
  line: number;
  serie: string;
  vernr: string;
  verdatum: string;
  vertext: string;
  regdatum: string;
  versign: string;
}

/** A post that is a record, or could be one; texts as they are written, empty where there are none. */
export interface SiePost {
  /** Without `#`. */
  tag: string;
  account: string;
  /** Numbers of objects, by dimension. */
  objects: ReadonlyMap<string, string>;
  amount: string;
  quantity: string;
  /** `0`, `-1`; `202603`. Empty in transactions. */
  year: string;
  period: string;
  /** Of transactions. */
  voucher: Voucher | null;
  date: string;
  text: string;
  sign: string;
}

/** The tags of the posts that are records of each kind; of transactions the others are ignored by rule. */
export const TAGS: Readonly<Record<SieRecords, readonly string[]>> = {
  transactions: ['#TRANS', '#RTRANS', '#BTRANS'],
  'period-balances': ['#PSALDO'],
  'period-budget': ['#PBUDGET'],
  'year-balances': ['#IB', '#UB', '#RES'],
  'object-balances': ['#OIB', '#OUB'],
};

/** Posts that say what an account stood at, or came to. */
export const BALANCE_TAGS: readonly string[] = TAGS['year-balances'];

const NONE: ReadonlyMap<string, string> = new Map();

export function voucherOf(line: number, fields: readonly SieField[]): Voucher {
  const [, serie = '', vernr = '', verdatum = '', vertext = '', regdatum = '', versign = ''] = fields.map(String);
  return { line, serie, vernr, verdatum, vertext, regdatum, versign };
}

/** `#TRANS konto {objektlista} belopp transdat transtext kvantitet sign`; null where it lacks one of the first three. */
export function transactionOf(fields: readonly SieField[], voucher: Voucher): SiePost | null {
  const [tag, account, list, amount, ...rest] = fields;
  const objects = objectsOf(list);
  if (!isFilled(account) || objects === null || !isFilled(amount)) return null;
  const [date = '', text = '', quantity = '', sign = ''] = rest.map(String);
  return { tag: nameOf(tag), account, objects, amount, quantity, year: '', period: '', voucher, date, text, sign };
}

/**
 * `#PSALDO årsnr period konto {objekt} saldo kvantitet`; null where it lacks one of the first five. Files without objects
 * may leave the braces out (11, #PSALDO).
 */
export function periodPostOf(fields: readonly SieField[]): SiePost | null {
  const [tag, year, period, account, list, ...rest] = fields;
  const [objects, amount, quantity] = typeof list === 'string' ? [NONE, list, rest[0]] : [objectsOf(list), rest[0], rest[1]];
  if (!isFilled(year) || !isFilled(period) || !isFilled(account) || objects === null || !isFilled(amount)) return null;
  return { ...EMPTY, tag: nameOf(tag), account, objects, amount, quantity: String(quantity ?? ''), year, period };
}

/** `#OIB årsnr konto {objekt} saldo kvantitet`, and `#IB` without objects; null where it lacks one before the last. */
export function balanceOf(fields: readonly SieField[], withObjects: boolean): SiePost | null {
  const [tag, year, account, ...rest] = fields;
  const [list, amount, quantity] = withObjects ? rest : [[], ...rest];
  const objects = objectsOf(list);
  if (!isFilled(year) || !isFilled(account) || objects === null || !isFilled(amount)) return null;
  return { ...EMPTY, tag: nameOf(tag), account, objects, amount, quantity: String(quantity ?? ''), year };
}

const EMPTY: SiePost = {
  tag: '',
  account: '',
  objects: NONE,
  amount: '',
  quantity: '',
  year: '',
  period: '',
  voucher: null,
  date: '',
  text: '',
  sign: '',
};

const nameOf = (tag: SieField | undefined): string => String(tag).slice(1).toUpperCase();

const isFilled = (field: SieField | undefined): field is string => typeof field === 'string' && field !== '';

/** Pairs of dimension and object; null where they are no pairs, or a dimension stands twice: which object it is cannot be known. */
function objectsOf(list: SieField | undefined): ReadonlyMap<string, string> | null {
  if (list === undefined || typeof list === 'string' || list.length % 2 !== 0) return null;
  if (list.length === 0) return NONE;
  const objects = new Map<string, string>();
  for (let i = 0; i < list.length; i += 2) {
    const dimension = list[i]!;
    if (!/^\d+$/.test(dimension) || objects.has(dimension)) return null;
    objects.set(dimension, list[i + 1]!);
  }
  return objects;
}
