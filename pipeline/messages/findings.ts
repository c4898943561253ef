import { auditFindings } from './findings/audit-findings.ts';
import { contractFindings } from './findings/contract-findings.ts';
import { deliveryFindings } from './findings/delivery-findings.ts';
import { eventFindings } from './findings/event-findings.ts';
import type { Details, FindingText } from './findings/finding-text.ts';
import { formatFindings } from './findings/format-findings.ts';
import { geographyFindings } from './findings/geography-findings.ts';
import { metricFindings } from './findings/metric-findings.ts';
import { rederiveFindings } from './findings/rederive-findings.ts';
import { reportFindings } from './findings/report-findings.ts';
import { sieFindings } from './findings/sie-findings.ts';
import { packedFindings } from './findings/packed-findings.ts';
import { sqlFindings } from './findings/sql-findings.ts';

/**
 * What findings say, in Swedish, by code: they stand on the data-quality page and in the run's output. A check's own
 * message is its text.
 */
const findingTexts = {
  ...sqlFindings,
  ...metricFindings,
  ...rederiveFindings,
  ...deliveryFindings,
  ...formatFindings,
  ...packedFindings,
  ...sieFindings,
  ...contractFindings,
  ...geographyFindings,
  ...eventFindings,
  ...auditFindings,
  ...reportFindings,
} satisfies Record<string, FindingText>;

export type FindingCode = keyof typeof findingTexts;

/** Throws for a code without a text: that is a bug, and every code has a test. */
function textsOf(code: string): FindingText {
  if (!Object.hasOwn(findingTexts, code)) throw new Error(`no text for finding ${code}`);
  return findingTexts[code as FindingCode];
}

/** A finding in words. */
export const findingText = ({ code, details }: { code: string; details: Details }): string => textsOf(code).text(details);

/** A finding as the public may read it. */
export const publicFindingText = ({ code, details }: { code: string; details: Details }): string => textsOf(code).public(details);

/** What the public reads of problems in the project's own files. */
export const projectFilesText = (files: number): string =>
  files === 1 ? 'En fil i projektet har fel och är inte med' : `${files} filer i projektet har fel och är inte med`;

/** Findings that say that a file of the project, or a follow-up, could not be used: the run has failed in part. */
const FAILURES: readonly string[] = ['check-failed', 'sql-failed', 'follow-up-failed'] satisfies FindingCode[];

/** True for a finding that makes a run exit 1: something was held, or could not be built. */
export const isFailure = ({ code, severity }: { code: string; severity: string }): boolean =>
  severity !== 'warn' || FAILURES.includes(code);
