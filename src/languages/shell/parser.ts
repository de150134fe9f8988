/** The one file that knows the parser: turns its tree into the nodes of shell-ast.ts. */
import * as unbash from 'unbash';
import type {
  ShellAssignment,
  ShellBranch,
  ShellError,
  ShellList,
  ShellNode,
  ShellPart,
  ShellRedirect,
  ShellScript,
  ShellTest,
  ShellWord,
  VariableOperation,
} from './ast.ts';
import { backtickFrame, type Frame, offsetIn, pushAnsiText, pushEscapedText, pushText } from './quotes.ts';

/** Deeper nesting is left out and reported as an error. */
const MAX_DEPTH = 256;
const MAX_WORDS = 20_000;

const DECLARATIONS = new Set(['export', 'local', 'declare', 'readonly', 'typeset']);

interface Reader {
  readonly frame: Frame;
  readonly depth: number;
  readonly errors: ShellError[];
}

/** The parser looks through all here-documents that wait for their body for each of them; no person writes as many. */
const MAX_HERE_DOCUMENTS = { line: 200, script: 20_000 };

/** Parses a script without carriage returns and template actions. Never throws; what is broken is in `errors`. */
export function parseShell(whole: string): ShellScript {
  const errors: ShellError[] = [];
  const end = endOfHereDocuments(whole);
  if (end !== undefined) {
    errors.push({ message: 'more here-documents begin than are read; the rest was not read', start: end });
  }
  const text = whole.slice(0, end);
  const script = unbash.parse(text);
  const body = readScript(script, { frame: { text, map: undefined }, depth: 0, errors });
  return { body, errors };
}

/** Where the first here-document stands that is not read any more. */
function endOfHereDocuments(text: string): number | undefined {
  let script = 0;
  let line = 0;
  for (const { 0: mark, index } of text.matchAll(/<<+|(?<!\\)\n/g)) {
    if (mark === '\n') line = 0;
    else if (++script > MAX_HERE_DOCUMENTS.script || ++line > MAX_HERE_DOCUMENTS.line) return index;
  }
  return undefined;
}

function readScript(script: unbash.ParsedScript | undefined, reader: Reader): ShellList {
  if (!script) return [];
  for (const error of script.errors ?? []) {
    reader.errors.push({ message: error.message, start: offsetIn(reader.frame, error.pos) });
  }
  return readStatements(script.commands, reader);
}

function readStatements(statements: readonly unbash.Statement[], reader: Reader): ShellList {
  return statements.map((statement) => readNode(statement.command, reader));
}

type AnyCommand = unbash.Statement['command'] | unbash.CommandNode | unbash.CompoundList;

