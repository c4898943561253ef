import type { SiteFinding } from '../contract/site.ts';
import { findingText, projectFilesText, publicFindingText } from '../messages/findings.ts';
import { formatProblem } from '../messages/problems.ts';
import type { Finding } from '../words/finding.ts';
import type { RenderInput } from '../words/stages.ts';

/**
 * What was found, as readers see it. Within: with file and line, and the problems of the project's own files. Publicly:
 * rule and count, and nothing about a metric that the public does not see.
 */
export function siteFindings({ findings, project, cells }: Pick<RenderInput, 'findings' | 'project' | 'cells'>): SiteFinding[] {
  if (cells.audience === 'internal')
    return [
      ...project.problems.map((problem): SiteFinding => ({
        ...NOWHERE,
        code: problem.code,
        severity: 'hold-metric',
        file: problem.file,
        line: problem.line,
        text: formatProblem(problem),
      })),
      ...findings.map(({ code, severity, sources, metrics, file, line, details }) => ({
        code,
        severity,
        sources,
        metrics,
        file,
        line,
        text: findingText({ code, details }),
      })),
    ];
  const seen = new Set(cells.metrics.map(metric => metric.declaration.id));
  const files = new Set(project.problems.map(problem => problem.file)).size;
  const broken: SiteFinding[] =
    files === 0
      ? []
      : [
          {
            ...NOWHERE,
            code: 'project-files',
            severity: 'hold-metric',
            text: projectFilesText(files),
          },
        ];
  return [
    ...broken,
    ...saidOnce(
      rejectsByRule(findings)
        .filter(({ metrics }) => metrics.length === 0 || metrics.some(id => seen.has(id)))
        .map(({ code, severity, sources, metrics, details }) => ({
          ...NOWHERE,
          code,
          severity,
          sources,
          metrics: metrics.filter(id => seen.has(id)),
          text: publicFindingText({ code, details }),
        })),
    ),
  ];
}

/** Findings that say the same in public, of other metrics or other members, as one. */
function saidOnce(findings: readonly SiteFinding[]): SiteFinding[] {
  const said = new Map<string, SiteFinding>();
  for (const finding of findings) {
    const key = JSON.stringify([finding.code, finding.severity, finding.sources, finding.text]);
    const metrics = new Set([...(said.get(key)?.metrics ?? []), ...finding.metrics]);
    said.set(key, { ...finding, metrics: [...metrics].sort() });
  }
  return [...said.values()];
}

const NOWHERE = { sources: [], metrics: [], file: null, line: null };

/** Rejected rows of a source as one finding for each rule: in which files they are is not public. */
function rejectsByRule(findings: readonly Finding[]): Finding[] {
  const merged = new Map<string, Finding>();
  for (const [i, finding] of findings.entries()) {
    const { rows = 0, rule = '' } = finding.details;
    const key = finding.code === 'rejected-rows' ? `${finding.sources.join()} ${rule}` : String(i);
    const known = merged.get(key);
    merged.set(key, known ? { ...known, details: { ...known.details, rows: Number(known.details.rows) + Number(rows) } } : finding);
  }
  return [...merged.values()];
}
