/** Takes off what stands in front of a command: sudo, env, timeout, nsenter, ssh, `sh -c`, … */

import { MUSSH_SCRIPTS, REMOTE_FORMS } from '../../data/remote-runners.ts';
import type { Token } from '../../model/document.ts';
import type { Wrapper } from '../../model/fact.ts';
import type { OwnWrapper } from '../../model/knowledge.ts';
import { viewOf } from '../../text/placed.ts';
import { table } from '../../text/table.ts';
import type { View } from '../../text/view.ts';
import { changesDisks, unwrapDisk } from './disks.ts';
import { helpedCommand, type OwnFunction } from './helpers.ts';
import { namesModules, unwrapModule } from './modules.ts';
import { behindOptions, isRunner, joined, type Step, takesValue, unwrapRunner } from './runners.ts';
import { isWindowsShell, unwrapWindowsShell } from './windows-shells.ts';
import type { ShellToken } from './words.ts';

export type Unwrapped =
  | {
      readonly kind: 'command';
      readonly words: readonly ShellToken[];
      readonly wrappers: readonly Wrapper[];
      /** Whether it runs is only likely: its helper is defined elsewhere. */
      readonly guess: boolean;
      readonly input?: View | undefined;
    }
  /** A text that a shell reads: the argument of `sh -c`, of `ssh`. */
  | {
      readonly kind: 'script';
      readonly view: View;
      readonly wrappers: readonly Wrapper[];
      /** Whether the text runs is only likely: its helper is defined elsewhere. */
      readonly guess: boolean;
      readonly language?: 'powershell' | 'batch' | undefined;
    }
  /** A shell that reads its standard input. */
  | {
      readonly kind: 'stdin';
      readonly words: readonly ShellToken[];
      readonly wrappers: readonly Wrapper[];
      readonly program: Wrapper;
    };

/** How a program names the command that it runs. */
interface WrapperForm {
  /** Options whose value is the next word: letters of short ones, and whole long ones. */
  readonly valued: string;
  /** Words between the options and the command. */
  readonly operands?: number;
  /** `NAME=value` words may stand before the command. */
  readonly assigns?: boolean;
  /** The option whose value is a script. */
  readonly script?: readonly string[];
  /** The rest is joined to a text that a shell reads. */
  readonly joins?: boolean;
  /** The command stands behind `--` only. */
  readonly dashes?: boolean;
  /** What it runs is that script alone; other words are something else. */
  readonly onlyScript?: boolean;
  /** Without a command it runs a shell, which reads standard input. */
  readonly shell?: boolean;
}

const SHELL: WrapperForm = { valued: 'O o --rcfile --init-file', script: ['c'], shell: true };
const PLAIN: WrapperForm = { valued: '' };

