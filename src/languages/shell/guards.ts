/** What conditions say about the container runtime: `if [ "$CONTAINER_RUNTIME" = docker ]`, `command -v docker && …`. */
import type { Condition } from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import { normaliseNodePath } from '../../text/node-path.ts';
import { baseName } from '../../text/path.ts';
import { HOLE, type View } from '../../text/view.ts';
import type { NodeOf, ShellList, ShellNode, ShellTest, ShellWord } from './ast.ts';

/** What is known in the branches of a test. */
export interface Branches {
  readonly whenTrue: readonly Condition[];
  readonly whenFalse: readonly Condition[];
}

export const NOTHING: Branches = { whenTrue: [], whenFalse: [] };

const RUNTIME_NAME = /runtime|container_?(engine|manager|tool|cli|backend)|(^|_)cri(_|$)|(^|_)engine$/i;
const FLAG_NAME = /(^|_)(use|using|install|enable|enabled|has|have|is|with|need|needs)(_|$)/i;
const OTHER_RUNTIME = /containerd|cri-?o\b|podman|rkt|frakti|remote/i;
const DOCKER_PATH = /(^|\/)(docker|dockerd|docker\.sock|docker\.service|docker\.pid)$/;
const OTHER_PATH = /(^|\/)(containerd|crictl|nerdctl|crio|containerd\.sock|crio\.sock|containerd\.service)$/;

export function conditionOf(list: ShellList, view: View): Branches {
  const last = list.at(-1);
  return last ? conditionOfNode(last, view) : NOTHING;
}

export function conditionOfNode(node: ShellNode, view: View): Branches {
  switch (node.kind) {
    case 'pipeline': {
      const [only] = node.parts;
      const inner = only && node.parts.length === 1 ? conditionOfNode(only, view) : searched(node, view);
      return node.negated ? inverted(inner) : inner;
    }
    case 'chain':
      return chained(
        node.parts.map((part) => conditionOfNode(part, view)),
        node.operators.includes('||') ? 'any' : 'all',
      );
    case 'block':
      return conditionOf(node.body, view);
    case 'redirected':
      return conditionOfNode(node.body, view);
    case 'test':
      return conditionOfTest(node.expression, view);
    case 'command':
      return conditionOfCommand(node, view);
    default:
      return NOTHING;
  }
}

/** What holds in the arms of a `case` over a variable that names the runtime. */
export function armGuards(node: NodeOf<'case'>, view: View): (readonly Condition[])[] {
  const texts = node.arms.map((arm) => arm.patterns.map((pattern) => plainText(pattern, view)));
  const about = isRuntimeWord(node.subject, view);
  const known = texts.some((patterns) => patterns.some((text) => /docker|containerd|crio|cri-o/i.test(text)));
  if (!known || (!about && !texts.some((patterns) => patterns.some((text) => OTHER_RUNTIME.test(text))))) return [];
  const hasDockerArm = texts.some((patterns) => patterns.some(isDocker));
  return node.arms.map((arm, i) => {
    const patterns = texts[i] ?? [];
    const at = arm.patterns[0] ?? node.subject;
    if (patterns.some(isDocker)) return [guard('runtime', true, at, view)];
    if (patterns.some((text) => OTHER_RUNTIME.test(text))) return [guard('runtime', false, at, view)];
    return hasDockerArm && patterns.includes('*') ? [guard('runtime', false, at, view)] : [];
  });
}

/**
 * How a list ends: `leaves` when nothing after it runs and that is no failure, `fails` when the script gives up.
 */
export function ending(list: ShellList): 'leaves' | 'fails' | 'continues' {
  const last = list.at(-1);
  if (!last) return 'continues';
  if (last.kind === 'block') return last.subshell ? 'continues' : ending(last.body);
  if (last.kind !== 'command') return 'continues';
  const [program, status] = last.words.map((word) => (word.parts[0]?.kind === 'text' ? word.parts[0].value : ''));
  if (/^(die|fatal|fail|err_exit|error_exit)$/.test(program ?? '')) return 'fails';
  if (!/^(exit|return|continue|break)$/.test(program ?? '')) return 'continues';
  return status === undefined || status === '0' || !/^e|^r/.test(program ?? '') ? 'leaves' : 'fails';
}

function inverted(condition: Branches): Branches {
  return { whenTrue: condition.whenFalse, whenFalse: condition.whenTrue };
}

function chained(parts: readonly Branches[], kind: 'all' | 'any'): Branches {
  if (parts.length === 1) return parts[0] ?? NOTHING;
  if (kind === 'all') return { whenTrue: parts.flatMap((part) => part.whenTrue), whenFalse: [] };
  const [first, ...others] = parts.map((part) => part.whenTrue);
  const shared = (first ?? []).filter((one) => others.every((other) => other.some((two) => isSame(one, two))));
  return { whenTrue: shared, whenFalse: parts.flatMap((part) => part.whenFalse) };
}

