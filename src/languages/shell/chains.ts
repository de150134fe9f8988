/** What a chain with `&&` and `||` asks of its parts: whether they succeed, and what the script does where they do not. */
import type { Token } from '../../model/document.ts';
import type { CommandFact } from '../../model/fact.ts';
import { baseName } from '../../text/path.ts';
import type { View } from '../../text/view.ts';
import type { NodeOf, ShellNode } from './ast.ts';
import { givesUp, isOtherTool } from './guards.ts';
import { type Known, wordToken, writtenText } from './known.ts';

export function isOneCommand(node: ShellNode | undefined): boolean {
  return node?.kind === 'command' || (node?.kind === 'redirected' && isOneCommand(node.body));
}

/** Where the part fails, the next one behind `||` runs: the script leaves with an error, or goes on as if nothing were. */
export function failureOf(
  { parts, operators }: NodeOf<'chain'>,
  index: number,
  known: Known,
): CommandFact['onFailure'] {
  const next = operators.includes('||', index) ? parts[operators.indexOf('||', index) + 1] : undefined;
  if (next === undefined) return undefined;
  if (givesUp([next])) return 'gives-up';
  const answer = answerTo(next, known);
  return answer && answer.tool === undefined ? 'goes-on' : undefined;
}

/** The statements between `set +e` and the next `set -e`, where the script asks nothing of what they answer: it goes on whatever fails. */
export function toleratedIn(list: readonly ShellNode[], { text }: View): ReadonlySet<ShellNode> {
  const tolerated = new Set<ShellNode>();
  let open: number | undefined;
  for (const [i, node] of list.entries()) {
    const sign =
      node.kind === 'command'
        ? ERRORS.exec(text.slice(node.start, Math.min(node.end, node.start + 30)))?.[1]
        : undefined;
    if (sign === '+') open ??= i + 1;
    if (sign !== '-' || open === undefined) continue;
    const between = list.slice(open, i);
    if (!text.slice(between[0]?.start ?? 0, between.at(-1)?.end ?? 0).includes('$?'))
      for (const one of between) tolerated.add(one);
    open = undefined;
  }
  return tolerated;
}

const ERRORS = /^set[ \t]+([-+])(?:e|o[ \t]+errexit)$/;

/** `until docker info; do sleep 1; done`: nothing in the loop counts or leaves. */
export function waitsForGood({ condition, body, start }: NodeOf<'loop'>, { text }: View): boolean {
  const [asked, ...more] = condition;
  if (!asked || more.length > 0) return false;
  const isUntil = text.startsWith('until', start);
  const isNegated = asked.kind === 'pipeline' && asked.negated && asked.parts.length === 1;
  if (isUntil ? !isOneCommand(asked) : !isNegated) return false;
  const [first, last] = [body[0], body.at(-1)];
  return (
    first !== undefined && last !== undefined && !LEAVES.test(text.slice(first.start, last.end).slice(0, LONGEST_WAIT))
  );
}

const LONGEST_WAIT = 2000;
/** What ends a loop, or counts how often it has run. */
const LEAVES = /\b(?:break|return|exit|exec|die|fail\w{0,20}|abort|error|let|expr)\b|\(\(|\+=|\$\[/;

/** What the script does where the command in front of `||` fails: it says so, goes on, or asks another runtime. */
export function answerTo(node: ShellNode | undefined, known: Known): { readonly tool: Token | undefined } | undefined {
  const first = node?.kind === 'pipeline' ? node.parts[0] : node;
  if (first?.kind !== 'command') return undefined;
  const [word, second] = first.words;
  const name = baseName(writtenText(word, known));
  const program = name === 'sudo' ? baseName(writtenText(second, known)) : name;
  if (word && isOtherTool(program)) return { tool: wordToken(word, known) };
  return /^(true|:|echo|printf)$/.test(program) ? { tool: undefined } : undefined;
}

/** True for a command whose output goes nowhere: only whether it succeeds can matter. */
export function isSilenced(node: ShellNode, view: View): boolean {
  const redirects = node.kind === 'command' || node.kind === 'redirected' ? node.redirects : [];
  return redirects.some(
    (redirect) =>
      redirect.kind === 'file' &&
      /^(\d*>|&>)/.test(view.text.slice(redirect.start, redirect.end)) &&
      !view.text.startsWith('2', redirect.start) &&
      view.text.slice(redirect.start, redirect.end).endsWith('/dev/null'),
  );
}
