import { emptyFolder, write } from './files.ts';
import { FIRST, LAST, monthsFrom } from './months.ts';
import { random, type Random } from './random.ts';
import { xlsxOf } from './write-xlsx.ts';

type Measured = { period: string; id: string; name: string; unit: string; level: number };

// Name, who is responsible, and its level at the first measurement (0-4, Österåker's scale).
type Service = [name: string, unit: string, level: number];
const first: Service[] = [
  ['Ansök om bygglov', '401', 2],
  ['Anmäl attefallshus', '401', 1],
  ['Begär slutbesked', '401', 0],
  ['Beställ nybyggnadskarta', '403', 1],
  ['Beställ utsättning', '403', 0],
  ['Anmäl livsmedelsverksamhet', '402', 1],
  ['Anmäl värmepump', '402', 1],
  ['Klaga på buller', '402', 0],
  ['Felanmäl gata och park', '411', 2],
  ['Sök grävtillstånd', '411', 1],
  ['Sök torghandelsplats', '411', 0],
  ['Boka lokal', '412', 2],
  ['Sök förskoleplats', 'FSF', 3],
  ['Säg upp förskoleplats', 'FSF', 2],
  ['Lämna inkomstuppgift', 'FSF', 2],
  ['Välj grundskola', 'GSF', 3],
  ['Sök skolskjuts', 'GSF', 1],
  ['Sök ledighet', '211', 1],
  ['Anmäl specialkost', '221', 1],
  ['Ansök om hemtjänst', '306', 0],
  ['Ansök om trygghetslarm', '306', 0],
  ['Ansök om särskilt boende', '306', 0],
  ['Sök färdtjänst', '306', 1],
  ['Sök daglig verksamhet', 'FUF', 0],
  ['Lämna synpunkt', '103', 2],
  ['Begär allmän handling', 'SLF', 1],
  ['Sök lediga jobb', '101', 3],
  ['Skicka e-faktura', 'SLF', 3],
];
// They came into the register later, number from there, and draw from a stream of their own.
const second: Service[] = [
  ['Lämna anbud', '106', 1],
  ['Sök till gymnasiet', 'GYF', 3],
  ['Sök till vuxenutbildning', '511', 1],
  ['Anmäl frånvaro i gymnasiet', '501', 2],
  ['Sök försörjningsstöd', '604', 1],
  ['Boka tid i familjerätten', '603', 0],
  ['Boka tid för budgetrådgivning', '612', 1],
  ['Sök föreningsbidrag', '714', 2],
  ['Boka idrottshall', '712', 2],
  ['Sök till kulturskolan', '705', 2],
  ['Låna om böcker', '701', 3],
  ['Anslut till vatten och avlopp', '801', 1],
  ['Lämna mätarställning', '801', 3],
  ['Beställ avfallskärl', '802', 0],
  ['Gör felanmälan av lokal', '803', 0],
];

const HEADER = ['Månad', 'Nummer', 'E-tjänst', 'Ansvarig', 'Mognadsnivå'];
const EPOCH = Date.parse('1899-12-30'); // day 0 of a workbook
const DAY = 86_400_000;

export async function writeEServices(): Promise<void> {
  emptyFolder('e-services');
  const measured = measure();
  await deliver(
    '2026-09-03',
    measured.filter(row => row.period < '2026-09'),
  );
  await deliver('2026-11-03', measured);
}

function measure(): Measured[] {
  const registered = [...levelsOf(first, random('e-services'), 1), ...levelsOf(second, random('e-services 2'), first.length + 1)];
  return monthsFrom(FIRST, LAST).flatMap(period => registered.filter(row => row.period === period));
}

function levelsOf(services: Service[], chance: Random, from: number): Measured[] {
  const levels = services.map(([, , level]) => level);
  return monthsFrom(FIRST, LAST).flatMap(period =>
    services.map(([name, unit], index) => {
      const level = levels[index] ?? 0;
      const rises = level < 3 ? chance.happens(0.035) : level === 3 && chance.happens(0.004);
      if (rises) levels[index] = level + 1;
      if (name === 'Boka lokal' && period === '2026-09') levels[index] = 1; // a supplier left: the check for lost ground finds it
      const id = `E${String(from + index).padStart(2, '0')}`;
      return { period, id, name, unit, level: oddLevel(period, name) ?? levels[index] ?? 0 };
    }),
  );
}

// A level that the scale does not have.
function oddLevel(period: string, name: string): number | undefined {
  return period === '2024-05' && name === 'Sök skolskjuts' ? 5 : undefined;
}

// A title above the table, months as days that show their month alone, and a note of how many below.
async function deliver(received: string, rows: Measured[]): Promise<void> {
  const cells = rows.map(row => [{ serial: serialOf(row.period), format: 'yyyy-mm' }, row.id, row.name, row.unit, row.level]);
  const title = [['Register över e-tjänster, exempel'], [`Utskrivet ${received}`], null];
  const sheet = { name: 'E-tjänster', rows: [...title, HEADER, ...cells, null, ['Antal rader', rows.length]] };
  write('e-services', `e-tjanster_${received}.xlsx`, await xlsxOf([sheet]));
}

function serialOf(month: string): number {
  return (Date.parse(`${month}-01`) - EPOCH) / DAY;
}
