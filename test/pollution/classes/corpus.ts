import type { PollutionClass } from '../pollution.ts';
import { ENCODING_LEVEL } from './encoding-level.ts';
import { FILE_LEVEL } from './file-level.ts';
import { HEADER_LEVEL } from './header-level.ts';
import { RECORD_LEVEL } from './record-level.ts';
import { VALUE_LEVEL } from './value-level.ts';

/** Every way in which the clean table is spoilt, by what is: the same files in every run. */
export const CORPUS: Readonly<Record<string, readonly PollutionClass[]>> = {
  file: [...ENCODING_LEVEL, ...FILE_LEVEL],
  header: HEADER_LEVEL,
  record: RECORD_LEVEL,
  value: VALUE_LEVEL,
};
