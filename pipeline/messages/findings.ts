import { formatDay } from '../contract/format-day.ts';
import type { Reject } from '../words/delivery.ts';

/**
 * What findings say, in Swedish, by code: they stand on the data-quality page and in the run's output. `details` never
 * hold a record's content. A check's own message is its text.
 */
type Details = Readonly<Record<string, string | number>>;

/** What is wrong with a rejected row, by the rule it breaks. */
const ruleTexts: Readonly<Record<Reject['rule'], string>> = {
  type: 'värdet har inte rätt form',
  required: 'värdet saknas',
  key: 'nyckeln finns flera gånger',
  min: 'värdet är för litet',
  max: 'värdet är för stort',
  allowed: 'värdet är inte ett av de tillåtna',
  pattern: 'värdet följer inte mönstret',
  period: 'raden gäller en annan period än leveransen',
};

const day = (iso: string | number | undefined): string => formatDay(String(iso));
const rows = (count: string | number | undefined): string => (count === 1 ? '1 rad' : `${count} rader`);

export const findingTexts = {
  check: d => `${d.message} (${rows(d.rows)})`,
  'check-failed': d => `Kontrollen ${d.check} kunde inte köras: ${d.error}`,
  'sql-failed': d => `${d.relation} kunde inte byggas: ${d.error}`,
  'no-row-lineage': d => `${d.relation} saknar _row och säger inte lineage: extract, så siffrorna kan inte följas till en rad`,
  'overlapping-validity': d => `${d.dimension}: ${d.node} gäller på två ställen samtidigt från ${d.day}`,
  'unknown-parent': d => `${d.dimension}: ${d.node} ligger under ${d.parent}, som inte finns`,
  'circular-parent': d => `${d.dimension}: ${d.node} ligger under ${d.parent}, som i sin tur ligger under ${d.node}; de räknas som okänd`,
  'change-inside-month': d => `${d.dimension}: ${d.node} ändras ${d.day}, mitt i en månad`,
  'not-valid-then': d =>
    `${rows(d.rows)} gäller ${d.member} ${d.from === d.to ? d.from : `mellan ${d.from} och ${d.to}`}, då den inte finns i ${d.dimension}, och räknas som okänd`,
  'unknown-member': d => `${rows(d.rows)} har ett värde som inte finns i ${d.dimension} och räknas som okänd`,
  'null-input': d => `${d.metric}: ${rows(d.nulls)} saknar värde i ${d.argument}; tillåtet är ${d.allowed}`,
  'inexact-input': d => `${d.metric}: ${d.argument} är ${d.type}; summor kräver heltal eller DECIMAL`,
  'undated-rows': d => `${d.metric}: ${rows(d.rows)} saknar datum`,
  'rows-lost': d => `${d.metric}: ${d.body} rader blev ${d.whole} i helheten och ${d.outside} utanför`,
  'given-twice': d => `${d.metric}: ${d.members} har två värden för ${d.period}`,
  'unknown-flag': d => `${d.metric}: flaggan ${d.flag} finns inte; tillåtna är ${d.allowed}`,
  'no-coverage': d =>
    `${d.metric}: ingen källa säger vilka perioder den täcker (covers), så det går inte att veta vad som är noll och vad som saknas`,
  'nothing-covered': d => `${d.metric}: ${rows(d.rows)} finns, men ingen period är täckt`,
  'rests-on-broken': d => `${d.metric} vilar på ${d.relation}, som inte kunde byggas`,
  'follow-up-failed': d => `Uppföljningen ${d.follow_up} kunde inte byggas: ${d.why}`,
  'metric-failed': d => `${d.metric} kunde inte beräknas: ${d.error}`,
  'name-pattern': d =>
    `${d.source}: filnamnet ${d.file} följer inte mönstret${d.detail === '' ? '' : ` (${d.detail})`}, så filen läses inte`,
  'period-in-name': d => `${d.source}: perioden ${d.detail} i filnamnet ${d.file} är inte en månad, så filen läses inte`,
  unreadable: d =>
    `${d.source}: ${d.file} ${d.detail === 'changing' ? 'ändrades medan den lästes och läses vid nästa körning' : `går inte att läsa (${d.detail})`}`,
  'no-delivery': d => `${d.source}: ingen leverans hade kommit till ${d.location} den ${day(d.day)}`,
  'late-source': d => `${d.source}: nästa leverans skulle ha kommit senast ${day(d.due)}; uppgifterna sträcker sig till ${day(d.last)}`,
  'extract-unreadable': d => `${d.source}: uttaget ur ${d.file} går inte att läsa (${d.code}); lägg in filen på nytt`,
  encoding: d => `${d.source}: ${d.file} är inte kodad i ${d.encoding}${d.looks === '' ? '' : `; filen ser ut som ${d.looks}`}`,
  'no-header': d => `${d.source}: ${d.file} saknar rubrikrad`,
  'missing-column': d =>
    `${d.source}: kolumnen ${d.column} saknas i ${d.file}${d.nearest === '' ? '' : `; där finns ${d.nearest}, som inte är deklarerad`}`,
  'duplicate-column': d => `${d.source}: kolumnen ${d.column} finns två gånger i ${d.file}`,
  'extra-column': d => `${d.source}: ${d.file} har kolumner som inte är deklarerade och inte läses: ${d.columns}`,
  'csv-quotes': d => `${d.source}: citattecknen i ${d.file} går inte ihop, så det är oklart var raderna slutar`,
  json: d => `${d.source}: ${d.file} är inte giltig JSON`,
  'json-records': d => `${d.source}: ${d.file} har ingen lista med poster${d.path === '' ? '' : ` under ${d.path}`}`,
  kolada: d => `${d.source}: ${d.file} har inte formen av ett svar ur Koladas API v3`,
  'more-pages': d => `${d.source}: ${d.file} är en sida av flera ur Koladas API; resten kan saknas`,
  'rejected-rows': d =>
    `${d.source}: ${rows(d.rows)} ${d.rows === 1 ? 'är avvisad' : 'är avvisade'} i ${d.file}: ${ruleTexts[d.rule as Reject['rule']]}${d.column === '' ? '' : ` (${d.column})`}`,
} satisfies Record<string, (details: Details) => string>;

