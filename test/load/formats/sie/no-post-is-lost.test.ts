import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, it } from 'vitest';
import { readAll } from '../../read-all.ts';
import { heading, keys, pc8, sie } from './a-ledger.ts';
import { casesTried } from '../../../cases-tried.ts';

const folder = mkdtempSync(join(tmpdir(), 'malbild-sie-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Posts and braces in any order, whole, broken, unknown, and in the wrong place. */
const line = fc.constantFrom(
  ...['#VER A 1 20260105 x', '#VER A "1', '{', '}', '', '  ', '#NYTT 1', '#KONTO 1910 Kassa', '#KONTO "1910', 'text', '#', '{ {'],
  ...['#TRANS 1910 {} 1.00', '\t#TRANS 1910 {1 "100"} -1', '#TRANS 1910 {1} 1', '#TRANS 1910', '#TRANS "1910 {} 1', '#trans 1910 {} 5'],
  ...['#RTRANS 1910 {} 1.00', '#BTRANS 1910 {} 1.00', '#BTRANS {} 1', '#PSALDO 0 202601 1910 {} 1', '#PSALDO 0 202601 {}', '#RES 0 1910 1'],
);
const ENDS = fc.constantFrom('\n', '\r\n');

it('every transaction is loaded, rejected or ignored, once, whatever stands around it', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 20 }), ENDS, async (lines, end) => {
      const text = heading(4).trimEnd().split('\n').concat(lines).join(end);
      const told = await readAll(folder, pc8(text), keys(sie('transactions'), 'belopp'));
      if (told.faults.length > 0) {
        expect(told.faults).toMatchObject([{ code: 'sie-unclosed' }]);
        return;
      }
      const linesOf = (pattern: RegExp) => text.split(/\r?\n/).flatMap((it, i) => (pattern.test(it) ? [i + 1] : []));
      const rejected = told.misfits.map(([at]) => at);
      const named = [...told.records.map(([at]) => at), ...rejected];
      expect(new Set(named).size).toBe(named.length);
      expect(linesOf(/^\s*#TRANS/i).filter(at => !named.includes(at))).toEqual([]);
      expect(told.ignored).toBe(linesOf(/^\s*#[RB]TRANS/).filter(at => !rejected.includes(at)).length);
      expect(rejected.filter(at => !linesOf(/^\s*(#[RB]?TRANS|#VER|#KONTO|#RES|\{|\}|text|#$)/i).includes(at))).toEqual([]);
    }),
    { numRuns: casesTried(150) },
  );
});

it('no bytes are read as something they are not, or stop the run', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 60 }), async bytes => {
      const told = await readAll(folder, Buffer.concat([pc8(heading(4)), bytes]), keys(sie('transactions'), 'belopp'));
      expect(told.records).toEqual([]);
    }),
    { numRuns: casesTried(100) },
  );
});
