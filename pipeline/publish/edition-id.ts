import type { EditionInputs } from '../contract/manifest.ts';
import { contentDigest } from './content-digest.ts';

/** An edition's id, known before anything is rendered: the sha256 of its inputs. The order of the lists is the caller's and counts. */
export const editionId = (inputs: EditionInputs): string => contentDigest(inputs);
