import type { Details, FindingText } from './finding-text.ts';

const badFigures = (d: Details): string => `${d.metric}: nya siffror hålls inne, eftersom de inte blev desamma när de räknades om`;

const WHAT: Readonly<Record<string, string>> = {
  'no row': 'utfallet saknas',
  'another row': 'utfallet borde inte finnas',
  months: 'jämförelsens månader',
};

/** What is found when figures are computed a second time. */
export const rederiveFindings = {
  'rederived-otherwise': {
    text: d =>
      d.what === 'rows'
        ? `${d.metric}: antalet rader i underlaget blev ett annat när det räknades om`
        : `${d.metric}: ${d.rows} utfall blev inte desamma när de räknades om; först ${d.period}, ${d.members} (${WHAT[String(d.what)] ?? d.what})`,
    public: badFigures,
  },
  'not-rederived': {
    text: d => `${d.metric} kunde inte räknas om: ${d.error}`,
    public: badFigures,
  },
} satisfies Record<string, FindingText>;
