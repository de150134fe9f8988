/** `if` and `switch` of Groovy, `when` of a declarative pipeline, and what holds behind a branch that leaves. */
import {
  allOf,
  anyOf,
  type Branches,
  behindLeaving,
  branchesOf,
  type Condition,
  type Ending,
  inverted,
  NOTHING,
  within,
} from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import { step } from '../../text/steps.ts';
import type { View } from '../../text/view.ts';
import { token } from '../text/facts.ts';
import { type Blocks, createBlocks } from './blocks.ts';
import { readTest } from './expression.ts';
import type { Stretch } from './stretches.ts';
import { isOtherRuntimeName, namesRuntime, valueBranches } from './words.ts';

/** Comments and texts are passed over. */
const PIECE =
  /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|"""[\s\S]*?(?:"""|$)|'''[\s\S]*?(?:'''|$)|"(?:[^"\\\n]|\\.)*"?|'(?:[^'\\\n]|\\.)*'?|(?<![.\w$])(?<word>if|switch|case|default|when)\b|[{}()[\]\n;]/g;

interface Frame {
  /** A branch without braces ends with its statement. */
  readonly of: 'block' | 'branch' | 'statement' | 'switch';
  readonly start: number;
  /** The branches of one `if` up to this one. */
  readonly chain: readonly Branch[];
  /** What a `switch` is about. */
  readonly subject: string;
  /** What is opened for the rest of the block, behind branches that leave. */
  rests: number;
  parentheses: number;
}

interface Branch {
  readonly test: Branches;
  readonly ending: Ending;
}

interface Scan {
  readonly view: View;
  readonly blocks: Blocks;
  /** The first one is the whole text. */
  readonly frames: Frame[];
  at: number;
}

const PLAIN = { chain: [], subject: '' };

export function groovyStretches(view: View): readonly Stretch[] {
  const blocks = createBlocks(view);
  const scan: Scan = { view, blocks, frames: [], at: 0 };
  push(scan, 'block');
  const pieces = new RegExp(PIECE);
  for (let match = pieces.exec(view.text); match && step(); match = pieces.exec(view.text)) {
    scan.at = pieces.lastIndex;
    readPiece(scan, match);
    pieces.lastIndex = scan.at;
  }
  return blocks.stretches();
}

function push({ frames, at }: Scan, of: Frame['of'], more: Pick<Frame, 'chain' | 'subject'> = PLAIN): void {
  frames.push({ of, start: at, rests: 0, parentheses: 0, ...more });
}

function readPiece(scan: Scan, match: RegExpExecArray): void {
  const [text] = match;
  const top = scan.frames.at(-1);
  if (!top) return;
  if (text === '(' || text === '[') top.parentheses += 1;
  else if (text === ')' || text === ']') top.parentheses -= 1;
  else if (text === '{') push(scan, 'block');
  else if (text === '}') closeBrace(scan, match.index);
  else if (text === '\n' || text === ';') endStatements(scan, match.index);
  else if (match.groups?.word !== undefined) readWord(scan, match.groups.word, match.index, top);
}

function readWord(scan: Scan, word: string, start: number, top: Frame): void {
  if (word === 'if') enterBranch(scan, []);
  else if (word === 'switch') enterSwitch(scan);
  else if (word === 'when') readWhen(scan);
  else if (top.of === 'switch') nextCase(scan, start, top);
}

/** What stands in the parentheses that follow, or nothing where none do. */
function parenthesised(scan: Scan): Token | undefined {
  const open = openAt(scan.view.text, scan.at, '(');
  if (open === undefined) return undefined;
  const close = closeOf(scan.view.text, open);
  if (close === undefined) return undefined;
  scan.at = close + 1;
  return token(scan.view, open + 1, close);
}

function openAt(text: string, from: number, sign: '(' | '{'): number | undefined {
  const blank = /\s{0,200}/y;
  blank.lastIndex = from;
  blank.exec(text);
  return text[blank.lastIndex] === sign ? blank.lastIndex : undefined;
}

const LONGEST = 2000;
const DEEPEST_SIGNS = 40;

/** The offset of the sign that closes the one at `open`. */
function closeOf(text: string, open: number): number | undefined {
  let depth = 0;
  const part = text.slice(open, open + LONGEST);
  for (const { 0: piece, index } of part.matchAll(PIECE)) {
    if (/^[{([]$/.test(piece)) depth += 1;
    else if (/^[})\]]$/.test(piece)) depth -= 1;
    if (depth === 0) return open + index;
    if (depth > DEEPEST_SIGNS || !step()) return undefined;
  }
  return undefined;
}

