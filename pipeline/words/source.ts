import type { Grain } from '../contract/period.ts';
import type { ConnectorDeclaration } from './connector.ts';
import type { Format } from './format.ts';
import type { SourceClass } from './project.ts';
import type { Contract, Klassa } from './source-contract.ts';

export type ColumnType =
  | { name: 'text' | 'integer' | 'date' | 'month' | 'timestamp' | 'boolean' }
  /** `decimal(precision,scale)`. */
  | { name: 'decimal'; precision: number; scale: number };

/** How a date may be written where it is not `2026-04-30`; docs/sources.md shows each. */
export const DATE_FORMS = ['compact', 'swedish', 'timestamp', 'week', 'quarter', 'school-year', 'year'] as const;
/** How a month may be written where it is not `2026-04`. */
export const MONTH_FORMS = ['compact', 'swedish', 'pxweb'] as const;
export type WrittenForm = (typeof DATE_FORMS)[number] | (typeof MONTH_FORMS)[number];

/** What a header, a JSON key or an XML path becomes. */
export interface Column {
  /** The header in the file, or its key or path. */
  header: string;
  /** Other headers that it is known to have had, or to get. */
  aliases: readonly string[];
  name: string;
  type: ColumnType;
  /** Null where a date or month is written as the type is. */
  written: WrittenForm | null;
  /** What may stand after a number (`%`, `tkr`); null where nothing may. */
  unit: string | null;
  /** Texts that are no value, each with the category that `<name>_mark` holds in its place. Empty where there are none. */
  marks: Readonly<Record<string, string>>;
  required: boolean;
  key: boolean;
  min: number | null;
  max: number | null;
  allowed: readonly string[] | null;
  pattern: string | null;
  /** `hash`: a keyed digest is loaded in its place; `drop`: it is not loaded at all; `keep`: it is loaded as it is. */
  personal: 'hash' | 'drop' | 'keep' | null;
  /** Somebody has seen that what looks like personal numbers in it are none. */
  not_personal: boolean;
}

export type DeliveryKind = 'snapshot' | 'increment' | 'period' | 'reference' | 'reports';

/** Which periods a delivery speaks for. */
export type Covers = { by: 'name' } | { by: 'column'; column: string } | { by: 'until-month-before-received' };

/** When a delivery is due: so many days after the last day of each period. */
export interface Cadence {
  every: Grain;
  due_days: number;
}

/** What reports may be about: a plan's ids, and the first and last day it is in force (null: no last). */
export interface ReportedPlan {
  plan: string;
  ids: readonly string[];
  from: string;
  to: string | null;
}

/** `sources/<id>/source.yaml`, decoded. */
export interface SourceDeclaration {
  id: string;
  name: string;
  owner: string;
  /** The business system that it comes from; null where that is not said. */
  system: string | null;
  /** What it holds, in a sentence; null where that is not said. */
  information: string | null;
  klassa: Klassa | null;
  class: SourceClass;
  synthetic: boolean;
  /** A glob, relative to the source's folder; null for a source that is fetched. */
  location: string | null;
  /** What fetches it; null for a source whose files are dropped. */
  connector: ConnectorDeclaration | null;
  /** A glob on what an archive (`.zip`) holds; null where that is one file. */
  entry: string | null;
  /** Named groups `received`, and where declared `period` and `sequence`; null where none is declared. */
  name_pattern: string | null;
  kind: DeliveryKind;
  covers: Covers | null;
  cadence: Cadence | null;
  /** For how many days after a period its figures may still be revised; null where they are final as they come. */
  settles_days: number | null;
  /** Months after its receipt for which an extract is kept, once it is no longer in force; null: for ever. */
  retention_months: number | null;
  contract: Contract;
  format: Format;
  columns: readonly Column[];
  /** For `kind: reports`, put there by `load`: what its records may be about. Left out where that is not known. */
  reported?: readonly ReportedPlan[];
  /** `sources/<id>/source.yaml`, and the line of each key path, for messages. */
  file: string;
}
