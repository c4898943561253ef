import { createHash } from 'node:crypto';
import type { EditionInputs } from '../contract/manifest.ts';
import { refusedBy, type Deliveries } from '../words/delivery.ts';
import type { Project } from '../words/project.ts';
import type { Occasion } from './occasions.ts';

/** What decides the edition of an occasion. `engine`, `versions` and `pdf` are those of the program that runs, and what it can do. */
export function editionInputs(
  project: Project,
  { deliveries, refused }: Deliveries,
  occasion: Occasion,
  program: Pick<EditionInputs, 'engine' | 'versions' | 'pdf'>,
  earlier: { previous: string | null; followUps: EditionInputs['follow_ups']; withdrawn: EditionInputs['withdrawn'] },
): EditionInputs {
  return {
    deliveries: deliveries
      .filter(delivery => delivery.received <= occasion.asOf)
      .map(({ source, name, received, sequence, sha256 }) => ({ source, name, received, sequence, sha256 })),
    refused: refusedBy(refused, occasion.asOf).map(({ source, name, sha256 }) => ({ source, name, sha256 })),
    project: occasion.followUp === null ? project.files : withoutApprovals(project, occasion),
    ...program,
    as_of: occasion.asOf,
    previous: earlier.previous,
    follow_ups: earlier.followUps,
    withdrawn: earlier.withdrawn,
  };
}

/** A follow-up's edition is the same before and after it is approved, and any later one. Earlier ones it tells of publicly only once they are. */
function withoutApprovals({ files, municipality }: Project, { asOf }: Occasion): Project['files'] {
  const follow_ups = municipality.follow_ups.map(followUp => (followUp.as_of < asOf ? followUp : { ...followUp, approval: null }));
  const sha256 = createHash('sha256')
    .update(JSON.stringify({ ...municipality, follow_ups }))
    .digest('hex');
  return files.map(file => (file.path === 'malbild.yaml' ? { ...file, sha256 } : file));
}

/** True where a run with these inputs would say again what the edition with those says: all is equal but what came before. */
export const sameInputs = (a: EditionInputs, b: EditionInputs): boolean =>
  JSON.stringify({ ...a, previous: null }) === JSON.stringify({ ...b, previous: null });

/** True where project files, engine, versions, whether reports are printed, follow-ups and what was withdrawn are the same: then equal content means an equal edition. */
export const sameProgram = (a: EditionInputs, b: EditionInputs): boolean => programOf(a) === programOf(b);

const programOf = ({ project, engine, versions, pdf, follow_ups, withdrawn }: EditionInputs): string =>
  JSON.stringify([project, engine, versions, pdf, follow_ups, withdrawn]);
