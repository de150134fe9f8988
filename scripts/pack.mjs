// Packs what a release carries: one file that runs wherever it is unpacked, and the notes of its version.
//   node scripts/pack.mjs [--outdir DIR] [--tag v1.2.3]
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { outdir: { type: 'string', default: 'release' }, tag: { type: 'string' } } });
const root = resolve(import.meta.dirname, '..');
const outdir = resolve(root, values.outdir);
const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const { version } = description;

if (values.tag !== undefined && values.tag !== `v${version}`) {
  console.error(`The tag ${values.tag} is not that of version ${version} in package.json.`);
  process.exit(1);
}

const stage = mkdtempSync(join(tmpdir(), 'pack-'));
for (const name of description.files) {
  mkdirSync(dirname(join(stage, name)), { recursive: true });
  cpSync(join(root, name), join(stage, name), { recursive: true });
}
// dist/ holds all that it needs, so that installing the file fetches nothing and runs nothing.
const { dependencies: _, devDependencies: __, scripts: ___, private: ____, ...packed } = description;
writeFileSync(join(stage, 'package.json'), `${JSON.stringify(packed, null, 2)}\n`);

mkdirSync(outdir, { recursive: true });
execFileSync('npm', ['pack', '--ignore-scripts', '--silent', '--pack-destination', outdir], {
  cwd: stage,
  stdio: ['ignore', 'ignore', 'inherit'],
  shell: process.platform === 'win32',
});
rmSync(stage, { recursive: true });
writeFileSync(join(outdir, 'notes.md'), notesOf(readFileSync(join(root, 'CHANGELOG.md'), 'utf8')));
console.log(join(outdir, `${description.name}-${version}.tgz`));

/** The section of this version. */
function notesOf(changelog) {
  const section = changelog.split(/^## /m).find((part) => part.split('\n', 1)[0].trim() === version);
  return section === undefined ? `Version ${version}.\n` : `${section.slice(section.indexOf('\n')).trim()}\n`;
}
