// Lays out the extension for Visual Studio Code, with the server in it, as vsce packs it.
//   node scripts/vscode.mjs [--outdir DIR]      then, in DIR: npx @vscode/vsce@4.1.0 package --no-dependencies
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { licences } from './licences.mjs';

const { values } = parseArgs({ options: { outdir: { type: 'string', default: '.cache/vscode' } } });
const root = resolve(import.meta.dirname, '..');
const outdir = resolve(root, values.outdir);
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

rmSync(outdir, { recursive: true, force: true });
mkdirSync(outdir, { recursive: true });
for (const name of ['LICENSE', 'CHANGELOG.md']) cpSync(join(root, name), join(outdir, name));
cpSync(join(root, 'editors/vscode/README.md'), join(outdir, 'README.md'));
const description = JSON.parse(readFileSync(join(root, 'editors/vscode/package.json'), 'utf8'));
writeFileSync(join(outdir, 'package.json'), `${JSON.stringify({ ...description, version }, null, 2)}\n`);
// The server is the committed build of the command line; only its file for the Action is left out.
cpSync(join(root, 'dist'), join(outdir, 'server'), { recursive: true, filter: (path) => !path.endsWith('main.js') });
writeFileSync(join(outdir, 'server/package.json'), '{ "type": "module" }\n');

const { metafile } = await build({
  absWorkingDir: root,
  entryPoints: ['editors/vscode/extension.mts'],
  outfile: join(outdir, 'extension.cjs'),
  bundle: true,
  platform: 'node',
  target: 'node20',
  format: 'cjs',
  external: ['vscode'],
  minify: true,
  charset: 'utf8',
  legalComments: 'none',
  metafile: true,
  logLevel: 'warning',
});
writeFileSync(join(outdir, 'licenses.txt'), licences(root, Object.keys(metafile.inputs)));
console.log(outdir);
