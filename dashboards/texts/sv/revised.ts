import type { RevisionCause } from '../../../pipeline/contract/observation.ts';

/** A figure that is not what a follow-up reported, as printed: then and now. */
export interface RevisedWords {
  was: string;
  now: string;
  followUp: string;
  causes: readonly RevisionCause[];
}

export const revisedTexts = {
  change: ({ was, now }: RevisedWords) => `${was} → ${now}`,
  tag: ({ was, now }: RevisedWords) => `Reviderad: ${was} → ${now}`,
  reportedIn: ({ followUp }: RevisedWords) => `rapporterad i ${followUp}`,
  said: (revised: RevisedWords) => `reviderad: ${revisedTexts.change(revised)}, ${revisedTexts.reportedIn(revised)}`,
  note: 'Pil: siffran är reviderad, från den som rapporterades till den som gäller.',
  caption: (unit: string) => `Reviderade siffror${unit === '' ? '' : `, ${unit}`}.`,
  columns: { period: 'Period', was: 'Rapporterad', now: 'Nu', followUp: 'Rapporterad i', causes: 'Orsak' },
  because: (causes: readonly RevisionCause[]): string =>
    causes.length === 0 ? 'programmet eller inställningar' : causes.map(cause => revisedTexts.causes[cause]).join(', '),
  causes: {
    'late-rows': 'rader som kom senare',
    corrected: 'en senare leverans ersatte den som gällde',
    definition: 'ändrad definition',
    'moved-unit': 'flyttad enhet',
  } satisfies Record<RevisionCause, string>,
};
