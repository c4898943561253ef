// Makes the extracts of the ended IT strategy from its reported targets and outcomes: npx tsx demonstration/it-extract.ts CSV
import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { emptyFolder, writeCsv, type Cell } from './files.ts';

type Goal = {
  mal_id: string;
  horisont: string;
  typ: 'tal' | 'milstolpe';
  malvarde: string;
  utfall: string;
  enhet: string;
  redovisad_status: '' | 'klart' | 'pågår' | 'ej klart';
  kommentar: string;
};

const RECEIVED = '2025-12-01';
const REPORTED = '2015-12-31'; // the report has no date; the first horizon's last day stands for it
const ROLE = 'Stadens redovisning';
const statuses = { klart: 'met', pågår: 'partly', 'ej klart': 'not-met' };
const states = { klart: 'done', pågår: 'ongoing', 'ej klart': 'not-done' };

const [file] = process.argv.slice(2);
if (!file) throw new Error('Usage: npx tsx demonstration/it-extract.ts CSV');
const goals = parse<Goal>(readFileSync(file, 'utf8'), { columns: true, delimiter: ';' });

emptyFolder('it-outcomes');
const outcomes = goals
  .filter(goal => goal.typ === 'tal')
  .map(goal => [goal.mal_id, goal.horisont, goal.enhet, goal.utfall.replace(',', '.'), goal.kommentar]);
writeCsv('it-outcomes', `it-utfall_${RECEIVED}.csv`, ['Mål', 'År', 'Enhet', 'Utfall', 'Kommentar'], outcomes);

emptyFolder('it-reports');
const header = ['Plan', 'Id', 'Period', 'Datum', 'Roll', 'Status', 'Läge', 'Belopp', 'Text'];
writeCsv('it-reports', `it-redovisning_${RECEIVED}.csv`, header, goals.flatMap(statement));

function statement(goal: Goal): Cell[][] {
  const { redovisad_status: word } = goal;
  if (word === '') return [];
  const milestone = goal.typ === 'milstolpe';
  const text = [`Redovisat som ${word}.`, ...(goal.kommentar ? [sentence(goal.kommentar)] : [])].join(' ');
  return [['it-2020', goal.mal_id, '2015', REPORTED, ROLE, milestone ? '' : statuses[word], milestone ? states[word] : '', '', text]];
}

function sentence(comment: string): string {
  return `${comment.charAt(0).toUpperCase()}${comment.slice(1)}.`;
}
