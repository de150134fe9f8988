/** Flags of the programs that changed with dockershim, on command lines and in variables that carry them. */
import type { Token } from '../../model/document.ts';
import type { CommandFact, FlagFact } from '../../model/fact.ts';
import { hasHole } from '../../text/view.ts';
import { baseOf, type Engine, type Site } from './engine.ts';
import { normaliseFlag } from './flag-name.ts';
import type { ShellToken } from './words.ts';
import { viewOf } from './wrappers.ts';

const PROGRAMS = new Set([
  'kubelet',
  'kubeadm',
  'cri-dockerd',
  'dockerd',
  'crictl',
  'minikube',
  'k3s',
  'k3d',
  'rke',
  'rke2',
  'k0s',
  'k0sctl',
  'bootstrap.sh',
  'nodeadm',
  'containerd',
  'cadvisor',
  'kops',
  'eksctl',
  'gcloud',
  'az',
  'aks-engine',
  'node-problem-detector',
  'crio',
]);

/** Options whose value is a list of kubelet flags, without their dashes. */
const KUBELET_ARGUMENTS = /^(kubelet-extra-args|kubelet-args|kubelet-arg)$/;

/** Scripts of Linux distributions that start the kubelet with the flags that they are given. */
const KUBELET_WRAPPER = /^kubelet[-_]wrapper(?:\.sh)?$/;

interface Flag {
  readonly name: string;
  readonly at: Token;
  readonly value: ShellToken | undefined;
}

export function commandFlags(engine: Engine, fact: CommandFact, words: readonly ShellToken[]): void {
  const nested = words.findIndex(
    (word, i) => i > 0 && /(^|\/)kubelet$/.test(word.text) && carriesKubelet(fact.program),
  );
  const own = nested > 0 ? words.slice(0, nested) : words;
  if (nested > 0) pushAll(engine, fact, 'kubelet', flagsIn(words.slice(nested + 1)));
  const program = KUBELET_WRAPPER.test(fact.program) ? 'kubelet' : fact.program;
  if (!PROGRAMS.has(program)) return;
  const flags = flagsIn(own.slice(1));
  pushAll(engine, fact, program, flags);
  for (const flag of flags) {
    if (flag.value && KUBELET_ARGUMENTS.test(flag.name))
      pushAll(engine, fact, 'kubelet', flagsIn(kubeletWords(flag.value), true));
    const component = /^kubelet\.(.+)$/.exec(flag.name === 'extra-config' ? (flag.value?.text ?? '') : '')?.[1];
    if (component && flag.value) pushAll(engine, fact, 'kubelet', flagsIn([sub(flag.value, 'kubelet.'.length)], true));
  }
}

function carriesKubelet(program: string): boolean {
  return /^(hyperkube|docker|rkt|podman|nerdctl|systemd-run|runc)$/.test(program);
}

