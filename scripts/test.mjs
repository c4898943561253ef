// `npm test`: types, lint, format, build, then every test, the browser ones included. Stops at the first step that fails.
// With arguments, they go to the test runner: `npm test -- test/measure`.
import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = name => `node_modules/.bin/${name}`;

/** Runs a step; what it prints goes through. Exits with its code when it fails. */
function step(name, command, args, environment = {}) {
  const started = process.hrtime.bigint();
  const { status } = spawnSync(command, args, { cwd: root, stdio: 'inherit', env: { ...process.env, ...environment } });
  const seconds = Number((process.hrtime.bigint() - started) / 10_000_000n) / 100;
  console.log(`${status === 0 ? 'ok' : 'FAILED'}: ${name} (${seconds} s)`);
  if (status !== 0) process.exit(status ?? 1);
}

const found = spawnSync(process.execPath, ['scripts/find-browser.mjs'], {
  cwd: root,
  stdio: ['ignore', 'pipe', 'inherit'],
  encoding: 'utf8',
});
if (found.status !== 0) process.exit(1);

for (const project of ['pipeline', 'dashboards', 'demonstration', 'bench', 'test']) step(`types, ${project}`, bin('tsc'), ['-p', project]);
step('lint', bin('eslint'), ['.', '--max-warnings', '0']);
step('format', bin('prettier'), ['--check', '--log-level', 'warn', '.']);
step('build', process.execPath, ['build.mjs']);
const report = 'dist/test-results.json';
const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
step('tests', bin('vitest'), ['run', ...reporters, ...process.argv.slice(2)], { CHROME_PATH: found.stdout.trim() });
step('count', process.execPath, ['scripts/count-tests.mjs', report]);
