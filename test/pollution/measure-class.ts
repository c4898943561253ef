import { judgeOutcome } from './judge-outcome.ts';
import type { Verdict } from './judge-outcome.ts';
import { loadPolluted } from './load-polluted.ts';
import type { Way } from './load-polluted.ts';
import type { Polluted, PollutionClass } from './pollution.ts';
import { expectedOf } from './sheet.ts';

/** What loading a class's files came to. */
export interface Measured {
  name: string;
  /** By the clean table's declaration. */
  plain: Tally;
  /** By declarations that name the oddity; of no files where none can. */
  named: Tally;
  /** By declarations that say something that is not so. */
  wrong: Tally;
  /** What came out wrong and was not told, under any of them, each with its file; empty where all is well. */
  silent: string[];
}

export interface Tally {
  files: number;
  exact: number;
  faults: number;
  rejects: number;
  /** Records of the references, and those that were loaded as they have them. */
  records: number;
  right: number;
}

/** Loads a class's files one way, by the clean table's declaration and by the file's own. */
export async function measureClass({ name, files }: PollutionClass, way: Way): Promise<Measured> {
  const silent: string[] = [];
  const measure = async (of: readonly Polluted[], said: string): Promise<Tally> => {
    const outcomes = await loadPolluted(of, way);
    const verdicts = outcomes.map((outcome, i) => judgeOutcome(expectedOf(of[i]!.sheet), outcome));
    for (const [i, verdict] of verdicts.entries())
      if (verdict.silent.length > 0) silent.push(`${name}, ${of[i]!.place} (${way}, ${said}): ${verdict.silent.slice(0, 3).join('; ')}`);
    return tally(verdicts, of);
  };
  const plain = await measure(
    files.map(file => ({ ...file, oddity: null })),
    'as the clean table',
  );
  const named = await measure(
    files.filter(file => file.named),
    'named',
  );
  const wrong = await measure(
    files.filter(({ oddity, named: well }) => oddity !== null && !well),
    'wrongly declared',
  );
  return { name, plain, named, wrong, silent };
}

const tally = (verdicts: readonly Verdict[], files: readonly Polluted[]): Tally => ({
  files: verdicts.length,
  exact: verdicts.filter(({ file }) => file === 'exact').length,
  faults: verdicts.filter(({ file }) => file === 'fault').length,
  rejects: verdicts.filter(({ file }) => file === 'rejects').length,
  records: files.reduce((sum, file) => sum + expectedOf(file.sheet).size, 0),
  right: verdicts.reduce((sum, { right }) => sum + right, 0),
});

const percent = (part: number, whole: number): string => (whole === 0 ? '' : `${((100 * part) / whole).toFixed(1)} %`);

/** The table that the suite prints. */
export function tableOf(measured: readonly Measured[]): string {
  const rows = measured.map(({ name, plain, named, silent }) => [
    name,
    ...[plain.files, plain.exact, plain.faults, plain.rejects].map(String),
    percent(plain.right, plain.records),
    named.files === 0 ? '' : String(named.files),
    percent(named.right, named.records),
    String(silent.length),
  ]);
  const head = ['class', 'files', 'exact', 'faults', 'rejects', 'rows right', 'named', 'rows right', 'silent'];
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map(row => row[i]!.length)));
  const line = (cells: readonly string[]): string =>
    cells.map((cell, i) => (i === 0 ? cell.padEnd(widths[i]!) : cell.padStart(widths[i]!))).join('  ');
  return [head, ...rows].map(line).join('\n');
}
