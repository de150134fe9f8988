/** What a command substitution prints, as far as the script says it: `$(quote "$*")`, `$(cat <<EOF …)`. */
import type { View } from '../../text/view.ts';
import type { NodeOf, ShellList, ShellNode } from './ast.ts';
import type { Engine } from './engine.ts';
import { printedText } from './input.ts';
import { quotedView } from './quotes.ts';
import type { VariableValue } from './variables.ts';
import { expandText, expandUnsplit, expandWords, fieldOf, plainestLine, type Scope, type ShellToken } from './words.ts';

/** Functions that print what other functions print. */
const MAX_NESTING = 6;

export function createPrinter(engine: Engine): (body: ShellList, scope: Scope) => View | undefined {
  let nesting = 0;
  const ofList = (body: ShellList, scope: Scope): View | undefined => {
    const last = body.at(-1);
    const before = body.slice(0, -1);
    if (!last || nesting >= MAX_NESTING || before.some(prints)) return undefined;
    nesting += 1;
    for (const node of before) assign(node, scope);
    const printed = ofNode(last, scope);
    nesting -= 1;
    return printed;
  };
  const ofNode = (node: ShellNode, scope: Scope): View | undefined => {
    switch (node.kind) {
      case 'block':
        return ofList(node.body, scope);
      case 'pipeline':
        return ofPipeline(node, scope);
      case 'command':
        return ofCommand(node, scope);
      case 'if':
        return longest([...node.branches.map(({ body }) => body), node.otherwise ?? []], scope);
      default:
        return undefined;
    }
  };
  /** One branch prints: the one with most of the text, for the others leave out or shorten what they were given. */
  const longest = (bodies: readonly ShellList[], scope: Scope): View | undefined => {
    let found: View | undefined;
    for (const body of bodies) {
      const printed = ofList(body, scope);
      if (printed && printed.text.length > (found?.text.length ?? -1)) found = printed;
    }
    return found;
  };
  const ofPipeline = (node: NodeOf<'pipeline'>, scope: Scope): View | undefined => {
    const [first, ...filters] = node.parts;
    const quotes = filters.filter((filter) => addsQuotes(filter, scope)).length;
    if (!first || !filters.every((filter) => addsQuotes(filter, scope) || leavesWords(filter, scope))) return undefined;
    const printed = ofNode(first, scope);
    return printed && quotes > 0 ? quotedView(printed) : printed;
  };
  const ofCommand = (node: NodeOf<'command'>, scope: Scope): View | undefined => {
    const line = plainestLine(expandWords(node.words, scope));
    const name = line[0]?.text ?? '';
    const document = node.redirects.findLast((redirect) => redirect.kind === 'here-document');
    if (name === 'cat' && line.length === 1)
      return document?.kind === 'here-document' ? expandText(document.body, scope) : scope.input;
    if (name === 'printf' && /^%q/.test(line[1]?.text ?? '')) {
      const printed = printedText(line);
      return printed && quotedView(printed);
    }
    return printedText(line) ?? ofFunction(name, line.slice(1), scope);
  };
  const ofFunction = (name: string, args: readonly ShellToken[], scope: Scope): View | undefined => {
    const called = engine.functions.get(name);
    if (!called || nesting >= MAX_NESTING) return undefined;
    let printed: View | undefined;
    scope.variables.within(argumentBindings(args), () => {
      printed = ofList(called.node.body, { ...scope, view: called.view, nested: called.nested });
    });
    return printed;
  };
  return ofList;
}

/** `$1` … `$9`, `$@` and `$*` of a function that is called with `args`. */
export function argumentBindings(args: readonly ShellToken[]): Map<string, readonly VariableValue[]> {
  const bindings = new Map<string, readonly VariableValue[]>();
  for (let i = 1; i <= 9; i++) {
    const arg = args[i - 1];
    bindings.set(`${i}`, arg ? [{ fields: [fieldOf(arg)] }] : []);
  }
  const all = args.length > 0 ? [{ fields: args.map(fieldOf) }] : [];
  return bindings.set('@', all).set('*', all);
}

/** What a function prints before its last command would stand in front of the text. */
function prints(node: ShellNode): boolean {
  switch (node.kind) {
    case 'command':
      return node.redirects.length === 0 && PRINTERS.has(writtenName(node));
    case 'if':
      return node.branches.some(({ body }) => body.some(prints)) || (node.otherwise?.some(prints) ?? false);
    case 'chain':
      return node.parts.some(prints);
    case 'function':
    case 'test':
    case 'arithmetic':
      return false;
    default:
      return true;
  }
}

const PRINTERS = new Set(['echo', 'printf', 'cat', 'tee']);

function writtenName({ words }: NodeOf<'command'>): string {
  const part = words[0]?.parts[0];
  return part?.kind === 'text' ? part.value : '';
}

function assign(node: ShellNode, scope: Scope): void {
  if (node.kind === 'if') {
    const bodies = [...node.branches.map(({ body }) => body), ...(node.otherwise ? [node.otherwise] : [])];
    scope.variables.branches(
      bodies.map((body) => () => {
        for (const one of body) assign(one, scope);
      }),
      node.otherwise === undefined,
    );
  }
  if (node.kind !== 'command') return;
  for (const { name, value } of [...node.assignments, ...node.declared]) {
    if (value)
      scope.variables.set(
        name,
        expandUnsplit(value, scope).map((token) => ({ fields: [fieldOf(token)] })),
      );
  }
}

/** `tr -d '\n'`: spaces and letters change, the words stay. */
function leavesWords(node: ShellNode, scope: Scope): boolean {
  if (node.kind !== 'command') return false;
  const [line = []] = expandWords(node.words, scope);
  return line[0]?.text === 'tr';
}

/** `sed -e "s/'/…/"`: what puts a text into quotes so that a shell reads it back. */
function addsQuotes(node: ShellNode, scope: Scope): boolean {
  if (node.kind !== 'command') return false;
  const [line = []] = expandWords(node.words, scope);
  return line[0]?.text === 'sed' && line.slice(1).some(({ text }) => /^(?:-e)?\d*s(.).*'/.test(text));
}