function readNode(node: AnyCommand, outer: Reader): ShellNode {
  const reader = { ...outer, depth: outer.depth + 1 };
  const range = rangeOf(node, reader);
  const list = (inner: unbash.CompoundList) => readStatements(inner.commands, reader);
  if (reader.depth > MAX_DEPTH) {
    reader.errors.push({ message: `nested more than ${MAX_DEPTH} levels deep`, start: range.start });
    return { ...range, kind: 'block', body: [], subshell: false };
  }
  switch (node.type) {
    case 'Command':
      return readCommand(node, reader);
    case 'Pipeline':
      return {
        ...range,
        kind: 'pipeline',
        negated: node.prefixes.filter((p) => p.type === 'Negation').length % 2 === 1,
        parts: node.commands.map((command) => readNode(command, reader)),
      };
    case 'AndOr':
      return {
        ...range,
        kind: 'chain',
        parts: node.commands.map((command) => readNode(command, reader)),
        operators: node.operators,
      };
    case 'If':
      return {
        ...range,
        kind: 'if',
        branches: [node, ...node.elif].map((b): ShellBranch => ({ condition: list(b.clause), body: list(b.then) })),
        otherwise: node.else && list(node.else),
      };
    case 'While':
      return { ...range, kind: 'loop', condition: list(node.clause), body: list(node.body) };
    case 'For':
    case 'Select':
      return {
        ...range,
        kind: 'for',
        name: node.name.value,
        words: node.wordlist?.map((word) => readWord(word, reader)),
        body: list(node.body),
      };
    case 'ArithmeticFor':
      return { ...range, kind: 'loop', condition: [], body: list(node.body) };
    case 'Case':
      return {
        ...range,
        kind: 'case',
        subject: readWord(node.word, reader),
        arms: node.items.map((item) => ({
          patterns: item.pattern.map((pattern) => readWord(pattern, reader)),
          body: list(item.body),
        })),
      };
    case 'Function':
      return { ...range, kind: 'function', name: node.name.value, body: [readNode(node.body, reader)] };
    case 'Coproc':
      return readNode(node.body, reader);
    case 'Subshell':
      return { ...range, kind: 'block', body: list(node.body), subshell: true };
    case 'BraceGroup':
      return { ...range, kind: 'block', body: list(node.body), subshell: false };
    case 'CompoundList':
      return { ...range, kind: 'block', body: list(node), subshell: false };
    case 'Redirected':
      return {
        ...range,
        kind: 'redirected',
        body: readNode(node.command, reader),
        redirects: node.redirects.map((redirect) => readRedirect(redirect, reader)),
      };
    case 'TestCommand':
      return { ...range, kind: 'test', expression: readTest(node.expression, reader) };
    case 'ArithmeticCommand':
      return { ...range, kind: 'arithmetic', scripts: readScriptsIn(node.expression, reader) };
  }
}

function readCommand(node: unbash.Command, reader: Reader): ShellNode {
  const words: ShellWord[] = [];
  const assignments: ShellAssignment[] = [];
  const declared: ShellAssignment[] = [];
  const redirects: ShellRedirect[] = [];
  const declares = node.name !== undefined && DECLARATIONS.has(node.name.value);
  if (node.name) words.push(readWord(node.name, reader));
  for (const item of node.prefix) {
    if (item.type === 'Assignment') assignments.push(readAssignment(item, reader));
    else redirects.push(readRedirect(item, reader));
  }
  let lastEnd = node.name?.end ?? -1;
  const left = node.suffix[MAX_WORDS];
  if (left) {
    const start = offsetIn(reader.frame, left.pos);
    reader.errors.push({ message: `a command has more than ${MAX_WORDS} words; the rest is not read`, start });
  }
  for (const item of node.suffix.slice(0, MAX_WORDS)) {
    if (item.type === 'Assignment' && declares) declared.push(readAssignment(item, reader));
    else if (item.type === 'Word' || item.type === 'Assignment') {
      const word = item.type === 'Word' ? readWord(item, reader) : readAssignedWord(item, reader);
      const last = words.at(-1);
      const joins = last !== undefined && item.pos === lastEnd;
      if (joins) words[words.length - 1] = { start: last.start, end: word.end, parts: [...last.parts, ...word.parts] };
      else words.push(word);
      lastEnd = item.end;
    } else redirects.push(readRedirect(item, reader));
  }
  return { ...rangeOf(node, reader), kind: 'command', assignments, words, declared, redirects };
}

function readAssignment(node: unbash.Assignment, reader: Reader): ShellAssignment {
  const value = node.value;
  const nameStart = offsetIn(reader.frame, node.pos);
  return {
    ...rangeOf(node, reader),
    name: node.name,
    append: node.append === true,
    index: node.index?.value,
    nameStart,
    nameEnd: offsetIn(reader.frame, node.pos + node.name.length),
    value: value.type === 'Word' ? readWord(value, reader) : undefined,
    elements: value.type === 'ArrayValue' ? value.elements.map((word) => readWord(word, reader)) : undefined,
  };
}

/** `NAME=value` as an argument of a command that does not assign, such as `env` or `make`. */
function readAssignedWord(node: unbash.Assignment, reader: Reader): ShellWord {
  const parts: ShellPart[] = [];
  pushEscapedText(parts, reader.frame, node.pos, node.value.type === 'Word' ? node.value.pos : node.end, 'none');
  if (node.value.type === 'Word') parts.push(...readWord(node.value, reader).parts);
  return { ...rangeOf(node, reader), parts };
}

