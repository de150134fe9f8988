/** What conditions say about the container runtime: `if [ "$CONTAINER_RUNTIME" = docker ]`, `command -v docker && …`. */
import {
  allOf,
  anyOf,
  type Branches,
  branchesOf,
  type Condition,
  type Ending,
  inverted,
  NOTHING,
} from '../../model/condition.ts';
import type { Token } from '../../model/document.ts';
import { baseName } from '../../text/path.ts';
import { isDocker, namesOtherRuntime, namesRuntime } from '../conditions/words.ts';
import type { NodeOf, ShellList, ShellNode, ShellWord } from './ast.ts';
import { calculatedByAwk } from './calculated.ts';
import { type Known, sourceOf, variableIn, wordToken, writtenText } from './known.ts';
import { conditionOfArithmetic, conditionOfBrackets, conditionOfTest, isAlwaysOneOf } from './tests.ts';
import { comparedByProgram, knownFlag, searchedVersion, sortedVersions, versionArms } from './versions.ts';
import { unwrap } from './wrappers.ts';

/** Functions that call functions are followed this deep. */
const DEEPEST = 4;

export function conditionOf(list: ShellList, known: Known): Branches {
  const last = list.at(-1);
  return last ? conditionOfNode(last, known) : NOTHING;
}

export function conditionOfNode(node: ShellNode, known: Known): Branches {
  switch (node.kind) {
    case 'pipeline': {
      const [only] = node.parts;
      const inner = only && node.parts.length === 1 ? conditionOfNode(only, known) : searched(node, known);
      return node.negated ? inverted(inner) : inner;
    }
    case 'chain': {
      const parts = node.parts.map((part) => conditionOfNode(part, known));
      return node.operators.includes('||') ? anyOf(parts) : allOf(parts);
    }
    case 'block':
      return conditionOf(node.body, known);
    case 'redirected':
      return conditionOfNode(node.body, known);
    case 'test':
      return conditionOfTest(node.expression, known, conditionOf);
    case 'command':
      return conditionOfCommand(node, known);
    case 'arithmetic':
      return conditionOfArithmetic(node.start, node.end, known);
    default:
      return NOTHING;
  }
}

/** What holds in the arms of a `case` over a variable that names the runtime, or a version. */
export function armConditions(node: NodeOf<'case'>, known: Known): (readonly Condition[])[] {
  const texts = node.arms.map((arm) => arm.patterns.map((pattern) => writtenText(pattern, known)));
  const versions = versionArms(node.subject, node.arms, texts, known);
  if (versions) return versions;
  const others = texts.some((patterns) => patterns.some(namesOtherRuntime));
  const named = others || texts.some((patterns) => patterns.some((text) => /docker/i.test(text)));
  if (!named || (!isRuntimeWord(node.subject, known) && !others)) return [];
  const hasDockerArm = texts.some((patterns) => patterns.some(isDocker));
  const of = variableIn(node.subject);
  return node.arms.map((arm, i) => {
    const patterns = texts[i] ?? [];
    const at = wordToken(arm.patterns[0] ?? node.subject, known);
    if (patterns.some(isDocker)) {
      const isUsual = patterns.some(namesOtherRuntime) || (of !== undefined && isAlwaysOneOf(of, patterns, known));
      return isUsual ? [] : [{ kind: 'runtime', holds: true, at, of }];
    }
    const isOther = patterns.some(namesOtherRuntime) || (hasDockerArm && patterns.includes('*'));
    return isOther ? [{ kind: 'runtime', holds: false, at, of }] : [];
  });
}

/**
 * How a list ends: `leaves` when nothing after it runs and that is no failure, `fails` when the script gives up.
 */
export function ending(list: ShellList): Ending {
  const last = list.at(-1);
  if (!last) return 'continues';
  if (last.kind === 'block') return last.subshell ? 'continues' : ending(last.body);
  if (last.kind !== 'command') return 'continues';
  const [program, status] = last.words.map((word) => (word.parts[0]?.kind === 'text' ? word.parts[0].value : ''));
  if (/^(die|fatal|fail|err_exit|error_exit)$/.test(program ?? '')) return 'fails';
  // `exec crictl ps` puts another program in place of the shell.
  if (program === 'exec' && last.words.length > 1) return 'leaves';
  if (!/^(exit|return|continue|break)$/.test(program ?? '')) return 'continues';
  return status === undefined || status === '0' || !/^e|^r/.test(program ?? '') ? 'leaves' : 'fails';
}

