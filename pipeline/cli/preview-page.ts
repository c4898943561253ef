import { mkdir, writeFile } from 'node:fs/promises';
import { ExpectedError } from '../words/expected-error.ts';
import type { AudienceName } from '../words/project.ts';
import { texts } from './texts.ts';
import type { Place, World } from './world.ts';

/**
 * Writes a metric's page as a run would publish it for an audience, plans and all, into the project's state, and prints its path. It reads alone; its links lead to pages
 * that are not written.
 */
export async function previewPage(world: World, place: Place, id: string, audience: AudienceName): Promise<number> {
  const options = { project: place.project, out: place.out, asOf: null, rehash: false };
  const { find, findings } = await world.drawNow(options, world.effects, audience);
  world.endProgress();
  const page = find?.(`nyckeltal/${id}/index.html`) ?? null;
  if (page === null)
    throw new ExpectedError(
      texts.nothingToPreview(
        id,
        audience,
        findings.map(({ code }) => code),
      ),
    );
  const folder = `${place.state}/preview`;
  await mkdir(folder, { recursive: true });
  await writeFile(`${folder}/${id}.html`, page);
  world.out(`${folder}/${id}.html\n`);
  return 0;
}