function readRedirect(node: unbash.Redirection, reader: Reader): ShellRedirect {
  const range = rangeOf(node, reader);
  if (node.type === 'HereDoc') {
    return {
      ...range,
      kind: 'here-document',
      quoted: node.delimiter?.quoted === true,
      body: readHereDocument(node, reader),
    };
  }
  const target = node.target && readWord(node.target, reader);
  if (node.type === 'HereString') return { ...range, kind: 'here-string', target };
  return { ...range, kind: 'file', operator: node.operator, target };
}

function readHereDocument(node: unbash.HereDoc, reader: Reader): ShellWord {
  const { body } = node;
  const strip = node.operator === '<<-';
  const parts: ShellPart[] = [];
  if (node.delimiter?.quoted) pushRawLines(parts, reader.frame, body.pos, body.end, strip);
  else if (!body.parts) pushEscapedText(parts, reader.frame, body.pos, body.end, 'document', strip);
  else {
    for (const part of body.parts) {
      if (part.type === 'Literal') pushEscapedText(parts, reader.frame, part.pos, part.end, 'document', strip);
      else pushPart(parts, part, reader, true);
    }
  }
  return { ...rangeOf(body, reader), parts };
}

function pushRawLines(out: ShellPart[], frame: Frame, start: number, end: number, strip: boolean): void {
  let from = start;
  if (strip) {
    for (let line = start; line < end; ) {
      let text = line;
      while (text < end && frame.text[text] === '\t') text++;
      if (text > line) {
        pushText(out, frame, from, line, frame.text.slice(from, line), 'single');
        from = text;
      }
      const next = frame.text.indexOf('\n', text);
      line = next < 0 ? end : next + 1;
    }
  }
  pushText(out, frame, from, end, frame.text.slice(from, end), 'single');
}

function readWord(word: unbash.Word, outer: Reader): ShellWord {
  const reader = { ...outer, depth: outer.depth + 1 };
  const parts: ShellPart[] = [];
  const range = rangeOf(word, reader);
  if (reader.depth > MAX_DEPTH) return { ...range, parts };
  const pieces = word.parts;
  if (!pieces) pushEscapedText(parts, reader.frame, word.pos, word.end, 'none');
  else for (const piece of pieces) pushPart(parts, piece, reader, false);
  return { ...range, parts };
}

function pushPart(out: ShellPart[], part: unbash.WordPart, reader: Reader, quoted: boolean): void {
  const { frame } = reader;
  const range = rangeOf(part, reader);
  switch (part.type) {
    case 'Literal':
      pushEscapedText(out, frame, part.pos, part.end, quoted ? 'double' : 'none');
      return;
    case 'Glob':
    case 'ExtendedGlob':
    case 'BraceExpansion':
      pushEscapedText(out, frame, part.pos, part.end, 'none');
      return;
    case 'SingleQuoted':
      pushText(out, frame, part.pos + 1, part.pos + 1 + part.value.length, part.value, 'single');
      return;
    case 'AnsiCQuoted':
      pushAnsiText(out, frame, part.pos + 2, part.text.endsWith("'") ? part.end - 1 : part.end);
      return;
    case 'DoubleQuoted':
    case 'LocaleString':
      for (const child of part.parts) pushPart(out, child, reader, true);
      return;
    case 'SimpleExpansion':
      out.push({
        ...range,
        kind: 'variable',
        name: part.text.slice(1),
        quoted,
        operation: simpleOperation(part.text.slice(1)),
      });
      return;
    case 'ParameterExpansion':
      out.push({ ...range, kind: 'variable', name: part.parameter, quoted, operation: readOperation(part, reader) });
      return;
    case 'CommandExpansion': {
      const body = readScript(part.script, scriptReader(part, reader, quoted));
      out.push({ ...range, kind: 'script', quoted, process: false, body });
      return;
    }
    case 'ProcessSubstitution':
      out.push({ ...range, kind: 'script', quoted, process: true, body: readScript(part.script, reader) });
      return;
    case 'ArithmeticExpansion':
      out.push({ ...range, kind: 'arithmetic', scripts: readScriptsIn(part.expression, reader) });
      return;
  }
}

