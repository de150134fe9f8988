/**
 * `npm run test:act`: runs the Action with nektos/act, which is a runner of its own, in host mode (no Docker, no network):
 * each event that the README names, a fork, a matrix, and a job without a checkout. act must be on the path or in ACT:
 *   go install github.com/nektos/act@v0.2.89
 * `--verbose` prints the whole log of each run.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { devNull, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const ACT = process.env.ACT ?? 'act';
const ACTION = 'dockershim-lint/dockershim-lint@v0.1.0';
const CHECKOUT = '      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0\n';
const isVerbose = process.argv.includes('--verbose');

const work = mkdtempSync(join(tmpdir(), 'dockershim-act-'));
const action = join(work, 'action');
for (const name of ['dist', 'action.yml', 'package.json']) cpSync(name, join(action, name), { recursive: true });

const socketPod = (name: string) => `apiVersion: v1
kind: Pod
metadata:
  name: ${name}
spec:
  containers:
    - name: agent
      image: acme/${name}:1
      volumeMounts: [{ name: sock, mountPath: /var/run/docker.sock }]
  volumes:
    - name: sock
      hostPath: { path: /var/run/docker.sock }
`;

/** A repository whose base has one finding, and a change that brings another. */
interface Change {
  readonly folder: string;
  readonly base: string;
  readonly head: string;
  git(...args: readonly string[]): string;
}

function createChange(workflow: string): Change {
  const folder = mkdtempSync(join(work, 'repository-'));
  const env = { ...process.env, GIT_CONFIG_GLOBAL: devNull, GIT_CONFIG_NOSYSTEM: '1' };
  const git = (...args: readonly string[]) =>
    execFileSync('git', ['-c', 'user.name=Mona', '-c', 'user.email=mona@example.com', ...args], {
      cwd: folder,
      env,
      encoding: 'utf8',
    }).trim();
  const commit = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
    git('add', '--all');
    git('commit', '--quiet', '--message', path);
    return git('rev-parse', 'HEAD');
  };
  git('init', '--quiet', '--initial-branch=main');
  git('remote', 'add', 'origin', 'https://github.com/acme/shop.git');
  commit('.github/workflows/dockershim.yml', workflow);
  const base = commit('deploy/old.yaml', socketPod('old'));
  git('checkout', '--quiet', '-b', 'feature');
  const head = commit('deploy/new.yaml', socketPod('new'));
  return { folder, base, head, git };
}

/** The payload of test/events with its blanks filled in. */
function payload(event: string, blanks: Readonly<Record<string, string | number | boolean>>): string {
  return readFileSync(`test/events/${event}.json`, 'utf8')
    .replace(/"\{(\w+)\}"/g, (_, key: string) => JSON.stringify(blanks[key] ?? null))
    .replace(/\{(\w+)\}/g, (_, key: string) => String(blanks[key]));
}

function workflowOf(steps: string, job = ''): string {
  return `name: dockershim\non: [pull_request, push, merge_group, schedule]\njobs:\n  lint:\n    runs-on: ubuntu-24.04\n${job}    steps:\n${steps}`;
}

const LINT = `      - uses: ${ACTION}\n`;

interface Scenario {
  readonly name: string;
  readonly event: string;
  readonly workflow: string;
  readonly blanks: (change: Change) => Readonly<Record<string, string | number | boolean>>;
  /** What is checked out; the head itself where a push or a schedule runs. */
  readonly checkout: 'merge' | 'head';
  /** For each job, in the order of their names: its result, its outputs, and words of its log. */
  readonly expected: readonly Expected[];
}

interface Expected {
  readonly result: 'Success' | 'Failure';
  readonly outputs: Readonly<Record<string, string>>;
  readonly says: readonly string[];
}

const NEW = { conclusion: 'failure', total: '2', new: '1', fixed: '0' };
const pullRequest = ({ base, head }: Change, fork: boolean) => ({
  base,
  head,
  headOwner: fork ? 'stranger' : 'acme',
  headRepository: fork ? 2 : 1,
});

