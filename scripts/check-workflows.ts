// Reads every workflow that we run, write or show with zizmor, actionlint and check-jsonschema: those of .github, those that `init` writes,
// the examples, and each snippet of the documents. Installs the tools at exact versions below node_modules/.cache.
//   node scripts/run.mjs scripts/check-workflows.ts
import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { initWorkflows } from '../src/github/init.ts';
import { snippetsOf } from './workflow-snippets.ts';

const ZIZMOR = '1.32.0';
const ACTIONLINT = '1.7.12';
const CHECK_JSONSCHEMA = '0.36.2';

const root = process.cwd();
const tools = resolve(root, 'node_modules/.cache/workflow-checkers');

try {
  installPython('zizmor', ZIZMOR);
  installPython('check-jsonschema', CHECK_JSONSCHEMA);
  install('actionlint', ACTIONLINT, 'go', ['install', `github.com/rhysd/actionlint/cmd/actionlint@v${ACTIONLINT}`]);
  process.exitCode = check();
} catch (error) {
  console.error(`check-workflows: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 1;
}

function installPython(tool: string, version: string): void {
  const pip = ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '--only-binary=:all:', '--upgrade'];
  install(tool, version, 'python3', [...pip, `--target=${join(tools, tool)}`, `${tool}==${version}`]);
}

/** Each tool has a folder of its own; the marker is the version, so that another one is installed anew. */
function install(tool: string, version: string, program: string, args: readonly string[]): void {
  const marker = join(tools, `${tool}-${version}`);
  if (existsSync(marker)) return;
  mkdirSync(tools, { recursive: true });
  const { status, error, stderr } = spawnSync(program, [...args], {
    encoding: 'utf8',
    env: { ...process.env, GOBIN: join(tools, 'actionlint/bin'), GOFLAGS: '-mod=mod' },
  });
  if (error) throw new Error(`${program} is needed to install ${tool} ${version}, and cannot be started.`);
  if (status !== 0) throw new Error(`${tool} ${version} cannot be installed:\n${stderr.trim()}`);
  writeFileSync(marker, '');
}

function check(): number {
  const folder = mkdtempSync(join(tmpdir(), 'workflows-'));
  try {
    const places = collect(folder);
    const zizmor = ['--offline', '--no-progress', '--quiet', `--config=${join(root, 'zizmor.yml')}`];
    const own = runTool('zizmor', [...zizmor, '--persona=pedantic', join(folder, 'own')], folder);
    const shown = runTool('zizmor', [...zizmor, join(folder, 'shown')], folder);
    const names = [...places.keys()];
    const lint = runTool('actionlint', ['-no-color', '-shellcheck=', '-pyflakes=', ...names], folder);
    const schema = (name: string, files: readonly string[]) =>
      runTool('check-jsonschema', ['--quiet', '--builtin-schema', `vendor.${name}`, ...files], folder);
    const schemas = [
      schema('github-workflows', names),
      schema('github-actions', ['own/action.yml']),
      schema('dependabot', ['own/.github/dependabot.yml']),
    ];
    const outputs = [own, shown, lint, ...schemas];
    for (const output of outputs) if (output !== undefined) console.error(named(output, places));
    const failed = outputs.some((output) => output !== undefined);
    console.log(failed ? 'The workflows have problems.' : `${names.length} workflows read, no problems.`);
    return failed ? 1 : 0;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** What is found, or undefined for nothing. */
function runTool(tool: string, args: readonly string[], cwd: string): string | undefined {
  const home = join(tools, tool);
  const { status, error, stdout, stderr } = spawnSync(join(home, 'bin', tool), [...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, PYTHONPATH: home },
  });
  if (error) throw new Error(`${tool} cannot be started: ${error.message}`);
  return status === 0 ? undefined : `${tool}:\n${stdout}${stderr}`;
}

/** Lays the workflows where both tools look for them; what each copy stands for, by its path. */
function collect(folder: string): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const lay = (kind: 'own' | 'shown', place: string, text: string) => {
    const path = `${kind}/.github/workflows/${place.replace(/[^\w.-]+/g, '_').replace(/(?:\.ya?ml)?$/, '.yml')}`;
    mkdirSync(join(folder, kind, '.github/workflows'), { recursive: true });
    writeFileSync(join(folder, path), text);
    places.set(path, place);
  };
  for (const name of readdirSync('.github/workflows'))
    lay('own', `.github/workflows/${name}`, readFileSync(join('.github/workflows', name), 'utf8'));
  cpSync('.github/dependabot.yml', join(folder, 'own/.github/dependabot.yml'));
  cpSync('action.yml', join(folder, 'own/action.yml'));
  for (const name of readdirSync('docs/examples'))
    lay('own', `docs/examples/${name}`, readFileSync(join('docs/examples', name), 'utf8'));
  const own = { commit: '1234567890abcdef1234567890abcdef12345678', isRelease: true };
  const options = { own, defaultBranch: 'main' };
  for (const { path, text } of initWorkflows(options, true)) lay('own', `init writes ${path}`, text);
  for (const page of pages())
    for (const { place, workflow } of snippetsOf(page, readFileSync(page, 'utf8'))) lay('shown', place, workflow);
  return places;
}

function pages(): readonly string[] {
  const docs = readdirSync('docs', { recursive: true, encoding: 'utf8' }).map((name) => join('docs', name));
  return [...readdirSync('.'), ...docs].filter((name) => name.endsWith('.md')).sort();
}

function named(output: string, places: ReadonlyMap<string, string>): string {
  let text = output;
  for (const [path, place] of places) text = text.replaceAll(path, place);
  return text;
}
