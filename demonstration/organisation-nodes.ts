export type Level = 'board' | 'administration' | 'unit';
export type Node = { id: string; parent: string; level: Level; name: string; from: string; to?: string };

const BEGINNING = '2015-01-01';

// Every node under its first parent, as if nothing had changed; organisation.ts tells what did.
export const nodes: Node[] = [
  board('KS', 'Kommunstyrelsen'),
  board('SKN', 'Skolnämnden'),
  board('VON', 'Vård- och omsorgsnämnden'),
  board('SBN', 'Samhällsbyggnadsnämnden'),
  board('UBN', 'Utbildningsnämnden'),
  board('SAN', 'Social- och arbetsmarknadsnämnden'),
  board('KFN', 'Kultur- och fritidsnämnden'),
  board('TEN', 'Tekniska nämnden'),
  administration('SLF', 'KS', 'Stadsledningsförvaltningen'),
  administration('FSF', 'SKN', 'Förskoleförvaltningen'),
  administration('GSF', 'SKN', 'Grundskoleförvaltningen'),
  administration('AOF', 'VON', 'Äldreomsorgsförvaltningen'),
  administration('FUF', 'VON', 'Funktionsstödsförvaltningen'),
  administration('SBF', 'SBN', 'Samhällsbyggnadsförvaltningen'),
  administration('TSF', 'SBN', 'Serviceförvaltningen'),
  administration('GYF', 'UBN', 'Gymnasieförvaltningen'),
  administration('VUF', 'UBN', 'Vuxenutbildningsförvaltningen'),
  administration('IFF', 'SAN', 'Individ- och familjeförvaltningen'),
  administration('AMF', 'SAN', 'Arbetsmarknadsförvaltningen'),
  administration('KUF', 'KFN', 'Kulturförvaltningen'),
  administration('FRF', 'KFN', 'Fritidsförvaltningen'),
  administration('TEF', 'TEN', 'Tekniska förvaltningen'),
  unit('101', 'SLF', 'HR-enheten'),
  unit('102', 'SLF', 'Digitaliseringsenheten'),
  unit('103', 'SLF', 'Kontaktcenter'),
  unit('104', 'SLF', 'Ekonomienheten'),
  unit('105', 'SLF', 'Kommunikationsenheten'),
  unit('106', 'SLF', 'Upphandlingsenheten'),
  unit('201', 'FSF', 'Förskolan Lönnen'),
  unit('202', 'FSF', 'Förskolan Norrskenet'),
  unit('203', 'FSF', 'Förskolan Kompassrosen'),
  unit('204', 'FSF', 'Förskolan Havsbrisen'),
  unit('205', 'FSF', 'Förskolan Strandängen'),
  unit('206', 'FSF', 'Förskolan Tärnan'),
  unit('207', 'FSF', 'Förskolan Hasselmusen'),
  unit('211', 'GSF', 'Grundskolan Fyrbåken'),
  unit('212', 'GSF', 'Grundskolan Polstjärnan'),
  unit('213', 'GSF', 'Grundskolan Sjömärket'),
  unit('214', 'GSF', 'Elevhälsan'),
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
  unit('404', 'SBF', 'Planenheten'),
  unit('411', 'TSF', 'Gata och park'),
  unit('412', 'TSF', 'Lokalvård'),
  unit('501', 'GYF', 'Gymnasieskolan Ekvatorn'),
  unit('502', 'GYF', 'Gymnasieskolan Meridianen'),
  unit('503', 'GYF', 'Anpassade gymnasieskolan'),
  unit('511', 'VUF', 'Komvux'),
  unit('512', 'VUF', 'Svenska för invandrare'),
  unit('513', 'VUF', 'Yrkeshögskolan'),
  unit('601', 'IFF', 'Mottagningen'),
  unit('602', 'IFF', 'Barn och unga'),
  unit('603', 'IFF', 'Familjerätten'),
  unit('604', 'IFF', 'Försörjningsstöd'),
  unit('605', 'IFF', 'Vuxenenheten'),
  unit('606', 'IFF', 'Stödboendet Bryggan'),
  unit('607', 'IFF', 'Ungdomsboendet Kajen'),
  unit('611', 'AMF', 'Jobbcentrum'),
  unit('612', 'AMF', 'Budget- och skuldrådgivningen'),
  unit('701', 'KUF', 'Huvudbiblioteket'),
  unit('702', 'KUF', 'Biblioteket Björken'),
  unit('703', 'KUF', 'Biblioteket Rönnen'),
  unit('704', 'KUF', 'Närbiblioteken'),
  unit('705', 'KUF', 'Kulturskolan'),
  unit('706', 'KUF', 'Museet'),
  unit('711', 'FRF', 'Badhuset'),
  unit('712', 'FRF', 'Idrottsanläggningar'),
  unit('713', 'FRF', 'Fritidsgårdar'),
  unit('714', 'FRF', 'Föreningsstöd'),
  unit('801', 'TEF', 'Vatten och avlopp'),
  unit('802', 'TEF', 'Avfall och återvinning'),
  unit('803', 'TEF', 'Fastighetsdrift'),
  unit('804', 'TEF', 'Byggprojekt'),
  unit('805', 'TEF', 'Fordon och verkstad'),
];

export function nameOf(id: string): string {
  return nodes.find(node => node.id === id)?.name ?? id;
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
