// Bundles a TypeScript script and runs it: `node scripts/run.mjs scripts/x.ts [arguments]`.
import { mkdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const [script, ...rest] = process.argv.slice(2);
if (script === undefined) {
  console.error('usage: node scripts/run.mjs SCRIPT.ts [arguments]');
  process.exit(2);
}
const folder = join(import.meta.dirname, '..', 'node_modules', '.cache', 'run');
mkdirSync(folder, { recursive: true });
const outfile = join(folder, `${basename(script, '.ts')}-${process.pid}.mjs`);
await build({
  entryPoints: [script],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv.splice(1, process.argv.length - 1, script, ...rest);
process.setSourceMapsEnabled(true);
process.on('exit', () => rmSync(outfile, { force: true }));
await import(pathToFileURL(outfile).href);
