// Bundles the Action and the command line into dist/, with the licences of everything that is bundled.
//   node scripts/build.mjs [--outdir DIR]
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';

const { values } = parseArgs({ options: { outdir: { type: 'string', default: 'dist' } } });
const root = resolve(import.meta.dirname, '..');
const outdir = resolve(root, values.outdir);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

// Bundled CommonJS packages call require() for Node's own modules, which an ES module does not have.
const banner =
  "import { createRequire as nodeCreateRequire } from 'node:module';\nconst require = nodeCreateRequire(import.meta.url);";

const entries = [
  { in: 'src/main.ts', out: 'main' },
  { in: 'src/cli.ts', out: 'cli' },
].filter((entry) => existsSync(join(root, entry.in)));

for (const name of existsSync(outdir) ? readdirSync(outdir) : []) if (name.endsWith('.js')) rmSync(join(outdir, name));

const result = await build({
  absWorkingDir: root,
  entryPoints: entries,
  outdir,
  bundle: true,
  // The pipeline is a chunk of its own, which a repository without a word about Docker never loads.
  splitting: true,
  chunkNames: 'chunk-[hash]',
  platform: 'node',
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
});

mkdirSync(outdir, { recursive: true });
writeFileSync(join(outdir, 'licenses.txt'), licences(Object.keys(result.metafile.inputs)));

/** The licence text of each bundled package, in the order of their names. */
function licences(inputs) {
  const packages = new Map();
  for (const input of inputs) {
    const match = /^(.*node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(input);
    if (match) packages.set(match[1], readPackage(join(root, match[1])));
  }
  const sections = [...packages.values()].sort((a, b) => (a.title < b.title ? -1 : 1));
  return `Third-party software bundled in this folder.\n\n${sections.map((s) => `${'='.repeat(78)}\n${s.title}\n${'='.repeat(78)}\n${s.text}\n`).join('\n')}`;
}

function readPackage(folder) {
  const meta = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)/i.test(name));
  const text = file
    ? readFileSync(join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim()
    : `Licence: ${meta.license}`;
  return { title: `${meta.name} ${meta.version} (${meta.license ?? 'see below'})`, text };
}
