/**
 * What a person may write in a cell: one of these words; a name that stands in a range of the workbook, or another; a day, or one that has come; an
 * amount of money, or any number; a code, which Excel must not read as a number; any text.
 */
export type Filling = { list: readonly string[] } | { range: string } | 'day' | 'past-day' | 'amount' | 'number' | 'code' | 'text';

export interface FormColumn {
  header: string;
  /** In characters. */
  width: number;
  hidden?: boolean;
  /** None where the cell is locked. */
  filling?: Filling;
}
