import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { tempFolder } from '../temp-folder.ts';

/** A project's files by path. */
export type Files = Readonly<Record<string, string>>;

/** One of each thing that a project can declare, without problems. Line numbers in tests count these lines. */
export const smallProject: Files = {
  'malbild.yaml': `name: Lilla kommun
code: "0180"
as_of: 2026-10-15
time_zone: Europe/Stockholm
calendar: { grains: [year, month, tertial] }
place: organisation
dimensions:
  organisation: { name: Organisation, hierarchy: marts.organisation, levels: { board: Nämnd, unit: Enhet } }
  sex: { name: Kön, members: { K: Kvinnor, M: Män } }
  municipality: { name: Kommun, whole: none, own: "0180" }
groups: { lika: { name: { sv: Liknande, en: Similar }, from: 2023, members: ["0880", "1080"] } }
units_of_measure: { fte: { name: årsarbetare, decimals: 1 } }
follow_ups:
  - { id: 2026-T2, name: Tertial 2, through: 2026-08-31, as_of: 2026-09-20 }
  - { id: 2026-T1, name: Tertial 1, through: 2026-04-30, as_of: 2026-05-20, approval: { by: KS, date: 2026-06-01, paragraph: § 1 } }
schedule: { cron: '30 5 * * *', grace: 6 hours }
events:
  - { date: 2026-03-01, until: 2026-03-31, name: Influensa, place: '1' }
  - { date: 2025-01-01, name: Ny nämnd }
`,
  'sources/absence/source.yaml': `id: absence
name: Sjukfrånvaro
owner: HR
class: personal
location: in/*.csv
name_pattern: '^f_(?<period>\\d{4}-\\d{2})_(?<received>\\d{4}-\\d{2}-\\d{2})\\.csv$'
kind: period
covers: name.period
cadence: { every: month, due: 10 days after period }
format: { type: csv, encoding: windows-1252, delimiter: ";", decimal: "," }
columns:
  Period: { name: period, type: month, required: true, key: true }
  Anställd: { name: employee, type: text, key: true, personal: hash }
  Enhet: { name: unit, type: text }
  Kön: { name: sex, type: text, allowed: [K, M] }
  Timmar: { name: hours, type: "decimal(10,2)", required: true, min: 0 }
  Sjuk: { name: sick, type: "decimal(10,2)" }
  Dagar: { name: days, type: integer }
`,
  'sources/organisation/source.yaml': `id: organisation
name: Organisation
owner: Kansliet
class: open
synthetic: true
location: in/*.csv
name_pattern: '^o_(?<received>\\d{4}-\\d{2}-\\d{2})\\.csv$'
kind: reference
format: { type: csv }
columns:
  id: { name: id, type: text, key: true }
  parent: { name: parent, type: text }
  level: { name: level, type: text }
  name: { name: name, type: text }
  valid_from: { name: valid_from, type: date }
  valid_to: { name: valid_to, type: date }
`,
  'sources/n-90/source.yaml': `id: n-90
name: Kolada
owner: Kvalitet
class: open
location: in/*.json
name_pattern: '^k_(?<received>\\d{4}-\\d{2}-\\d{2})\\.json$'
kind: snapshot
format: { type: kolada-v3 }
columns:
  municipality: { name: municipality, type: text, key: true }
  period: { name: year, type: integer, key: true }
  value: { name: value, type: "decimal(18,8)" }
`,
  'sources/reports/source.yaml': `id: reports
name: Rapporter
owner: Kansliet
class: open
location: in/*.csv
name_pattern: '^r_(?<received>\\d{4}-\\d{2}-\\d{2})\\.csv$'
kind: reports
format: { type: csv, delimiter: "\\t" }
columns:
  Plan: { name: plan, type: text }
  Id: { name: id, type: text }
  Period: { name: period, type: text }
  Datum: { name: date, type: date }
  Roll: { name: role, type: text }
  Status: { name: status, type: text }
  Text: { name: text, type: text }
`,
  'sql/staging/absence.sql': `select _row, period as month, employee, unit as organisation, sex, hours, sick, days
from raw.absence
`,
  'sql/staging/organisation.sql': `from raw.organisation
`,
  'sql/staging/kolada.sql': `select _row, make_date(year, 1, 1) as year, municipality, value from raw."n-90"
`,
  'sql/marts/absence.sql': `-- grain: one employee and month
from staging.absence
`,
  'sql/marts/by_unit.sql': `-- lineage: extract
select month, organisation, sum(hours) as hours from marts.absence group by all
`,
  'sql/marts/kolada.sql': `from staging.kolada
`,
  'sql/marts/organisation.sql': `from staging.organisation
`,
  'sql/metrics/sick-leave.sql': `/*
id: sick-leave
name: Sjukfrånvaro
question: Hur sjuka är vi?
unit: percent
desired: lower
numerator: sum(sick)
denominator: sum(hours)
population: count(distinct employee)
time: month
windows: [period, ytd, rolling-12]
breakdowns: [[organisation], [organisation, sex]]
*/
from Marts.Absence
`,
  'sql/metrics/spell.sql': `/*
id: spell
name: Sjukfall
question: Hur långa är sjukfallen?
unit: days
desired: lower
measure: median(days) filter (where days > 0)
population: count(distinct employee)
time: month
*/
from marts.absence
`,
  'sql/metrics/hours.sql': `/*
id: hours
name: Timmar
question: Hur mycket arbetar vi?
unit: hours
desired: none
measure: sum(hours)
over_time: mean
population: count(distinct employee)
time: month
windows: [period, ytd]
*/
from marts.absence
`,
  'sql/metrics/national.sql': `/*
id: national
name: Nationellt
question: Hur är vi jämfört med andra?
unit: percent
desired: lower
given: value
finest: year
time: year
breakdowns: [[municipality]]
kolada: N00090
*/
from marts.kolada
`,
  'sql/metrics/sick-per-hour.sql': `/*
id: sick-per-hour
name: Kvot
question: Hur förhåller de sig?
unit: percent
desired: lower
measure: "100 * metric(sick-leave, sex: all) / metric(hours, over_time: last)"
*/
`,
  'sql/checks/hours.sql': `/*
id: hours
message: Fler sjuktimmar än timmar
severity: hold-metric
holds: [sick-leave, spell]
*/
from marts.absence where sick > hours
`,
  'sources/plans/2026/1.yaml': `plan: "2026"
version: 1
name: Plan 2026
adopted: { by: KF, date: 2025-11-24, paragraph: § 187, case: KS 2025/412, link: https://lilla.example/kf }
in_force: { from: 2026-01-01, to: 2026-12-31 }
vision: Nära
goals:
  - id: G1
    name: Attraktiv arbetsgivare
    rule: majority
    coverage: 60%
    indicators:
      - { id: I1, metric: sick-leave, measures: year, by: 2026-12-31, target: { at_most: 7.5, partly: 8.0 } }
      - { id: I2, metric: national, measures: year, lag: 1, max_age: 1, by: 2026-12-31, target: { better_than_group: lika, than: median, min_n: 2 } }
      - { id: I3, metric: sick-leave, members: { sex: K }, measures: tertial, by: 2026-08-31, weight: 2, target: better_than_last_year }
    goals:
      - id: G1-SOC
        place: SOC
        name: Omsorgen
        rule: all
        indicators:
          - { id: I4, name: Rutin, by: 2026-06-30, late: partly, target: milestone }
          - { id: I5, metric: hours, measures: month, by: 2026-12-31, target: { between: [98, 101], partly: [96, 102] } }
          - { id: I6, metric: hours, measures: year, by: 2026-12-31, target: { at_least: metric(spell) } }
        activities: [{ id: A1, name: Samtal, responsible: Chef, by: 2026-10-01, cost: 250000 sek, benefit: "0,3 lägre" }]
        assignments: [{ id: U1, name: Utred, to: SOC, by: 2026-09-01, text: Utred frågan }]
  - { id: G2, name: Förtroende, rule: assessed, assessed_by: Kommundirektör, cadence: tertial }
`,
  'sources/plans/2026/2.yaml': `plan: "2026"
version: 2
amends: 1
adopted: { by: KF, date: 2026-06-15, paragraph: § 98 }
in_force: { from: 2026-07-01 }
change:
  I1: { target: { at_most: 7.8, partly: 8.2 } }
  I3: { weight: 1 }
add: { under: G1-SOC, indicators: [{ id: I7, metric: spell, measures: year, by: 2026-12-31, target: { at_most: 10 } }] }
remove: [A1]
`,
};

/** Writes a project into a folder of its own and gives the folder. */
export async function writeProject(files: Files): Promise<string> {
  const root = await tempFolder();
  for (const [name, content] of Object.entries(files)) {
    await mkdir(path.dirname(path.join(root, name)), { recursive: true });
    await writeFile(path.join(root, name), content);
  }
  return root;
}

/** The small project with one text of one file replaced; the text must be there. */
export function edited(file: string, from: string, to: string, files: Files = smallProject): Files {
  const text = files[file];
  if (!text?.includes(from)) throw new Error(`${file} does not hold ${from}`);
  return { ...files, [file]: text.replace(from, () => to) };
}
