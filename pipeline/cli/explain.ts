import { formatPeriod } from '../contract/format-day.ts';
import { formatNumber } from '../contract/format-number.ts';
import { parsePeriod, type Window } from '../contract/period.ts';
import type { ExplainedExtract, ExplainedPart, ExplainedReject, Explanation } from '../explain/explanation.ts';
import type { AudienceName } from '../words/project.ts';
import { expectProject } from './place.ts';
import { texts } from './texts.ts';
import { UsageError } from './usage-error.ts';
import type { Place, World } from './world.ts';

/** Ranges of lines that are written out, of each extract, and rejects. */
const WRITTEN = 20;
const t = texts.explained;

/** Walks a published figure back to its SQL, the extracts and the lines that count, with the rejects that could have counted. */
export async function explain(
  world: World,
  place: Place,
  [metric = '', period = '', ...members]: readonly string[],
  audience: AudienceName,
  window: string,
  json: boolean,
): Promise<number> {
  if (parsePeriod(period) === null) throw new UsageError(texts.notAPeriod(period));
  const asked = { metric, period, window: window as Window, members: membersOf(members), audience };
  await expectProject(place.project);
  const options = { project: place.project, out: place.out, asOf: null, rehash: false };
  const explanation = await world.explainFigure(options, world.effects, asked);
  world.endProgress();
  world.out(json ? `${JSON.stringify(explanation)}\n` : printExplanation(explanation));
  return 0;
}

function membersOf(given: readonly string[]): Record<string, string> {
  const members = given.map(memberOf);
  const dimensions = members.map(([dimension]) => dimension);
  const twice = dimensions.find((dimension, i) => dimensions.indexOf(dimension) < i);
  if (twice !== undefined) throw new UsageError(texts.repeated('explain', twice));
  return Object.fromEntries(members);
}

function memberOf(text: string): [string, string] {
  const at = text.indexOf('=');
  if (at < 1 || at === text.length - 1) throw new UsageError(texts.notAMember(text));
  return [text.slice(0, at), text.slice(at + 1)];
}

function printExplanation({ edition, figure, stops, comes_out, parts, rejects }: Explanation): string {
  const { name, grain, window, period_start, members, value, unit, decimals, flag, marks } = figure;
  const numbers = [
    ...(figure.numerator === null ? [] : [`${figure.numerator} / ${figure.denominator}`]),
    ...(figure.population === null ? [] : [`about ${figure.population}`]),
    ...marks,
  ];
  const when = `${formatPeriod(grain, period_start)}${window === 'period' ? '' : ` ${window}`}`;
  const said = value === null ? flag : `${formatNumber(value, decimals)} ${unit}`.trim();
  const lines = [
    `${[name, when, cellOf(members)].filter(Boolean).join(', ')}: ${said}${numbers.length === 0 ? '' : ` (${numbers.join(', ')})`}`,
    `edition ${edition.id} (${edition.as_of}), as the ${edition.audience} audience sees it`,
    ...(comes_out === false ? [t.comesOutOtherwise] : []),
    ...(stops === null ? [] : [t.stops[stops]]),
    ...parts.flatMap(printPart),
    '',
    t.rejects(rejects.reduce((sum, { count }) => sum + count, 0)),
    ...rejects.slice(0, WRITTEN).map(printReject),
    ...(rejects.length > WRITTEN ? [t.moreRejects(rejects.length - WRITTEN)] : []),
  ];
  return `${lines.join('\n')}\n`;
}

const cellOf = (members: Readonly<Record<string, string>>): string =>
  Object.entries(members)
    .map(([dimension, member]) => `${dimension}=${member}`)
    .join(' ');

function printPart({ metric, members, sql, changed, through, extracts }: ExplainedPart): string[] {
  const shown = extracts.filter(({ lines }) => lines === null || lines.length > 0);
  return [
    '',
    `${[metric, cellOf(members)].filter(Boolean).join(' ')}: ${sql === null ? t.hidden : `${sql.file} (sha256 ${sql.sha256})`}`,
    ...(changed ? [t.changed(sql!.file)] : []),
    ...(sql?.text.trimEnd().split('\n') ?? []).map(line => `  | ${line}`.trimEnd()),
    ...(through.length === 0 ? [] : [`  over ${through.toReversed().join(', ')}`]),
    ...shown.flatMap(printExtract),
    ...(shown.length < extracts.length ? [`  ${t.uncounted(extracts.length - shown.length)}`] : []),
  ];
}

const printExtract = ({ source, name, received, sha256, lines }: ExplainedExtract): string[] => [
  `  ${source}: ${name}, received ${received}, sha256 ${sha256}`,
  ...(lines === null ? [] : [`    ${printLines(lines)}`]),
];

function printLines(lines: readonly number[]): string {
  const ranges: [first: number, last: number][] = [];
  for (const line of lines) {
    const range = ranges.at(-1);
    if (range && line === range[1] + 1) range[1] = line;
    else ranges.push([line, line]);
  }
  const written = ranges.slice(0, WRITTEN);
  const count = written.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return t.lines(lines.length, written.map(([a, b]) => (a === b ? a : `${a}–${b}`)).join(', '), lines.length - count);
}

const printReject = ({ source, rule, count, name, line, column }: ExplainedReject): string =>
  name === null ? `  ${source}: ${count} ${rule}` : `  ${source}: ${name}:${line}: ${rule}${column === '' ? '' : ` (${column})`}`;
