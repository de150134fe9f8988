/** Which nodes are worth forcing, when only texts with certain words matter. */
import type { Chart } from '../chart/chart.ts';
import type { Node, Operand } from '../template/ast.ts';
import type { Templates } from '../template/templates.ts';
import type { Value } from '../values/value.ts';
import { eachNode, eachOperand, type Interest, includedBy, pipeOf } from './coverage.ts';

type Only = (text: string) => boolean;

const DEEPEST = 100;

/** Everything but blank text. */
export const everything: Interest = (node) => node.type !== 'text' || node.text.trim() !== '';

/** Nodes that hold such a word, or that may print a value or file that does. */
export function interestIn(chart: Chart, named: Templates, only: Only): Interest {
  const names = new Set<string>();
  const files = collect(chart, only, names);
  return withHelpers(interest(only, names, files), named);
}

/** An action that includes a helper with something interesting is so itself. */
function withHelpers(own: Interest, named: Templates): Interest {
  const known = new Map<string, boolean>();
  const helper = (name: string): boolean => {
    let answer = known.get(name);
    if (answer !== undefined) return answer;
    // A helper that includes itself adds nothing by that.
    known.set(name, false);
    answer = false;
    eachNode(named.get(name)?.body ?? [], (node) => {
      answer ||= own(node) || includesOf(node);
    });
    known.set(name, answer);
    return answer;
  };
  const includesOf = (node: Node): boolean => {
    if (node.type === 'template' && helper(node.name)) return true;
    const pipe = pipeOf(node);
    return pipe !== null && node.type !== 'if' && includedBy(pipe).some(helper);
  };
  const answers = new Map<Node, boolean>();
  return (node) => {
    if (node.type === 'text') return own(node);
    let answer = answers.get(node);
    if (answer === undefined) {
      answer = own(node) || includesOf(node);
      answers.set(node, answer);
    }
    return answer;
  };
}

/** Nodes that may print one of these values that holds such a word. */
export function interestOf(values: Value, only: Only): Interest {
  const names = new Set<string>();
  collectNames(values, only, [], names);
  return interest(() => false, names, false);
}

function interest(only: Only, names: ReadonlySet<string>, files: boolean): Interest {
  const known = new Map<object, boolean>();
  return (node) => {
    if (node.type === 'text') return node.text.trim() !== '' && only(node.text);
    let answer = known.get(node);
    if (answer === undefined) {
      const pipe = pipeOf(node);
      answer = pipe !== null && node.type !== 'if' && only(node.source.text.slice(node.from, node.to));
      if (pipe !== null && node.type !== 'if') {
        eachOperand(pipe, (operand) => {
          answer ||= mentions(operand, names, files);
        });
      }
      known.set(node, answer);
    }
    return answer;
  };
}

function mentions(operand: Operand, names: ReadonlySet<string>, files: boolean): boolean {
  if (operand.type !== 'field' && operand.type !== 'variable' && operand.type !== 'chain') return false;
  const last = operand.fields[operand.fields.length - 1];
  return (last !== undefined && names.has(last)) || (files && operand.fields.includes('Files'));
}

/** Names on the way to values with such words; whether a file has one. */
function collect(chart: Chart, only: Only, names: Set<string>): boolean {
  if (only(chart.values.origin?.source.text ?? '')) collectNames(chart.values, only, [], names);
  let files = chart.files.some(({ source }) => only(source.text));
  for (const child of chart.dependencies) files = collect(child, only, names) || files;
  return files;
}

function collectNames(value: Value, only: Only, path: readonly string[], names: Set<string>): void {
  if (path.length > DEEPEST) return;
  if (value.kind === 'string' && only(value.text)) for (const name of path) names.add(name);
  else if (value.kind === 'list') for (const item of value.items) collectNames(item, only, path, names);
  else if (value.kind === 'map') {
    for (const [key, item] of value.entries) {
      if (only(key)) for (const name of [...path, key]) names.add(name);
      collectNames(item, only, [...path, key], names);
    }
  }
}