const FORMS = table<WrapperForm>({
  sudo: { valued: 'u g h p C r t T U D R --user --group --host --prompt --chdir', assigns: true },
  doas: { valued: 'u C' },
  env: { valued: 'u C --unset --chdir', assigns: true },
  command: PLAIN,
  builtin: PLAIN,
  exec: { valued: 'a' },
  nohup: PLAIN,
  setsid: PLAIN,
  time: { valued: 'f o --format --output' },
  timeout: { valued: 's k --signal --kill-after', operands: 1 },
  gtimeout: { valued: 's k --signal --kill-after', operands: 1 },
  nice: { valued: 'n --adjustment' },
  ionice: { valued: 'c n --class --classdata' },
  chrt: { valued: 'T P D', operands: 1 },
  taskset: { valued: '', operands: 1 },
  stdbuf: { valued: 'i o e --input --output --error' },
  unbuffer: PLAIN,
  strace: { valued: 'e o p s --output --trace' },
  watch: { valued: 'n --interval', joins: true },
  xargs: { valued: 'I n P L d s a E --max-args --max-procs --max-lines --delimiter --arg-file --replace' },
  parallel: { valued: 'j N S a --jobs --sshlogin --arg-file' },
  flock: { valued: 'w E c --timeout --conflict-exit-code', operands: 1, script: ['c', '--command'] },
  chroot: { valued: '', operands: 1, shell: true },
  'arch-chroot': { valued: 'u', operands: 1, shell: true },
  'systemd-nspawn': {
    valued:
      'D i M u U E p S --directory --template --image --machine --user --setenv --bind --bind-ro --property --slice --network-bridge --resolv-conf --console --capability',
    shell: true,
  },
  nsenter: { valued: 't S G --target --setuid --setgid' },
  unshare: { valued: 'S G R w --setuid --setgid --root --wd' },
  'systemd-run': { valued: 'p u M H --property --unit --machine --host --slice --description --setenv --uid --gid' },
  'systemd-inhibit': PLAIN,
  'in-target': PLAIN,
  sshpass: { valued: 'p f d' },
  su: { valued: 's g G w', script: ['c', '--command', '--session-command'], shell: true },
  sg: { valued: '', operands: 1, script: ['c'] },
  runuser: { valued: 'u s g G w --user', script: ['c', '--command'] },
  setpriv: {
    valued:
      '--reuid --regid --ruid --euid --rgid --egid --groups --inh-caps --ambient-caps --bounding-set --securebits --pdeathsig --selinux-label --apparmor-profile',
  },
  prlimit: { valued: 'o p --output --pid' },
  cgexec: { valued: 'g' },
  numactl: { valued: 'i N C m p --interleave --cpunodebind --physcpubind --membind --preferred' },
  choom: { valued: 'n p --adjust --pid' },
  pkexec: { valued: '--user' },
  chronic: PLAIN,
  script: {
    valued: 'E I O B T m t --echo --log-in --log-out --log-io --log-timing --logging-format',
    script: ['c', '--command'],
    onlyScript: true,
  },
  gosu: { valued: '', operands: 1 },
  'su-exec': { valued: '', operands: 1 },
  chpst: { valued: 'u U b e d o p f c r t m' },
  tini: { valued: 'p' },
  'dumb-init': PLAIN,
  catchsegv: PLAIN,
  busybox: PLAIN,
  eval: { valued: '', joins: true },
  trap: { valued: '' },
  bash: SHELL,
  sh: SHELL,
  dash: SHELL,
  ash: SHELL,
  ksh: SHELL,
  zsh: SHELL,
});

const MAX_WRAPPERS = 12;

/** What a command line runs in the end. `functionOf` knows the functions of the script, which may run their arguments. */
export function unwrap(
  line: readonly ShellToken[],
  functionOf: (name: string) => OwnFunction | undefined,
  own?: ReadonlyMap<string, OwnWrapper>,
): Unwrapped[] {
  const wrappers: Wrapper[] = [];
  let words = line;
  let guess = false;
  while (wrappers.length < MAX_WRAPPERS) {
    const program = programOf(words);
    const configured = own?.get(program);
    const step = configured ? unwrapOwn(words, configured) : unwrapOnce(program, words, functionOf);
    if (step === undefined) break;
    if (step.kind === 'scripts') {
      const all = [...wrappers, { program, words: step.words }];
      const { language } = step;
      return step.views.map((view) => ({
        kind: 'script',
        view,
        wrappers: all,
        guess: guess || step.guess === true,
        language,
      }));
    }
    if (step.kind === 'parts') {
      const all = [...wrappers, { program, words: step.words }];
      return step.parts.map((part) => ({ ...part, wrappers: all, guess }));
    }
    if (step.kind === 'stdin')
      return [{ kind: 'stdin', words, wrappers, program: { program, words: step.words ?? words } }];
    wrappers.push({ program, words: step.words ?? words.slice(0, words.length - step.rest.length) });
    words = step.rest;
    guess ||= step.guess === true;
  }
  return words.length === 0 ? [] : [{ kind: 'command', words, wrappers, guess }];
}

