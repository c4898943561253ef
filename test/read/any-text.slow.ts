import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ProjectError } from '../../pipeline/read/project-error.ts';
import { readProject } from '../../pipeline/read/read-project.ts';
import { readYaml } from '../../pipeline/read/read-yaml.ts';
import { smallProject, writeProject } from './small-project.ts';

/** Each file, and the files that the project has beside it: no more than it takes, for speed. */
const yamlFiles: [string, RegExp][] = [
  ['malbild.yaml', /^$/],
  ['sources/absence/source.yaml', /^malbild|staging.absence/],
  ['sources/plans/2026/1.yaml', /^malbild|plans/],
  ['sources/plans/2026/2.yaml', /^malbild|plans/],
  ['sql/metrics/spell.sql', /^malbild|absence/],
  ['sql/checks/hours.sql', /^malbild|absence/],
];

/** Pieces of YAML, JSON, JavaScript and Swedish that have broken decoders before. */
const piece = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom(
    '\n',
    '\n  ',
    ': ',
    '- ',
    '{ ',
    ' }',
    '[',
    ']',
    ', ',
    '"',
    "'",
    '&a ',
    '*a',
    '<<: ',
    '!!binary x',
    '---\n',
    '...\n',
    '? ',
    '| \n',
    '~',
    '1e999',
    '.nan',
  ),
  fc.constantFrom(
    '__proto__: 1',
    'constructor: 1',
    'toString: {}',
    'hasOwnProperty',
    'null',
    '0180',
    '2026-02-30',
    '*/',
    '/*',
    '\r\n',
    '\t',
    'å',
    '\u2028',
    '%YAML 1.1\n',
  ),
);

/** A file's text with a part of it replaced by pieces; now and then pieces alone. */
const damaged = (text: string) =>
  fc
    .tuple(fc.nat(text.length), fc.nat(60), fc.array(piece, { maxLength: 6 }), fc.integer({ min: 0, max: 9 }))
    .map(([start, length, pieces, alone]) => {
      const put = pieces.join('');
      return alone === 0 ? put : text.slice(0, start) + put + text.slice(start + length);
    });

describe('whatever stands in one file', () => {
  it.each(yamlFiles)('%s: the project is read, or ProjectError is thrown', { timeout: 120_000 }, async (file, beside) => {
    const files = Object.entries(smallProject).filter(([name]) => name === file || beside.test(name));
    const root = await writeProject(Object.fromEntries(files));
    await fc.assert(
      fc.asyncProperty(damaged(smallProject[file]!), async text => {
        await writeFile(path.join(root, file), text);
        const outcome = await readProject(root).catch((error: unknown) => error);
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(ProjectError);
        const { problems } = outcome as { problems: { line: number; found: string; allowed: string }[] };
        const lines = text.split('\n').length + 1;
        expect(problems.every(({ line, found, allowed }) => line >= 1 && Number.isInteger(line) && found !== '' && allowed !== '')).toBe(
          true,
        );
        expect(problems.filter(problem => 'file' in problem && problem.file === file).every(({ line }) => line <= lines)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('readYaml gives a document, or problems', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          damaged(smallProject['malbild.yaml']!),
          fc.array(piece).map(pieces => pieces.join('')),
        ),
        text => {
          const problems: Parameters<typeof readYaml>[2] = [];
          const document = readYaml('a.yaml', text, problems);
          return (document === null) === problems.length > 0;
        },
      ),
      { numRuns: 2000 },
    );
  });

  it('what is nested thousands deep is a problem', () => {
    const problems: Parameters<typeof readYaml>[2] = [];
    expect(readYaml('a.yaml', '['.repeat(20_000) + ']'.repeat(20_000), problems)).toBeNull();
    expect(problems).not.toEqual([]);
    expect(readYaml('a.yaml', '['.repeat(60) + ']'.repeat(60), problems)).toBeNull();
    expect(problems.at(-1)!.code).toBe('yaml-depth');
  });
});
