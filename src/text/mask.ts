/** Finds template actions (`{{ … }}`, `{% … %}`, `${{ … }}`, `<%= … %>`) by hand and writes text of equal length in their place. */
import { startOfLine } from './source.ts';
import { HOLE, type View, withText } from './view.ts';

export interface TemplateAction {
  readonly start: number;
  readonly end: number;
  /** `value`: it prints something. `directive`: it controls, assigns, or is a comment. */
  readonly kind: 'value' | 'directive';
  /** What stands between the braces, without trim marks and outer white space. */
  readonly body: string;
}

const DIRECTIVES = new Set([
  'if',
  'else',
  'elif',
  'elseif',
  'end',
  'endif',
  'endfor',
  'for',
  'range',
  'with',
  'define',
  'block',
  'break',
  'continue',
  'fail',
]);

/** `%{ if … }` and `%{~ endfor ~}` of templatefile(); other words in such braces are formats of curl and date. */
const TERRAFORM_DIRECTIVE = /%\{~?[ \t]*(?:if|else|endif|for|endfor)\b/;

export function hasTemplate(text: string): boolean {
  return text.includes('{{') || text.includes('{%') || TERRAFORM_DIRECTIVE.test(text) || hasErb(text);
}

/** ERB of Ruby (Puppet, Chef): `<%= @version -%>` and `<% if @x -%>`. */
function hasErb(text: string): boolean {
  const start = text.indexOf('<%');
  return start >= 0 && text.includes('%>', start + 2);
}

/** Every action from left to right. Braces that nothing closes are ordinary text. */
export function templateActions(text: string): TemplateAction[] {
  const actions: TemplateAction[] = [];
  if (!hasTemplate(text)) return actions;
  const work = { left: 4 * text.length + 64, lastComment: text.lastIndexOf('*/') };
  const last = {
    expression: text.lastIndexOf('}}'),
    statement: text.lastIndexOf('%}'),
    comment: text.lastIndexOf('#}'),
  };
  for (let at = text.indexOf('{'); at >= 0; at = text.indexOf('{', at)) {
    const next = text.charCodeAt(at + 1);
    if (next === 0x7b && at + 2 <= last.expression) {
      const end = expressionEnd(text, at + 2, work);
      actions.push(expression(text, text[at - 1] === '$' ? at - 1 : at, at + 2, end));
      at = end;
    } else if (next === 0x25 && at + 2 <= last.statement) at = pushDirective(actions, text, at, '%}');
    else if (next === 0x23 && text[at - 1] !== '$' && at + 2 <= last.comment)
      at = pushDirective(actions, text, at, '#}');
    else if (text[at - 1] === '%' && TERRAFORM_DIRECTIVE.test(text.slice(at - 1, at + 40)))
      at = pushDirective(actions, text, at - 1, '}');
    else at += 1;
  }
  return hasErb(text) ? withErb(actions, text) : actions;
}

/** Beside ERB stand only templates of the program that gets the text: `docker ps --format '{{.Names}}'`. */
function withErb(others: readonly TemplateAction[], text: string): TemplateAction[] {
  const actions: TemplateAction[] = [];
  let end = 0;
  for (let start = text.indexOf('<%'); start >= 0; start = text.indexOf('<%', end)) {
    const close = text.indexOf('%>', start + 2);
    if (close < 0) break;
    end = close + 2;
    const body = text
      .slice(start + 2, close)
      .replace(/^=|-$/g, '')
      .trim();
    if (text[start + 2] !== '%')
      actions.push({ start, end, kind: text[start + 2] === '=' ? 'value' : 'directive', body });
  }
  return [...actions, ...outsideOf(actions, others)].sort((one, two) => one.start - two.start);
}

/** Both are in the order of their places, and none lies in another one of its kind. */
function outsideOf(actions: readonly TemplateAction[], others: readonly TemplateAction[]): readonly TemplateAction[] {
  let at = 0;
  return others.filter((other) => {
    let next = actions[at];
    while (next !== undefined && next.end <= other.start) next = actions[++at];
    return next === undefined || next.start >= other.end;
  });
}

/**
 * The text with holes for what a template prints and blanks for what only controls it; line breaks of a directive stay.
 * `lines: 'blank'` also blanks a value that has its line for itself, where a hole would be a stray word (YAML).
 */
export function maskTemplates(text: string, lines: 'keep' | 'blank' = 'keep'): string {
  let out = '';
  let tail = '';
  let from = 0;
  const add = (piece: string) => {
    out += piece;
    tail = (tail + piece.slice(-LONGEST_LINE)).slice(-LONGEST_LINE);
  };
  for (const action of templateActions(text)) {
    const blank = action.kind === 'directive' || (lines === 'blank' && ownsItsLines(text, action));
    add(text.slice(from, action.start));
    if (!blank) add(HOLE.repeat(action.end - action.start));
    else add(blanks(text, action.start, action.end, isContinued(text, action, tail) ? '\\' : ' '));
    from = action.end;
  }
  return out + text.slice(from);
}

/** As far as one looks back for what a line continues. */
const LONGEST_LINE = 400;

/** A line of its own inside a command that goes on over several lines, which it must not end. */
function isContinued(text: string, { end }: TemplateAction, before: string): boolean {
  return /^\r?\n/.test(text.slice(end, end + 2)) && /\\\r?\n[ \t]*$/.test(before);
}

export function maskView(view: View, lines: 'keep' | 'blank' = 'keep'): View {
  if (!hasTemplate(view.text)) return view;
  return withText(view, maskTemplates(view.text, lines));
}

function pushDirective(actions: TemplateAction[], text: string, start: number, close: string): number {
  const found = text.indexOf(close, start + 2);
  const end = found < 0 ? text.length : found + close.length;
  actions.push({ start, end, kind: 'directive', body: text.slice(start + 2, end - close.length).trim() });
  return end;
}

function expression(text: string, start: number, from: number, end: number): TemplateAction {
  let body = text.slice(from, end - 2);
  if (body.startsWith('-')) body = body.slice(1);
  if (body.endsWith('-')) body = body.slice(0, -1);
  body = body.trim();
  return { start, end, kind: isDirective(body) ? 'directive' : 'value', body };
}

function isDirective(body: string): boolean {
  if (body.startsWith('/*') || body.startsWith('!--') || body.startsWith('#')) return true;
  if (/^\$\w*(?:\s*,\s*\$\w+)?\s*:?=(?!=)/.test(body)) return true;
  const word = /^\w+(?![\w.[(])/.exec(body)?.[0];
  return word !== undefined && DIRECTIVES.has(word);
}

/** The offset after the closing braces. Braces in strings and comments do not close; a broken string ends that. */
function expressionEnd(text: string, from: number, work: { left: number; lastComment: number }): number {
  const plain = text.indexOf('}}', from);
  const comment = /[^\s-]/.exec(text.slice(from, from + 4))?.index ?? 0;
  if (text.startsWith('/*', from + comment)) {
    const open = from + comment + 2;
    const end = open > work.lastComment ? -1 : text.indexOf('}}', text.indexOf('*/', open));
    return end < 0 ? plain + 2 : end + 2;
  }
  let at = from;
  while (at < text.length && work.left > 0) {
    const char = text[at];
    if (char === '}' && text[at + 1] === '}') return at + 2;
    if (char === '{' && text[at + 1] === '{') break;
    const next = char === '"' || char === '`' || char === "'" ? stringEnd(text, at, char) : at + 1;
    work.left -= Math.abs(next) - at;
    if (next < 0) break;
    at = next;
  }
  return plain + 2;
}

/** The offset after the closing quote; negative, with the size of the search, when the string does not close. */
function stringEnd(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    const char = text[at];
    if (char === quote) return at + 1;
    if (char === '\\' && quote !== '`') at++;
    else if (char === '\n' && quote !== '`') return -at;
  }
  return -text.length;
}

function ownsItsLines(text: string, action: TemplateAction): boolean {
  const lineStart = startOfLine(text, action.start);
  const lineEnd = text.indexOf('\n', action.end);
  const before = text.slice(lineStart, action.start);
  const after = text.slice(action.end, lineEnd < 0 ? text.length : lineEnd);
  return before.trim() === '' && after.trim() === '';
}

/** `last` ends each of the lines. */
function blanks(text: string, start: number, end: number, last: ' ' | '\\'): string {
  const blank = text.slice(start, end).replace(/[^\r\n]/g, ' ');
  return last === ' ' ? blank : blank.replace(/ (?=[\r\n]|$)/g, last);
}
