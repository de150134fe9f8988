/** Cuts a template into text, comments and actions, and actions into tokens, as Go's text/template does, but goes on after errors. */

export type TokenType =
  | 'bool'
  | 'char'
  | 'number'
  | 'string'
  | 'raw'
  | 'identifier'
  | 'keyword'
  | 'field'
  | 'variable'
  | 'dot'
  | 'nil'
  | 'pipe'
  | '('
  | ')'
  | '='
  | ':='
  | ','
  | 'space'
  | 'end';

export interface Token {
  readonly type: TokenType;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export type Segment =
  | { readonly type: 'text'; readonly from: number; readonly to: number }
  | {
      readonly type: 'action';
      readonly from: number;
      readonly to: number;
      readonly tokens: readonly Token[];
      /** Why the action cannot be cut into tokens; the tokens are those before the mistake. */
      readonly error: string | null;
    };

const KEYWORDS: ReadonlySet<string> = new Set([
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'range',
  'template',
  'with',
]);

const SPACE = 1;
const DIGIT = 2;
const LETTER = 4;
const CLASS = new Uint8Array(128);
for (const c of ' \t\r\n') CLASS[c.charCodeAt(0)] = SPACE;
for (let c = 48; c < 58; c++) CLASS[c] = DIGIT;
for (let c = 65; c < 91; c++) CLASS[c] = LETTER;
for (let c = 97; c < 123; c++) CLASS[c] = LETTER;
CLASS[95] = LETTER;

const UNICODE_WORD = /[\p{L}\p{Nd}]/u;
const isSpace = (code: number): boolean => code < 128 && CLASS[code] === SPACE;
const isDigit = (code: number): boolean => code < 128 && CLASS[code] === DIGIT;

/** Length of the letter, digit or underscore at `at`, 0 if there is none. */
function wordLength(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code < 128) return CLASS[code]! & (DIGIT | LETTER) ? 1 : 0;
  if (Number.isNaN(code)) return 0;
  const char = String.fromCodePoint(text.codePointAt(at)!);
  return UNICODE_WORD.test(char) ? char.length : 0;
}

/** Cuts a whole template. Never throws; segments cover the text in order except what trimming removed and comments. */
export function cutTemplate(text: string): Segment[] {
  const segments: Segment[] = [];
  let at = 0;
  let trim = false;
  for (;;) {
    const open = text.indexOf('{{', at);
    const end = open < 0 ? text.length : open;
    pushText(segments, text, at, end, trim, open >= 0 && hasLeftTrim(text, open + 2));
    if (open < 0) return segments;
    const marker = hasLeftTrim(text, open + 2) ? 2 : 0;
    if (text.startsWith('/*', open + 2 + marker)) {
      const comment = endOfComment(text, open + 2 + marker);
      if (comment === null) {
        const error = text.includes('*/', open + 4) ? 'comment ends before closing delimiter' : 'unclosed comment';
        const close = text.indexOf('}}', open);
        const to = close < 0 ? text.length : close + 2;
        segments.push({ type: 'action', from: open, to, tokens: [], error });
        at = to;
        trim = false;
      } else {
        at = comment.to;
        trim = comment.trim;
      }
      continue;
    }
    const action = cutAction(text, open + 2 + marker);
    segments.push({ type: 'action', from: open, to: action.to, tokens: action.tokens, error: action.error });
    at = action.to;
    trim = action.trim;
  }
}

function pushText(out: Segment[], text: string, start: number, end: number, left: boolean, right: boolean): void {
  let from = start;
  let to = end;
  if (left) while (from < to && isSpace(text.charCodeAt(from))) from++;
  if (right) while (to > from && isSpace(text.charCodeAt(to - 1))) to--;
  if (from < to) out.push({ type: 'text', from, to });
}

const hasLeftTrim = (text: string, at: number): boolean => text[at] === '-' && isSpace(text.charCodeAt(at + 1));

/** The closing delimiter at `at`: its end and whether it trims; null if there is none. */
function closing(text: string, at: number): { to: number; trim: boolean } | null {
  if (isSpace(text.charCodeAt(at)) && text.startsWith('-}}', at + 1)) return { to: at + 4, trim: true };
  if (text.startsWith('}}', at)) return { to: at + 2, trim: false };
  return null;
}

function endOfComment(text: string, at: number): { to: number; trim: boolean } | null {
  const close = text.indexOf('*/', at + 2);
  return close < 0 ? null : closing(text, close + 2);
}

interface Action {
  readonly tokens: Token[];
  readonly to: number;
  readonly trim: boolean;
  readonly error: string | null;
}

function cutAction(text: string, start: number): Action {
  const tokens: Token[] = [];
  let at = start;
  let parens = 0;
  const broken = (error: string): Action => {
    const close = text.indexOf('}}', at);
    const to = close < 0 ? text.length : close + 2;
    const trim = close > 1 && text[close - 1] === '-' && isSpace(text.charCodeAt(close - 2));
    tokens.push({ type: 'end', from: at, to: at, text: '' });
    return { tokens, to, trim, error };
  };
  for (;;) {
    const end = closing(text, at);
    if (end !== null) {
      if (parens > 0) return broken('unclosed left paren');
      tokens.push({ type: 'end', from: at, to: end.to, text: '}}' });
      return { tokens, to: end.to, trim: end.trim, error: null };
    }
    if (at >= text.length) return broken('unclosed action');
    const token = cutToken(text, at);
    if (typeof token === 'string') return broken(token);
    if (token.type === '(') parens++;
    if (token.type === ')' && --parens < 0) return broken('unexpected right paren');
    tokens.push(token);
    at = token.to;
  }
}

