/**
 * `npm run test:tools -- --bin FOLDER [--record] [FILE…]`: hands every command that the linter prints to the tool itself,
 * which must read it; a refused connection is what we want. FILE is a report of the linter (JSON) whose commands are tried too.
 * FOLDER holds crictl, ctr, podman, skopeo, jq, docker and nerdctl, or some of them; scripts/tools/install.sh fills one.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { EXAMPLES } from './tools/examples.ts';
import { commandsIn, printedCommands, wordsOf } from './tools/printed.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { bin: { type: 'string', default: '.cache/tools' }, record: { type: 'boolean', default: false } },
});

/** Options that keep each tool from reaching anything. */
const TOOLS: readonly (readonly [tool: string, before: string])[] = [
  ['crictl', '--timeout 300ms --runtime-endpoint unix:///nonexistent.sock --image-endpoint unix:///nonexistent.sock'],
  ['ctr', '--address /nonexistent.sock --connect-timeout 1s'],
  ['nerdctl', '--address /nonexistent.sock'],
  ['podman', '--remote --url unix:///nonexistent.sock'],
  ['skopeo', '--command-timeout 2s'],
  ['jq', ''],
  ['docker', '-H unix:///nonexistent.sock'],
];
const HELPERS = ['xargs', 'id', 'grep', 'cat', 'tr', 'head', 'timeout', 'bash', 'env'];
/** What the shell must not really do here. */
const STUBS = 'kill() { :; }; cp() { :; }; ps() { :; }; du() { :; }; gunzip() { :; }; sleep() { exit 0; };';
const USAGE =
  /incorrect usage|not defined|unknown (?:shorthand )?flag|unknown command|no help topic|requires (?:at least|exactly)|accepts (?:at most|\d)|please provide|cannot be empty|invalid argument|must be (?:provided|specified)|compile error|is not a \w+ command/i;

const shims = mkdtempSync(join(tmpdir(), 'tools-'));
const found = TOOLS.filter(([tool]) => existsSync(join(values.bin, tool)));
const missing = TOOLS.map(([tool]) => tool).filter((tool) => !existsSync(join(values.bin, tool)));
for (const [tool, before] of found) writeShim(tool, before);
for (const helper of HELPERS) symlinkSync(`/usr/bin/${helper}`, join(shims, helper));

const reports = positionals.flatMap((file) => JSON.parse(readFileSync(file, 'utf8')).findings);
const commands = [
  ...new Set([...printedCommands(), ...EXAMPLES, ...reports.flatMap(({ instead }) => commandsIn(instead))]),
];
const accepted = new Set<string>();
const refused: string[] = [];
const untried: string[] = [];
const queue = [...commands];
const AT_ONCE = 8;
await Promise.all(Array.from({ length: AT_ONCE }, work));

console.log(
  `${commands.length} commands: ${commands.length - refused.length - untried.length} read, ${refused.length} refused`,
);
console.log(`not installed: ${missing.join(', ') || 'nothing'}; ${untried.length} commands could not be tried`);
for (const line of [...refused, ...untried]) console.log(line);
if (values.record) {
  const versions = found.map(([tool]) => versionOf(tool));
  const recorded = { versions, words: [...accepted].sort(), untried: [...new Set(untried.flatMap(wordsOf))].sort() };
  writeFileSync('test/rules/tools.recorded.json', `${JSON.stringify(recorded, null, 2)}\n`);
}
process.exitCode = refused.length > 0 ? 1 : 0;

async function work(): Promise<void> {
  for (let command = queue.shift(); command !== undefined; command = queue.shift()) await tryCommand(command);
}

async function tryCommand(command: string): Promise<void> {
  if (missing.some((tool) => new RegExp(`(?:^|[\\s(|;])${tool} `).test(command))) {
    untried.push(command);
    return;
  }
  const log = join(shims, `log-${commands.indexOf(command)}`);
  writeFileSync(log, '');
  const env = { ...variablesOf(command), PATH: shims, HOME: shims, TOOL_LOG: log };
  const script = `set -- app app app; ${STUBS} ${withoutTemplates(asNodeReads(command))}`;
  const child = spawn('/bin/bash', ['-c', script], { env, stdio: 'ignore', timeout: 60_000 });
  await new Promise((done) => child.on('close', done));
  const said = readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => line !== '');
  const wrong = said.find((line) => USAGE.test(line));
  if (wrong !== undefined) refused.push(`${command}\n  ${wrong}`);
  else if (said.length === 0) refused.push(`${command}\n  no tool was run`);
  else for (const word of wordsOf(command)) accepted.add(word);
}

/** What the script around the command gives to its variables: without it a tool finds an empty word. */
function variablesOf(command: string): Readonly<Record<string, string>> {
  return Object.fromEntries([...command.matchAll(/\$\{?([A-Za-z_]\w*)/g)].map(([, name]) => [name, 'app']));
}

/** Advice for a command between the double quotes of `ssh NODE "…"` is written as it stands there. */
function asNodeReads(command: string): string {
  const isInside = command.includes('\\$(') || (command.includes('\\"') && !/(?<!\\)"/.test(command));
  return isInside ? command.replace(/\\(["$])/g, '$1') : command;
}

/** `{{ image }}`, `<%= @image %>`, `#{image}`, `$(IMAGE)` of a Makefile: Ansible, Helm, Chef or make fill them in before a shell sees the line. `$(<names)` is a file. */
function withoutTemplates(command: string): string {
  return command
    .replace(/(?<!--template '[^']*)\{\{(?!\.)[^{}]*\}\}/g, 'app')
    .replace(/<%=[^%]*%>|#\{[^{}]*\}/g, 'app')
    .replace(/\$\([A-Z_]+\)/g, 'app')
    .replace(/\$\(<[^()]*\)/g, 'app');
}

/** Runs the tool, keeps what it says, and prints an id, so that the rest of a pipeline has something to read. */
function writeShim(tool: string, before: string): void {
  const real = resolve(values.bin, tool);
  const script = `#!/usr/bin/bash
said=$(/usr/bin/timeout 10 ${real} ${before} "$@" 2>&1 </dev/null)
printf '%s\\n' "${tool} $* -> $(printf '%s' "$said" | /usr/bin/tr '\\n' ' ' | /usr/bin/tail -c 600)" >> "$TOOL_LOG"
echo ${'f'.repeat(64)}
`;
  writeFileSync(join(shims, tool), script, { mode: 0o755 });
}

function versionOf(tool: string): string {
  const flag = tool === 'skopeo' || tool === 'docker' ? ['--version'] : ['--version'];
  return spawnSync(join(values.bin, tool), flag, { encoding: 'utf8' }).stdout.trim().split('\n')[0] ?? tool;
}
