import { emptyFolder, writeCsv } from './files.ts';

type Level = 'board' | 'administration' | 'unit';
type Node = { id: string; parent: string; level: Level; name: string; from: string; to?: string };

const BEGINNING = '2015-01-01';

const nodes: Node[] = [
  board('KS', 'Kommunstyrelsen'),
  board('SKN', 'Skolnämnden'),
  board('VON', 'Vård- och omsorgsnämnden'),
  board('SBN', 'Samhällsbyggnadsnämnden'),
  administration('SLF', 'KS', 'Stadsledningsförvaltningen'),
  administration('FSF', 'SKN', 'Förskoleförvaltningen'),
  administration('GSF', 'SKN', 'Grundskoleförvaltningen'),
  administration('AOF', 'VON', 'Äldreomsorgsförvaltningen'),
  administration('FUF', 'VON', 'Funktionsstödsförvaltningen'),
  administration('SBF', 'SBN', 'Samhällsbyggnadsförvaltningen'),
  administration('TSF', 'SBN', 'Serviceförvaltningen'),
  unit('101', 'SLF', 'HR-enheten'),
  unit('102', 'SLF', 'Digitaliseringsenheten'),
  unit('103', 'SLF', 'Kontaktcenter'),
  unit('201', 'FSF', 'Förskolan Lönnen'),
  unit('202', 'FSF', 'Förskolan Norrskenet'),
  unit('203', 'FSF', 'Förskolan Kompassrosen'),
  unit('204', 'FSF', 'Förskolan Havsbrisen'),
  unit('211', 'GSF', 'Grundskolan Fyrbåken'),
  unit('212', 'GSF', 'Grundskolan Polstjärnan'),
  unit('221', 'GSF', 'Måltidsservice'),
  unit('301', 'AOF', 'Hemtjänst Öst'),
  unit('302', 'AOF', 'Hemtjänst Väst'),
  unit('303', 'AOF', 'Äldreboendet Månstenen'),
  unit('304', 'AOF', 'Äldreboendet Solhjulet'),
  unit('305', 'AOF', 'Nattpatrullen'),
  unit('306', 'AOF', 'Biståndsenheten'),
  unit('311', 'FUF', 'Gruppbostaden Furan'),
  unit('312', 'FUF', 'Gruppbostaden Granen'),
  unit('313', 'FUF', 'Daglig verksamhet Verkstan'),
  unit('401', 'SBF', 'Bygglovsenheten'),
  unit('402', 'SBF', 'Miljöenheten'),
  unit('403', 'SBF', 'Kart- och mätenheten'),
  unit('411', 'TSF', 'Gata och park'),
  unit('412', 'TSF', 'Lokalvård'),
];

export function nameOf(id: string): string {
  return nodes.find(node => node.id === id)?.name ?? id;
}

const preschoolReplaced = nodes.flatMap(node => {
  if (node.id === '203') return [{ ...node, to: '2025-07-31' }];
  if (node.id === '204') return [{ ...node, from: '2025-08-01' }];
  return [node];
});
const mealsMoved = preschoolReplaced.flatMap(node =>
  node.id === '221'
    ? [
        { ...node, to: '2026-06-30' },
        { ...node, parent: 'TSF', from: '2026-07-01' },
      ]
    : [node],
);

export function writeOrganisation(): void {
  emptyFolder('organisation');
  deliver(
    '2022-01-03',
    nodes.filter(node => node.id !== '204'),
  );
  deliver('2025-06-16', preschoolReplaced);
  deliver('2026-06-22', mealsMoved);
}

function deliver(received: string, tree: Node[]): void {
  const rows = tree.map(node => [node.id, node.parent, node.level, node.name, node.from, node.to]);
  writeCsv('organisation', `organisation_${received}.csv`, ['id', 'parent', 'level', 'name', 'valid_from', 'valid_to'], rows);
}

function board(id: string, name: string): Node {
  return { id, parent: '', level: 'board', name, from: BEGINNING };
}

function administration(id: string, parent: string, name: string): Node {
  return { id, parent, level: 'administration', name, from: BEGINNING };
}

function unit(id: string, parent: string, name: string): Node {
  return { id, parent, level: 'unit', name, from: BEGINNING };
}
