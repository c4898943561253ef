// Finds the Chrome or Chromium that the browser tests use, installing one where it may. Prints its path.
// Exits 1 with a sentence that says what to do where there is none to be had.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser } from '../pipeline/print/find-browser.ts';

const found = () => findBrowser(process.env) ?? downloaded();

/** The browser that playwright-core itself downloads, if it has one. */
function downloaded() {
  const probe = "import('playwright-core').then(p => process.stdout.write(p.chromium.executablePath()))";
  const { status, stdout } = spawnSync(process.execPath, ['--input-type=module', '-e', probe], { encoding: 'utf8' });
  return status === 0 && existsSync(stdout) ? stdout : undefined;
}

const say = text => process.stderr.write(`${text}\n`);
const run = (command, args) => spawnSync(command, args, { stdio: ['ignore', 2, 2] }).status === 0;

function install() {
  const root = process.getuid?.() === 0;
  if (root && existsSync('/etc/debian_version')) {
    say('No Chrome or Chromium found: installing the Debian package chromium for the browser tests.');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium']);
  }
  if (!found()) {
    say("No Chrome or Chromium found: trying playwright-core's own download.");
    run(process.execPath, ['node_modules/playwright-core/cli.js', 'install', 'chromium']);
  }
}

if (!found()) install();
const path = found();
if (!path) {
  say('The browser tests need Chrome or Chromium, and none could be found or installed. Install one, or set CHROME_PATH to its program.');
  process.exit(1);
}
execFileSync(path, ['--version'], { stdio: 'ignore' });
process.stdout.write(`${path}\n`);
