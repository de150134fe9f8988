/**
 * Branches that do with docker what another branch does with the tools of another runtime choose between runtimes,
 * whatever the condition asks: `if [ "$flag" = 1 ]; then docker ps; else crictl ps; fi`.
 */
import type { Condition } from '../../model/condition.ts';
import { baseName } from '../../text/path.ts';
import type { NodeOf, ShellAssignment, ShellBranch, ShellList, ShellNode, ShellWord } from './ast.ts';
import { isOtherTool } from './guards.ts';
import { type Known, wordToken } from './known.ts';

/** A tool is looked for this many levels below the branch, so that no node is looked at by more branches than that. */
const DEEPEST = 8;
/** `sudo -u root docker`, `systemctl --now restart docker` */
const MOST_WORDS = 6;
/** `apt-get install` with this many words behind it */
const MOST_INSTALLED = 40;

interface Tool {
  readonly of: 'docker' | 'other';
  /** `ps` of `docker ps`, `restart` of `systemctl restart docker`. */
  readonly verb: string;
}

type Chosen = ReadonlyMap<number, readonly Condition[]>;

/** The branches for Docker of an `if`, by their index; that behind `else` has the last. */
export function branchesForDocker({ branches, otherwise }: NodeOf<'if'>, known: Known): Chosen {
  const bodies = branches.map(({ body }) => body);
  const [first] = branches;
  return first
    ? forDocker(toolsOfEach([...bodies, ...(otherwise ? [otherwise] : [])]), tokenOf(first, known))
    : new Map();
}

/** The same for the arms of a `case`. What a script is told to do is another thing in each: only arms that do the same choose. */
export function armsForDocker({ arms, subject }: NodeOf<'case'>, known: Known): Chosen {
  const tools = toolsOfEach(arms.map(({ body }) => body));
  const at = wordToken(subject, known);
  return ARGUMENT.test(at.text) && !doTheSame(tools.flat()) ? new Map() : forDocker(tools, at);
}

function toolsOfEach(bodies: readonly ShellList[]): readonly (readonly Tool[])[] {
  return bodies.map((body) => toolsOf(body, DEEPEST));
}

/** `"$1"`, `${1:-help}` */
const ARGUMENT = /^"?\$\{?\d/;

/** Some arm does with docker what another one does with the tool of another runtime. */
function doTheSame(tools: readonly Tool[]): boolean {
  const verbs = new Set(tools.flatMap(({ of, verb }) => (of === 'docker' ? [verb] : [])));
  return tools.some(({ of, verb }) => of === 'other' && verbs.has(verb));
}

function forDocker(tools: readonly (readonly Tool[])[], at: Condition['at']): Chosen {
  const kinds = tools.map((used) => new Set(used.map((tool) => tool.of)));
  if (!kinds.some((used) => used.has('other') && !used.has('docker'))) return new Map();
  return new Map(
    kinds.flatMap((used, index) =>
      used.has('docker') && !used.has('other')
        ? [[index, [{ kind: 'runtime', holds: true, at, of: variableOf(at) }]] as const]
        : [],
    ),
  );
}

/** The first variable of the test: its default says whether the branch is the usual one. */
function variableOf({ text }: Condition['at']): string | undefined {
  return /\$\{?([A-Za-z_]\w*)/.exec(text.slice(0, LONGEST_TEST))?.[1];
}

const LONGEST_TEST = 400;

function tokenOf({ condition }: ShellBranch, known: Known): Condition['at'] {
  const start = condition[0]?.start ?? 0;
  return wordToken({ start, end: condition.at(-1)?.end ?? start }, known);
}

function toolsOf(list: ShellList, depth: number): readonly Tool[] {
  return depth === 0 ? [] : list.flatMap((node) => toolsOfNode(node, depth - 1));
}

function toolsOfNode(node: ShellNode, depth: number): readonly Tool[] {
  switch (node.kind) {
    case 'command':
      return [
        ...toolOfWords(node.words),
        ...node.words.flatMap((word) => toolsOfWord(word, depth)),
        ...[...node.assignments, ...node.declared].flatMap((one) => toolsOfValue(one, depth)),
      ];
    case 'pipeline':
    case 'chain':
      return toolsOf(node.parts, depth);
    case 'block':
      return toolsOf(node.body, depth);
    case 'redirected':
      return toolsOf([node.body], depth);
    case 'if': {
      const lists = [...node.branches.flatMap(({ condition, body }) => [condition, body]), node.otherwise ?? []];
      return lists.flatMap((list) => toolsOf(list, depth));
    }
    case 'loop':
      return [...toolsOf(node.condition, depth), ...toolsOf(node.body, depth)];
    case 'for':
      return [...(node.words ?? []).flatMap((word) => toolsOfWord(word, depth)), ...toolsOf(node.body, depth)];
    case 'case':
      return node.arms.flatMap(({ body }) => toolsOf(body, depth));
    case 'function':
    case 'test':
    case 'arithmetic':
      return [];
    default:
      return node satisfies never;
  }
}

function toolsOfWord({ parts }: ShellWord, depth: number): readonly Tool[] {
  return parts.flatMap((part) => (part.kind === 'script' ? toolsOf(part.body, depth) : []));
}

/** `cli="docker ps"`, `cli=crictl`. */
function toolsOfValue({ value }: ShellAssignment, depth: number): readonly Tool[] {
  if (!value) return [];
  const [program = '', ...more] = textOf(value).slice(0, 200).split(/\s+/);
  return [...toolNamed(program, more), ...toolsOfWord(value, depth)];
}

function toolOfWords(words: readonly ShellWord[]): readonly Tool[] {
  const texts = words.slice(0, MOST_WORDS).map(textOf);
  const at = texts.findIndex(
    (text) => toolNamed(text, []).length > 0 || isServiceManager(text) || INSTALLS.test(baseName(text)),
  );
  return at < 0 ? [] : toolNamed(texts[at] ?? '', words.slice(at + 1, at + 1 + MOST_INSTALLED).map(textOf));
}

function toolNamed(program: string, more: readonly string[]): readonly Tool[] {
  const name = baseName(program);
  const verb = more.find((text) => !text.startsWith('-')) ?? '';
  if (name === 'docker') return [{ of: 'docker', verb }];
  if (isOtherTool(name)) return [{ of: 'other', verb }];
  if (INSTALLS.test(name)) return verb === 'install' ? installed(more) : [];
  if (!isServiceManager(name)) return [];
  return more.flatMap((text): readonly Tool[] =>
    /^docker(?:\.service)?$/.test(text)
      ? [{ of: 'docker', verb }]
      : /^(?:containerd|crio|cri-o)(?:\.service)?$/.test(text)
        ? [{ of: 'other', verb }]
        : [],
  );
}

const INSTALLS = /^(?:apt|apt-get|dnf|yum|zypper)$/;

/** `apt-get install docker-ce containerd.io` is for Docker, which brings that containerd. */
function installed(names: readonly string[]): readonly Tool[] {
  const has = (pattern: RegExp) => names.some((text) => pattern.test(text));
  if (has(/^(?:docker(?:-ce|-engine|\.io)?|moby-engine)(?:[=-]\d.*)?$/)) return [{ of: 'docker', verb: 'install' }];
  return has(/^(?:containerd(?:\.io)?|cri-o)(?:[=-]\d.*)?$/) ? [{ of: 'other', verb: 'install' }] : [];
}

function isServiceManager(name: string): boolean {
  return name === 'systemctl' || name === 'service';
}

function textOf({ parts }: ShellWord): string {
  return parts.map((part) => (part.kind === 'text' ? part.value : ' ')).join('');
}