/** Flags in the value of a variable, or in a text that is written to a file of flags. */
export function carriedFlags(engine: Engine, name: string, value: ShellToken, site: Site): void {
  if (!/(^|[\s"'=])--?[A-Za-z]/.test(value.text)) return;
  const flags = flagsIn(splitToken(value).map(withoutName));
  const program = carrierProgram(name, value.text);
  for (const flag of flags) {
    if (flag.at.text.startsWith('--') || program !== 'unknown') pushFlag(engine, program, flag, 'environment', site);
  }
}

/** `--a` for `KUBELET_ARGS="--a`. */
function withoutName(word: ShellToken): ShellToken {
  const name = /^(?:[A-Za-z_]\w*=["']?)+(?=--)/.exec(word.text)?.[0];
  return name ? sub(word, name.length) : word;
}

/** The program that reads a variable of such a name. */
function carrierProgram(name: string, text: string): string {
  if (/kubelet|10-kubeadm\.conf/i.test(name)) return 'kubelet';
  if (/cri_?docker/i.test(name)) return 'cri-dockerd';
  if (/^(docker|dockerd)(_|$)|(^|_)docker_(opts|options|args|extra_args|daemon)/i.test(name)) return 'dockerd';
  if (/kubeadm/i.test(name)) return 'kubeadm';
  if (/minikube/i.test(name)) return 'minikube';
  if (/k3s/i.test(name)) return 'k3s';
  return text.includes('--kubeconfig') && text.includes('--container-runtime') ? 'kubelet' : 'unknown';
}

function pushAll(engine: Engine, fact: CommandFact, program: string, flags: readonly Flag[]): void {
  for (const flag of flags) pushFlag(engine, program, flag, 'command-line', fact);
}

function pushFlag(
  engine: Engine,
  program: string,
  { name, at, value }: Flag,
  carrier: FlagFact['carrier'],
  where: Pick<FlagFact, 'conditions' | 'polarity'>,
): void {
  const certainty =
    hasHole(at.text) || (value && hasHole(value.text)) ? 'partial' : ((at as ShellToken).certainty ?? 'literal');
  engine.facts.push({ ...baseOf(engine, at, certainty, where), kind: 'flag', program, name, value, carrier });
}

/** `dashless`: the first word may be a flag without its dashes. */
function flagsIn(words: readonly ShellToken[], dashless = false): Flag[] {
  const flags: Flag[] = [];
  words.forEach((word, i) => {
    if (KUBELET_ARGUMENTS.test(words[i - 1]?.text.slice(2) ?? '')) return;
    const at = placeOf(word);
    const name = normaliseFlag(word.text) ?? (dashless && i === 0 ? bareFlag(word.text) : undefined);
    if (name === undefined) return;
    const equals = word.text.indexOf('=');
    const next = words[i + 1];
    const takesNext = next && (KUBELET_ARGUMENTS.test(name) || !/^--?[A-Za-z]/.test(next.text));
    const value = equals >= 0 ? sub(at, equals + 1) : takesNext ? placeOf(next) : undefined;
    flags.push({ name, at, value });
  });
  return flags;
}

/** `network-plugin=cni` where the carrier leaves out the dashes: `--kubelet-arg=network-plugin=cni`. */
function bareFlag(text: string): string | undefined {
  return /^[a-z][a-z0-9-]+=/.test(text) ? text.slice(0, text.indexOf('=')) : undefined;
}

/** A flag that a variable brings is pointed at where it is written. */
function placeOf(word: ShellToken): ShellToken {
  return word.definition ? { ...word.definition, certainty: word.certainty } : word;
}

function kubeletWords(value: ShellToken): ShellToken[] {
  const quoted = value.text.length > 1 && /^['"]/.test(value.text) && value.text.endsWith(value.text[0] ?? '');
  const inner = quoted ? sub(value, 1, value.text.length - 1) : value;
  return splitToken(inner);
}

/** The words of a text of flags, each at its place; quotes around a value are left out. */
export function splitToken(token: ShellToken): ShellToken[] {
  const words: ShellToken[] = [];
  const text = token.text;
  let at = 0;
  while (at < text.length) {
    while (at < text.length && /[\s\\"']/.test(text[at] ?? '')) at++;
    const start = at;
    let quote = '';
    while (at < text.length && (quote !== '' || !/\s/.test(text[at] ?? ''))) {
      const char = text[at] ?? '';
      if (quote === char) quote = '';
      else if (quote === '' && (char === '"' || char === "'") && text.indexOf(char, at + 1) >= 0) quote = char;
      at++;
    }
    let end = at;
    while (end > start && /["'\\]/.test(text[end - 1] ?? '')) end--;
    if (end > start) words.push(sub(token, start, end));
  }
  return words;
}

export function sub(token: ShellToken, from: number, to = token.text.length): ShellToken {
  const view = token.end - token.start === token.text.length ? token.view : viewOf(token);
  const start = token.end - token.start === token.text.length ? token.start : 0;
  const text = token.text.slice(from, to);
  return { text, view, start: start + from, end: start + to, certainty: hasHole(text) ? 'partial' : token.certainty };
}
