import type { Column, SourceDeclaration } from '../../words/source.ts';
import { fault } from '../formats/broken-extract.ts';
import { stop, warn } from './extract-check.ts';
import type { ExtractCheck } from './extract-check.ts';

/** Bare ten-digit numbers that check out are personal numbers where there are so many, and so large a share: by chance 0.74 % do. */
const ENOUGH = { count: 3, share: 0.05 };

/** The columns that nobody has declared personal, and that could hold personal numbers: not those whose values are listed. */
export const undeclaredColumns = ({ columns }: Pick<SourceDeclaration, 'columns'>): Column[] =>
  columns.filter(
    ({ type, personal, not_personal, allowed }) =>
      ['text', 'integer'].includes(type.name) && personal === null && !not_personal && allowed === null,
  );

/** Personal numbers come only in columns that are declared personal. The number itself is told nowhere. */
export const personalNumbers: ExtractCheck = (source, { profile, personal }) =>
  undeclaredColumns(source).flatMap(({ name, header }) => {
    const { bare, written } = personal.get(name) ?? { bare: 0, written: 0 };
    const { filled } = profile.columns[name]!;
    const details = { column: header, rows: bare + written };
    if (written > 0 || (bare >= ENOUGH.count && bare >= ENOUGH.share * filled)) return [stop(fault('personal-number', null, details))];
    return bare > 0 ? [warn(fault('like-personal-number', null, details))] : [];
  });
