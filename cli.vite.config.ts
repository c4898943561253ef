import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vite';
import { digestLockfile, digestSources } from './pipeline/publish/engine.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/** The `malbild` bin: the pipeline and the page templates in one bundle, packages left in node_modules. */
export default defineConfig({
  root,
  publicDir: false,
  logLevel: 'warn',
  define: {
    __MALBILD_ENGINE__: JSON.stringify(digestSources(root)),
    __MALBILD_LOCKFILE__: JSON.stringify(digestLockfile(root)),
  },
  build: {
    ssr: true,
    target: 'node20',
    outDir: 'dist/cli',
    emptyOutDir: true,
    minify: false,
    sourcemap: false,
    // What `run` needs (DuckDB, Vega) is a file of its own beside, so that `help` and `serve` start without it.
    rolldownOptions: {
      // `…-worker.js` are what threads run.
      input: {
        malbild: 'pipeline/main.ts',
        'draw-worker': 'pipeline/render/draw/draw-worker.ts',
        'pack-worker': 'pipeline/publish/pack-worker.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name].js' },
    },
  },
});
