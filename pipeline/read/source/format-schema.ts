import * as z from 'zod';
import type { Format } from '../../words/format.ts';
import { jsonStat, px } from './formats/cube-formats.ts';
import { json, kolada, ndjson, parquet, xml } from './formats/record-formats.ts';
import { sie } from './formats/sie-format.ts';
import { csv, xlsx } from './formats/table-formats.ts';
import { formatKeys } from '../../messages/keys/source-keys.ts';
import { hints } from '../schema-hints.ts';

/** `format:` of a source. */
export const formatSchema: z.ZodType<Format> = z
  .discriminatedUnion('type', [csv, xlsx, json, ndjson, xml, parquet, kolada, jsonStat, px, sie], {
    error: '`csv`, `xlsx`, `json`, `ndjson`, `xml`, `parquet`, `kolada-v3`, `json-stat2`, `px` or `sie`',
  })
  .register(hints, { keys: formatKeys });
