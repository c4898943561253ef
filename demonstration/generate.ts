// Writes the invented extracts of the demonstration municipality: npx tsx demonstration/generate.ts
import { writeAbsence } from './absence.ts';
import { writeAccounts } from './accounts.ts';
import { writeCases } from './cases.ts';
import { writeEServices } from './e-services.ts';
import { writeOrganisation } from './organisation.ts';

writeOrganisation();
writeAbsence();
writeCases();
writeEServices();
writeAccounts();
