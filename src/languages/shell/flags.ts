/** Flags of the programs that changed with dockershim, on command lines and in variables that carry them. */

import { flagCarrier } from '../../data/flag-carriers.ts';
import { FLAG_PROGRAMS } from '../../data/flags.ts';
import type { CommandFact, FlagFact } from '../../model/fact.ts';
import { viewOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { hasHole } from '../../text/view.ts';
import { type Flag, readFlags, splitWords } from '../flags.ts';
import { baseOf, type Engine, type Site } from './engine.ts';
import type { ShellToken } from './words.ts';

/** Scripts of Linux distributions that start the kubelet with the flags that they are given. */
const KUBELET_WRAPPER = /^kubelet[-_]wrapper(?:\.sh)?$/;

export function commandFlags(engine: Engine, fact: CommandFact, words: readonly ShellToken[]): void {
  const nested = words.findIndex(
    (word, i) =>
      i > 0 && /(^|\/)kubelet$/.test(word.text) && carriesKubelet(fact.program) && !isValue(words[i - 1]?.text ?? ''),
  );
  const image = nested < 0 && carriesKubelet(fact.program) ? kubeletImage(words) : -1;
  if (image > 0) pushAll(engine, fact, flagsOf('kubelet', words.slice(image + 1)));
  const own = nested > 0 ? words.slice(0, nested) : words;
  if (nested > 0) pushAll(engine, fact, flagsOf('kubelet', words.slice(nested + 1)));
  const program = KUBELET_WRAPPER.test(fact.program) ? 'kubelet' : fact.program;
  const handsOn = own.some(({ text }) => text.startsWith('--kubelet-'));
  if (!FLAG_PROGRAMS.has(program) && !handsOn) return;
  const flags = flagsOf(program, own.slice(1));
  // Whatever the program is, the options that it hands on are the kubelet's.
  pushAll(engine, fact, FLAG_PROGRAMS.has(program) ? flags : flags.filter((flag) => flag.program === 'kubelet'));
}

function flagsOf(program: string, words: readonly ShellToken[]): Flag<ShellToken>[] {
  return readFlags(program, words.map(placeOf), sub);
}

function carriesKubelet(program: string): boolean {
  return /^(hyperkube|docker|rkt|podman|nerdctl|systemd-run|runc)$/.test(program);
}

const OPTION_ALONE = /^-(?:[dit]+|-rm|-init|-privileged|-detach|-interactive|-tty|-insecure-options)$|=/;

/** True behind an option that takes a value: `-v /var/lib/kubelet`. */
function isValue(before: string): boolean {
  return before.startsWith('-') && !OPTION_ALONE.test(before);
}

/** Where `docker run … IMAGE --flag` names the image of the kubelet; its name or that of the container says so. */
function kubeletImage(words: readonly ShellToken[]): number {
  const run = words.findIndex(({ text }) => text === 'run');
  if (run < 0) return -1;
  const isNamed = words.some(
    ({ text }, i) => /^(?:--name=)?kubelet$/.test(text) && (text !== 'kubelet' || words[i - 1]?.text === '--name'),
  );
  return words.findIndex((word, i) => {
    if (i <= run || word.text.startsWith('-') || isValue(words[i - 1]?.text ?? '')) return false;
    return /kubelet|hyperkube/i.test(`${word.text} ${writtenText(word)}`) || (isNamed && /[$\uE000/:]/.test(word.text));
  });
}

function writtenText({ view, start, end }: ShellToken): string {
  const { span } = view.root(start, end);
  return spanText(span).slice(0, 500);
}

/** A command that a variable holds: its options are its own, whatever the variable is called. */
const ASKS_ABOUT = /^(?:sudo )?(?:journalctl|systemctl|curl|wget|ps|tail|cat|grep) /;

/** Flags in the value of a variable, or in a text that is written to a file of flags. */
export function carriedFlags(engine: Engine, name: string, value: ShellToken, site: Site): void {
  if (!/(^|[\s"'=])--?[A-Za-z]/.test(value.text) || ASKS_ABOUT.test(value.text)) return;
  // `opt="--$1"` puts the name of an option together, to look for it or to take it out of a file.
  if (/^["']?--?\$/.test(writtenText(value))) return;
  const program = carrierProgram(name, value.text);
  for (const flag of flagsOf(program, splitToken(value).map(withoutName))) {
    if (flag.at.text.startsWith('--') || flag.program !== 'unknown') pushFlag(engine, flag, 'environment', site);
  }
}

/** `--a` for `KUBELET_ARGS="--a`. */
function withoutName(word: ShellToken): ShellToken {
  const name = /^(?:[A-Za-z_]\w*=["']?)+(?=--)/.exec(word.text)?.[0];
  return name ? sub(word, name.length) : word;
}

/** The program that reads a variable of such a name. */
function carrierProgram(name: string, text: string): string {
  const carrier = flagCarrier(name);
  if (carrier) return carrier;
  if (/kubelet|10-kubeadm\.conf/i.test(name)) return 'kubelet';
  if (/^(docker|dockerd)(_|$)|(^|_)docker_(opts|options|args|extra_args|daemon)/i.test(name)) return 'dockerd';
  if (/kubeadm/i.test(name)) return 'kubeadm';
  if (/minikube/i.test(name)) return 'minikube';
  if (/k3s/i.test(name)) return 'k3s';
  return text.includes('--kubeconfig') && text.includes('--container-runtime') ? 'kubelet' : 'unknown';
}

function pushAll(engine: Engine, fact: CommandFact, flags: readonly Flag<ShellToken>[]): void {
  for (const flag of flags) pushFlag(engine, flag, 'command-line', fact);
}

function pushFlag(
  engine: Engine,
  { program, name, at, value, forStartedCluster }: Flag<ShellToken>,
  carrier: FlagFact['carrier'],
  where: Pick<FlagFact, 'conditions' | 'polarity'>,
): void {
  const certainty = hasHole(at.text) || (value && hasHole(value.text)) ? 'partial' : at.certainty;
  engine.facts.push({
    kind: 'flag',
    ...baseOf(engine, at, certainty, where),
    program,
    name,
    value,
    carrier,
    forStartedCluster,
  });
}

/** A flag that a variable brings is pointed at where it is written. */
function placeOf(word: ShellToken): ShellToken {
  return word.definition ? { ...word.definition, certainty: word.certainty } : word;
}

/** The words of a text of flags, each at its place; quotes around a value are left out. */
export function splitToken(token: ShellToken): ShellToken[] {
  return splitWords(token, sub);
}

export function sub(token: ShellToken, from: number, to = token.text.length): ShellToken {
  const view = token.end - token.start === token.text.length ? token.view : viewOf(token);
  const start = token.end - token.start === token.text.length ? token.start : 0;
  const text = token.text.slice(from, to);
  return { text, view, start: start + from, end: start + to, certainty: hasHole(text) ? 'partial' : token.certainty };
}
