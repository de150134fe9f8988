/** Starts the built Action the way GitHub's runner starts a JavaScript action, and reads what the runner would read. */
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { temporaryFolder } from './git-repository.ts';
import { type GithubServer, WORKFLOW_TOKEN } from './github-server.ts';
import { type RunnerCommand, runnerCommands } from './runner-commands.ts';

export interface Step {
  readonly event: string;
  readonly payload: unknown;
  readonly workspace: string;
  readonly sha: string;
  readonly server?: GithubServer | undefined;
  readonly inputs?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly runNumber?: number;
  readonly job?: string;
}

export interface StepResult {
  readonly code: number;
  /** Both streams, as the runner reads them. */
  readonly output: string;
  readonly commands: readonly RunnerCommand[];
  readonly annotations: readonly RunnerCommand[];
  readonly summary: string;
  readonly outputs: Readonly<Record<string, string>>;
}

const ANNOTATIONS = ['error', 'warning', 'notice'];
const root = resolve(import.meta.dirname, '../..');

let built: Promise<string> | undefined;

/** dist/main.js of the sources as they are now. */
function build(): Promise<string> {
  built ??= (async () => {
    const folder = temporaryFolder();
    const { code, output } = await start([join(root, 'scripts/build.mjs'), '--outdir', folder], root, process.env);
    if (code !== 0) throw new Error(`the build failed:\n${output}`);
    return join(folder, 'main.js');
  })();
  return built;
}

export async function runStep(step: Step): Promise<StepResult> {
  const main = await build();
  const temp = temporaryFolder();
  const files = { event: join(temp, 'event.json'), summary: join(temp, 'summary.md'), output: join(temp, 'output') };
  writeFileSync(files.event, JSON.stringify(step.payload));
  writeFileSync(files.summary, '');
  writeFileSync(files.output, '');
  mkdirSync(join(temp, 'runner'));
  const { code, output } = await start([main], step.workspace, environment(step, temp, files));
  const commands = runnerCommands(output);
  return {
    code,
    output,
    commands,
    annotations: commands.filter((command) => ANNOTATIONS.includes(command.name)),
    summary: readFileSync(files.summary, 'utf8'),
    outputs: readOutputs(readFileSync(files.output, 'utf8')),
  };
}

function environment(
  step: Step,
  temp: string,
  files: { readonly event: string; readonly summary: string; readonly output: string },
): NodeJS.ProcessEnv {
  const url = step.server?.url ?? 'http://127.0.0.1:9';
  const inputs = { token: WORKFLOW_TOKEN, matrix: 'null', ...step.inputs };
  return {
    ...system(),
    HOME: temp,
    GIT_CONFIG_NOSYSTEM: '1',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTION: '__self',
    GITHUB_WORKSPACE: step.workspace,
    GITHUB_REPOSITORY: 'acme/shop',
    GITHUB_SERVER_URL: 'https://github.example',
    GITHUB_API_URL: url,
    GITHUB_GRAPHQL_URL: `${url}/graphql`,
    GITHUB_EVENT_NAME: step.event,
    GITHUB_EVENT_PATH: files.event,
    GITHUB_SHA: step.sha,
    GITHUB_REF_NAME: 'main',
    GITHUB_WORKFLOW: 'Lint',
    GITHUB_WORKFLOW_REF: 'acme/shop/.github/workflows/lint.yml@refs/heads/main',
    GITHUB_JOB: step.job ?? 'check',
    GITHUB_RUN_ID: '42',
    GITHUB_RUN_NUMBER: String(step.runNumber ?? 1),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_OUTPUT: files.output,
    RUNNER_TEMP: join(temp, 'runner'),
    RUNNER_OS: 'Linux',
    ...Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])),
    ...step.env,
  };
}

/** What processes need to start at all; Windows needs more than a path. */
function system(): NodeJS.ProcessEnv {
  const names = ['PATH', 'Path', 'SystemRoot', 'ComSpec', 'PATHEXT', 'TEMP', 'TMP'];
  return Object.fromEntries(names.flatMap((name) => (name in process.env ? [[name, process.env[name]]] : [])));
}

function start(
  args: readonly string[],
  cwd: string,
  env: NodeJS.ProcessEnv,
): Promise<{ readonly code: number; readonly output: string }> {
  const child = spawn(process.execPath, [...args], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk));
  return new Promise((done) => {
    child.on('close', (code) => done({ code: code ?? -1, output: Buffer.concat(chunks).toString('utf8') }));
  });
}

/** `name<<delimiter`, the value, the delimiter. */
function readOutputs(text: string): Readonly<Record<string, string>> {
  const outputs: Record<string, string> = {};
  const lines = text.split('\n');
  for (let at = 0; at < lines.length; at++) {
    const [name, delimiter] = (lines[at] ?? '').split('<<');
    if (!name || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, at + 1);
    if (end < 0) throw new Error(`the output ${name} has no end`);
    outputs[name] = lines.slice(at + 1, end).join('\n');
    at = end;
  }
  return outputs;
}
