/** Parses the scripts of a folder with bash-parser and with unbash, and prints what each of them makes of them. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { ShellList, ShellNode, ShellPart, ShellWord } from '../src/languages/shell/ast.ts';
import { parseShell } from '../src/languages/shell/parser.ts';
import { maskTemplates } from '../src/text/mask.ts';
import { HOLE } from '../src/text/view.ts';

const TIMEOUT = 10_000;
const TARGETS = /^(docker|dockerd|systemctl|service|crictl|kubelet)$/;

interface Outcome {
  readonly accepted: boolean;
  readonly timedOut: boolean;
  readonly names: readonly string[];
  readonly milliseconds: number;
}

/** The other parser runs aside, as some inputs keep it busy for minutes. */
const BASH_PARSER = `
const { parentPort } = require('node:worker_threads');
const parse = require('bash-parser');
function names(tree) {
  const found = [];
  const open = [tree];
  while (open.length > 0) {
    const node = open.pop();
    if (!node || typeof node !== 'object') continue;
    if (node.type === 'Command' && node.name) {
      const name = node.name.text;
      const next = (node.suffix || []).find((word) => word.type === 'Word');
      found.push((name === '!' || name === 'time') && next ? next.text : name);
    }
    for (const value of Object.values(node)) if (value && typeof value === 'object') open.push(value);
  }
  return found;
}
parentPort.on('message', (text) => {
  const start = performance.now();
  try {
    const tree = parse(text, { mode: 'bash' });
    parentPort.postMessage({ accepted: true, timedOut: false, names: names(tree), milliseconds: performance.now() - start });
  } catch {
    parentPort.postMessage({ accepted: false, timedOut: false, names: [], milliseconds: performance.now() - start });
  }
});`;

function scriptsIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() && isScript(path))
    .sort();
}

function isScript(path: string): boolean {
  if (/\.(sh|bash)$/.test(path)) return true;
  return !/\.\w+$/.test(path) && /^#!.*\b(ba|da|a)?sh\b/.test(readFileSync(path, 'utf8').slice(0, 100));
}

function withUnbash(text: string): Outcome {
  const start = performance.now();
  const { body, errors } = parseShell(text);
  const names = commandNames(body);
  return { accepted: errors.length === 0, timedOut: false, names, milliseconds: performance.now() - start };
}

function createOther() {
  let worker = new Worker(BASH_PARSER, { eval: true });
  const parse = (text: string) =>
    new Promise<Outcome>((resolve) => {
      const timer = setTimeout(() => {
        worker.removeAllListeners('message');
        void worker.terminate();
        worker = new Worker(BASH_PARSER, { eval: true });
        resolve({ accepted: false, timedOut: true, names: [], milliseconds: TIMEOUT });
      }, TIMEOUT);
      worker.once('message', (outcome: Outcome) => {
        clearTimeout(timer);
        resolve(outcome);
      });
      worker.postMessage(text);
    });
  return { parse, close: () => worker.terminate() };
}

/** The names of all simple commands, also of those in substitutions. */
function commandNames(list: ShellList): string[] {
  const names: string[] = [];
  const open: (ShellNode | ShellWord | ShellPart)[] = [...list];
  for (let item = open.pop(); item; item = open.pop()) {
    if ('parts' in item && !('kind' in item)) open.push(...item.parts);
    if (!('kind' in item)) continue;
    if (item.kind === 'command' && item.words[0]) names.push(item.words[0].parts.map(textOf).join(''));
    for (const value of Object.values(item)) pushNodes(open, value);
  }
  return names;
}

function pushNodes(open: unknown[], value: unknown): void {
  if (Array.isArray(value)) for (const item of value) pushNodes(open, item);
  else if (value && typeof value === 'object') {
    if ('kind' in value || 'parts' in value) open.push(value);
    for (const inner of Object.values(value)) if (!('kind' in value) && !('parts' in value)) pushNodes(open, inner);
  }
}

function textOf(part: ShellPart): string {
  return part.kind === 'text' ? part.value : '$';
}

function share(part: number, whole: number): string {
  return whole === 0 ? '-' : `${part} (${((100 * part) / whole).toFixed(1)} %)`;
}

/** Distinct names that are written out: the parsers show expansions, quotes and repeated words differently. */
function plain(names: readonly string[]): string {
  const written = names.filter((name) => /^[\w./:+[\]-]+$/.test(name));
  return [...new Set(written)].sort().join('\n');
}

function targetsOf(names: readonly string[]): number {
  return names.filter((name) => TARGETS.test(name)).length;
}

async function compare(folder: string): Promise<void> {
  const other = createOther();
  const total = {
    files: 0,
    unbash: 0,
    other: 0,
    timedOut: 0,
    differs: 0,
    targets: 0,
    otherTargets: 0,
    ms: 0,
    otherMs: 0,
  };
  for (const path of scriptsIn(folder)) {
    const text = maskTemplates(readFileSync(path, 'utf8').replaceAll('\r\n', '\n')).replaceAll(HOLE, '_');
    const ours = withUnbash(text);
    const theirs = await other.parse(text);
    total.files += 1;
    total.unbash += Number(ours.accepted);
    total.other += Number(theirs.accepted);
    total.timedOut += Number(theirs.timedOut);
    total.differs += Number(theirs.accepted && plain(ours.names) !== plain(theirs.names));
    total.targets += targetsOf(ours.names);
    total.otherTargets += targetsOf(theirs.names);
    total.ms += ours.milliseconds;
    total.otherMs += theirs.milliseconds;
  }
  await other.close();
  const rows = [
    ['', 'bash-parser', 'unbash'],
    ['scripts parsed without an error', share(total.other, total.files), share(total.unbash, total.files)],
    ['given up after 10 s', `${total.timedOut}`, '0'],
    ['parsed, with other command names than unbash', `${total.differs}`, '-'],
    ['docker, systemctl, kubelet and like commands', `${total.otherTargets}`, `${total.targets}`],
    ['time', `${total.otherMs.toFixed(0)} ms`, `${total.ms.toFixed(0)} ms`],
  ];
  console.log(`${total.files} scripts in ${folder}`);
  for (const [label = '', theirs = '', ours = ''] of rows)
    console.log(`${label.padEnd(52)}${theirs.padEnd(22)}${ours}`);
}

const [folder] = process.argv.slice(2);
if (folder === undefined) {
  console.error('usage: npm run compare:shell FOLDER');
  process.exit(2);
}
await compare(folder);
