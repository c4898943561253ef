// Prints how many tests passed and failed, over the JSON reports of one or more runs: `1401 passed, 0 failed`.
import { readFileSync } from 'node:fs';

const reports = process.argv.slice(2).map(file => JSON.parse(readFileSync(file, 'utf8')));
const sum = key => reports.reduce((total, report) => total + report[key], 0);
const skipped = sum('numPendingTests') + sum('numTodoTests');
console.log(`${sum('numPassedTests')} passed, ${sum('numFailedTests')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
