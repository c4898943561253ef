import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { extract } from '../../pipeline/extract/extract.ts';
import { load } from '../../pipeline/load/load.ts';
import { measure } from '../../pipeline/measure/measure.ts';
import { findingText } from '../../pipeline/messages/findings.ts';
import { model } from '../../pipeline/model/model.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { EVERYTHING, SAMPLE, type Extent } from '../../pipeline/rederive/extent.ts';
import { rederive } from '../../pipeline/rederive/rederive.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import type { Measured } from '../../pipeline/words/stages.ts';
import { effectsAt } from '../effects-at.ts';
import { noRecall } from '../../pipeline/words/recall.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const effects = effectsAt(new Date('2027-01-15T09:00:00Z'));

/** A project measured as on a day, and what is found when it is computed a second time. */
async function measuredOn(folder: string, asOf: string) {
  const state = await mkdtemp(join(tmpdir(), 'malbild-rederive-'));
  const warehouse = await openWarehouse(state);
  const project = await readProject(folder);
  const deliveries = await extract(project, state, effects, { rehash: false, fetch: 'never' });
  const loaded = await load(project, deliveries, asOf, warehouse, state, effects);
  const modelled = await model(project, loaded, warehouse, effects);
  const measured = await measure(project, loaded, modelled, asOf, warehouse, effects);
  const again = (extent: Extent): Promise<Measured> =>
    rederive(project, loaded, modelled, measured, asOf, warehouse, effects, noRecall, extent);
  const close = async () => {
    warehouse.closeSync();
    await rm(state, { recursive: true, force: true });
  };
  return { measured, again, close };
}

describe.each([
  ['the demonstration', root, '2026-11-16'],
  ['Åby', join(root, 'test/cases/aby'), '2026-10-15'],
])('%s, computed a second time', (_, folder, asOf) => {
  let town: Awaited<ReturnType<typeof measuredOn>>;
  beforeAll(async () => {
    town = await measuredOn(folder, asOf);
  });
  afterAll(() => town.close());

  it('comes out the same, every row of every metric', async () => {
    expect([...town.measured.held]).toEqual([]);
    const found = (await town.again(EVERYTHING)).findings.slice(town.measured.findings.length);
    expect(found.map(findingText)).toEqual([]);
  });

  it('and the sample that a run takes', async () => {
    const found = (await town.again(SAMPLE)).findings.slice(town.measured.findings.length);
    expect(found.map(findingText)).toEqual([]);
  });
});
