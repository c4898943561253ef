import type { Column } from '../../../words/source.ts';
import { dimensionKey } from '../../../words/sie.ts';
import type { DimensionKey } from '../../../words/sie.ts';
import { Typed } from '../record-sink.ts';
import type { Cell } from '../record-sink.ts';
import { isAmount } from './amount.ts';
import { dimensionsAbove } from './heading.ts';
import type { SieHeading } from './heading.ts';
import type { SiePost } from './post.ts';

type CellOf = (post: SiePost, heading: SieHeading) => Cell;

const text = (written: string | undefined): Cell => written || null;
const amount = (written: string): Cell => (isAmount(written) ? new Typed(written) : text(written));
/** `20260331` as `2026-03-31`. What is no day stays as it is written, and is rejected as its column's type. */
const day = (written: string): Cell =>
  /^\d{8}$/.test(written) ? new Typed(`${written.slice(0, 4)}-${written.slice(4, 6)}-${written.slice(6)}`) : text(written);
const month = (written: string): Cell =>
  /^\d{6}$/.test(written) ? new Typed(`${written.slice(0, 4)}-${written.slice(4)}`) : text(written);
/** A transaction without a date of its own has its voucher's (11, #TRANS). */
const dateOf = (post: SiePost): string => post.date || post.voucher!.verdatum;

const CELLS: Readonly<Record<string, CellOf>> = {
  konto: post => post.account,
  kontonamn: (post, { accounts }) => text(accounts.get(post.account)?.name),
  kontotyp: (post, { accounts }) => text(accounts.get(post.account)?.type),
  enhet: (post, { accounts }) => text(accounts.get(post.account)?.unit),
  belopp: post => amount(post.amount),
  kvantitet: post => amount(post.quantity),
  fnamn: (_, { company }) => text(company.fnamn),
  orgnr: (_, { company }) => text(company.orgnr),
  valuta: (_, { company }) => text(company.valuta),
  serie: post => text(post.voucher!.serie),
  vernr: post => text(post.voucher!.vernr),
  verdatum: post => day(post.voucher!.verdatum),
  vertext: post => text(post.voucher!.vertext),
  regdatum: post => day(post.voucher!.regdatum),
  versign: post => text(post.voucher!.versign),
  datum: post => day(dateOf(post)),
  period: post => {
    if (post.voucher === null) return month(post.period);
    const date = dateOf(post);
    return /^\d{8}$/.test(date) ? month(date.slice(0, 6)) : text(date);
  },
  text: post => text(post.text),
  sign: post => text(post.sign),
  post: post => post.tag,
  årsnr: post => (/^-?\d+$/.test(post.year) ? new Typed(post.year) : post.year),
  år: (post, { years }) => {
    const until = years.get(post.year)?.until ?? '';
    return /^\d{8}$/.test(until) ? new Typed(until.slice(0, 4)) : null;
  },
  från: (post, { years }) => day(years.get(post.year)?.from ?? ''),
  till: (post, { years }) => day(years.get(post.year)?.until ?? ''),
};

/** Gives a post's cells, in the order of the declared columns, whose headers are the keys of SIE. */
export function cellsOf(columns: readonly Column[], heading: SieHeading): (post: SiePost) => Cell[] {
  const cells = columns.map(({ header }): CellOf => {
    const key = header.normalize('NFC');
    const dimension = dimensionKey(key);
    return dimension ? dimensionCell(dimension, heading) : CELLS[key]!;
  });
  return post => cells.map(cell => cell(post, heading));
}

/**
 * The object of one dimension, its name, and the object above it. In balances the number of an object in a dimension under
 * another begins with the number of the one above; in transactions both stand in the list. (8.12 and 8.23.)
 */
function dimensionCell({ dimension, part }: DimensionKey, heading: SieHeading): CellOf {
  const above = dimensionsAbove(heading, dimension)[0] ?? null;
  const names = heading.objects.get(dimension);
  const namesAbove = above === null ? undefined : heading.objects.get(above);
  const numberAbove = ({ objects }: SiePost): string => {
    const number = objects.get(dimension);
    if (above === null || number === undefined) return '';
    const listed = objects.get(above);
    if (listed !== undefined) return listed;
    const beginnings = [...(namesAbove?.keys() ?? [])].filter(other => other !== '' && number.startsWith(other));
    return beginnings.length === 1 ? beginnings[0]! : '';
  };
  if (part === 'nr') return ({ objects }) => text(objects.get(dimension));
  if (part === 'över') return post => text(numberAbove(post));
  if (part === 'över.namn') return post => text(namesAbove?.get(numberAbove(post)));
  return post => {
    const number = post.objects.get(dimension) ?? '';
    return text(names?.get(number) ?? names?.get(numberAbove(post) + number));
  };
}
