import type { Severity } from './metric.ts';

/** What a check found. `code` names it; `details` fill in its text; neither holds a record's content. */
export interface Finding {
  code: string;
  severity: Severity;
  /** The sources and metrics it is about. */
  sources: readonly string[];
  /** The metrics it holds, for hold-metric. */
  metrics: readonly string[];
  file: string | null;
  line: number | null;
  details: Readonly<Record<string, string | number>>;
}

/** True where a finding keeps the whole edition from being published. */
export const isHeldBy = (findings: readonly Finding[]): boolean => findings.some(({ severity }) => severity === 'hold-edition');
