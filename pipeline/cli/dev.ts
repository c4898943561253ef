import { portFor } from '../serve/start-server.ts';
import type { AudienceName } from '../words/project.ts';
import { expectProject } from './place.ts';
import type { Place, World } from './world.ts';

/** Shows the project's pages, and shows them anew each time one of its files is saved, until it is interrupted. */
export async function dev(world: World, place: Place, audience: AudienceName): Promise<number> {
  await expectProject(place.project);
  const port = portFor(audience, world.effects.environment);
  const tell = (line: string): void => {
    world.endProgress();
    world.out(`${line}\n`);
  };
  await world.followProject({ project: place.project, out: place.out, audience, port, tell, signal: world.interrupted }, world.effects);
  return 0;
}
