import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { draftSource } from '../../pipeline/draft/draft-source.ts';
import type { Draft } from '../../pipeline/draft/draft.ts';
import { extract } from '../../pipeline/extract/extract.ts';
import { load } from '../../pipeline/load/load.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { openWarehouse } from '../../pipeline/warehouse/open.ts';
import { effectsAt } from '../effects-at.ts';
import { tempFolder } from '../temp-folder.ts';
import { decide } from './decide.ts';

const MUNICIPALITY = 'name: Åby\ncode: "9999"\ntime_zone: Europe/Stockholm\ncalendar: { grains: [year] }\n';

/** What became of a file by its own draft. */
export interface DraftLoaded {
  draft: Draft;
  /** Problems of the draft as it is written, as `line key`. */
  open: string[];
  counts: { records: number; loaded: number; rejected: number; ignored: number };
}

/** Drafts a declaration from a file, decides what is open, and loads the file by it. Throws where what is decided has problems. */
export async function loadDraft(name: string, content: string | Uint8Array): Promise<DraftLoaded> {
  const folder = await tempFolder();
  await writeFile(join(folder, name), content);
  const draft = await draftSource(join(folder, name), 'drafted');
  const project = join(folder, 'project');
  const source = join(project, 'sources/drafted');
  await mkdir(join(source, 'in'), { recursive: true });
  await writeFile(join(project, 'malbild.yaml'), MUNICIPALITY);
  await writeFile(join(source, 'in', name), content);
  await writeFile(join(source, 'source.yaml'), draft.yaml);
  const open = (await readProject(project)).problems.map(({ line, found }) => `${line} ${/^`([^`]*)`/.exec(found)?.[1] ?? found}`);
  await writeFile(join(source, 'source.yaml'), decide(draft));
  const decided = await readProject(project);
  const problems = decided.problems.map(({ line, found, allowed }) => `${line} ${found}; ${allowed}`);
  if (problems.length > 0) throw new Error(`${problems.join('\n')}\n${draft.yaml}`);
  const effects = effectsAt(new Date('2026-11-16T09:00:00Z'));
  const state = join(project, '.malbild');
  const warehouse = await openWarehouse(join(folder, 'spill'));
  try {
    const deliveries = await extract(decided, state, effects, { rehash: false });
    const loaded = await load(decided, deliveries, '2026-11-16', warehouse, state, effects);
    const [delivery] = loaded.sources[0]!.deliveries;
    const { records = 0, loaded: ok = 0, rejected = 0, ignored = 0 } = delivery ?? {};
    return {
      draft,
      open,
      counts: { records, loaded: ok, rejected, ignored },
    };
  } finally {
    warehouse.closeSync();
  }
}

/** The lines of a draft that are not the same in all of them, without comments. */
export const told = ({ yaml }: Pick<Draft, 'yaml'>): string[] =>
  yaml
    .trimEnd()
    .split('\n')
    .filter(line => !/^(id|name|owner|class|location|kind|covers|cadence|columns): ?/.test(line))
    .map(line => line.replace(/ {2}# .*$/, '').trim());
