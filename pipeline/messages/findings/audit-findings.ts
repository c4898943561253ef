import type { FindingText } from './finding-text.ts';

/** What the audit of a tree that is about to be published finds. */
export const auditFindings = {
  'hidden-follows': {
    text: d => `${d.count} dolda tal följer av vad som visas (${d.audience}: ${d.kinds}), bland annat ${d.rows}`,
    public: () => 'Dolda tal följer av vad som visas',
  },
} satisfies Record<string, FindingText>;
