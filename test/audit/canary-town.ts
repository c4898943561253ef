import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { tempFolder } from '../temp-folder.ts';

/** Numbers that stand nowhere else. */
export const HIDDEN = 7_300_417;
export const SHOWN = 7_300_453;
export const REJECTED = '7300423';
export const DROPPED = '7300431';

const FILES: Readonly<Record<string, string>> = {
  'malbild.yaml': `name: Lillby kommun
code: "9902"
as_of: 2026-04-20
time_zone: Europe/Stockholm
calendar: { grains: [month, year] }
place: organisation
dimensions:
  organisation: { name: Organisation, hierarchy: marts.organisation, levels: { board: Nämnd } }
reports: { pdf: true }
`,
  'sources/organisation/source.yaml': `id: organisation
name: Organisation
owner: Kansliet
class: open
location: in/*.csv
name_pattern: '^organisation_(?<received>\\d{4}-\\d{2}-\\d{2})\\.csv$'
kind: reference
format: { type: csv, encoding: utf-8, delimiter: ";" }
columns:
  id: { name: id, type: text, required: true, key: true }
  name: { name: name, type: text, required: true }
`,
  'sources/organisation/in/organisation_2026-01-02.csv': 'id;name\nNORR;Norra nämnden\nSYD;Södra nämnden\nÖST;Östra nämnden\n',
  'sql/staging/organisation.sql': 'select _row, id, name from raw.organisation\n',
  'sql/marts/organisation.sql': `-- grain: one board
select _row, id, null::varchar as parent, 'board' as level, name, date '2020-01-01' as valid_from, null::date as valid_to
from staging.organisation
`,
  'sources/aid/source.yaml': `id: aid
name: Bistånd
owner: Kansliet
class: personal
location: in/*.csv
name_pattern: '^(?<period>\\d{4}-\\d{2})_(?<received>\\d{4}-\\d{2}-\\d{2})\\.csv$'
kind: period
covers: name.period
cadence: { every: month, due: 10 days after period }
format: { type: csv, encoding: utf-8, delimiter: ";", decimal: "," }
columns:
  Månad: { name: month, type: month, required: true, key: true }
  Nämnd: { name: board, type: text, required: true, key: true }
  Personer: { name: people, type: integer, required: true }
  Belopp: { name: amount, type: integer, required: true }
  Ärende: { name: case_number, type: text, personal: drop }
`,
  'sources/aid/in/2026-03_2026-04-07.csv': `Månad;Nämnd;Personer;Belopp;Ärende
2026-03;NORR;2;${HIDDEN};A-${DROPPED}
2026-03;SYD;30;${SHOWN};A-1
2026-03;ÖST;6;1000;A-3
2026-03;VÄST;4;x${REJECTED};A-2
`,
  'sql/staging/aid.sql': 'select _row, month, board as organisation, people, amount from raw.aid\n',
  'sql/marts/aid.sql': '-- grain: one board and month\nfrom staging.aid\n',
  'sql/metrics/aid.sql': `/*
id: aid
name: Bistånd
question: Hur mycket betalas ut?
decision: Budget
unit: sek
desired: none
measure: sum(amount)
population: sum(people)
time: month
windows: [period, ytd]
audience: public
*/
from marts.aid
`,
};

/** A small municipality in a folder of its own: one number that must be hidden, one that is shown. */
export async function writeTown(): Promise<string> {
  const project = await tempFolder();
  for (const [path, text] of Object.entries(FILES)) {
    await mkdir(dirname(join(project, path)), { recursive: true });
    await writeFile(join(project, path), text);
  }
  return project;
}