function scriptReader(part: unbash.CommandExpansionPart, reader: Reader, quoted: boolean): Reader {
  const source = part.script?.source;
  if (source === undefined) return reader;
  return { ...reader, frame: backtickFrame(reader.frame, part.pos + 1, part.end - 1, source, quoted) };
}

function simpleOperation(name: string): VariableOperation {
  return name === '@' || name === '*' ? { kind: 'elements', joined: name === '*' } : { kind: 'none' };
}

function readOperation(part: unbash.ParameterExpansionPart, reader: Reader): VariableOperation {
  const { operation, index, prefix } = part;
  if (prefix) return { kind: 'other', words: [] };
  if (operation?.type === 'Default') {
    const word = readWord(operation.operand, reader);
    if (operation.operator.endsWith('+')) return { kind: 'alternate', word };
    if (operation.operator.endsWith('?')) return { kind: 'none' };
    return { kind: 'default', assigns: operation.operator.endsWith('='), word };
  }
  if (operation?.type === 'Transform' && operation.operand.value === 'Q') return { kind: 'quoted' };
  if (operation) return { kind: 'other', words: operandsOf(operation).map((word) => readWord(word, reader)) };
  if (index)
    return index.value === '@' || index.value === '*'
      ? { kind: 'elements', joined: index.value === '*' }
      : { kind: 'element', index: index.value };
  return simpleOperation(part.parameter);
}

function operandsOf(operation: unbash.ParameterOperation): unbash.Word[] {
  switch (operation.type) {
    case 'Replace':
      return [operation.pattern, operation.replacement];
    case 'Remove':
    case 'Default':
      return [operation.operand];
    default:
      return [];
  }
}

function readTest(expression: unbash.TestExpression, outer: Reader): ShellTest {
  const reader = { ...outer, depth: outer.depth + 1 };
  if (reader.depth > MAX_DEPTH) return { kind: 'all', operands: [] };
  switch (expression.type) {
    case 'TestUnary':
      return { kind: 'unary', operator: expression.operator, operand: readWord(expression.operand, reader) };
    case 'TestBinary':
      return {
        kind: 'binary',
        operator: expression.operator,
        left: readWord(expression.left, reader),
        right: readWord(expression.right, reader),
      };
    case 'TestLogical': {
      const operands = expression.operands.map((operand) => readTest(operand, reader));
      return { kind: expression.operator === '&&' ? 'all' : 'any', operands };
    }
    case 'TestNot': {
      const operand = readTest(expression.operand, reader);
      return expression.negations.length % 2 === 1 ? { kind: 'not', operand } : operand;
    }
    case 'TestGroup':
      return readTest(expression.expression, reader);
  }
}

/** The command substitutions of an arithmetic expression, found with a list instead of recursion. */
function readScriptsIn(expression: unbash.ArithmeticExpression | undefined, reader: Reader): ShellList[] {
  const scripts: ShellList[] = [];
  const open: unbash.SyntaxNode[] = expression ? [expression] : [];
  for (let node = open.pop(); node; node = open.pop()) {
    if (node.type === 'CommandExpansion') scripts.push(readScript(node.script, scriptReader(node, reader, false)));
    else if (node.type === 'ArithmeticCommandExpansion') scripts.push(readScript(node.script, reader));
    else unbash.forEachChild(node, (child) => open.push(child));
  }
  return scripts;
}

function rangeOf(node: { readonly pos: number; readonly end: number }, reader: Reader) {
  return { start: offsetIn(reader.frame, node.pos), end: offsetIn(reader.frame, node.end) };
}
