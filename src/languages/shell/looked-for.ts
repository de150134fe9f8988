/** Variables whose text a script only looks for, takes out or prints: `OLD=--network-plugin=cni; sed -i "s/$OLD//" file`. */
import { baseName } from '../../text/path.ts';
import { step } from '../../text/steps.ts';
import type { NodeOf, ShellList, ShellNode, ShellPart, ShellTest, ShellWord } from './ast.ts';

/** A use deeper than this counts as one that is not understood. */
const DEEPEST = 40;
/** Loops over loops: `for group in $ALL; do for flag in $group; do grep …`. */
const ROUNDS = 3;

interface Uses {
  readonly text: string;
  /** How often the text of a variable is looked for. */
  readonly looked: Map<string, number>;
  readonly loops: { readonly name: string; readonly over: readonly string[] }[];
}

/** A variable counts only where each of its uses in the text is understood. */
export function lookedForVariables(text: string, body: ShellList): ReadonlySet<string> {
  if (!/=\(?\s{0,40}["']?--[a-z]/.test(text)) return new Set();
  const uses: Uses = { text, looked: new Map(), loops: [] };
  readList(body, uses, DEEPEST);
  const all = new Map<string, number>();
  for (const [, name = ''] of text.matchAll(/\$\{?[!#]?([A-Za-z_]\w*)/g)) add(all, name, 1);
  const isLookedFor = (name: string) => uses.looked.get(name) !== undefined && uses.looked.get(name) === all.get(name);
  let open = uses.loops;
  for (let round = 0; round < ROUNDS && open.length > 0; round++) {
    const closed = open.filter(({ name }) => isLookedFor(name));
    for (const { over } of closed) for (const name of over) add(uses.looked, name, 1);
    open = open.filter((loop) => !closed.includes(loop));
  }
  return new Set([...uses.looked.keys()].filter(isLookedFor));
}

function add(counts: Map<string, number>, name: string, count: number): void {
  counts.set(name, (counts.get(name) ?? 0) + count);
}

function readList(list: ShellList, uses: Uses, depth: number): void {
  if (depth > 0) for (const node of list) readNode(node, uses, depth - 1, false);
}

/** `printed`: what the node prints goes on into another program. */
function readNode(node: ShellNode, uses: Uses, depth: number, printed: boolean): void {
  if (!step()) return;
  switch (node.kind) {
    case 'command':
      readCommand(node, uses, depth, printed);
      return;
    case 'pipeline':
      for (const part of node.parts) readNode(part, uses, depth, node.parts.length > 1);
      return;
    case 'chain':
    case 'function':
      readList(node.kind === 'chain' ? node.parts : node.body, uses, depth);
      return;
    case 'block':
      readList(node.body, uses, depth);
      return;
    case 'redirected':
      if (!node.redirects.some(({ kind }) => kind === 'file')) readList([node.body], uses, depth);
      return;
    case 'if':
      for (const { condition, body } of node.branches) {
        readList(condition, uses, depth);
        readList(body, uses, depth);
      }
      readList(node.otherwise ?? [], uses, depth);
      return;
    case 'loop':
      readList(node.condition, uses, depth);
      readList(node.body, uses, depth);
      return;
    case 'for':
      uses.loops.push({ name: node.name, over: (node.words ?? []).flatMap(namesIn) });
      readList(node.body, uses, depth);
      return;
    case 'case':
      lookFor([node.subject, ...node.arms.flatMap(({ patterns }) => patterns)], uses);
      for (const { body } of node.arms) readList(body, uses, depth);
      return;
    case 'test':
      lookFor(wordsOf(node.expression), uses);
      return;
    case 'arithmetic':
      return;
  }
}

const SEARCHES = /^(?:[efz]?grep|rg|\[|test)$/;
const EDITS = /^(?:g?sed|perl)$/;
const PRINTS = /^(?:echo|printf|log|info|warn|warning|error|die|fail|fatal)$/;

function readCommand(
  { words, assignments, redirects }: NodeOf<'command'>,
  uses: Uses,
  depth: number,
  printed: boolean,
): void {
  for (const word of [...words, ...assignments.flatMap(({ value }) => value ?? [])]) inside(word.parts, uses, depth);
  const [first, ...rest] = words.filter((word) => wordText(word) !== 'sudo');
  const program = baseName(wordText(first));
  const writes = redirects.some((one) => one.kind === 'file' && /^>/.test(one.operator));
  if (SEARCHES.test(program) || (PRINTS.test(program) && !printed && !writes)) lookFor(rest, uses);
  if (EDITS.test(program)) {
    for (const word of rest) {
      for (const part of word.parts) {
        if (part.kind === 'variable' && isPattern(part, word, uses.text)) lookFor([{ ...word, parts: [part] }], uses);
      }
    }
  }
}

/** Of `sed "s/$x/y/"` and `sed "/$x/d"` the part that is looked for. */
function isPattern(part: ShellPart, word: ShellWord, text: string): boolean {
  const before = text.slice(Math.max(word.start, part.start - 400), part.start);
  const after = text.slice(part.end, Math.min(word.end, part.end + 400));
  if (/(?:^|[;\s"'{])s([|/#,@!%~])(?:(?!\1)[^\n])*$/.test(before)) return true;
  return /(?:^|[;\s"'{])\/[^/\n]*$/.test(before) && /^[^/\n]*\/d/i.test(after);
}

/** `${args//$flag/}`, and the scripts in a word. */
function inside(parts: readonly ShellPart[], uses: Uses, depth: number): void {
  for (const part of parts) {
    if (part.kind === 'script') {
      const [only, ...more] = part.body;
      // What it prints goes into the word.
      if (only && more.length === 0 && depth > 0) readNode(only, uses, depth - 1, true);
    } else if (part.kind === 'variable' && part.operation.kind === 'other') lookFor(part.operation.words, uses);
  }
}

function lookFor(words: readonly ShellWord[], uses: Uses): void {
  for (const name of words.flatMap(namesIn)) add(uses.looked, name, 1);
}

function namesIn({ parts }: ShellWord): readonly string[] {
  return parts.flatMap((part) => (part.kind === 'variable' ? [part.name] : []));
}

export function wordsOf(test: ShellTest): readonly ShellWord[] {
  switch (test.kind) {
    case 'unary':
      return [test.operand];
    case 'binary':
      return [test.left, test.right];
    case 'not':
      return wordsOf(test.operand);
    case 'all':
    case 'any':
      return test.operands.flatMap(wordsOf);
  }
}

function wordText(word: ShellWord | undefined): string {
  return (word?.parts ?? []).map((part) => (part.kind === 'text' ? part.value : '')).join('');
}
