import { it } from 'vitest';
import fs from 'node:fs';
import { readProject } from '../../pipeline/read/read-project.ts';
import { extract } from '../../pipeline/extract/extract.ts';
import { load } from '../../pipeline/load/load.ts';
import { model } from '../../pipeline/model/model.ts';
import { measure } from '../../pipeline/measure/measure.ts';
import { protect } from '../../pipeline/protect/protect.ts';
import { judge } from '../../pipeline/judge/judge.ts';
import { goalRows, GOAL_COLUMNS } from '../../pipeline/judge/goals-table.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { realEffects } from '../../pipeline/effects/effects.ts';
import { readCsv } from './support/aby.ts';
const [dir, asOf] = process.env.CASE!.split('@') as [string, string];
it('x', async () => {
  const effects = realEffects();
  const project = await readProject(dir);
  const deliveries = await extract(project, '/tmp/judge-state', effects, { rehash: false });
  const w = await openWarehouse('/tmp/judge-state/spill');
  const loaded = await load(project, deliveries, asOf, w, effects);
  const modelled = await model(project, loaded, w, effects);
  const measured = await measure(project, loaded, modelled, asOf, w, effects);
  for (const audience of ['internal', 'public'] as const) {
    const cells = await protect(project, loaded, measured, { before: null, follow_ups: [] }, audience, effects);
    const t = performance.now();
    const { plans, facts } = judge({ project, cells, reports: loaded.reports, sources: loaded.sources, asOf });
    const out: string[] = [`judged in ${performance.now() - t} ms, ${facts.length} facts`];
    const print = (g: any) => {
      out.push(`${g.id} [${g.status} ${g.rests_on} ${g.example}]: ${g.sentence}`);
      for (const i of g.indicators) out.push(`   ${i.id} [${i.status} ${i.rests_on} ${i.reason}]: ${i.sentence}`);
      g.goals.forEach(print);
    };
    for (const p of plans) {
      out.push(`== ${p.plan} v${p.version} ended ${p.ended}`);
      p.goals.forEach(print);
    }
    const seen = new Map<string, number>();
    for (const f of facts) {
      const n = seen.get(f.metric) ?? 0;
      seen.set(f.metric, n + 1);
      if (n < 3) out.push(`${f.metric} ${f.place}: ${f.sentence}`);
    }
    fs.writeFileSync(`/tmp/judged-${audience}.txt`, out.join('\n'));
    if (dir.includes('aby') && audience === 'internal' && asOf === '2026-10-15') {
      const rows = goalRows(plans);
      const bad: string[] = [];
      for (const e of readCsv('expected/goals.csv')) {
        const r = rows.find(x => x.kind === e.kind && x.id === e.id)! as any;
        for (const c of GOAL_COLUMNS) {
          const v = r[c] ?? '';
          if (typeof v === 'number' ? Math.abs(v - Number(e[c])) > 1e-9 * Math.max(1, Math.abs(v)) : v !== e[c])
            bad.push(`${e.id} ${c} ${v} expected ${e[c]}`);
        }
      }
      console.log('differences', bad);
    }
  }
  w.closeSync();
});