/** True where the list ends the script with an error; `exit` alone leaves with that of the command before. */
export function givesUp(list: ShellList): boolean {
  const last = list.at(-1);
  const isBareExit = last?.kind === 'command' && last.words.length === 1 && isText(last.words[0], 'exit');
  return isBareExit || ending(list) === 'fails';
}

function isText(word: ShellWord | undefined, text: string): boolean {
  const [part, ...more] = word?.parts ?? [];
  return more.length === 0 && part?.kind === 'text' && part.value === text;
}

function isRuntimeWord(word: ShellWord, known: Known): boolean {
  return namesRuntime(sourceOf(word, known));
}

function conditionOfCommand(node: NodeOf<'command'>, known: Known): Branches {
  const words = innerWords(node.words, known);
  const texts = words.map((word) => writtenText(word, known));
  const program = texts[0]?.slice(texts[0].lastIndexOf('/') + 1) ?? '';
  if (program === '[' || program === 'test') {
    const inside = words.slice(1, program === '[' && texts.at(-1) === ']' ? -1 : undefined);
    return conditionOfBrackets(inside, known, conditionOf);
  }
  const compared = comparedByProgram(program, words, texts, known);
  if (compared !== NOTHING) return compared;
  if (AWK.test(program)) {
    const at = wordToken(node, known);
    return calculatedByAwk(at.text, at);
  }
  if (known.functions.has(program)) return conditionOfFunction(program, texts, words, known);
  return conditionOfProgram(program, texts, words, known);
}

/** `sudo which docker`, `nsenter -t 1 -m -- which docker`: what is asked, without what stands in front of it. */
function innerWords(words: readonly ShellWord[], known: Known): readonly ShellWord[] {
  if (!TRANSPARENT.test(baseName(writtenText(words[0], known)))) return words;
  const line = words.map((word) => ({
    ...wordToken(word, known),
    text: writtenText(word, known),
    certainty: 'literal' as const,
  }));
  const [inner] = unwrap(line, () => undefined);
  const isOnlyWrapped = inner?.kind === 'command' && inner.wrappers.every(({ program }) => TRANSPARENT.test(program));
  return isOnlyWrapped ? words.slice(words.length - inner.words.length) : words;
}

const AWK = /^[gmn]?awk$/;

const TRANSPARENT = /^(?:sudo|doas|env|nsenter|chroot|timeout|nice|nohup)$/;

