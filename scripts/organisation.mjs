// The parts of .github/workflows/organisation.yml: deals repositories to jobs, and lints those of one job.
//   node scripts/organisation.mjs deal --list repositories.txt [--each 20]            → jobs=[0,1,…] and count=N
//   node scripts/organisation.mjs lint --list repositories.txt --job 3 --count 12 --server https://github.com/acme --outdir reports [-- OPTIONS]
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

/** GitHub starts no more jobs of one matrix. */
const MOST_JOBS = 256;
const CLONE_MS = 10 * 60_000;
const LINT_MS = 20 * 60_000;
/** The scan ended with a report: nothing found, findings, nothing to scan, files not understood. */
const REPORTED = [0, 1, 3, 5];

const [command, ...rest] = process.argv.slice(2);
const { values, positionals } = parseArgs({
  args: rest,
  allowPositionals: true,
  options: {
    list: { type: 'string' },
    each: { type: 'string', default: '20' },
    job: { type: 'string' },
    count: { type: 'string' },
    server: { type: 'string' },
    outdir: { type: 'string', default: 'reports' },
  },
});
const names = [
  ...new Set(
    readFileSync(values.list ?? '', 'utf8')
      .split('\n')
      .map((line) => line.trim()),
  ),
]
  .filter(isName)
  .sort();
if (command === 'deal') deal();
else if (command === 'lint') lint();
else process.exitCode = 2;

/** What GitHub lets a repository be called, and nothing that a path or an option could be. */
function isName(name) {
  return /^[\w.-]{1,100}$/.test(name) && !/^[.-]/.test(name);
}

function deal() {
  const count = Math.min(MOST_JOBS, Math.ceil(names.length / Math.max(1, Number(values.each))));
  console.log(`jobs=${JSON.stringify([...Array(count).keys()])}`);
  console.log(`count=${count}`);
}

/** One repository that cannot be read hides nothing of the others: it has no report, and the merged one says so. */
function lint() {
  mkdirSync(values.outdir, { recursive: true });
  const own = names.filter((_, index) => index % Number(values.count) === Number(values.job));
  for (const name of own) {
    const work = mkdtempSync(join(tmpdir(), 'organisation-'));
    try {
      const problem = lintOne(name, join(work, name));
      console.log(problem === undefined ? name : `${name}: ${problem}`);
    } finally {
      rmSync(work, { recursive: true, force: true });
    }
  }
}

/** What went wrong, in words. */
function lintOne(name, folder) {
  const clone = spawnSync(
    'git',
    ['clone', '--quiet', '--depth=1', '--no-tags', '--', `${values.server}/${name}`, folder],
    { timeout: CLONE_MS, encoding: 'utf8', env: { ...withoutToken(), ...gitEnvironment() } },
  );
  if (clone.status !== 0) return `not cloned: ${firstLine(clone.stderr)}`;
  const cli = resolve(import.meta.dirname, '../dist/cli.js');
  const run = spawnSync(process.execPath, [cli, ...positionals, '--format', 'json', '--fail-on', 'never', folder], {
    timeout: LINT_MS,
    encoding: 'utf8',
    maxBuffer: 512 * 1024 * 1024,
    env: withoutToken(),
  });
  if (!REPORTED.includes(run.status)) return `not looked at: ${firstLine(run.stderr)}`;
  writeFileSync(join(values.outdir, `${name}.json`), run.stdout);
  return undefined;
}

/** The token is for the clone alone, and on no command line. What a repository says about filters and links to others is not followed. */
function gitEnvironment() {
  const settings = [
    ['core.hooksPath', '/dev/null'],
    ['submodule.recurse', 'false'],
  ];
  const token = process.env.REPOSITORIES_TOKEN ?? '';
  if (token !== '') {
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64');
    settings.push([`http.${values.server}/.extraHeader`, `Authorization: Basic ${basic}`]);
  }
  return Object.fromEntries([
    ...[
      ['GIT_TERMINAL_PROMPT', '0'],
      ['GIT_LFS_SKIP_SMUDGE', '1'],
      ['GIT_CONFIG_COUNT', String(settings.length)],
    ],
    ...settings.flatMap(([key, value], index) => [
      [`GIT_CONFIG_KEY_${index}`, key],
      [`GIT_CONFIG_VALUE_${index}`, value],
    ]),
  ]);
}

function withoutToken() {
  const { REPOSITORIES_TOKEN: _, ...rest } = process.env;
  return rest;
}

function firstLine(text) {
  return (text ?? '').trim().split('\n')[0].slice(0, 300);
}
