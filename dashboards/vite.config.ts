import { fileURLToPath } from 'node:url';
import { writeFileSync } from 'node:fs';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { Plugin, Rollup } from 'vite';
import { build, defineConfig } from 'vite';
import { compileKinds } from './charts/compile-kinds.ts';
import { numberedCode } from './charts/numbered-code.ts';
import { isPacked, PACKED, type Packing } from '../pipeline/contract/packed.ts';
import { SERVED_QUALITY } from '../pipeline/contract/served-quality.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/** `virtual:compiled-charts`: every chart's spec compiled at build, so that no compiler is shipped, with its expressions as code. */
const compiledCharts: Plugin = {
  name: 'compiled-charts',
  resolveId: id => (id === 'virtual:compiled-charts' ? `\0${id}` : undefined),
  load: id => {
    if (id !== '\0virtual:compiled-charts') return undefined;
    const { charts, codes } = numberedCode(compileKinds());
    const expressions = codes.map(code => `function (datum, _) { return (${code}); }`);
    return `export default JSON.parse(${JSON.stringify(JSON.stringify(charts))});\nexport const expressions = [${expressions.join(',\n')}];`;
  },
};

/** Scripts that are classic and in one piece: modules do not load from a file share, and a service worker's are not everywhere. */
const classicScript = (name: string, input: string): Plugin => ({
  name: `${name}-script`,
  async buildStart() {
    const result = await build({
      configFile: false,
      logLevel: 'warn',
      build: { write: false, rollupOptions: { input: here(input), output: { format: 'iife' } } },
    });
    const [output] = Array.isArray(result) ? result : [result];
    if (!output || !('output' in output)) throw new Error(`${input} was not built`);
    this.emitFile({ type: 'asset', name: `${name}.js`, source: output.output[0].code });
  },
});

/** How much a module brings when it is loaded, beside what is there already: as it lies, and as `serve` sends it. */
function sizeOf(bundle: Rollup.OutputBundle, module: string, there: readonly string[]): { bytes: number; packed: number } {
  const chunks = Object.values(bundle).filter(output => output.type === 'chunk');
  const found = new Set<string>();
  const gather = (file: string): void => {
    if (found.has(file)) return;
    found.add(file);
    for (const imported of chunks.find(({ fileName }) => fileName === file)?.imports ?? []) gather(imported);
  };
  const fileOf = (id: string): string => {
    const chunk = chunks.find(({ facadeModuleId }) => facadeModuleId === id);
    if (chunk === undefined) throw new Error(`${id} has no chunk of its own`);
    return chunk.fileName;
  };
  gather(fileOf(module));
  const all = [...found];
  found.clear();
  for (const id of there) gather(fileOf(id));
  const codes = all.filter(file => !found.has(file)).map(file => Buffer.from(chunks.find(({ fileName }) => fileName === file)!.code));
  const packed = codes.map(code => brotliCompressSync(code, { params: { [constants.BROTLI_PARAM_QUALITY]: SERVED_QUALITY } }).length);
  const sum = (sizes: readonly number[]): number => sizes.reduce((total, size) => total + size, 0);
  return { bytes: sum(codes.map(code => code.length)), packed: sum(packed) };
}

/** `manifest.json`: what pages refer to, as paths from a tree's root, and every file that a tree needs. */
const siteManifest: Plugin = {
  name: 'site-manifest',
  // After Vite's own plugin has emitted the style sheet.
  enforce: 'post',
  generateBundle(_, bundle) {
    const files = Object.keys(bundle).sort();
    const one = (what: string, fits: (file: string) => boolean): string => {
      const [file, ...more] = files.filter(fits);
      if (file === undefined || more.length > 0) throw new Error(`expected one ${what} in the bundle, found ${[file, ...more].join(', ')}`);
      return file;
    };
    const style = one('style sheet', file => file.endsWith('.css'));
    const manifest = {
      style,
      drill: one('entry', file => bundle[file]!.type === 'chunk' && (bundle[file] as { isEntry?: boolean }).isEntry === true),
      due: one('due script', file => /\/due-[^/]+\.js$/.test(file)),
      explore: sizeOf(bundle, here('./site/explore-run.ts'), [here('./site/main.ts'), here('./site/mb-explore.ts')]),
      offline: one('service worker', file => /\/offline-[^/]+\.js$/.test(file)),
      // Pages have the style sheet inline; the rest is served.
      files: files.filter(file => file !== style),
    };
    this.emitFile({ type: 'asset', fileName: 'manifest.json', source: `${JSON.stringify(manifest, null, 2)}\n` });
  },
};

const packers: Readonly<Record<Packing, (bytes: Uint8Array) => Uint8Array>> = {
  br: bytes => brotliCompressSync(bytes),
  gzip: bytes => gzipSync(bytes, { level: constants.Z_BEST_COMPRESSION }),
};

/** Compressed copies beside every file, as small as can be (Brotli 11, gzip 9): made once, where every edition would else make them. */
const packedCopies: Plugin = {
  name: 'packed-copies',
  writeBundle({ dir }, bundle) {
    for (const output of Object.values(bundle)) {
      const bytes = Buffer.from(output.type === 'chunk' ? output.code : output.source);
      if (!isPacked(output.fileName, bytes.length)) continue;
      for (const [packing, pack] of Object.entries(packers))
        writeFileSync(`${dir}/${output.fileName}${PACKED[packing as Packing]}`, pack(bytes));
    }
  },
};

/** The browser bundle: `dist/site/assets/` under content-hashed names, and `dist/site/manifest.json`. */
export default defineConfig({
  root: here('.'),
  base: './',
  publicDir: false,
  resolve: {
    // Lit's own choice between its two builds must not hang on where the bundle is made.
    conditions: ['module', 'browser', 'production'],
    // Most of Vega is what these charts do not use, and cannot be shaken off: each stand-in says what it leaves out.
    alias: [
      { find: /^vega-format$/, replacement: here('./site/vega-format.ts') },
      { find: /^vega-loader$/, replacement: here('./site/vega-loader.ts') },
      { find: /^vega-scenegraph$/, replacement: here('./site/vega-scenegraph.ts') },
    ],
  },
  plugins: [
    compiledCharts,
    classicScript('due', './site/due.ts'),
    classicScript('offline', './site/offline/worker.ts'),
    siteManifest,
    packedCopies,
  ],
  build: {
    outDir: here('../dist/site'),
    emptyOutDir: true,
    cssCodeSplit: false,
    modulePreload: { polyfill: false },
    target: 'es2022',
    rollupOptions: { input: here('./site/main.ts') },
  },
});
