import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rollBack } from '../../pipeline/editions/roll-back.ts';
import { withdrawEdition } from '../../pipeline/editions/withdraw.ts';
import { writeApproval } from '../../pipeline/editions/write-approval.ts';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { publishEdition } from '../../pipeline/publish/publish-edition.ts';
import { retireEditions } from '../../pipeline/publish/retire-editions.ts';
import { renewStatus } from '../../pipeline/publish/status-file.ts';
import { finishWithdrawals } from '../../pipeline/publish/withdrawn.ts';
import { tempFolder } from '../temp-folder.ts';
import { aPublication, idOf } from './a-publication.ts';
import { checkDist } from './check-dist.ts';
import { onFailingDisk, type Fault } from './failing-disk.ts';

const [A, B, C, D, F, G] = [idOf('a'), idOf('b'), idOf('c'), idOf('d'), idOf('e'), idOf('f')];
const effects = realEffects();
const open = (text: string) => ({
  // Large enough to have compressed copies.
  'index.html': `${text} @@edition@@ ${'x'.repeat(1100)}`,
  'data/same.csv': '1',
  'data/catalogue.ttl': text,
  'data/changes.atom': text,
});
const publish = (choices: Parameters<typeof aPublication>[0]) => publishEdition(aPublication(choices), effects);
const withdrawal = { as_of: '2026-10-15', date: '2026-11-22', by: 'KS', reason: 'fel' };

const YAML = 'name: Åby\nfollow_ups:\n  - { id: 2026-T1, name: Ett }\n';
const APPROVED = YAML.replace(' }', ', approval: { by: KF, date: 2026-10-21, paragraph: § 1 } }');
const approval = { by: 'KF', date: '2026-10-21', paragraph: '§ 1' };

/** What is done to a dist with editions A and B, a follow-up F that B lists, and `current` at B. */
const WORK: Readonly<Record<string, (dist: string) => Promise<unknown>>> = {
  'an edition with a follow-up and open data': dist =>
    publish({ dist, id: C, before: B, files: open('tre'), followUps: { internal: [{ id: '2026-T1', edition: F, withdrawn: false }] } }),
  'a follow-up’s edition': dist => publish({ dist, id: G, before: F, followUp: '2026-T2', files: open('fyra') }),
  'a rollback': dist => rollBack(dist, A),
  'an approval': dist => writeApproval(join(dist, 'malbild.yaml'), '2026-T1', approval),
  'the status of a run': dist => renewStatus(dist, B, [], new Date('2026-11-22T06:00:00Z')),
  'the withdrawal of the current edition': dist => withdrawEdition(dist, { edition: B, follow_up: null, ...withdrawal }, effects),
  'the withdrawal of a follow-up': dist => withdrawEdition(dist, { edition: F, follow_up: '2026-T1', ...withdrawal }, effects),
  'the end of an edition’s time': dist => retireEditions(dist, 1, '2028-01-01', effects),
};

/** A dist with editions, a follow-up and a municipality's file. */
async function aDist(): Promise<string> {
  const dist = await tempFolder();
  await publish({ dist, id: A, files: open('ett') });
  await publish({ dist, id: F, before: A, followUp: '2026-T1', files: open('ett') });
  await publish({ dist, id: D, before: A, files: open('ett') });
  const listed = [{ id: '2026-T1', edition: F, withdrawn: false }];
  await publish({ dist, id: B, before: D, files: open('två'), followUps: { internal: listed }, listed });
  await writeFile(join(dist, 'malbild.yaml'), YAML);
  return dist;
}

/** The same dist on another disk. */
async function freshDist(start: string, root: string, n: number): Promise<string> {
  const dist = join(root, String(n));
  await mkdir(dist, { recursive: true });
  await cp(start, dist, { recursive: true, verbatimSymlinks: true });
  return dist;
}

describe.each(Object.keys(WORK))('%s', name => {
  it.each<Fault>(['killed', 'ENOSPC', 'EACCES'])(
    'at any change of the disk, where that is %s, leaves readers something whole, and the next run all',
    async fault => {
      const [start, root] = [await aDist(), await tempFolder()];
      let ended: string | null = null;
      let n = 0;
      while (ended !== 'done') {
        n += 1;
        const dist = await freshDist(start, root, n);
        ended = await onFailingDisk(n, fault, () => WORK[name]!(dist));
        const seen = await checkDist(dist);
        expect(seen.faults, `${fault} at change ${n}`).toEqual([]);
        if (!name.includes('withdrawal of the current')) expect(seen.sees, `${fault} at change ${n}`).toBe('whole');
        expect([YAML, APPROVED]).toContain(await readFile(join(dist, 'malbild.yaml'), 'utf8'));
        // What the next run does before and when it publishes.
        await finishWithdrawals(dist, effects);
        await publish({ dist, id: idOf('9'), files: open('nio') });
        const after = await checkDist(dist);
        expect(
          { ...after, left: (await readdir(join(dist, 'editions'))).filter(left => left.startsWith('.')) },
          `after ${fault} at change ${n}`,
        ).toEqual({
          ...{ sees: 'whole', edition: idOf('9'), faults: [], left: [] },
        });
        await rm(dist, { recursive: true });
      }
      expect(n).toBeGreaterThan(2);
    },
  );
});
