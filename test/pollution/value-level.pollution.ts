import { CORPUS } from './classes/corpus.ts';
import { corpusSuite } from './corpus-suite.ts';

corpusSuite('value', CORPUS.value!);
