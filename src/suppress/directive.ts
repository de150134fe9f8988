/** Reads `# dockershim: ignore[rule] until=2027-01-31 -- reason` wherever a comment can hold it. */
import { nearest } from '../config/usage-error.ts';
import { RULE_IDS, type RuleId } from '../model/rule-id.ts';
import { lineText, positionAt, type Source, type Span } from '../text/source.ts';

export interface Directive {
  readonly span: Span;
  readonly rules: readonly RuleId[];
  readonly reason: string;
  /** The last day on which it holds, as 2027-01-31. */
  readonly until: string | undefined;
  /** 1-based lines whose findings it suppresses; undefined for the whole file. */
  readonly lines: Lines | undefined;
}

/** 1-based, both included. */
export interface Lines {
  readonly first: number;
  readonly last: number;
}

interface DirectiveError {
  readonly span: Span;
  readonly message: string;
}

export interface Directives {
  readonly directives: readonly Directive[];
  readonly errors: readonly DirectiveError[];
}

/** What begins a suppression, and what somebody may write for it. */
const MARK = /docker-?shim(?:[-_ ]?lint)?(?:[ \t]*:|(?=[-_ \t]{1,3}[a-z]))/gi;
/** What is understood; everything else that looks like a suppression is told. */
const EXACT = /^dockershim(?:-lint)?:$|^dockershim-lint$/;

export function mentionsDirective(text: string): boolean {
  return /docker-?shim/i.test(text);
}