/** One token, or the message of the mistake. */
function cutToken(text: string, at: number): Token | string {
  const code = text.charCodeAt(at);
  if (isSpace(code)) return cutSpace(text, at);
  const one = (type: TokenType): Token => ({ type, from: at, to: at + 1, text: text[at]! });
  switch (text[at]) {
    case '=':
      return one('=');
    case ':':
      return text[at + 1] === '=' ? { type: ':=', from: at, to: at + 2, text: ':=' } : 'expected :=';
    case '|':
      return one('pipe');
    case '"':
      return cutQuoted(text, at, '"', 'string', 'unterminated quoted string');
    case "'":
      return cutQuoted(text, at, "'", 'char', 'unterminated character constant');
    case '`':
      return cutRaw(text, at);
    case '$':
      return cutName(text, at, 'variable');
    case '.':
      return isDigit(text.charCodeAt(at + 1)) ? cutNumber(text, at) : cutName(text, at, 'field');
    case '(':
      return one('(');
    case ')':
      return one(')');
    case ',':
      return one(',');
    default:
  }
  if (code === 43 || code === 45 || isDigit(code)) return cutNumber(text, at);
  if (wordLength(text, at) > 0) return cutIdentifier(text, at);
  return `unexpected ${JSON.stringify(text[at])} in command`;
}

function cutSpace(text: string, at: number): Token {
  let to = at;
  while (isSpace(text.charCodeAt(to))) to++;
  // The last space may belong to a trimming delimiter.
  if (to - 1 > at && text.startsWith('-}}', to)) to--;
  return { type: 'space', from: at, to, text: ' ' };
}

function cutQuoted(text: string, at: number, quote: string, type: TokenType, message: string): Token | string {
  let to = at + 1;
  for (;;) {
    const char = text[to];
    if (char === undefined || char === '\n') return message;
    if (char === '\\') {
      if (to + 1 >= text.length || text[to + 1] === '\n') return message;
      to += 2;
      continue;
    }
    to++;
    if (char === quote) return { type, from: at, to, text: text.slice(at, to) };
  }
}

function cutRaw(text: string, at: number): Token | string {
  const close = text.indexOf('`', at + 1);
  if (close < 0) return 'unterminated raw quoted string';
  return { type: 'raw', from: at, to: close + 1, text: text.slice(at, close + 1) };
}

function endOfWord(text: string, start: number): number {
  let to = start;
  for (let length = wordLength(text, to); length > 0; length = wordLength(text, to)) to += length;
  return to;
}

function atTerminator(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return Number.isNaN(code) || isSpace(code) || '.,|:)('.includes(text[at]!) || text.startsWith('}}', at);
}

const badCharacter = (text: string, at: number): string => `bad character ${JSON.stringify(text[at] ?? '')}`;

function cutName(text: string, at: number, type: 'field' | 'variable'): Token | string {
  const to = endOfWord(text, at + 1);
  if (!atTerminator(text, to)) return badCharacter(text, to);
  if (to === at + 1 && type === 'field') return { type: 'dot', from: at, to, text: '.' };
  return { type, from: at, to, text: text.slice(at, to) };
}

function cutIdentifier(text: string, at: number): Token | string {
  const to = endOfWord(text, at);
  if (!atTerminator(text, to)) return badCharacter(text, to);
  const word = text.slice(at, to);
  if (word === 'true' || word === 'false') return { type: 'bool', from: at, to, text: word };
  if (word === 'nil') return { type: 'nil', from: at, to, text: word };
  return { type: KEYWORDS.has(word) ? 'keyword' : 'identifier', from: at, to, text: word };
}

function cutNumber(text: string, at: number): Token | string {
  let to = at;
  const run = (digits: string): void => {
    while (to < text.length && digits.includes(text[to]!)) to++;
  };
  if (text[to] === '+' || text[to] === '-') to++;
  let digits = '0123456789_';
  if (text[to] === '0') {
    to++;
    const base = text[to]?.toLowerCase();
    if (base === 'x') digits = '0123456789abcdefABCDEF_';
    else if (base === 'o') digits = '01234567_';
    else if (base === 'b') digits = '01_';
    if (digits.length !== 11) to++;
  }
  run(digits);
  if (text[to] === '.') {
    to++;
    run(digits);
  }
  const exponent = digits.length === 11 ? 'eE' : digits.length === 23 ? 'pP' : '';
  if (exponent !== '' && to < text.length && exponent.includes(text[to]!)) {
    to++;
    if (text[to] === '+' || text[to] === '-') to++;
    run('0123456789_');
  }
  if (wordLength(text, to) > 0 || text[to] === '+' || text[to] === '-') {
    return `bad number syntax: ${JSON.stringify(text.slice(at, to + 1))}`;
  }
  return { type: 'number', from: at, to, text: text.slice(at, to) };
}
