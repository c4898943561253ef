import { afterAll, describe, expect, it } from 'vitest';
import { measureClass, tableOf } from './measure-class.ts';
import type { Measured } from './measure-class.ts';
import type { PollutionClass } from './pollution.ts';

/** Of the rows of files whose oddity is declared, so many at least are loaded as they should be. */
const LOADED = 0.95;

/** Loads classes of polluted files both ways, and prints what became of each class. */
export function corpusSuite(level: string, classes: readonly PollutionClass[]): void {
  describe(`a file that is polluted: ${level}`, () => {
    const measured: Measured[] = [];
    afterAll(() => void process.stdout.write(`${level}\n${tableOf(measured)}\n`));

    it.each(classes.map(({ name, files }) => ({ name, files })))(
      '$name: never silently wrong, in bulk as by the parser',
      async polluted => {
        const byParser = await measureClass(polluted, 'parser');
        const inBulk = await measureClass(polluted, 'bulk');
        measured.push({ ...byParser, silent: [...byParser.silent, ...inBulk.silent] });
        expect([...byParser.silent, ...inBulk.silent]).toEqual([]);
        expect(inBulk).toEqual(byParser);
        expect(byParser.named.right).toBeGreaterThanOrEqual(LOADED * byParser.named.records);
      },
    );
  });
}
