import { rows } from './finding-text.ts';
import type { Details, FindingText } from './finding-text.ts';

const badFigures = (d: Details): string => `${d.metric}: underlaget har fel som gör att nya siffror hålls inne`;

/** What is found in what a metric rests on. */
export const metricFindings = {
  'null-input': {
    text: d => `${d.metric}: ${rows(d.nulls)} saknar värde i ${d.argument}; tillåtet är ${d.allowed}`,
    public: badFigures,
  },
  'inexact-input': {
    text: d => `${d.metric}: ${d.argument} är ${d.type}; summor kräver heltal eller DECIMAL`,
    public: badFigures,
  },
  'undated-rows': {
    text: d => `${d.metric}: ${rows(d.rows)} saknar datum`,
    public: badFigures,
  },
  'rows-lost': {
    text: d => `${d.metric}: ${d.body} rader blev ${d.whole} i helheten och ${d.outside} utanför`,
    public: badFigures,
  },
  'given-twice': {
    text: d => `${d.metric}: ${d.members} har två värden för ${d.period}`,
    public: badFigures,
  },
  'unknown-flag': {
    text: d => `${d.metric}: flaggan ${d.flag} finns inte; tillåtna är ${d.allowed}`,
    public: badFigures,
  },
  'no-coverage': {
    text: d =>
      `${d.metric}: ingen källa säger vilka perioder den täcker (covers), så det går inte att veta vad som är noll och vad som saknas`,
    public: badFigures,
  },
  'nothing-covered': {
    text: d => `${d.metric}: ${rows(d.rows)} finns, men ingen period är täckt`,
    public: badFigures,
  },
  'rests-on-broken': {
    text: d => `${d.metric} vilar på ${d.relation}, som inte kunde byggas`,
    public: d => `${d.metric}: underlaget kunde inte byggas`,
  },
  'follow-up-failed': {
    text: d => `Uppföljningen ${d.follow_up} kunde inte byggas: ${d.why}`,
    public: d => `Uppföljningen ${d.follow_up} kunde inte byggas`,
  },
  'metric-failed': {
    text: d => `${d.metric} kunde inte beräknas: ${d.error}`,
    public: d => `${d.metric} kunde inte beräknas`,
  },
} satisfies Record<string, FindingText>;
