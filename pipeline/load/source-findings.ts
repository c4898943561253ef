import { posix } from 'node:path';
import { lastDay } from '../contract/period.ts';
import type { Day } from '../contract/period.ts';
import type { FindingCode } from '../messages/findings.ts';
import { dropFolder } from '../words/drop-folder.ts';
import type { RefusedFile } from '../words/delivery.ts';
import type { Finding } from '../words/finding.ts';
import { lateness } from '../words/lateness.ts';
import type { SourceDeclaration } from '../words/source.ts';
import { takesPlaceOf } from './in-force.ts';
import type { ReadDelivery } from './in-force.ts';
import type { SourceContent } from './load-source.ts';

type Source = SourceDeclaration;
type Place = { file: string | null; line: number | null };

/** Where a delivered file was dropped, relative to the project; the name of one that was fetched. */
export const pathOf = ({ file, location }: Source, name: string): string =>
  location === null ? name : posix.join(dropFolder({ file, location }), name);

/** A finding about a source. */
export const finding = (
  code: FindingCode,
  severity: Finding['severity'],
  source: Source,
  { file, line }: Place,
  details: Finding['details'],
): Finding => ({
  code,
  severity,
  sources: [source.id],
  metrics: [],
  file,
  line,
  details: { source: source.name, ...details },
});

/**
 * What there is to say about a source's deliveries: files refused, extracts that cannot be read, headers with more than
 * was declared, rejected rows, and lateness. A file is named by where it was dropped.
 *
 * An unreadable delivery holds what rests on the source until a later delivery takes its place: any for a source that is
 * replaced whole, one for the same period where names say periods, else one of the same name. Then it is a warning.
 * What has been replaced since is not told.
 */
export function sourceFindings(source: Source, content: SourceContent, refused: readonly RefusedFile[], asOf: Day): Finding[] {
  const { deliveries, coverage } = content;
  const findings = refused.map(file =>
    finding(
      file.code,
      'warn',
      source,
      { file: file.code === 'fetch-failed' ? source.file : pathOf(source, file.name), line: null },
      { file: file.name, detail: file.detail },
    ),
  );
  if (deliveries.length === 0)
    findings.push(
      finding('no-delivery', 'hold-metric', source, { file: source.file, line: null }, { location: source.location ?? '', day: asOf }),
    );
  const notices = new Map<string, Finding>();
  for (const [i, delivery] of latestOfEach(deliveries)) {
    const { name, extract } = delivery;
    const replaced = deliveries.slice(i + 1).some(later => takesPlaceOf(source, later, delivery));
    for (const { code, line, details } of extract.faults) {
      // What was removed had been replaced by the day it was.
      if (delivery.removed && (replaced || asOf >= delivery.removed.day)) continue;
      findings.push(
        finding(code, replaced ? 'warn' : 'hold-metric', source, { file: pathOf(source, name), line }, { file: name, ...details }),
      );
    }
    if (!content.standing.has(extract.extract)) continue;
    for (const [kind, ids] of Object.entries(delivery.lacking ?? {}))
      notices.set(
        `lacking ${name} ${kind}`,
        finding('ids-without-data', 'warn', source, { file: source.file, line: null }, { file: name, kind, ids: ids.join(', ') }),
      );
    for (const { code, line, details } of extract.notices)
      notices.set(
        `${code} ${JSON.stringify(details)}`,
        finding(code, 'warn', source, { file: pathOf(source, name), line }, { file: name, ...details }),
      );
    findings.push(...rejectFindings(source, delivery));
  }
  findings.push(...notices.values());
  const { due, late } = lateness(source, coverage, asOf);
  if (late)
    findings.push(finding('late-source', 'warn', source, { file: null, line: null }, { due: due!, last: lastDay(coverage!.last!) }));
  return findings;
}

/** Each file's content once, at its latest delivery under that name. */
const latestOfEach = (deliveries: readonly ReadDelivery[]): Iterable<[number, ReadDelivery]> =>
  new Map(
    deliveries.map((delivery, i) => [`${delivery.extract.extract} ${delivery.name}`, [i, delivery] as [number, ReadDelivery]]),
  ).values();

/** One finding for each rule and column that rows of a file break, at the first of them. */
function rejectFindings(source: Source, { name, extract }: ReadDelivery): Finding[] {
  const groups = new Map<string, { line: number; column: string; rule: string; rows: number }>();
  for (const { line, column, rule } of extract.rejects) {
    const group = groups.get(`${rule} ${column}`);
    if (group) group.rows++;
    else groups.set(`${rule} ${column}`, { line, column, rule, rows: 1 });
  }
  return [...groups.values()].map(({ line, ...details }) =>
    finding('rejected-rows', 'warn', source, { file: pathOf(source, name), line }, { file: name, ...details }),
  );
}
