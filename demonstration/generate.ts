// Writes the invented extracts of the demonstration municipality: npx tsx demonstration/generate.ts [FOLDER]
import { writeAbsence } from './absence.ts';
import { writeAccounts } from './accounts.ts';
import { writeCases } from './cases.ts';
import { writeCitizenSurvey } from './citizen-survey.ts';
import { writeEServices } from './e-services.ts';
import { writeOrganisation } from './organisation.ts';
import { writePermits } from './permits.ts';
import { writePopulation } from './population.ts';
import { writeSchoolResults } from './school-results.ts';

writeOrganisation();
writeAbsence();
writeCases();
writePermits();
writeAccounts();
writePopulation();
writeSchoolResults();
await writeEServices();
await writeCitizenSurvey();
