import type { Draft } from '../../pipeline/draft/draft.ts';
import { UNDECIDED } from '../../pipeline/words/undecided.ts';

/** Makes every decision of a draft as a person in a hurry would: the first of the choices; what may be left out is left out. */
export function decide({ yaml, decisions }: Pick<Draft, 'yaml' | 'decisions'>): string {
  const lines: (string | null)[] = yaml.split('\n');
  for (const { key, line, choices } of decisions) {
    const at = lines[line - 1]!;
    const first = /^("[^"]*"|[^\s,]+)/.exec(choices)![0];
    lines[line - 1] = /^(covers|cadence)$/.test(key) ? null : at.replace(`: ${UNDECIDED}`, `: ${first}`);
  }
  return lines.filter(line => line !== null).join('\n');
}
