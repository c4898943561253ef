// Writes the invented extracts of the demonstration municipality: npx tsx demonstration/generate.ts [FOLDER]
import { writeAbsence } from './absence.ts';
import { writeAccounts } from './accounts.ts';
import { writeAssessments } from './assessments.ts';
import { writeCases } from './cases.ts';
import { writeCitizenSurvey } from './citizen-survey.ts';
import { writeEServices } from './e-services.ts';
import { writeInto } from './files.ts';
import { writeOrganisation } from './organisation.ts';
import { writePermits } from './permits.ts';
import { writePopulation } from './population.ts';
import { writeSchoolResults } from './school-results.ts';

const [folder] = process.argv.slice(2);
if (folder) writeInto(folder);
writeOrganisation();
writeAbsence();
writeCases();
writePermits();
writeAccounts();
writePopulation();
writeSchoolResults();
await writeAssessments();
await writeEServices();
await writeCitizenSurvey();