/** What other tools call it, and slips of the word itself: something in brackets or a name of a rule follows. */
const FOREIGN = /^[-_\s]*([a-z]{4,12})(?:-[a-z]+)*(?:\s*[[=(]|\s+[a-z]+-[a-z])/i;
const WORDS = ['ignore', 'disable', 'nolint', 'noqa', 'skip', 'allow', 'suppress'];
/** Words that are long enough to be known with a slip in them. */
const SLIPS = ['ignore', 'disable', 'suppress'];

const OPENERS = ['#', '//', '/*', '<!--', ';', '--', '::', 'rem'];
const MAX_LENGTH = 1000;
/** How far in front of the mark its comment is looked for. */
const LOOK_BACK = 200;
const MOST_IN_FILE = 500;

export function readDirectives(source: Source): Directives {
  const directives: Directive[] = [];
  const errors: DirectiveError[] = [];
  const codeBelow = codeFinder(source);
  for (const { index: at, 0: mark } of source.text.matchAll(MARK)) {
    const line = positionAt(source, at).line;
    const start = source.lineStarts[line - 1] ?? 0;
    const text = lineText(source, line);
    const before = text.slice(Math.max(0, at - start - LOOK_BACK), at - start).trimEnd();
    if (!OPENERS.some((opener) => before.toLowerCase().endsWith(opener))) continue;
    const command = text.slice(at - start + mark.length, at - start + MAX_LENGTH);
    const isOwn = EXACT.test(mark) && /^\s*ignore(?![a-z])/.test(command);
    if (!isOwn && !isMisspelt(mark, command)) continue;
    const span = { source, start: at, end: Math.min(start + text.length, at + mark.length + command.trimEnd().length) };
    if (directives.length + errors.length >= MOST_IN_FILE) {
      errors.push({
        span,
        message: `more than ${MOST_IN_FILE} suppressions in one file; this one and the rest are not read`,
      });
      break;
    }
    const read = isOwn ? readCommand(command) : notUnderstood(command);
    if (typeof read === 'string') errors.push({ span, message: read });
    else
      directives.push({
        ...read.command,
        span,
        lines: read.wholeFile ? undefined : coveredLines(line, before, codeBelow),
      });
  }
  return { directives, errors };
}

/** Prose that begins with the name of dockershim is none: it names no rule, and has no bracket behind the word. */
function isMisspelt(mark: string, command: string): boolean {
  const word = FOREIGN.exec(command)?.[1]?.toLowerCase();
  if (word === undefined) return false;
  const isKnown = WORDS.includes(word);
  if (!isKnown && nearest(word, SLIPS) === undefined) return false;
  return (isKnown && EXACT.test(mark)) || /^[-_\s]*[a-z][a-z-]*\[/i.test(command) || ruleIn(command) !== undefined;
}

function ruleIn(command: string): RuleId | undefined {
  const names: readonly string[] = command.toLowerCase().match(/(?<![a-z])[a-z]+(?:-[a-z]+)+/g) ?? [];
  return RULE_IDS.find((id) => names.includes(id));
}

function notUnderstood(command: string): string {
  return `this suppression is not understood; write dockershim: ignore[${ruleIn(command) ?? 'rule'}] -- reason`;
}

type Command = Pick<Directive, 'rules' | 'reason' | 'until'>;

/** The parts of a directive, or what is wrong with it. */
function readCommand(text: string): { readonly command: Command; readonly wholeFile: boolean } | string {
  const match = /^\s*ignore(-file)?(?:\s*\[([^\]]*)\])?([\s\S]*)$/.exec(text);
  const names = (match?.[2] ?? '').split(',').map((name) => name.trim());
  const rest = (match?.[3] ?? '').trimStart();
  if (names.every((name) => name === '')) return 'this suppression names no rule; write ignore[rule] -- reason';
  const rules: RuleId[] = [];
  for (const name of names.filter((n) => n !== '')) {
    const rule = RULE_IDS.find((id) => id === name);
    if (!rule) return unknownRule(name);
    if (!rules.includes(rule)) rules.push(rule);
  }
  const dashes = rest.indexOf('--');
  const settings = (dashes < 0 ? stripClosers(rest) : rest.slice(0, dashes)).trim();
  const reason = dashes < 0 ? '' : stripClosers(rest.slice(dashes + 2));
  const until = /^until=(\S+)$/.exec(settings)?.[1];
  if (settings !== '' && until === undefined)
    return `this suppression has "${settings}" where only until=YYYY-MM-DD may stand`;
  if (until !== undefined && !isDate(until)) return `"${until}" in this suppression is not a date such as 2027-01-31`;
  if (reason === '') return 'this suppression gives no reason; add -- and why the finding is acceptable';
  return { command: { rules, reason, until }, wholeFile: match?.[1] !== undefined };
}

function unknownRule(name: string): string {
  const near = nearest(name, RULE_IDS);
  return `this suppression names "${name}", which is not a rule${near === undefined ? '' : `; did you mean ${near}?`}`;
}

function stripClosers(text: string): string {
  return text
    .trim()
    .replace(/(?:\*\/\s*-?\}\}|\*\/|-->)$/, '')
    .trim();
}

function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** After code: that line. On a line of its own: the next line that holds more than a comment, with its continuations. */
function coveredLines(line: number, before: string, codeBelow: (line: number) => Lines): Lines {
  const code = before.replace(/(?:\{\{-?\s*)?(?:(?<!#)#+|(?<!\/)\/\/+|\/\*|<!--|(?<!;);+|--|::|rem)$/i, '').trim();
  if (code !== '') return { first: line, last: line };
  return codeBelow(line);
}

/** The first lines below that hold more than a comment. They are asked for in their order, and no line is looked at twice. */
function codeFinder(source: Source): (line: number) => Lines {
  let known: Lines = { first: 0, last: 0 };
  return (line) => {
    if (known.first > line) return known;
    let first = line + 1;
    while (first <= source.lineStarts.length && isOnlyComment(lineText(source, first))) first++;
    let last = first;
    while (last < source.lineStarts.length && lineText(source, last).trimEnd().endsWith('\\')) last++;
    known = { first, last };
    return known;
  };
}

function isOnlyComment(text: string): boolean {
  const trimmed = text.trim();
  return trimmed === '' || /^(?:#|\/\/|<!--|;|\{\{-?\s*\/\*)/.test(trimmed);
}
