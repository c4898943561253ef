import type { SiteSource } from '../pipeline/contract/site.ts';
import { sourceTexts as t } from '#texts/source.ts';

/** True of a source of which nothing can be said because nothing has come, not because what came cannot be read. */
export const isEmpty = ({ broken, deliveries }: Pick<SiteSource, 'broken' | 'deliveries'>): boolean => broken && deliveries.length === 0;

/** Why nothing can be said from a source that is `broken`. */
export const brokenWords = (source: SiteSource): string => (isEmpty(source) ? t.nothingYet : t.broken);
