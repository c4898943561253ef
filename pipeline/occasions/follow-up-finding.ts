import type { Finding } from '../words/finding.ts';
import type { Occasion } from './occasions.ts';

/** A follow-up whose edition could not be built. The edition for now is built all the same. */
export const followUpFinding = ({ followUp }: Occasion, why: string): Finding => ({
  code: 'follow-up-failed',
  severity: 'warn',
  sources: [],
  metrics: [],
  file: 'malbild.yaml',
  line: null,
  details: { follow_up: followUp!.name, why },
});
