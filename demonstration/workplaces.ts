import { office, school, care, settled, steady, type Workplace } from './workplace.ts';

// Workplaces whose figures are drawn together. The second group came later, and draws from streams of its own: what was there stayed as it was.
export type Group = { stream: string; places: Workplace[] };

const first: Workplace[] = [
  office('SLF', 5),
  office('101', 14),
  office('102', 22, 0.36),
  office('103', 13),
  school('FSF', 4),
  school('201', 19),
  school('202', 17),
  school('203', 13),
  school('211', 86),
  school('212', 72),
  school('GSF', 5),
  steady('221', 34, 0.82, 1.15),
  office('AOF', 5),
  care('301', 98, 1.75),
  care('302', 86, 1.3),
  care('303', 92, 1.75),
  care('304', 78, 1.3),
  care('305', 9, 1.2),
  office('306', 12),
  office('FUF', 3),
  care('311', 15, 1.1),
  care('312', 4, 1),
  care('313', 24, 1.1),
  office('SBF', 4),
  office('401', 19, 0.6),
  office('402', 13, 0.65),
  office('403', 7, 0.3),
  office('TSF', 3, 0.4),
  steady('411', 48, 0.22, 0.8),
  steady('412', 40, 0.84, 1.2),
];

const second: Workplace[] = [
  office('104', 15),
  office('105', 11, 0.7),
  office('106', 7),
  school('205', 16),
  school('206', 18),
  school('207', 12),
  school('213', 46),
  school('214', 22),
  office('404', 13, 0.55),
  office('GYF', 4),
  steady('501', 66, 0.58, 0.8),
  steady('502', 48, 0.56, 0.85),
  steady('503', 19, 0.74, 1),
  office('VUF', 3),
  steady('511', 28, 0.66, 0.75),
  steady('512', 19, 0.8, 0.9),
  steady('513', 7, 0.5, 0.7),
  office('IFF', 5),
  steady('601', 17, 0.86, 1.15),
  settled('602', 27, '2025-09'),
  office('603', 8, 0.88),
  steady('604', 14, 0.8, 1.1),
  steady('605', 16, 0.72, 1.05),
  steady('606', 12, 0.6, 1.1),
  { ...steady('607', 11, 0.55, 1.2), until: '2023-06' },
  office('AMF', 3),
  steady('611', 18, 0.62, 0.9),
  office('612', 4),
  office('KUF', 4),
  steady('701', 21, 0.78, 0.8),
  steady('702', 6, 0.8, 0.85),
  steady('703', 7, 0.75, 0.85),
  steady('705', 24, 0.54, 0.7),
  steady('706', 11, 0.65, 0.7),
  office('FRF', 3),
  steady('711', 22, 0.5, 0.95),
  steady('712', 26, 0.24, 0.85),
  steady('713', 18, 0.52, 0.9),
  office('714', 6),
  office('TEF', 5, 0.4),
  steady('801', 36, 0.2, 0.75),
  steady('802', 16, 0.25, 0.9),
  steady('803', 28, 0.22, 0.85),
  office('804', 11, 0.4),
  steady('805', 9, 0.1, 0.8),
];

export const groups: Group[] = [
  { stream: '', places: first },
  { stream: ' 2', places: second },
];

// Staff who go on in another unit: of the preschool that closed in the one that opened, of two libraries in the one they became.
const successors: { node: string; from: string; next: string }[] = [
  { node: '203', from: '2025-08', next: '204' },
  { node: '702', from: '2025-01', next: '704' },
  { node: '703', from: '2025-01', next: '704' },
];

export function nodeAt(node: string, month: string): string {
  return successors.find(one => one.node === node && month >= one.from)?.next ?? node;
}
