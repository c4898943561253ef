import { COLUMNS, SHEET } from '../pipeline/forms/assessment-columns.ts';
import { emptyFolder, write } from './files.ts';
import { xlsxOf, type SheetValue } from './write-xlsx.ts';

type Form = { board: string; name: string; received: string; rows: Record<string, SheetValue>[] };

const of = { Plan: '2026', Version: '2', Period: '2026-T2' };
const SEPTEMBER_15 = { serial: 46280, format: 'yyyy-mm-dd' };
const SEPTEMBER_17 = { serial: 46282, format: 'yyyy-mm-dd' };

// The form as boards of the demonstration handed it in: some rows filled in, some left as they were.
const forms: Form[] = [
  {
    board: 'SBN',
    name: 'Samhällsbyggnadsnämnden',
    received: '2026-09-18',
    rows: [
      {
        ...of,
        Id: 'KF3-SBN',
        Gäller: 'Mål',
        Namn: 'Gator och parker är hela och trygga',
        Roll: 'Samhällsbyggnadschef',
        Datum: SEPTEMBER_17,
        Status: 'delvis uppfyllt',
        Text: 'Felen avhjälps snabbare än i våras. Belysningen i två parker återstår.',
      },
      { ...of, Id: 'KF3-411', Gäller: 'Mål', Namn: 'Fel på gator och i parker avhjälps snabbt' },
    ],
  },
  {
    board: 'TEN',
    name: 'Tekniska nämnden',
    received: '2026-09-16',
    rows: [
      {
        ...of,
        Id: 'KF3-TEN',
        Gäller: 'Mål',
        Namn: 'Vatten, avfall och lokaler fungerar varje dag',
        Roll: 'Teknisk chef',
        Datum: SEPTEMBER_15,
        Status: 'delvis uppfyllt',
        Text: 'Vattnet är säkert och jouren svarar. Hämtningen av avfall får sämre betyg än i fjol.',
      },
      { ...of, Id: 'KF3-803', Gäller: 'Mål', Namn: 'Fel i skolor och boenden åtgärdas direkt' },
      {
        ...of,
        Id: 'A-lackor',
        Gäller: 'Aktivitet',
        Namn: 'Mätare som hittar läckor',
        Roll: 'Chef för vatten och avlopp',
        Datum: SEPTEMBER_15,
        Läge: 'klart',
        Belopp: 615_000,
        Nytta: 180_000,
        Text: 'Mätarna sitter i alla områden. De hittade nio läckor under sommaren.',
      },
    ],
  },
];

export async function writeAssessments(): Promise<void> {
  emptyFolder('assessments');
  for (const form of forms) await deliver(form);
}

async function deliver({ board, name, received, rows }: Form): Promise<void> {
  const top: SheetValue[][] = [[`Bedömningar: ${name}, ${of.Period} (påhittade exempeluppgifter)`], ['Fyll i Roll, Datum och Text.']];
  const table = [COLUMNS.map(({ header }) => header), ...rows.map(row => COLUMNS.map(({ header }) => row[header] ?? null))];
  write('assessments', `bedomning_${board}_${of.Period}_${received}.xlsx`, await xlsxOf([{ name: SHEET, rows: [...top, ...table] }]));
}