const SCENARIOS: readonly Scenario[] = [
  {
    name: 'pull_request',
    event: 'pull_request',
    workflow: workflowOf(CHECKOUT + LINT),
    blanks: (change) => pullRequest(change, false),
    checkout: 'merge',
    expected: [{ result: 'Failure', outputs: NEW, says: ['1 new (1 error), 1 existing', 'deploy/new.yaml'] }],
  },
  {
    name: 'pull_request from a fork',
    event: 'pull_request',
    workflow: workflowOf(CHECKOUT + LINT),
    blanks: (change) => pullRequest(change, true),
    checkout: 'merge',
    expected: [{ result: 'Failure', outputs: NEW, says: ['No comment was written'] }],
  },
  {
    name: 'push',
    event: 'push',
    workflow: workflowOf(CHECKOUT + LINT),
    blanks: ({ base, head }) => ({ branch: 'feature', before: base, after: head, forced: false }),
    checkout: 'head',
    expected: [{ result: 'Failure', outputs: NEW, says: ['1 new (1 error), 1 existing'] }],
  },
  {
    name: 'merge_group',
    event: 'merge_group',
    workflow: workflowOf(CHECKOUT + LINT),
    blanks: ({ base, head }) => ({ base, head }),
    checkout: 'merge',
    expected: [{ result: 'Failure', outputs: NEW, says: ['1 new (1 error), 1 existing'] }],
  },
  {
    name: 'schedule',
    event: 'schedule',
    workflow: workflowOf(CHECKOUT + LINT),
    blanks: () => ({}),
    checkout: 'head',
    expected: [{ result: 'Failure', outputs: { ...NEW, new: '2' }, says: ['2 findings (2 errors) in 2 files'] }],
  },
  {
    name: 'a matrix of runtimes',
    event: 'pull_request',
    workflow: workflowOf(
      `${CHECKOUT}${LINT}        with:\n          target-runtime: \${{ matrix.runtime }}\n`,
      '    strategy:\n      fail-fast: false\n      matrix:\n        runtime: [containerd, cri-dockerd]\n',
    ),
    blanks: (change) => pullRequest(change, false),
    checkout: 'merge',
    expected: [
      { result: 'Failure', outputs: NEW, says: ['Target: containerd'] },
      { result: 'Success', outputs: { ...NEW, conclusion: 'success' }, says: ['Target: cri-dockerd'] },
    ],
  },
  {
    name: 'a job without a checkout',
    event: 'pull_request',
    workflow: workflowOf(LINT),
    blanks: (change) => pullRequest(change, false),
    checkout: 'merge',
    expected: [{ result: 'Failure', outputs: {}, says: ['actions/checkout'] }],
  },
];

function run({ event, workflow, blanks, checkout }: Scenario): string {
  const change = createChange(workflow);
  const file = join(work, 'event.json');
  writeFileSync(file, payload(event, blanks(change)));
  if (checkout === 'merge') {
    change.git('checkout', '--quiet', '--detach', change.base);
    change.git('merge', '--quiet', '--no-ff', '--message', 'Merge', change.head);
  }
  const args = [event, '--eventpath', file, '--platform', 'ubuntu-24.04=-self-hosted', '--action-offline-mode'];
  const done = spawnSync(ACT, [...args, '--local-repository', `${ACTION}=${action}`], {
    cwd: change.folder,
    encoding: 'utf8',
    env: { ...process.env, XDG_CACHE_HOME: join(work, 'cache') },
    timeout: 120_000,
  });
  if (done.error) throw done.error;
  return `${done.stdout}${done.stderr}`;
}

/** The lines of each job; act writes its name in front of them, and a summary over several lines. */
function jobsOf(log: string): readonly string[] {
  const jobs = new Map<string, string[]>();
  let last = '';
  for (const line of log.split('\n')) {
    const name = /^\[dockershim\/([^\]]+?)\s*\]/.exec(line)?.[1];
    last = name ?? last;
    jobs.set(last, [...(jobs.get(last) ?? []), line]);
  }
  jobs.delete('');
  return [...jobs].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, lines]) => lines.join('\n'));
}

function faultsOf(log: string, expected: readonly Expected[]): readonly string[] {
  const jobs = jobsOf(log);
  if (jobs.length !== expected.length) return [`${jobs.length} jobs instead of ${expected.length}`];
  return expected.flatMap(({ result, outputs, says }, index) => {
    const job = jobs[index] ?? '';
    const faults = says.filter((words) => !job.includes(words)).map((words) => `does not say "${words}"`);
    // act gives all jobs of a matrix one result; each step has its own.
    if (!job.includes(`${result} - Main ${ACTION}`)) faults.push(`is no ${result}`);
    for (const [name, value] of Object.entries(outputs)) {
      const found = new RegExp(`::set-output:: ${name}=(.*)$`, 'm').exec(job)?.[1];
      if (found !== value) faults.push(`${name} is ${found} and not ${value}`);
    }
    return faults;
  });
}

let failed = 0;
for (const scenario of SCENARIOS) {
  const log = run(scenario);
  const faults = faultsOf(log, scenario.expected);
  if (faults.length > 0) failed += 1;
  console.log(`${faults.length === 0 ? 'as expected' : 'NOT as expected'}: ${scenario.name}`);
  for (const fault of faults) console.log(`  ${fault}`);
  if (isVerbose || faults.length > 0) console.log(log);
}
rmSync(work, { recursive: true, force: true });
console.log(`${SCENARIOS.length - failed} of ${SCENARIOS.length} runs as expected`);
process.exitCode = failed === 0 ? 0 : 1;
