import { problemAt } from '../messages/problems.ts';
import type { Problem } from '../words/problem.ts';
import type { Municipality, Project } from '../words/project.ts';
import { decode } from './decode.ts';
import type { ProjectText } from './find-files.ts';
import { municipalitySchema } from './municipality-schema.ts';
import { nameProblem, type Declared } from './names.ts';
import { readYaml, type YamlDocument } from './read-yaml.ts';

export interface MunicipalityFile {
  document: YamlDocument;
  municipality: Municipality;
}

/** `malbild.yaml`; null where it is missing or has problems. */
export function readMunicipality(files: readonly ProjectText[], problems: Problem[]): MunicipalityFile | null {
  const file = files.find(({ kind }) => kind === 'municipality');
  const document = file ? readYaml(file.path, file.text, problems) : null;
  const municipality = document && decode(document, municipalitySchema, problems);
  return document && municipality && { document, municipality };
}

/**
 * An event concerns metrics that there are, and a place where there are places: known here only where a dimension lists its members, else
 * looked for by `eventPlaces`.
 */
export function checkEvents({ document, municipality }: MunicipalityFile, metrics: Declared, problems: Problem[]): void {
  const { events = [] } = document.value as { events?: readonly { metrics?: readonly string[]; place?: string }[] };
  const { place, dimensions } = municipality;
  const members = Object.keys(dimensions.find(({ id }) => id === place)?.members ?? {});
  for (const [i, event] of events.entries()) {
    for (const [j, metric] of (event.metrics ?? []).entries()) {
      // A metric that is broken has its own problem, and is there again once that is mended.
      const problem = metrics.known.includes(metric) ? null : nameProblem('metric', metric, metrics);
      if (problem) problems.push({ file: document.file, line: document.lineAt(['events', i, 'metrics', j]), ...problem });
    }
    if (event.place === undefined) continue;
    const line = document.lineAt(['events', i, 'place']);
    if (place === null)
      problems.push(problemAt(document.file, line, 'not-with', 'place', 'the municipality has no `place`: an event is everywhere'));
    else if (members.length > 0 && !members.includes(event.place))
      problems.push(problemAt(document.file, line, 'unknown-name', 'place', event.place, members));
  }
}

/** The places that events name where the nodes of a tree decide which there are: those come with its data, so `model` looks for them. */
export function eventPlaces({ document, municipality }: MunicipalityFile): Project['eventPlaces'] {
  const { events = [] } = document.value as { events?: readonly { place?: string }[] };
  const { place, dimensions } = municipality;
  if ((dimensions.find(({ id }) => id === place)?.hierarchy ?? null) === null) return [];
  return events.flatMap((event, i) =>
    event.place === undefined ? [] : [{ place: event.place, file: document.file, line: document.lineAt(['events', i, 'place']) }],
  );
}

/** Reports show metrics that there are, of boards that there are, as far as those are known here. */
export function checkReports({ document, municipality }: MunicipalityFile, metrics: Declared, problems: Problem[]): void {
  const { reports, place, dimensions } = municipality;
  const members = Object.keys(dimensions.find(({ id }) => id === place)?.members ?? {});
  const checkMetrics = (ids: readonly string[], path: readonly string[]): void => {
    for (const [i, metric] of ids.entries()) {
      const problem = metrics.known.includes(metric) ? null : nameProblem('metric', metric, metrics);
      if (problem) problems.push({ file: document.file, line: document.lineAt([...path, i]), ...problem });
    }
  };
  checkMetrics(reports.metrics ?? [], ['reports', 'metrics']);
  for (const [board, ids] of Object.entries(reports.boards)) {
    const path = ['reports', 'boards', board];
    if (members.length > 0 && !members.includes(board))
      problems.push(problemAt(document.file, document.lineAt(path), 'unknown-name', 'place', board, members));
    checkMetrics(ids, path);
  }
}

/** A tree's mart must be one of sql/marts; `model` cannot place facts without it. */
export function checkHierarchies({ document, municipality }: MunicipalityFile, relations: Declared, problems: Problem[]): void {
  const marts = relations.known.filter(id => id.startsWith('marts.'));
  for (const { id, hierarchy } of municipality.dimensions) {
    const problem = hierarchy === null ? null : nameProblem('mart', hierarchy, { known: marts, live: relations.live });
    if (problem) problems.push({ file: document.file, line: document.lineAt(['dimensions', id, 'hierarchy']), ...problem });
  }
}
