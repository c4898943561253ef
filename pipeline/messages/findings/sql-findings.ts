import { rows, sameForAll } from './finding-text.ts';
import type { FindingText } from './finding-text.ts';

/** What is found in SQL, trees and their members. */
export const sqlFindings = {
  check: sameForAll(d => `${d.message} (${rows(d.rows)})`),
  'check-failed': {
    text: d => `Kontrollen ${d.check} kunde inte köras: ${d.error}`,
    public: () => 'En kontroll kunde inte köras',
  },
  'sql-failed': {
    text: d => `${d.relation} kunde inte byggas: ${d.error}`,
    public: () => 'En del av underlaget kunde inte byggas',
  },
  'no-row-lineage': {
    text: d => `${d.relation} saknar _row och säger inte lineage: extract, så siffrorna kan inte följas till en rad`,
    public: () => 'En del av siffrorna kan inte följas till en rad',
  },
  'overlapping-validity': {
    text: d => `${d.dimension}: ${d.node} gäller på två ställen samtidigt från ${d.day}`,
    public: d => `${d.dimension}: en del gäller på två ställen samtidigt`,
  },
  'unknown-parent': {
    text: d => `${d.dimension}: ${d.node} ligger under ${d.parent}, som inte finns`,
    public: d => `${d.dimension}: en del ligger under något som inte finns`,
  },
  'circular-parent': {
    text: d => `${d.dimension}: ${d.node} ligger under ${d.parent}, som i sin tur ligger under ${d.node}; de räknas som okänd`,
    public: d => `${d.dimension}: en del ligger under sig själv`,
  },
  'change-inside-month': {
    text: d => `${d.dimension}: ${d.node} ändras ${d.day}, mitt i en månad`,
    public: d => `${d.dimension}: en ändring gäller mitt i en månad`,
  },
  'not-valid-then': {
    text: d =>
      `${rows(d.rows)} gäller ${d.member} ${d.from === d.to ? d.from : `mellan ${d.from} och ${d.to}`}, då den inte finns i ${d.dimension}, och räknas som okänd`,
    // How many they are is the population of the cell `unknown`, which may be hidden.
    public: d => `Rader om en del av ${d.dimension} som inte fanns då räknas som okänd`,
  },
  'unknown-member': {
    text: d => `${rows(d.rows)} har ett värde som inte finns i ${d.dimension} och räknas som okänd`,
    public: d => `Rader med ett värde som inte finns i ${d.dimension} räknas som okänd`,
  },
} satisfies Record<string, FindingText>;
