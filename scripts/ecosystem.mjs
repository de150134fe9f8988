// Shows what a change of the linter changes on real repositories: runs two builds over a list and prints the difference.
//   node scripts/ecosystem.mjs --base DIST --head DIST --list FILE
// Each line of the list: a git directory and, after a space, a commit (HEAD when absent). DIST holds cli.js.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({
  options: { base: { type: 'string' }, head: { type: 'string' }, list: { type: 'string' } },
});
if (!values.base || !values.head || !values.list) {
  console.error('usage: node scripts/ecosystem.mjs --base DIST --head DIST --list FILE');
  process.exit(2);
}

let gained = 0;
let lost = 0;
for (const line of readFileSync(values.list, 'utf8').split('\n')) {
  const [gitDir, commit = 'HEAD'] = line.trim().split(/\s+/);
  if (!gitDir || gitDir.startsWith('#')) continue;
  const folder = checkOut(gitDir, commit);
  const before = run(values.base, folder);
  const after = run(values.head, folder);
  report(gitDir, missingFrom(after, before), missingFrom(before, after), after.size);
  rmSync(folder, { recursive: true });
}
console.log(`\n${gained} findings gained, ${lost} lost`);

function report(name, added, removed, total) {
  gained += added.length;
  lost += removed.length;
  console.log(`\n${name}: ${total} findings, ${added.length} gained, ${removed.length} lost`);
  for (const text of added) console.log(`  + ${text}`);
  for (const text of removed) console.log(`  - ${text}`);
}

/** Findings of `of` that `other` does not have. */
function missingFrom(of, other) {
  return [...of].filter(([key]) => !other.has(key)).map(([, text]) => text);
}

function run(dist, folder) {
  const done = spawnSync(process.execPath, [join(dist, 'cli.js'), '--format', 'json', '--fail-on', 'never', folder], {
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (done.status === 3) return new Map();
  if (done.status !== 0) throw new Error(`exit ${done.status}: ${done.stderr.slice(-500)}`);
  const entries = JSON.parse(done.stdout).findings.map((f) => {
    const place = `${f.location.path}:${f.location.start.line}:${f.location.start.column}`;
    return [`${f.rule} ${f.severity} ${place}`, `${place} ${f.severity} ${f.rule}: ${f.message}`];
  });
  return new Map(entries);
}

function checkOut(gitDir, commit) {
  const folder = mkdtempSync(join(tmpdir(), 'ecosystem-'));
  const archive = execFileSync('git', [`--git-dir=${gitDir}`, 'archive', commit], { maxBuffer: 1 << 30 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  return folder;
}