/** Behind `if`, or behind the `else` of the branches before. */
function enterBranch(scan: Scan, before: readonly Branch[], isElse = false): void {
  const at = isElse ? undefined : parenthesised(scan);
  if (!isElse && !at) return;
  const test = at ? testOf(at) : NOTHING;
  const brace = openAt(scan.view.text, scan.at, '{');
  if (brace !== undefined) scan.at = brace + 1;
  if (before.length > 0) scan.blocks.next(scan.at, test);
  else scan.blocks.open(scan.at, test);
  const chain: readonly Branch[] = [...before, { test, ending: 'continues' }];
  push(scan, brace === undefined ? 'statement' : 'branch', { ...PLAIN, chain });
}

const ELSE = /\s{0,200}(?:\/\/[^\n]{0,200}\n\s{0,200})?else\b(?:\s{1,40}(?<again>if)\b(?=\s{0,40}\())?/y;

function endBranch(scan: Scan, { start, chain }: Frame, end: number): void {
  const { blocks, view } = scan;
  const ended = chain.map((branch, index) =>
    index === chain.length - 1 ? { ...branch, ending: endingOf(view.text.slice(start, end)) } : branch,
  );
  const otherwise = new RegExp(ELSE);
  otherwise.lastIndex = scan.at;
  const match = otherwise.exec(view.text);
  if (match) {
    scan.at = otherwise.lastIndex;
    enterBranch(scan, ended, match.groups?.again === undefined);
    return;
  }
  blocks.close(end);
  openRest(scan, end, behind(ended));
}

/** How the last statement of a branch leaves what is around it. */
function endingOf(text: string): Ending {
  const word = /(?:^|[;{}\n])[ \t]{0,40}(return|continue|break|throw|error)\b[^\n;]{0,300}$/.exec(
    text.slice(-400).trimEnd().replace(/;$/, ''),
  )?.[1];
  if (word === undefined) return 'continues';
  return word === 'throw' || word === 'error' ? 'fails' : 'leaves';
}

function behind(branches: readonly Branch[]): readonly Condition[] {
  const [first, last] = branches;
  if (first?.ending === 'continues')
    return last && branches.length === 2 && last.test === NOTHING
      ? behindLeaving(first.test.whenTrue, last.ending)
      : [];
  const stays = branches.findIndex(({ ending }) => ending === 'continues');
  const left = stays < 0 ? branches : branches.slice(0, stays);
  return left.reduce<readonly Condition[]>(
    (found, { test, ending }) => within(found, behindLeaving(test.whenFalse, ending)),
    [],
  );
}

/** What holds up to the end of the block around. */
function openRest({ blocks, frames }: Scan, at: number, conditions: readonly Condition[]): void {
  const around = frames.at(-1);
  if (conditions.length === 0 || !around || around.rests >= MOST_RESTS) return;
  blocks.open(at, { whenTrue: conditions, whenFalse: [] });
  around.rests += 1;
}

const MOST_RESTS = 40;

function closeRests({ blocks }: Scan, { rests }: Frame, at: number): void {
  for (let left = rests; left > 0; left--) blocks.close(at);
}

/** A line break ends a statement where something stands in front of it. */
function endStatements(scan: Scan, at: number, isForced = false): void {
  for (let top = scan.frames.at(-1); top?.of === 'statement'; top = scan.frames.at(-1)) {
    const isWhole = top.parentheses <= 0 && /[^\s;]/.test(scan.view.text.slice(top.start, at));
    if (!isWhole && !isForced) return;
    scan.frames.pop();
    closeRests(scan, top, at);
    endBranch(scan, top, at);
    // The `else` of this one is a new statement.
    if (scan.at > at + 1) return;
  }
}

function closeBrace(scan: Scan, at: number): void {
  scan.at = at;
  endStatements(scan, at, true);
  scan.at = at + 1;
  const top = scan.frames.at(-1);
  if (!top || scan.frames.length === 1) return;
  scan.frames.pop();
  closeRests(scan, top, at);
  if (top.of === 'branch') endBranch(scan, top, at + 1 > top.start ? at : top.start);
  if (top.of === 'switch') scan.blocks.close(at);
}

function enterSwitch(scan: Scan): void {
  const subject = parenthesised(scan)?.text.trim();
  const brace = openAt(scan.view.text, scan.at, '{');
  if (subject === undefined || brace === undefined) return;
  scan.at = brace + 1;
  scan.blocks.open(scan.at);
  push(scan, 'switch', { ...PLAIN, subject });
}

const LABEL = /\b(?:default|case\s{1,20}(["'])(?<value>[\w.-]{1,60})\1)\s{0,20}:(?<next>\s{0,200}(?:case|default)\b)?/y;

/** `case 'docker':`; labels that go on into the next one say nothing. */
function nextCase(scan: Scan, start: number, top: Frame): void {
  const { view, blocks } = scan;
  const label = new RegExp(LABEL);
  label.lastIndex = start;
  const match = label.exec(view.text);
  if (!match) return;
  const { value, next } = match.groups ?? {};
  closeRests(scan, top, start);
  top.rests = 0;
  const isAlone = next === undefined && !/:\s{0,200}$/.test(view.text.slice(Math.max(0, start - 200), start));
  const tells = value !== undefined && (namesRuntime(top.subject) || isOtherRuntimeName(value));
  const at = token(view, start, start + match[0].trimEnd().length);
  blocks.next(label.lastIndex, isAlone && tells ? valueBranches(value, at, top.subject) : NOTHING);
  scan.at = next === undefined ? label.lastIndex : label.lastIndex - next.length;
}

/** `when { expression { params.RUNTIME == 'docker' } }` of a stage. */
function readWhen(scan: Scan): void {
  const { text } = scan.view;
  const open = openAt(text, scan.at, '{');
  const close = open === undefined ? undefined : closeOf(text, open);
  if (open === undefined || close === undefined) return;
  scan.at = close + 1;
  openRest(scan, scan.at, allOf(askedIn(scan.view, open + 1, close, 0)).whenTrue);
}

const ENTRY = /\s{0,200}(?:\/\/[^\n]{0,400}\n\s{0,200}){0,20}(?<name>[a-z]\w{0,60})\b[ \t]{0,40}/iy;
const DEEPEST = 10;

/** What each line or block of a `when` asks for. */
function askedIn(view: View, start: number, end: number, depth: number): Branches[] {
  const found: Branches[] = [];
  const entry = new RegExp(ENTRY);
  for (let at = start; at < end && depth < DEEPEST; ) {
    entry.lastIndex = at;
    const name = entry.exec(view.text)?.groups?.name;
    if (name === undefined || entry.lastIndex > end) return found;
    const from = entry.lastIndex;
    const isBlock = view.text[from] === '{';
    const lineEnd = view.text.slice(from, end).search(/[\n;]|$/) + from;
    const to = isBlock ? (closeOf(view.text, from) ?? end) : lineEnd;
    found.push(isBlock ? blockAsked(view, name, [from + 1, to], depth) : lineAsked(view, name, from, to));
    at = to + 1;
  }
  return found;
}

function blockAsked(view: View, name: string, [start, end]: readonly [number, number], depth: number): Branches {
  if (name === 'expression') return testOf(token(view, start, end));
  const parts = askedIn(view, start, end, depth + 1);
  if (name === 'not') return inverted(allOf(parts));
  if (name === 'anyOf') return anyOf(parts);
  return name === 'allOf' ? allOf(parts) : NOTHING;
}

/** `environment name: 'RUNTIME', value: 'docker'`, `equals expected: 'docker', actual: params.RUNTIME` */
function lineAsked(view: View, name: string, start: number, end: number): Branches {
  const at = token(view, start, end);
  const of = (key: string) => new RegExp(`\\b${key}\\s*:\\s*(["']?)([\\w.-]{1,80})\\1`).exec(at.text)?.[2];
  const [left, right] = name === 'equals' ? [of('actual'), of('expected')] : [of('name'), of('value')];
  if (!/^(?:equals|environment)$/.test(name) || left === undefined || right === undefined) return NOTHING;
  return readTest(`${left} == "${right}"`, at);
}

/** A program or socket of Docker that is looked for. */
const LOOKED_FOR =
  /\b(?:command\s{1,20}-v|which|type(?:\s{1,20}-p)?)\s{1,20}docker\b|\bfileExists\s{0,9}\(?\s{0,9}(?:file\s{0,9}:\s{0,9})?["']\/(?:usr\/(?:local\/)?bin\/docker|(?:var\/)?run\/docker\.sock)["']/;

function testOf(at: Token): Branches {
  const text = at.text.slice(0, LONGEST);
  if (LOOKED_FOR.test(text) && !/&&|\|\|/.test(text))
    return branchesOf({ kind: 'presence', holds: !/^\s*(?:return\s+)?!|!=\s*0|==\s*(?:1|false)\b/.test(text), at });
  return readTest(plainly(text), at);
}

/** In the words that other languages have for the same: `runtime?.equals('docker')`, `runtime ==~ /docker.+/`. */
function plainly(test: string): string {
  return test
    .replace(/^\s*return\s+/, '')
    .replace(/\?\./g, '.')
    .replace(/\b(params|env)\[\s*["'](\w{1,80})["']\s*\]/g, '$1.$2')
    .replace(/\.equals(?:IgnoreCase)?\(\s*([^()]{1,80})\)/g, ' == $1')
    .replace(/\.(?:toLowerCase|toString|trim)\(\)/g, '')
    .replace(/\.startsWith\(/g, '.startswith(')
    .replace(/==?~\s*\/([^/\n]{0,80})\//g, '=~ "$1"');
}
