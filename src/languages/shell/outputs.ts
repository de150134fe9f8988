/** What a command substitution prints, as far as the script says it: `$(quote "$*")`, `$(cat <<EOF …)`. */
import type { View } from '../../text/view.ts';
import type { NodeOf, ShellList, ShellNode } from './ast.ts';
import type { Engine } from './engine.ts';
import { printedText } from './input.ts';
import { quotedView } from './quotes.ts';
import type { VariableValue } from './variables.ts';
import { expandText, expandUnsplit, expandWords, fieldOf, type Scope, type ShellToken } from './words.ts';

/** Functions that print what other functions print. */
const MAX_NESTING = 6;

export function createPrinter(engine: Engine): (body: ShellList, scope: Scope) => View | undefined {
  let nesting = 0;
  const ofList = (body: ShellList, scope: Scope): View | undefined => {
    const last = body.at(-1);
    if (!last || nesting >= MAX_NESTING || !body.slice(0, -1).every(onlyAssigns)) return undefined;
    nesting += 1;
    for (const node of body.slice(0, -1)) assign(node, scope);
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
      default:
        return undefined;
    }
  };
  const ofPipeline = (node: NodeOf<'pipeline'>, scope: Scope): View | undefined => {
    const [first, ...filters] = node.parts;
    if (!first || !filters.every((filter) => addsQuotes(filter, scope))) return undefined;
    const printed = ofNode(first, scope);
    return printed && quotedView(printed);
  };
  const ofCommand = (node: NodeOf<'command'>, scope: Scope): View | undefined => {
    const lines = expandWords(node.words, scope);
    const [line = []] = lines;
    const name = line[0]?.text ?? '';
    const document = node.redirects.findLast((redirect) => redirect.kind === 'here-document');
    if (name === 'cat' && line.length === 1 && document?.kind === 'here-document')
      return expandText(document.body, scope);
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

function onlyAssigns(node: ShellNode): boolean {
  return node.kind === 'command' && (node.words.length === 0 || node.declared.length > 0);
}

function assign(node: ShellNode, scope: Scope): void {
  if (node.kind !== 'command') return;
  for (const { name, value } of [...node.assignments, ...node.declared]) {
    if (value)
      scope.variables.set(
        name,
        expandUnsplit(value, scope).map((token) => ({ fields: [fieldOf(token)] })),
        false,
      );
  }
}

/** `sed -e "s/'/…/"`: what puts a text into quotes so that a shell reads it back. */
function addsQuotes(node: ShellNode, scope: Scope): boolean {
  if (node.kind !== 'command') return false;
  const [line = []] = expandWords(node.words, scope);
  return line[0]?.text === 'sed' && line.slice(1).some(({ text }) => /^(?:-e)?\d*s(.).*'/.test(text));
}
