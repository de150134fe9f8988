// Bundles the Action and the command line into dist/, with the licences of everything that is bundled.
//   node scripts/build.mjs [--outdir DIR]
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { licences } from './licences.mjs';

const { values } = parseArgs({ options: { outdir: { type: 'string', default: 'dist' } } });
const root = resolve(import.meta.dirname, '..');
const outdir = resolve(root, values.outdir);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// Bundled CommonJS packages call require() for Node's own modules, which an ES module does not have.
const banner = 'const require = process.getBuiltinModule;';

const entries = [
  { in: 'src/main.ts', out: 'main' },
  { in: 'src/cli.ts', out: 'cli' },
].filter((entry) => existsSync(join(root, entry.in)));

for (const name of existsSync(outdir) ? readdirSync(outdir) : []) if (name.endsWith('.js')) rmSync(join(outdir, name));

const options = {
  absWorkingDir: root,
  entryPoints: entries,
  outdir,
  bundle: true,
  // The pipeline is a chunk of its own, which a repository without a word about Docker never loads.
  splitting: true,
  chunkNames: 'chunk-[hash]',
  platform: 'node',
  // The same as modules, and without a look at the environment for every token.
  alias: { yaml: join(root, 'node_modules/yaml/browser/index.js') },
  target: 'node20',
  format: 'esm',
  minify: true,
  keepNames: false,
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
  banner: { js: banner },
  define: { 'process.env.DOCKERSHIM_LINT_VERSION': JSON.stringify(version) },
};
const { metafile } = await build({ ...options, write: false });
const result = await build({
  ...options,
  plugins: [fewChunks(metafile.inputs)],
  define: { ...options.define, 'process.env.DOCKERSHIM_LINT_BUILD': JSON.stringify(digestOf(metafile.inputs)) },
});

mkdirSync(outdir, { recursive: true });
writeFileSync(join(outdir, 'licenses.txt'), licences(root, Object.keys(result.metafile.inputs)));

/** Tells one state of the sources from every other. */
function digestOf(inputs) {
  const hash = createHash('sha256');
  for (const path of Object.keys(inputs).sort()) {
    const bytes = readFileSync(join(root, path));
    hash.update(`${path}:${bytes.length}:`).update(bytes);
  }
  return hash.digest('hex').slice(0, 16);
}

/**
 * A module goes into the chunk of all that need it, so that each part which is loaded late would cut what every run needs
 * into more files, and a file takes longer to open than to run. A part is only ever loaded by a run that has its start
 * already: it says so by an import, and what every run needs stays in one chunk for the program and one for its surface.
 */
function fewChunks(inputs) {
  const late = new Set();
  for (const { imports } of Object.values(inputs))
    for (const { kind, path } of imports) if (kind === 'dynamic-import') late.add(path);
  const surfaces = ['src/cli/start.ts', 'src/run/run.ts'].map((path) => ({ path, files: reachedFrom(inputs, path) }));
  return {
    name: 'few-chunks',
    setup({ onLoad }) {
      onLoad({ filter: /[\\/]src[\\/].*\.ts$/ }, ({ path }) => {
        const name = relative(root, path).replaceAll('\\', '/');
        const start = surfaces.find(
          (surface) => /^src\/(?:cli|lsp)\//.test(name) || surface.path.startsWith('src/run/'),
        );
        if (!late.has(name) || surfaces.some(({ files }) => files.has(name))) return undefined;
        const back = relative(dirname(name), start.path).replaceAll('\\', '/');
        return {
          contents: `import './${back}';\n${readFileSync(path, 'utf8')}`,
          loader: 'ts',
          resolveDir: dirname(path),
        };
      });
    },
  };
}

/** The files that are loaded with this one. */
function reachedFrom(inputs, start) {
  const files = new Set([start]);
  for (const file of files)
    for (const { kind, path } of inputs[file]?.imports ?? []) if (kind === 'import-statement') files.add(path);
  return files;
}
