// `npm run bench:dev`: how long it takes from a metric of the demonstration being saved until its page has been fetched anew from `malbild dev`, as a
// ratio to a run that works everything out, both in this run. Times are printed, never asserted.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROUNDS = 9;
const BAR = 0.1;
const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'dist/cli/malbild.js');
const project = mkdtempSync(join(tmpdir(), 'malbild-bench-dev-'));
const metric = join(project, 'sql/metrics/lead-time.sql');

let dev = null;
try {
  for (const name of ['malbild.yaml', 'sources', 'sql', 'geography']) cpSync(join(root, name), join(project, name), { recursive: true });
  spawnSync(process.execPath, [join(root, 'build.mjs')], { stdio: ['ignore', 'inherit', 'inherit'] });
  const started = performance.now();
  spawnSync(process.execPath, [bin, 'run', '--project', project], { stdio: 'ignore' });
  const whole = (performance.now() - started) / 1000;
  console.log(`a run that works everything out: ${whole.toFixed(2)} s`);

  dev = spawn(process.execPath, ['--max-semi-space-size=64', bin, 'dev', '--project', project, '--audience', 'internal'], {
    env: { ...process.env, PORT: '0' },
  });
  const address = await new Promise(resolve => {
    dev.stdout.on('data', text => {
      const found = /http:\/\/localhost:\d+\//.exec(String(text));
      if (found) resolve(found[0]);
    });
  });
  const looks = (await fetch(`${address}_dev/looks`)).body.pipeThrough(new TextDecoderStream()).getReader();
  await looks.read();
  const sql = readFileSync(metric, 'utf8');
  const page = async () => (await (await fetch(`${address}nyckeltal/lead-time/index.html`)).text()).length;
  await page();
  const seconds = [];
  for (let round = 1; round <= ROUNDS; round++) {
    const saved = performance.now();
    // Another measure each time, so that its figures are worked out anew.
    writeFileSync(
      metric,
      sql.replace(/^measure: (.*)$/m, (_, measure) => `measure: ${measure.replace(/\)$/, ` + ${round})`)}`),
    );
    for (let text = ''; !text.includes('event: look');) text += (await looks.read()).value;
    await page();
    seconds.push((performance.now() - saved) / 1000);
  }
  console.log(`from saved to seen: ${seconds.map(s => s.toFixed(2)).join(', ')} s`);
  const ratio = seconds.toSorted((a, b) => a - b)[Math.floor(ROUNDS / 2)] / whole;
  console.log(JSON.stringify({ bench: 'dev', ratio: Number(ratio.toFixed(3)), bar: BAR }));
} finally {
  dev?.kill();
  rmSync(project, { recursive: true, force: true });
}
