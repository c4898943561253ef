import { COLUMNS, SHEET } from '../pipeline/forms/assessment-columns.ts';
import { emptyFolder, write } from './files.ts';
import { xlsxOf, type SheetValue } from './write-xlsx.ts';

// The form as a board of the demonstration handed it in: one row filled in, one left as it was.
const rows: Record<string, SheetValue>[] = [
  {
    Plan: '2026',
    Version: '2',
    Id: 'KF3-SBN',
    Period: '2026-T2',
    Gäller: 'Mål',
    Namn: 'Gator och parker är hela och trygga',
    Roll: 'Samhällsbyggnadschef',
    Datum: { serial: 46282, format: 'yyyy-mm-dd' }, // 2026-09-17
    Status: 'delvis uppfyllt',
    Text: 'Felen avhjälps snabbare än i våras. Belysningen i två parker återstår.',
  },
  { Plan: '2026', Version: '2', Id: 'KF3-411', Period: '2026-T2', Gäller: 'Mål', Namn: 'Fel på gator och i parker avhjälps snabbt' },
];

export async function writeAssessments(): Promise<void> {
  emptyFolder('assessments');
  const top: SheetValue[][] = [
    ['Bedömningar: Samhällsbyggnadsnämnden, 2026-T2 (påhittade exempeluppgifter)'],
    ['Fyll i Roll, Datum och Text.'],
  ];
  const table = [COLUMNS.map(({ header }) => header), ...rows.map(row => COLUMNS.map(({ header }) => row[header] ?? null))];
  write('assessments', 'bedomning_SBN_2026-T2_2026-09-18.xlsx', await xlsxOf([{ name: SHEET, rows: [...top, ...table] }]));
}
