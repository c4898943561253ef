import type { Problem } from '../words/problem.ts';
import type { Municipality } from '../words/project.ts';
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

/** A tree's mart must be one of sql/marts; `model` cannot place facts without it. */
export function checkHierarchies({ document, municipality }: MunicipalityFile, relations: Declared, problems: Problem[]): void {
  const marts = relations.known.filter(id => id.startsWith('marts.'));
  for (const { id, hierarchy } of municipality.dimensions) {
    const problem = hierarchy === null ? null : nameProblem('mart', hierarchy, { known: marts, live: relations.live });
    if (problem) problems.push({ file: document.file, line: document.lineAt(['dimensions', id, 'hierarchy']), ...problem });
  }
}