/** What a function of the script answers: `command_exists docker`, `is_docker`. */
function conditionOfFunction(
  program: string,
  texts: readonly string[],
  words: readonly ShellWord[],
  known: Known,
): Branches {
  const called = known.functions.get(program);
  if (!called || known.depth >= DEEPEST) return NOTHING;
  const body = called.view.text.slice(called.node.start, Math.min(called.node.end, called.node.start + 2000));
  if (/(?:command\s+-v|which|type|hash|is-active|is-enabled|dpkg|rpm)\b[^\n]{0,200}\$\{?[1@*]/.test(body))
    return conditionOfProgram('command_exists', texts, words, known);
  return conditionOf(called.node.body, { ...known, view: called.view, depth: known.depth + 1 });
}

function conditionOfProgram(
  program: string,
  texts: readonly string[],
  words: readonly ShellWord[],
  known: Known,
): Branches {
  const last = words.at(-1);
  if (!last) return NOTHING;
  const at = wordToken(last, known);
  const named = texts.slice(1).map((text) => baseName(text));
  const names = (pattern: RegExp) => named.some((name) => pattern.test(name));
  if (asksForProgram(program, texts)) {
    if (names(DOCKER_NAME)) return branchesOf({ kind: 'presence', holds: true, at });
    if (names(/^(containerd|crictl|nerdctl|crio|ctr)(\.service|\.socket)?$/))
      return branchesOf({ kind: 'runtime', holds: false, at });
  }
  if (program === 'docker' && isQuestion(texts)) return branchesOf({ kind: 'presence', holds: true, at });
  if (isOtherTool(program)) return { whenTrue: [], whenFalse: [{ kind: 'runtime', holds: true, at }] };
  return /grep$/.test(program) ? searchedFile(words, at, known) : NOTHING;
}

/** `grep -q docker /var/lib/kubelet/kubeadm-flags.env`, `grep -q runtime-endpoint=unix:///run/containerd "$flags"`: what the kubelet is told. */
function searchedFile(words: readonly ShellWord[], at: Token, known: Known): Branches {
  const texts = words.map((word) => filledText(word, known));
  if (!texts.some((text) => /runtime|kubeadm-flags|\/etc\/systemd|units?|dockershim/.test(text))) return NOTHING;
  if (texts.some((text) => /docker/.test(text) && !/\/\.dockerenv|cgroup/.test(text)))
    return branchesOf({ kind: 'runtime', holds: true, at });
  const isOther = texts.some((text) => /runtime/.test(text) && /containerd|crio/.test(text));
  return isOther ? branchesOf({ kind: 'runtime', holds: false, at }) : NOTHING;
}

/** The text of a word, or of the variable that it is, where that holds one. */
function filledText(word: ShellWord, known: Known): string {
  const name = word.parts.length === 1 ? variableIn(word) : undefined;
  const [value, ...others] = name === undefined ? [] : known.variables.get(name);
  return (others.length === 0 ? value?.fields[0]?.text : undefined) ?? writtenText(word, known);
}

/** `docker info`, `docker ps`: asks whether Docker answers, and for no container. */
function isQuestion(texts: readonly string[]): boolean {
  const [, verb = '', ...rest] = texts;
  return /^(info|version|--version|-v)$/.test(verb) || (/^(ps|images)$/.test(verb) && rest.length === 0);
}

/** Tools of other runtimes: where they fail, and docker is asked next, docker is what is there. */
export function isOtherTool(program: string): boolean {
  return /^(crictl|nerdctl|podman|ctr)$/.test(program);
}

/** Helpers that act only where something is there: `restart_if_running docker`, `stopIfExists docker.service`. */
const ONLY_IF =
  /(?:^|_)if_(?:it_)?(?:is_)?(?:there|running|active|enabled|loaded|installed|present|exist(?:s|ing)?|found|available)(?:_|$)|[a-z]If(?:Running|Active|Enabled|Installed|Present|Exists|Found|Available)$/;

/** What a helper asks before it does its work on what its words name. */
export function conditionsOfHelper([name, ...words]: readonly Token[]): readonly Condition[] {
  if (!name || !ONLY_IF.test(name.text)) return [];
  const at = words.find(({ text }) => DOCKER_NAME.test(text));
  return at ? [{ kind: 'presence', holds: true, at }] : [];
}

const DOCKER_NAME = /^(?:docker|dockerd|moby)(?:-ce|-engine|-cli|\.io)?(?:\.service|\.socket)?$/;

function asksForProgram(program: string, texts: readonly string[]): boolean {
  switch (program) {
    case 'command':
      return /^-p?[vV]$/.test(texts[1] ?? '');
    case 'which':
    case 'type':
    case 'hash':
    case 'pgrep':
    case 'pidof':
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
      return ASKING_HELPER.test(program);
  }
}

/** Helpers of scripts with a telling name: `have_cmd docker`, `command_exists docker`, `is_installed docker`. */
const ASKING_HELPER =
  /^_?(?:have|has|exists?|(?:have|has|is|check|find|test|require)_?(?:cmd|command|program|binary|bin|executable|tool|prog|service)s?(?:_exists?|_available)?|(?:cmd|command|program|binary|bin|executable|package|pkg|service)_?(?:exists?|is_installed|installed|available|found|present|active|running)|is_?(?:installed|available|active|running|present|command))$/i;

/** `systemctl list-units | grep -q docker`, `ps aux | grep dockerd`, `kubectl get node … | grep docker`. */
function searched(node: NodeOf<'pipeline'>, known: Known): Branches {
  const last = node.parts.at(-1);
  const first = node.parts[0];
  if (last?.kind !== 'command' || first?.kind !== 'command') return NOTHING;
  const source = known.view.text.slice(node.start, node.end);
  const sorted = sortedVersions(source, wordToken(node, known), known);
  if (sorted !== NOTHING) return sorted;
  const search = last.words.map((word) => writtenText(word, known));
  const isSearch = /^(e|f|z)?grep$/.test(search[0] ?? '');
  const before = known.view.text.slice(first.start, first.end);
  if (isSearch) {
    const version = searchedVersion(before, search, wordToken(node, known));
    if (version !== NOTHING) return version;
    const flag = knownFlag(before, search, wordToken(node, known));
    if (flag !== NOTHING) return flag;
  }
  const target = last.words.find((word) => /docker/i.test(writtenText(word, known)));
  if (!isSearch || !target) {
    const texts = first.words.map((word) => writtenText(word, known));
    const program = texts[0] ?? '';
    return asksForProgram(program, texts) || isOtherTool(program) ? conditionOfCommand(first, known) : NOTHING;
  }
  const at = wordToken(target, known);
  if (/runtime/i.test(before)) return branchesOf({ kind: 'runtime', holds: true, at });
  return /^(sudo )?(systemctl|service|ps|dpkg|rpm|lsmod|pgrep|ls|which|snap|apt)\b/.test(before)
    ? branchesOf({ kind: 'presence', holds: true, at })
    : NOTHING;
}
