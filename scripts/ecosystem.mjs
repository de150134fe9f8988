// Shows what a change of the linter changes on real repositories, or all that it says about them.
//   node scripts/ecosystem.mjs --base DIST --head DIST --list FILE      the findings that are gained and lost
//   node scripts/ecosystem.mjs --quarrel FILE.md --head DIST --list FILE    each error and warning with its lines, to be judged
// Each line of the list: a folder, or a git directory and, after a space, a commit (HEAD when absent). DIST holds cli.js.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { quarrelPage } from './quarrel.mjs';

const { values } = parseArgs({
  options: {
    base: { type: 'string' },
    head: { type: 'string' },
    list: { type: 'string' },
    quarrel: { type: 'string' },
  },
});
if (!values.head || !values.list || (values.base === undefined) === (values.quarrel === undefined)) {
  console.error('usage: node scripts/ecosystem.mjs (--base DIST | --quarrel FILE.md) --head DIST --list FILE');
  process.exit(2);
}

let gained = 0;
let lost = 0;
const pages = [];
for (const line of readFileSync(values.list, 'utf8').split('\n')) {
  const [place, commit = 'HEAD'] = line.trim().split(/\s+/);
  if (!place || place.startsWith('#')) continue;
  const isGit = existsSync(join(place, 'objects'));
  const folder = isGit ? checkOut(place, commit) : place;
  if (values.quarrel !== undefined) pages.push(quarrel(basename(place), folder));
  else compare(place, folder);
  if (isGit) rmSync(folder, { recursive: true });
}
if (values.quarrel !== undefined) writeFileSync(values.quarrel, `${pages.join('\n\n')}\n`);
else console.log(`\n${gained} findings gained, ${lost} lost`);

function quarrel(name, folder) {
  const found = jsonOf(values.head, folder);
  return found
    ? quarrelPage(name, found, (path) => readFileSync(join(folder, path), 'utf8'))
    : `## ${name}\n\nnothing to scan`;
}

function compare(name, folder) {
  const before = run(values.base, folder);
  const after = run(values.head, folder);
  report(name, missingFrom(after, before), missingFrom(before, after), after.size);
}

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
  const entries = (jsonOf(dist, folder)?.findings ?? []).map((f) => {
    const place = `${f.location.path}:${f.location.start.line}:${f.location.start.column}`;
    return [`${f.rule} ${f.severity} ${place}`, `${place} ${f.severity} ${f.rule}: ${f.message}`];
  });
  return new Map(entries);
}

/** Undefined where there is nothing to scan. */
function jsonOf(dist, folder) {
  const done = spawnSync(process.execPath, [resolve(dist, 'cli.js'), '--format', 'json', '--fail-on', 'never', '.'], {
    cwd: folder,
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  });
  if (done.status === 3) return undefined;
  if (done.status !== 0) throw new Error(`exit ${done.status}: ${done.stderr.slice(-500)}`);
  return JSON.parse(done.stdout);
}

function checkOut(gitDir, commit) {
  const folder = mkdtempSync(join(tmpdir(), 'ecosystem-'));
  const archive = execFileSync('git', [`--git-dir=${gitDir}`, 'archive', commit], { maxBuffer: 1 << 30 });
  execFileSync('tar', ['-x', '-C', folder], { input: archive });
  return folder;
}
