import type { FindingText } from './finding-text.ts';

const areas = (count: string | number | undefined): string => (count === 1 ? '1 yta' : `${count} ytor`);

/** What does not agree between a map's boundaries and a dimension's members. */
export const geographyFindings = {
  'area-without-member': {
    text: d => `${d.dimension}: ${areas(d.count)} i ${d.file} hör inte till någon som finns, och ritas inte: ${d.ids}`,
    public: d => `${d.dimension}: ${areas(d.count)} på kartan hör inte till någon som finns, och ritas inte`,
  },
  'member-without-area': {
    text: d => `${d.dimension}: ${d.count} saknar yta i ${d.file}, och finns bara i tabellen under kartan: ${d.ids}`,
    public: d => `${d.dimension}: ${d.count} saknar yta på kartan, och finns bara i tabellen under den`,
  },
} satisfies Record<string, FindingText>;