function isSame(a: Condition, b: Condition): boolean {
  return (
    a.kind === b.kind && a.holds === b.holds && (a.kind !== 'version' || b.kind !== 'version' || a.below === b.below)
  );
}

function conditionOfTest(test: ShellTest, view: View): Branches {
  switch (test.kind) {
    case 'not':
      return inverted(conditionOfTest(test.operand, view));
    case 'all':
    case 'any':
      return chained(
        test.operands.map((operand) => conditionOfTest(operand, view)),
        test.kind,
      );
    case 'unary':
      return unaryTest(test.operator, test.operand, view);
    case 'binary':
      return binaryTest(test.operator, test.left, test.right, view);
  }
}

/** `[ … ]` with its words; `-a` and `-o` join tests. */
function bracketTest(words: readonly ShellWord[], view: View): Branches {
  const text = (i: number) => plainText(words[i], view);
  for (const [joint, kind] of [
    ['-o', 'any'],
    ['-a', 'all'],
  ] as const) {
    const at = words.findIndex((_, i) => i > 0 && text(i) === joint);
    if (at <= 0) continue;
    return chained([bracketTest(words.slice(0, at), view), bracketTest(words.slice(at + 1), view)], kind);
  }
  if (text(0) === '!') return inverted(bracketTest(words.slice(1), view));
  const [first, second, third] = words;
  if (first && second && third) return binaryTest(text(1), first, third, view);
  if (first && second) return unaryTest(text(0), second, view);
  return first ? unaryTest('-n', first, view) : NOTHING;
}

function unaryTest(operator: string, operand: ShellWord, view: View): Branches {
  if (/^-[efxSrsdhLw]$/.test(operator)) {
    const text = plainText(operand, view);
    const path = normaliseNodePath(text) ?? text;
    if (DOCKER_PATH.test(path)) return both('presence', operand, view);
    return OTHER_PATH.test(path) ? inverted(both('runtime', operand, view)) : NOTHING;
  }
  if (operator !== '-n' && operator !== '-z') return NOTHING;
  const condition = scriptCondition(operand, view) ?? flagCondition(operand, view);
  return operator === '-n' ? condition : inverted(condition);
}

function scriptCondition(word: ShellWord, view: View): Branches | undefined {
  const script = word.parts.find((part) => part.kind === 'script');
  return script?.kind === 'script' ? conditionOf(script.body, view) : undefined;
}

function flagCondition(word: ShellWord, view: View): Branches {
  const name = variableIn(word);
  if (!name || !FLAG_NAME.test(name)) return NOTHING;
  if (/docker/i.test(name)) return both('runtime', word, view);
  return OTHER_RUNTIME.test(name) ? inverted(both('runtime', word, view)) : NOTHING;
}

function binaryTest(operator: string, left: ShellWord, right: ShellWord, view: View): Branches {
  const negative = operator === '!=' || operator === '-ne';
  if (!negative && !/^(=|==|=~|-eq)$/.test(operator)) return NOTHING;
  const [subject, value] =
    variableIn(left) || left.parts.some((p) => p.kind === 'script') ? [left, right] : [right, left];
  const text = plainText(value, view);
  let condition = NOTHING;
  if (isRuntimeWord(subject, view)) condition = valueCondition(text, value, view);
  else if (/^(true|1|yes|on|y)$/i.test(text)) condition = flagCondition(subject, view);
  else if (/^(false|0|no|off|n)$/i.test(text)) condition = inverted(flagCondition(subject, view));
  return negative ? inverted(condition) : condition;
}

function valueCondition(text: string, value: ShellWord, view: View): Branches {
  if (isDocker(text) && OTHER_RUNTIME.test(text)) return NOTHING;
  if (isDocker(text)) return both('runtime', value, view);
  return OTHER_RUNTIME.test(text) ? inverted(both('runtime', value, view)) : NOTHING;
}

