import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { draftSource } from '../../pipeline/draft/draft-source.ts';
import { tempFolder } from '../temp-folder.ts';
import { loadDraft } from './load-draft.ts';

describe('a file of unusual size', () => {
  it('of 2 000 columns', async () => {
    const headers = Array.from({ length: 2000 }, (_, i) => `Fråga ${i + 1}`);
    const row = (n: number) => headers.map((_, i) => `${n * i}`).join(';');
    const { draft, counts } = await loadDraft('a.csv', [headers.join(';'), row(1), row(2), row(3)].join('\n'));
    expect(draft.columns).toBe(2000);
    expect(counts).toEqual({ records: 3, loaded: 3, rejected: 0, ignored: 0 });
  });

  it('of more than is read whole: its first lines, its last ones and some between are looked at, and it is said', async () => {
    const file = join(await tempFolder(), 'a.csv');
    const body = 'a123456;2026-03-01;12,50\n'.repeat(1_600_000);
    await writeFile(file, `Nummer;Dag;Belopp\n${body}a9;2026-03-01;..\n\nKälla: systemet\n`);
    const { yaml, records } = await draftSource(file, null);
    expect(records.all).toBe(false);
    expect(yaml).toContain('footer: "^\\\\s*$", decimal: "," }');
    expect(yaml).toMatch(/inferred: from the 200000 rows that were looked at/);
    expect(yaml).not.toContain('key: true');
  });

  it('with a cell that goes on over lines where a part of it begins', async () => {
    const file = join(await tempFolder(), 'a.csv');
    await writeFile(file, `id;text\n${'a;"en\n"";""två\ntre"\n'.repeat(2_000_000)}`);
    const { records, columns } = await draftSource(file, null);
    expect([records.all, columns]).toEqual([false, 2]);
    expect(records.loaded).toBe(records.read);
  });
});