export type FindingCode = keyof typeof findingTexts;

/** A finding in words. Throws for a code without a text: that is a bug, and every code has a test. */
export function findingText({ code, details }: { code: string; details: Details }): string {
  if (!Object.hasOwn(findingTexts, code)) throw new Error(`no text for finding ${code}`);
  return findingTexts[code as FindingCode](details);
}

const unreadable = (d: Details): string => `${d.source}: en leverans kunde inte läsas`;
const badFigures = (d: Details): string => `${d.metric}: underlaget har fel som gör att nya siffror hålls inne`;

/** The same for everyone: rule and count, and never a file, a column or what was found. Every code must say what the public sees. */
const publicTexts: Record<FindingCode, (details: Details) => string> = {
  check: findingTexts.check,
  'check-failed': () => 'En kontroll kunde inte köras',
  'sql-failed': () => 'En del av underlaget kunde inte byggas',
  'no-row-lineage': () => 'En del av siffrorna kan inte följas till en rad',
  'overlapping-validity': d => `${d.dimension}: en del gäller på två ställen samtidigt`,
  'unknown-parent': d => `${d.dimension}: en del ligger under något som inte finns`,
  'circular-parent': d => `${d.dimension}: en del ligger under sig själv`,
  'change-inside-month': d => `${d.dimension}: en ändring gäller mitt i en månad`,
  'not-valid-then': d => `${rows(d.rows)} gäller en del av ${d.dimension} som inte fanns då, och räknas som okänd`,
  'unknown-member': findingTexts['unknown-member'],
  'null-input': badFigures,
  'inexact-input': badFigures,
  'undated-rows': badFigures,
  'rows-lost': badFigures,
  'given-twice': badFigures,
  'unknown-flag': badFigures,
  'no-coverage': badFigures,
  'nothing-covered': badFigures,
  'rests-on-broken': d => `${d.metric}: underlaget kunde inte byggas`,
  'follow-up-failed': d => `Uppföljningen ${d.follow_up} kunde inte byggas`,
  'metric-failed': d => `${d.metric} kunde inte beräknas`,
  'name-pattern': d => `${d.source}: en fil har ett namn som inte känns igen och läses inte`,
  'period-in-name': d => `${d.source}: en fil har ett namn som inte känns igen och läses inte`,
  unreadable,
  'no-delivery': d => `${d.source}: ingen leverans hade kommit den ${day(d.day)}`,
  'late-source': findingTexts['late-source'],
  'extract-unreadable': unreadable,
  encoding: unreadable,
  'no-header': unreadable,
  'missing-column': unreadable,
  'duplicate-column': unreadable,
  'extra-column': d => `${d.source}: en leverans har uppgifter som inte är deklarerade och inte läses`,
  'csv-quotes': unreadable,
  json: unreadable,
  'json-records': unreadable,
  kolada: unreadable,
  'more-pages': d => `${d.source}: en leverans är en del av flera, och resten kan saknas`,
  'rejected-rows': d =>
    `${d.source}: ${rows(d.rows)} ${d.rows === 1 ? 'är avvisad' : 'är avvisade'}: ${ruleTexts[d.rule as Reject['rule']]}`,
};

/** A finding as the public may read it. */
export const publicFindingText = ({ code, details }: { code: string; details: Details }): string =>
  publicTexts[code as FindingCode](details);

/** What the public reads of problems in the project's own files. */
export const projectFilesText = (files: number): string =>
  files === 1 ? 'En fil i projektet har fel och är inte med' : `${files} filer i projektet har fel och är inte med`;

/** Findings that say that a file of the project, or a follow-up, could not be used: the run has failed in part. */
const FAILURES: readonly string[] = ['check-failed', 'sql-failed', 'follow-up-failed'] satisfies FindingCode[];

/** True for a finding that makes a run exit 1: something was held, or could not be built. */
export const isFailure = ({ code, severity }: { code: string; severity: string }): boolean =>
  severity !== 'warn' || FAILURES.includes(code);
