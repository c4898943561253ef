import type { FindingText } from './finding-text.ts';

/** What is said where reports were asked for as PDF, and are not. */
export const reportFindings = {
  'reports-no-browser': {
    text: () => 'Rapporterna finns inte som PDF: ingen Chrome eller Chromium hittades i CHROME_PATH eller på de vanliga ställena',
    public: () => 'Rapporterna finns inte som PDF i den här utgåvan',
  },
  'reports-not-printed': {
    text: d => `Rapporterna finns inte som PDF: webbläsaren kunde inte skriva ut dem (${d.why})`,
    public: () => 'Rapporterna finns inte som PDF i den här utgåvan',
  },
} satisfies Record<string, FindingText>;
