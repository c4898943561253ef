import { problemAt, problemText, type ProblemText } from '../messages/problems.ts';
import type { Problem } from '../words/problem.ts';

/** The ids that files declare, and those among them whose files have no problems. */
export interface Declared {
  known: readonly string[];
  live: ReadonlySet<string>;
}

/** What is wrong with naming one of them; null when nothing is. */
export function nameProblem(kind: string, name: string, declared: Declared): ProblemText | null {
  if (declared.live.has(name)) return null;
  return declared.known.includes(name)
    ? problemText('rests-on-broken', kind, name)
    : problemText('unknown-name', kind, name, declared.known);
}

/** Where an id is declared; null where the file declares none that can be read. */
export interface DeclaredId {
  id: string | null;
  file: string;
  line: number;
}

/** Two files with one id, whatever its case: a problem in each. Gives the files that are taken out. */
export function takeOutDuplicates(declared: readonly DeclaredId[], problems: Problem[]): ReadonlySet<string> {
  const taken = new Set<string>();
  for (const { id, file, line } of declared) {
    const others = declared.filter(other => id !== null && other.id?.toLowerCase() === id.toLowerCase() && other.file !== file);
    if (others.length === 0) continue;
    problems.push(
      problemAt(
        file,
        line,
        'duplicate-id',
        id!,
        others.map(other => other.file),
      ),
    );
    taken.add(file);
  }
  return taken;
}