function conditionOfCommand(node: NodeOf<'command'>, view: View): Branches {
  const texts = node.words.map((word) => plainText(word, view));
  while (texts[0] === 'sudo') texts.shift();
  const program = texts[0]?.slice(texts[0].lastIndexOf('/') + 1) ?? '';
  if (program === '[' || program === 'test') {
    return bracketTest(node.words.slice(1, program === '[' && texts.at(-1) === ']' ? -1 : undefined), view);
  }
  const at = node.words[node.words.length - 1];
  if (!at) return NOTHING;
  const named = texts.slice(1).map((text) => baseName(text).replace(/\.(service|socket)$/, ''));
  const names = (pattern: RegExp) => named.some((name) => pattern.test(name));
  if (asksForProgram(program, texts)) {
    if (names(/^(docker|dockerd|moby)(-ce|-engine|-cli)?$/)) return both('presence', at, view);
    if (names(/^(containerd|crictl|nerdctl|crio|ctr)$/)) return inverted(both('runtime', at, view));
  }
  if (program === 'docker' && /^(info|version|--version|-v)$/.test(texts[1] ?? '')) return both('presence', at, view);
  if (/grep$/.test(program) && texts.some((text) => /docker/.test(text) && !/\/\.dockerenv|cgroup/.test(text))) {
    return texts.some((text) => /runtime|kubeadm-flags|\/etc\/systemd|units?/.test(text))
      ? both('runtime', at, view)
      : NOTHING;
  }
  return NOTHING;
}

function asksForProgram(program: string, texts: readonly string[]): boolean {
  switch (program) {
    case 'command':
      return /^-p?[vV]$/.test(texts[1] ?? '');
    case 'which':
    case 'type':
    case 'hash':
    case 'pgrep':
    case 'pidof':
    case 'have':
    case 'command_exists':
    case 'is_installed':
    case 'commandExists':
      return true;
    case 'systemctl':
      return texts.some((text) => /^(is-active|is-enabled|status|list-unit-files|cat|list-units)$/.test(text));
    case 'service':
      return texts.at(-1) === 'status' || texts.includes('status');
    case 'rpm':
      return texts.some((text) => /^-q/.test(text));
    case 'dpkg':
    case 'dpkg-query':
      return texts.some((text) => /^(-s|-l|-W|--status|--list|--show)$/.test(text));
    default:
      return false;
  }
}

/** `systemctl list-units | grep -q docker`, `ps aux | grep dockerd`, `kubectl get node … | grep docker`. */
function searched(node: NodeOf<'pipeline'>, view: View): Branches {
  const last = node.parts.at(-1);
  const first = node.parts[0];
  if (last?.kind !== 'command' || first?.kind !== 'command') return NOTHING;
  const search = last.words.map((word) => plainText(word, view));
  const target = last.words.find((word) => /docker/i.test(plainText(word, view)));
  if (!/^(e|f|z)?grep$/.test(search[0] ?? '') || !target) {
    return asksForProgram(
      plainText(first.words[0], view),
      first.words.map((word) => plainText(word, view)),
    )
      ? conditionOfCommand(first, view)
      : NOTHING;
  }
  const source = view.text.slice(first.start, first.end);
  if (/runtime/i.test(source)) return both('runtime', target, view);
  return /^(sudo )?(systemctl|service|ps|dpkg|rpm|lsmod|pgrep|ls|which|snap|apt)\b/.test(source)
    ? both('presence', target, view)
    : NOTHING;
}

function isRuntimeWord(word: ShellWord, view: View): boolean {
  const name = variableIn(word);
  if (name) return RUNTIME_NAME.test(name);
  const script = word.parts.find((part) => part.kind === 'script');
  return script !== undefined && /runtime/i.test(view.text.slice(word.start, word.end));
}

function isDocker(text: string): boolean {
  return /docker|moby/i.test(text) && !/cri-?docker/i.test(text);
}

function variableIn(word: ShellWord): string | undefined {
  const part = word.parts.find((p) => p.kind === 'variable');
  return part?.kind === 'variable' ? part.name : undefined;
}

/** The text with a hole for everything that is not written out. */
function plainText(word: ShellWord | undefined, view: View): string {
  if (!word) return '';
  return word.parts.map((part) => (part.kind === 'text' ? part.value : lookedUp(part, view))).join('');
}

function lookedUp(part: { readonly start: number; readonly end: number }, view: View): string {
  const source = view.text.slice(part.start, part.end);
  return /^\$\{?\w*(BIN|DIR|PATH|ROOT|PREFIX)\w*\}?$/i.test(source)
    ? HOLE
    : /^\$\{?DOCKER(_BIN|_CMD)?\}?$/.test(source)
      ? 'docker'
      : HOLE;
}

function both(kind: 'runtime' | 'presence', word: ShellWord, view: View): Branches {
  return { whenTrue: [guard(kind, true, word, view)], whenFalse: [guard(kind, false, word, view)] };
}

function guard(kind: 'runtime' | 'presence', holds: boolean, word: ShellWord, view: View): Condition {
  const at: Token = { text: view.text.slice(word.start, word.end), view, start: word.start, end: word.end };
  return { kind, holds, at };
}
