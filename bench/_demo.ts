import { mkdtempSync, cpSync } from 'node:fs';
import { join } from 'node:path';
import { readProject } from '/work/wt/protect/pipeline/read/read-project.ts';
import { extract } from '/work/wt/protect/pipeline/extract/extract.ts';
import { load } from '/work/wt/protect/pipeline/load/load.ts';
import { model } from '/work/wt/protect/pipeline/model/model.ts';
import { measure } from '/work/wt/protect/pipeline/measure/measure.ts';
import { protect } from '/work/wt/protect/pipeline/protect/protect.ts';
import { openWarehouse } from '/work/wt/protect/pipeline/warehouse/open.ts';
import { realEffects } from '/work/wt/protect/pipeline/effects/effects.ts';
const root = '/work/wt/protect';
const state = mkdtempSync('/tmp/demo-state-');
const e = realEffects();
const project = await readProject(root);
const deliveries = await extract(project, state, e, { rehash: false, fetch: 'never' } as any);
const warehouse = await openWarehouse(join(state, 'w')) as any;
const asOf = project.municipality.as_of!;
const loaded = await load(project, deliveries as any, asOf, warehouse, state, e);
const modelled = await model(project, loaded, warehouse, e);
const measured = await measure(project, loaded, modelled, asOf, warehouse, e);
const mem = new Map(); const rec: any = (_k: string, key: string, make: any) => { if (!mem.has(key)) mem.set(key, make()); return mem.get(key); };
for (const audience of ['public', 'internal'] as const) {
  const t = process.cpuUsage();
  const p = await protect(project, loaded, measured, { before: null, follow_ups: [] }, audience, { ...e, log: { step: () => {} } } as any, rec);
  console.log(audience, 'cpu s', process.cpuUsage(t).user / 1e6);
  for (const m of p.metrics) {
    const src = measured.metrics.find(x => x.declaration.id === m.declaration.id)!;
    const hid = m.observations.filter(o => o.flag === 'suppressed');
    if (!hid.length) continue;
    const small = src.observations.filter(o => o.population !== null && o.population > 0 && o.population < m.declaration.threshold).length;
    const by: Record<string, [number, number]> = {};
    for (const o of m.observations) { const k = `${o.grain} ${o.window}`; by[k] ??= [0, 0]; by[k][1]++; if (o.flag === 'suppressed') by[k][0]++; }
    console.log(' ', m.declaration.id, m.observations.length, 'small', small, 'hidden', hid.length, Object.entries(by).map(([k, [a, b]]) => `${k} ${a}/${b}`).join('; '));
  }
}
process.exit(0);
