// Makes the Kolada extract from a snapshot of real values: npx tsx demonstration/kolada-extract.ts PARQUET RECEIVED
// The body has the shape of Kolada's API v3. Values are as published, untouched.
import { DuckDBInstance, listValue } from '@duckdb/node-api';
import { emptyFolder, write } from './files.ts';

type Row = { kpi: string; year: number; municipality: string; gender: string; count: number; status: string; value: number | null };

const kpis = ['N15428', 'N15813', 'U07452', 'U09800'];
/** Those that have every municipality of the country, for maps. To keep the file small: both sexes together, since 2015. */
const national = ['N15428', 'U07452', 'U09800'];
const nationalFrom = 2015;
const similar = ['0880', '1080', '1383', '1496', '2380', '2580', '2581'];
const region = ['1384', '1401', '1402', '1407', '1415', '1419', '1440', '1441', '1462', '1480', '1481', '1482', '1489'];

const [parquet, received] = process.argv.slice(2);
if (!parquet || !received) throw new Error('Usage: npx tsx demonstration/kolada-extract.ts PARQUET RECEIVED (YYYY-MM-DD)');

const values = inBodies(await read(parquet)).map(body => JSON.stringify(body));
emptyFolder('kolada');
const page = `{"values":[\n${values.join(',\n')}\n],"next_url":null,"previous_url":null,"count":${values.length}}\n`;
write('kolada', `kolada_${received}.json`, page);

async function read(file: string): Promise<Row[]> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const reader = await connection.runAndReadAll(
    `select kpi, year, municipality_id as municipality, gender, "count", status, value from read_parquet($1)
     where list_contains($2, kpi) and list_contains($3, municipality_id) or list_contains($4, kpi) and year >= $5 and gender = 'T'
     order by kpi, year, municipality, gender`,
    [file, listValue(kpis), listValue([...similar, ...region]), listValue(national), nationalFrom],
  );
  return reader.getRowObjectsJS() as Row[];
}

// One body for each municipality and year, with its genders within.
function inBodies(rows: Row[]): object[] {
  const bodies = new Map<string, { values: object[]; kpi: string; period: number; municipality: string }>();
  for (const { kpi, year, municipality, gender, count, status, value } of rows) {
    const key = `${kpi} ${year} ${municipality}`;
    const body = bodies.get(key) ?? { values: [], kpi, period: year, municipality };
    body.values.push({ gender, count, status, value, isdeleted: false });
    bodies.set(key, body);
  }
  return [...bodies.values()];
}
