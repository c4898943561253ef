import { resolve } from 'node:path';
import type { AuditFinding, AuditKind, AuditReport, WholeNumbers } from '../audit/audit-report.ts';
import type { World } from './world.ts';

/** Findings that are written out, of each tree or table; all of them are in the JSON. */
const WRITTEN = 20;
/** Rows that are named, of those a finding follows from. */
const NAMED = 4;

/** Says what of the hidden numbers of an edition, a tree or a table follows from what it shows: where, and never what. 1 when anything does. */
export async function audit(world: World, path: string, json: boolean): Promise<number> {
  const reports = await world.audit(resolve(world.cwd, path), world.interrupted);
  world.out(json ? `${JSON.stringify({ reports })}\n` : reports.map(printReport).join('\n'));
  return reports.every(({ findings }) => findings.length === 0) ? 0 : 1;
}

const KINDS: Readonly<Record<AuditKind, string>> = {
  determined: 'follows from what is shown',
  pinned: 'follows from what is shown, since hidden counts are at least 1 (at least 0 where that is all that is known)',
  undecided: 'could not be proved not to follow',
  'shown-elsewhere': 'is shown by another row',
  'shown-in-file': 'differs in another file of the tree',
  'hidden-with-number': 'is hidden, and there is a number in the row',
  'small-shown': 'is about fewer people than the threshold, and is shown',
  'made-of-hidden': 'is shown, and made of a figure that is hidden',
};

function printReport(report: AuditReport): string {
  const {
    of,
    rows,
    hidden,
    figures,
    equations,
    rank,
    blocks,
    largest,
    narrow,
    wholeNumbers,
    unsummed,
    otherThreshold,
    contradictions,
    findings,
  } = report;
  const kinds = Object.entries(KINDS).flatMap(([kind, text]) => {
    const found = findings.filter(finding => finding.kind === kind).length;
    return found === 0 ? [] : [`${found} ${text} [${kind}]`];
  });
  const lines = [
    `${of}: ${rows} rows, ${hidden} hidden`,
    `${figures} figures, ${equations} equations with a number that is not shown (${rank} independent), ${blocks} blocks, the largest of ${largest}`,
    ...(report.earlier.length > 0 ? [`read with ${report.earlier.length} earlier: ${report.earlier.join(', ')}`] : []),
    ...(unsummed > 0 ? [`${unsummed} hidden rows stand in no sum: medians, distinct counts, figures that come as they are`] : []),
    ...(otherThreshold > 0 ? [`${otherThreshold} hidden populations are shown by another metric, whose threshold is lower`] : []),
    ...(contradictions > 0 ? [`${contradictions} sums of shown numbers do not come out: what is said here may be wrong`] : []),
    `${narrow} hidden counts are left within ± 2 by single equations in whole numbers`,
    ...(wholeNumbers === null ? [] : printWholeNumbers(wholeNumbers)),
    ...(findings.length === 0 ? [nothing(wholeNumbers)] : kinds),
    ...findings.slice(0, WRITTEN).map(printFinding),
    ...(findings.length > WRITTEN ? [`… and ${findings.length - WRITTEN} more; --json has them all`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const nothing = (wholeNumbers: WholeNumbers | null): string =>
  `nothing ${wholeNumbers?.single ? 'else that is hidden' : 'hidden'} follows from what is shown`;

function printWholeNumbers({ of, single, within, untold, programs, singleAt }: WholeNumbers): string[] {
  return [
    `all equations together leave ${single} of ${of} hidden counts one whole number, and ${within} several within ± 2 (${programs} linear programs)`,
    ...(untold > 0
      ? [`${untold} of them could not be told: it takes more work than one figure may, or the figures contradict each other`]
      : []),
    ...singleAt.map(row => `  one whole number: ${[row.of, ...row.at].join(' ')}`),
    ...(single > singleAt.length ? [`  … and ${single - singleAt.length} more`] : []),
  ];
}

function printFinding({ kind, of, at, columns, by, file, earlier }: AuditFinding): string {
  const where = `${[of, ...at].join(' ')}${columns.length === 0 ? '' : ` (${columns.join(', ')})`}`;
  const named = by.slice(0, NAMED).map(row => [...(row.of === of ? [] : [row.of]), ...row.at].join(' '));
  const more = by.length > NAMED ? ` and ${by.length - NAMED} more` : '';
  const from = `${file === null ? '' : ` in ${file}`}${named.length === 0 ? '' : ` by ${named.join('; ')}${more}`}${earlier ? ', with an earlier edition' : ''}`;
  return `  ${kind}: ${where}${from}`;
}
