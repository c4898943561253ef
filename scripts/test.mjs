// `npm test`: types, lint and format, two at a time; then build, and every test, the browser ones included. Stops at the first that fails.
// With arguments, they go to the test runner: `npm test -- test/measure`.
import { spawn, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = name => `node_modules/.bin/${name}`;

/** Runs a step; what it prints goes through. Exits with its code when it fails. */
function step(name, command, args, environment = {}) {
  const started = process.hrtime.bigint();
  const env = { ...process.env, ...environment };
  return new Promise(resolve => {
    spawn(command, args, { cwd: root, stdio: 'inherit', env }).on('close', status => {
      const seconds = Number((process.hrtime.bigint() - started) / 10_000_000n) / 100;
      console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name} (${seconds} s)`);
      if (status !== 0) process.exit(status ?? 1);
      resolve();
    });
  });
}

const found = spawnSync(process.execPath, ['--import', 'tsx', 'scripts/find-browser.mjs'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  encoding: 'utf8',
});
if (found.status !== 0) process.exit(1);

const types = ['test', 'pipeline', 'dashboards', 'demonstration', 'bench'].map(project => [
  `types, ${project}`,
  bin('tsc'),
  ['-p', project],
]);
const lint = ['lint', bin('eslint'), ['.', '--max-warnings', '0']];
const format = ['format', bin('prettier'), ['--check', '--log-level', 'warn', '.']];
const still = [lint, ...types, format];
/** Each takes the next until none is left. */
const worker = async () => {
  for (let next = still.shift(); next; next = still.shift()) await step(...next);
};
await Promise.all([worker(), worker()]);
await step('build', process.execPath, ['build.mjs']);
const report = 'dist/test-results.json';
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
await step('tests', bin('vitest'), ['run', ...reporters, ...process.argv.slice(2)], { CHROME_PATH: found.stdout.trim() });
await step('count', process.execPath, ['scripts/count-tests.mjs', report]);
