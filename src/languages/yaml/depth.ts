/**
 * How deep a YAML text nests, told before the parser sees it: the parser calls itself for every level, and what a stack
 * overflow does inside it cannot be caught everywhere.
 */
import { Lexer } from 'yaml';

export const DEPTH_LIMIT = 200;

/** True where the text nests deeper than `limit`. Linear; a text that merely contains many brackets is not deep. */
export function isTooDeep(text: string, limit: number = DEPTH_LIMIT): boolean {
  return mayBeTooDeep(text, limit) && isMeasuredTooDeep(text, limit);
}

/** Cheap, and true for every deep text: levels take brackets, columns, or several indicators on a line. */
function mayBeTooDeep(text: string, limit: number): boolean {
  let brackets = 0;
  let lineStart = 0;
  let indicators = 0;
  let isIndentation = true;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x0a) {
      lineStart = at + 1;
      indicators = 0;
      isIndentation = true;
    } else if (code === 0x20) {
      if (isIndentation && at - lineStart > limit / 4) return true;
    } else {
      isIndentation = false;
      if (code === 0x5b || code === 0x7b) brackets++;
      else if (code === 0x2d || code === 0x3f || code === 0x3a) indicators++;
      if (brackets > limit / 4 || indicators > limit / 4) return true;
    }
  }
  return false;
}

/** Counts open levels over the parser's own lexemes, in which the inside of a scalar is a single piece. */
function isMeasuredTooDeep(text: string, limit: number): boolean {
  const open: number[] = [];
  const enter = (level: number) => {
    while (open.length > 0 && (open.at(-1) ?? 0) > level) open.pop();
    if (open.at(-1) !== level) open.push(level);
  };
  let flow = 0;
  let column = 0;
  let key = -1;
  for (const lexeme of new Lexer().lex(text)) {
    if (lexeme === '\x02' || lexeme === '\x18' || lexeme === '\x1f') continue;
    if (lexeme === '[' || lexeme === '{') flow++;
    else if (lexeme === ']' || lexeme === '}') flow = Math.max(0, flow - 1);
    else if (flow > 0) continue;
    else if (lexeme === '-' || lexeme === '?') enter(column * 2 + 1);
    else if (lexeme === ':') {
      enter((key < 0 ? column : key) * 2);
      key = column;
    } else if (key < 0 && lexeme.trim() !== '') key = column;
    if (open.length + flow > limit) return true;
    const newline = lexeme.lastIndexOf('\n');
    column = newline < 0 ? column + lexeme.length : lexeme.length - newline - 1;
    if (newline >= 0) key = -1;
  }
  return false;
}
