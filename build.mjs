// Builds what is not built: the browser bundle (dist/site) and the `malbild` bin (dist/cli). Says nothing when both are as the sources are.
// With arguments it then is `malbild` with those arguments, in this same process, so that signals reach it: `node build.mjs start`.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(fileURLToPath(import.meta.url));
const SOURCES = ['pipeline', 'dashboards', 'build.mjs', 'cli.vite.config.ts', 'package.json', 'package-lock.json', 'tsconfig.json'];
const CONFIGS = ['dashboards/vite.config.ts', 'cli.vite.config.ts'];
const bin = join(root, 'dist/cli/malbild.js');
const stamp = join(root, 'dist/cli/stamp.json');

/** The digest of everything a build reads, and of the Node that it runs on. */
function digest() {
  const hash = createHash('sha256').update(process.version);
  for (const source of SOURCES) for (const path of filesOf(source)) hash.update(`\n${path}\n`).update(readFileSync(join(root, path)));
  return hash.digest('hex');
}

function filesOf(source) {
  if (source.includes('.')) return [source];
  const entries = readdirSync(join(root, source), { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => relative(root, join(entry.parentPath, entry.name)))
    .sort();
}

function stamped() {
  try {
    return JSON.parse(readFileSync(stamp, 'utf8')).digest;
  } catch {
    return null;
  }
}

function build(config) {
  const vite = join(root, 'node_modules/vite/bin/vite.js');
  const { status } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'error', '--config', config], {
    cwd: root,
    stdio: ['ignore', 2, 2],
  });
  if (status !== 0) process.exit(1);
}

const now = digest();
if (stamped() !== now) {
  console.error('building…');
  rmSync(stamp, { force: true });
  for (const config of CONFIGS) build(config);
  writeFileSync(stamp, `${JSON.stringify({ digest: now })}\n`);
}
if (process.argv.length > 2) await import(pathToFileURL(bin).href);
