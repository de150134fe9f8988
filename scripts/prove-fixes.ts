/**
 * `npm run prove-fixes -- FOLDER…`: writes the fixes of a repository into a copy of it and proves that exactly their
 * findings are gone, that a second run writes nothing, and that what was read before is still read: YAML, JSON, TOML,
 * shell scripts, and charts by the real helm.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, extname, join } from 'node:path';
import { parse as parseToml } from 'smol-toml';
import { parseAllDocuments } from 'yaml';
import { findHelm, Oracle } from './helm/oracle.ts';

interface Place {
  readonly path: string;
  readonly start: { readonly offset: number };
  readonly end: { readonly offset: number };
}

interface Found {
  readonly rule: string;
  readonly message: string;
  readonly severity: string;
  readonly location: Place;
  readonly fix?: { readonly location: Place; readonly also?: readonly { readonly location: Place }[] };
}

const LEVELS = ['notice', 'warning', 'error'];
const CLI = join(process.cwd(), 'dist/cli.js');
const helm = findHelm();
const oracle = helm === null ? undefined : new Oracle(helm, false);
const totals = { folders: 0, loud: 0, loudWithFix: 0, mended: 0, files: 0, charts: 0, faults: 0 };

for (const folder of process.argv.slice(2)) await prove(folder);
console.log(
  `${totals.folders} folders: ${totals.loudWithFix} of ${totals.loud} errors and warnings have a fix; ${totals.mended} findings mended in ${totals.files} files, ${totals.charts} charts rendered again; ${totals.faults} faults`,
);
process.exitCode = totals.faults > 0 ? 1 : 0;

async function prove(folder: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'fixes-'));
  const copy = join(work, 'copy');
  try {
    cpSync(folder, copy, { recursive: true, verbatimSymlinks: true, filter: (path) => basename(path) !== '.git' });
    const before = lint(copy);
    const paths = [...new Set(before.filter(({ fix }) => fix).map(({ location }) => location.path))];
    const charts = oracle ? [...new Set(paths.flatMap((path) => chartOf(copy, path) ?? []))] : [];
    const read = new Map(paths.map((path) => [path, isRead(join(copy, path))]));
    const rendered = new Set<string>();
    for (const chart of charts) if (await renders(copy, chart)) rendered.add(chart);
    const said = fix(copy);
    const texts = new Map(paths.map((path) => [path, readFileSync(join(copy, path), 'utf8')]));
    const faults = [
      ...differences(before, lint(copy)),
      ...(/There is nothing/.test(fix(copy)) ? [] : ['a second run writes again']),
      ...paths
        .filter((path) => readFileSync(join(copy, path), 'utf8') !== texts.get(path))
        .map((path) => `${path} changed twice`),
      ...paths.filter((path) => read.get(path) && !isRead(join(copy, path))).map((path) => `${path} is no longer read`),
    ];
    for (const chart of rendered) if (!(await renders(copy, chart))) faults.push(`chart ${chart} no longer renders`);
    count(before, paths, rendered, faults);
    console.log(`${basename(folder)}: ${said}${faults.length > 0 ? '' : ' proven'}`);
    for (const fault of faults) console.log(`  ${fault}`);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

function count(
  before: readonly Found[],
  paths: readonly string[],
  charts: ReadonlySet<string>,
  faults: readonly string[],
): void {
  const loud = before.filter(({ severity }) => severity !== 'notice');
  totals.folders += 1;
  totals.loud += loud.length;
  totals.loudWithFix += loud.filter((one) => one.fix).length;
  totals.mended += before.filter((one) => one.fix).length;
  totals.files += paths.length;
  totals.charts += charts.size;
  totals.faults += faults.length;
}

function lint(folder: string): readonly Found[] {
  const { stdout } = run(folder, ['--format', 'json', '--fail-on', 'never', '.']);
  return JSON.parse(stdout).findings;
}

function fix(folder: string): string {
  return run(folder, ['--fix=unsafe', '--quiet', '--fail-on', 'never', '.']).stderr.trim();
}

function run(folder: string, args: readonly string[]) {
  return spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: 'utf8', maxBuffer: 1 << 30 });
}

/** A finding is the same where rule, file and message are; lines move. */
function keyOf({ rule, location, message }: Found): string {
  return `${rule} ${location.path}: ${message}`;
}

function differences(before: readonly Found[], after: readonly Found[]): readonly string[] {
  const edited = before.flatMap(({ fix }) =>
    fix ? [fix.location, ...(fix.also ?? []).map((one) => one.location)] : [],
  );
  const isMended = (one: Found) => one.fix !== undefined || edited.some((place) => isInside(one.location, place));
  const stays = before.filter((one) => !isMended(one));
  const fixed = new Set(before.filter(isMended).map(keyOf));
  const gone = without(stays, after);
  return [
    ...without(after, stays)
      .filter((one) => !gone.some((other) => isQuieter(one, other)))
      .map((one) => `${fixed.has(keyOf(one)) ? 'not gone' : 'new'}: ${keyOf(one)}`),
    ...gone
      .filter((one) => !after.some((other) => isQuieter(other, one)))
      .map((one) => `gone without a fix: ${keyOf(one)}`),
  ];
}

function isInside(a: Place, b: Place): boolean {
  return a.path === b.path && a.start.offset >= b.start.offset && a.end.offset <= b.end.offset;
}

/** The same line is less urgent now, as what stood beside it is mended. */
function isQuieter(now: Found, then: Found): boolean {
  const isSame = now.rule === then.rule && now.location.path === then.location.path;
  return isSame && LEVELS.indexOf(now.severity) < LEVELS.indexOf(then.severity);
}

/** Those that the other list does not hold as often. */
function without(findings: readonly Found[], others: readonly Found[]): readonly Found[] {
  const left = new Map(tally(others));
  return findings.filter((one) => {
    const count = left.get(keyOf(one)) ?? 0;
    left.set(keyOf(one), count - 1);
    return count <= 0;
  });
}

function tally(findings: readonly Found[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const one of findings) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return counts;
}

/** Whether the tool of its language reads the file; false for templates, which none does. */
function isRead(file: string): boolean {
  const text = readFileSync(file, 'utf8');
  try {
    switch (extname(file)) {
      case '.yaml':
      case '.yml':
        return [...parseAllDocuments(text)].every(({ errors }) => errors.length === 0);
      case '.json':
        return JSON.parse(text) !== undefined;
      case '.toml':
        return parseToml(text) !== undefined;
      default:
        if (!/^#!.*\b(?:ba)?sh\b/.test(text)) return true;
        execFileSync('bash', ['-n', file], { stdio: 'ignore' });
        return true;
    }
  } catch {
    return false;
  }
}

function chartOf(root: string, path: string): string | undefined {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    if (existsSync(join(root, folder, 'Chart.yaml'))) return folder;
    if (folder === '.' || folder === '/') return undefined;
  }
}

async function renders(root: string, chart: string): Promise<boolean> {
  return (await oracle?.template(join(root, chart), [], chart, 0))?.error === null;
}
