import type { SiteFinding } from '../contract/site.ts';
import { findingText } from '../messages/findings.ts';
import type { Finding } from '../words/finding.ts';
import type { AudienceName } from '../words/project.ts';

/** Findings as readers see them; file and line internally alone. */
export const siteFindings = (findings: readonly Finding[], audience: AudienceName): SiteFinding[] =>
  findings.map(finding => ({
    code: finding.code,
    severity: finding.severity,
    sources: finding.sources,
    metrics: finding.metrics,
    file: audience === 'internal' ? finding.file : null,
    line: audience === 'internal' ? finding.line : null,
    text: findingText(finding),
  }));