/** The last path segment of the first word. */
export function programOf(words: readonly Token[]): string {
  const text = words[0]?.text ?? '';
  const windows = /^[A-Za-z]:\\|\.exe$/i.test(text) ? text.lastIndexOf('\\') : -1;
  const name = text.slice(Math.max(text.lastIndexOf('/'), windows) + 1);
  return name.toLowerCase().endsWith('.exe') ? name.slice(0, -4) : name;
}

function unwrapOnce(
  program: string,
  words: readonly ShellToken[],
  functionOf: (name: string) => OwnFunction | undefined,
): Step | undefined {
  if (program === 'find') return unwrapFind(words);
  if (program === 'mussh') return unwrapMussh(words);
  if (changesDisks(program)) return unwrapDisk(program, words);
  if (namesModules(program)) return unwrapModule(program, words);
  if (isRunner(program)) return unwrapRunner(program, words);
  if (isWindowsShell(program)) return unwrapWindowsShell(program, words);
  // `echo 'docker system df' | at now + 1 hour`
  if (/^(?:at|batch)$/.test(program))
    return words.some(({ text }) => /^-[fclrdq]/.test(text)) ? undefined : { kind: 'stdin' };
  const remote = REMOTE_FORMS.get(program);
  if (remote) return unwrapRemote(program, words, { ...remote, joins: true });
  const form = FORMS.get(program);
  if (form) return isLookUp(program, words) ? undefined : unwrapForm(program, words, form);
  const inside = helpedCommand(program, words, functionOf);
  switch (inside?.kind) {
    case 'words':
      return { kind: 'rest', rest: words.slice(inside.at), guess: inside.guess === true };
    case 'text':
      return { kind: 'scripts', views: [viewOf(inside.word)], words: words.slice(0, inside.at), guess: inside.guess };
    case 'input':
      return { kind: 'stdin' };
    default:
      return undefined;
  }
}

/** What the configuration says of a command: options, words to skip, and then a text for a shell. */
function unwrapOwn(words: readonly ShellToken[], { skip }: OwnWrapper): Step | undefined {
  const options = words.findIndex(({ text }, i) => i > 0 && !/^-./.test(text));
  const first = options < 0 ? words.length : options + skip;
  const rest = words.slice(first);
  return rest.length === 0 ? undefined : { kind: 'scripts', views: [joined(rest)], words: words.slice(0, first) };
}

function isLookUp(program: string, words: readonly ShellToken[]): boolean {
  return program === 'command' && /^-p?[vV]$/.test(words[1]?.text ?? '');
}

function unwrapForm(program: string, words: readonly ShellToken[], form: WrapperForm): Step | undefined {
  const valued = new Set(form.valued.split(' '));
  let at = 1;
  let script: ShellToken | undefined;
  for (; at < words.length; at++) {
    const text = words[at]?.text ?? '';
    if (text === '--') {
      at++;
      break;
    }
    if (text === '-' && form.shell) continue;
    if (!/^[-+]./.test(text) && !(text === '' && program !== 'eval')) break;
    const option = form.script?.find((name) => takesScript(text, name));
    if (option) script = words[at + 1];
    if (option || takesValue(text, valued)) at++;
  }
  if (form.assigns) while (/^[A-Za-z_]\w*\+?=/.test(words[at]?.text ?? '')) at++;
  if (program === 'su' && !script) script = words.find((_, i) => words[i - 1]?.text === '-c');
  if (script) return { kind: 'scripts', views: [viewOf(script)], words: words.slice(0, at) };
  if (form.onlyScript) return undefined;
  if (program === 'trap') return trapScript(words, at);
  const first = at + (form.operands ?? 0);
  if (form.script && form.operands && takesScript(words[first]?.text ?? '', 'c')) {
    const inner = words[first + 1];
    return inner && { kind: 'scripts', views: [viewOf(inner)], words: words.slice(0, first) };
  }
  const rest = words.slice(first);
  if (isShell(program))
    return rest.length === 0 || words.some((w) => /^-\w*s$/.test(w.text)) ? { kind: 'stdin' } : undefined;
  if (program === 'su') return rest.length <= 1 ? { kind: 'stdin' } : undefined;
  if (rest.length === 0) return form.shell && words.length > 1 ? { kind: 'stdin' } : undefined;
  if (form.joins) return { kind: 'scripts', views: [joined(rest)], words: words.slice(0, first) };
  return program === 'parallel' ? withoutInputs(words, rest) : { kind: 'rest', rest };
}

