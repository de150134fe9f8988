// Builds twice into temporary folders and compares both with the committed dist/: the bundle must be reproducible.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '..');
const builds = [1, 2].map(() => {
  const folder = mkdtempSync(join(tmpdir(), 'dist-'));
  execFileSync(process.execPath, [join(root, 'scripts/build.mjs'), '--outdir', folder], { stdio: 'inherit' });
  return folder;
});
const differences = [];
for (const folder of builds) {
  const names = new Set([...readdirSync(folder), ...readdirSync(join(root, 'dist'))]);
  for (const name of names) if (contents(folder, name) !== contents(join(root, 'dist'), name)) differences.push(name);
  rmSync(folder, { recursive: true });
}
if (differences.length > 0) {
  console.error(
    `dist/ is not what the sources build: ${[...new Set(differences)].join(', ')}. Run \`npm run build\` and commit dist/.`,
  );
  process.exitCode = 1;
} else {
  console.log('dist/ is what the sources build.');
}

function contents(folder, name) {
  try {
    return readFileSync(join(folder, name), 'utf8');
  } catch {
    return undefined;
  }
}
