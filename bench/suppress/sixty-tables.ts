import { hierarchicalTable, seeded, type HierarchicalTable } from './hierarchical-table.ts';

/** 60 tables of 6 to 35 units over a tertial, which are the same every time. */
export const sixtyTables = (): HierarchicalTable[] =>
  Array.from({ length: 60 }, (_, i) => {
    const random = seeded(100 + i);
    const units = 6 + Math.floor(random() * 30);
    return hierarchicalTable({ mean: 4 + random() * 20, threshold: 5, units, months: 4, windows: ['tertial'] }, random);
  });