export function isShell(program: string): boolean {
  return FORMS.get(program) === SHELL;
}

function takesScript(text: string, name: string): boolean {
  return name.startsWith('-') ? text === name : new RegExp(`^-[a-zA-Z]*${name}$`).test(text);
}

function trapScript(words: readonly ShellToken[], at: number): Step | undefined {
  const script = words[at];
  if (!script || words.length <= at + 1 || script.text === '' || script.text === '-') return undefined;
  return { kind: 'scripts', views: [viewOf(script)], words: words.slice(0, at) };
}

/** Options of `find` whose value is a command. */
export const RUNS_FOR_EACH = /^-(?:exec|execdir|ok|okdir)$/;

/** `find … -exec a {} \;`: the commands that it runs. */
function unwrapFind(words: readonly ShellToken[]): Step | undefined {
  const from = words.findIndex((word) => RUNS_FOR_EACH.test(word.text));
  if (from < 0) return undefined;
  const to = words.findIndex((word, i) => i > from && (word.text === ';' || word.text === '+'));
  const rest = words.slice(from + 1, to < 0 ? undefined : to);
  return rest.length > 0 ? { kind: 'rest', rest } : undefined;
}

/** What is handed to other machines; an option that is not known takes no command with it. */
function unwrapRemote(program: string, given: readonly ShellToken[], form: WrapperForm): Step | undefined {
  const words = form.operands === 1 ? withHostLast(given, form.valued) : given;
  const step = unwrapForm(program, words, form);
  if (step?.kind === 'stdin') return { ...step, words };
  if (step?.kind !== 'scripts') return step;
  const last = words.at(-1);
  const before = words[step.words.length - 1 - (form.operands ?? 0)]?.text ?? '';
  const isHeld = /^--[a-z][\w-]*$/.test(before) && words.length > step.words.length + 1;
  return isHeld && last && /\s/.test(last.text) ? { ...step, views: [viewOf(last)], words: words.slice(0, -1) } : step;
}

/** `ssh host -t -- docker ps`: options behind the host are read like those in front of it. */
function withHostLast(words: readonly ShellToken[], valued: string): readonly ShellToken[] {
  const host = behindOptions(words, 1, valued);
  const from = behindOptions(words, host + 1, valued);
  const [program, named] = [words[0], words[host]];
  if (!program || !named || from <= host + 1) return words;
  const options = [...words.slice(1, host), ...words.slice(host + 1, from)].filter(({ text }) => text !== '--');
  return [program, ...options, named, ...words.slice(from)];
}

/** `mussh -h a b -c 'command'` */
function unwrapMussh(words: readonly ShellToken[]): Step | undefined {
  const at = words.findIndex(({ text }) => MUSSH_SCRIPTS.includes(text));
  const script = at < 0 ? undefined : words[at + 1];
  return script && { kind: 'scripts', views: [viewOf(script)], words: words.slice(0, at) };
}

/**
 * `parallel ssh {} uptime ::: a b`: what stands behind `:::` is put in the place of `{}`. A command that is one word is a text that a
 * shell reads.
 */
function withoutInputs(words: readonly ShellToken[], rest: readonly ShellToken[]): Step {
  const inputs = rest.findIndex(({ text }) => /^::::?\+?$/.test(text));
  const command = inputs < 0 ? rest : rest.slice(0, inputs);
  const own = [...words.slice(0, words.length - rest.length), ...rest.slice(command.length)];
  const [only] = command;
  if (only && command.length === 1 && /\s/.test(only.text))
    return { kind: 'scripts', views: [viewOf(only)], words: own };
  return { kind: 'rest', rest: command, words: own };
}
