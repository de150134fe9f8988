/** What a command line of Ansible or Salt names instead of a command: a module with arguments, a function. */
import { MODULE_RUNNERS } from '../../data/remote-runners.ts';
import { SERVICE_MODULE } from '../../data/units.ts';
import { viewOf } from '../../text/placed.ts';
import { table } from '../../text/table.ts';
import { listedNames } from '../flags.ts';
import { sub } from './flags.ts';
import { joined, type Part, type Step, standingFor, takesValue } from './runners.ts';
import type { ShellToken } from './words.ts';

export function namesModules(program: string): boolean {
  return MODULE_RUNNERS.has(program);
}

/** Undefined where what the line names is about nothing that a command of ours does. */
export function unwrapModule(program: string, line: readonly ShellToken[]): Step | undefined {
  const valued = new Set(MODULE_RUNNERS.get(program)?.split(' '));
  return program === 'ansible' ? unwrapAnsible(line, valued) : unwrapSalt(program, line, valued);
}

/** `ansible HOSTS -m MODULE -a ARGUMENTS`, in any order. */
function unwrapAnsible(line: readonly ShellToken[], valued: ReadonlySet<string>): Step | undefined {
  const given = valueBehind(line, 'a', '--args');
  if (!given) return undefined;
  const parts = partsOfModule(valueBehind(line, 'm', '--module-name')?.text ?? 'command', given);
  const hosts = plainWords(line, valued).slice(0, 1);
  return parts.length > 0 ? { kind: 'parts', parts, words: [...line.slice(0, 1), ...hosts] } : undefined;
}

function valueBehind(line: readonly ShellToken[], letter: string, long: string): ShellToken | undefined {
  for (const [i, word] of line.entries()) {
    if (word.text === long || new RegExp(`^-[boKkvCD]*${letter}$`).test(word.text)) return line[i + 1];
    if (word.text.startsWith(`${long}=`)) return sub(word, long.length + 1);
  }
  return undefined;
}

/** `salt TARGET FUNCTION ARGUMENTS`; salt-call is about its own machine. */
function unwrapSalt(program: string, line: readonly ShellToken[], valued: ReadonlySet<string>): Step | undefined {
  const plain = plainWords(line, valued);
  const target = program === 'salt-call' ? [] : plain.slice(0, 1);
  const words = [...line.slice(0, 1), ...target];
  const [first, ...rest] = plain.slice(target.length);
  if (!first) return undefined;
  const isRaw = program === 'salt-ssh' && line.some(({ text }) => /^(?:-r|--raw|--raw-shell)$/.test(text));
  if (isRaw) return { kind: 'scripts', views: [joined(line.slice(line.indexOf(first)))], words };
  const parts = partsOfFunction(first, rest);
  return parts.length > 0 ? { kind: 'parts', parts, words } : undefined;
}

/** The words behind the program that are neither options nor their values. */
function plainWords(line: readonly ShellToken[], valued: ReadonlySet<string>): readonly ShellToken[] {
  return line.filter(
    ({ text }, i) => i > 0 && !/^-./.test(text) && !(i > 1 && takesValue(line[i - 1]?.text ?? '', valued)),
  );
}

/** `-m systemd -a 'name=docker state=restarted'`: the commands that it stands for; none where it is about something else. */
function partsOfModule(module: string, given: ShellToken): readonly Part[] {
  const name = module.slice(module.lastIndexOf('.') + 1);
  if (/^(?:shell|command|raw|win_shell|win_command)$/.test(name)) return [{ kind: 'script', view: viewOf(given) }];
  if (name === 'script') return [standingFor(given, 'bash', given)];
  const values = argumentsOf(given);
  const named = values.get('name') ?? values.get('pkg');
  if (SERVICE_MODULE.test(name)) return named ? [standingFor(named, 'systemctl', verbOf(values), named)] : [];
  if (/^(?:apt|yum|dnf|zypper|apk|package)$/.test(name))
    return named ? [packages(name, isGone(values) ? 'remove' : 'install', named)] : [];
  const [path, source, job] = [values.get('path') ?? values.get('dest'), values.get('src'), values.get('job')];
  if (name === 'file') return path && isGone(values) ? [standingFor(path, 'rm', '-rf', path)] : [];
  if (name === 'copy' || name === 'template') return path && source ? [standingFor(source, 'cp', source, path)] : [];
  return name === 'cron' && job && !isGone(values) ? [{ kind: 'script', view: viewOf(job) }] : [];
}

type Arguments = ReadonlyMap<string, ShellToken>;

const LONGEST_ARGUMENTS = 20_000;

/** `name=docker state=restarted` */
function argumentsOf(given: ShellToken): Arguments {
  const found = new Map<string, ShellToken>();
  if (given.text.length > LONGEST_ARGUMENTS) return found;
  for (const match of given.text.matchAll(/(?<![\w-])(\w+)=("[^"]*"|'[^']*'|[^\s"']+)/g)) {
    const [whole, key = '', value = ''] = match;
    const quoted = /^["']/.test(value) ? 1 : 0;
    const start = match.index + key.length + 1 + quoted;
    found.set(key, sub(given, start, match.index + whole.length - quoted));
  }
  return found;
}

function isGone(values: Arguments): boolean {
  return /^(?:absent|removed)$/.test(values.get('state')?.text ?? '');
}

const VERBS = table<string>({ started: 'start', stopped: 'stop', restarted: 'restart', reloaded: 'reload' });

function verbOf(values: Arguments): string {
  const verb = VERBS.get(values.get('state')?.text ?? '');
  if (verb !== undefined) return verb;
  const enabled = values.get('enabled')?.text ?? '';
  return enabled === '' ? 'status' : /^(?:yes|true|on|1)$/i.test(enabled) ? 'enable' : 'disable';
}

/** `name=docker-ce,kubelet` */
function packages(module: string, verb: string, named: ShellToken): Part {
  const program = module === 'package' ? 'apt-get' : module;
  const action = module === 'apk' && verb === 'install' ? 'add' : verb;
  return standingFor(named, program, action, ...listedNames(named, sub));
}

/** Functions of Salt whose arguments are a command: https://docs.saltproject.io/en/latest/ref/modules/all/salt.modules.cmdmod.html */
const RUNS =
  /^cmd\.(?:run|run_all|run_bg|run_stdout|run_stderr|run_chroot|shell|shell_info|retcode|powershell|exec_code)$/;
/** `runas=root`, `cwd=/srv`: for the function itself. */
const NAMED =
  /^(?:runas|group|cwd|shell|env|python_shell|timeout|stdin|template|saltenv|use_vt|ignore_retcode|output_loglevel|reset_system_locale|success_retcodes|rstrip|umask)=/;

const SERVICE_VERBS = table<string>({
  start: 'start',
  stop: 'stop',
  restart: 'restart',
  reload: 'reload',
  force_reload: 'reload',
  enable: 'enable',
  disable: 'disable',
  mask: 'mask',
  unmask: 'unmask',
  status: 'status',
  available: 'status',
  enabled: 'is-enabled',
  disabled: 'is-enabled',
});

const PACKAGE_VERBS = table<string>({ install: 'install', upgrade: 'install', remove: 'remove', purge: 'purge' });

/** What docker is asked for by the functions of Salt that drive it. */
const DOCKER_VERBS = table<readonly string[]>({
  ps: ['ps'],
  list_containers: ['ps'],
  images: ['images'],
  pull: ['pull'],
  prune: ['system', 'prune'],
  restart: ['restart'],
  start: ['start'],
  stop: ['stop'],
  kill: ['kill'],
  rm: ['rm'],
  rmi: ['rmi'],
  logs: ['logs'],
  info: ['info'],
  version: ['version'],
});

/** `service.restart docker`: the commands that a function stands for; none where it is about something else. */
function partsOfFunction(name: ShellToken, given: readonly ShellToken[]): readonly Part[] {
  const args = given.filter(({ text }) => !NAMED.test(text));
  const [first] = args;
  const [module, verb = ''] = name.text.split('.');
  if (module === 'docker' || module === 'dockerng') {
    const asked = DOCKER_VERBS.get(verb.replace(/_$/, ''));
    return asked ? [standingFor(name, 'docker', ...asked, ...args)] : [];
  }
  if (!first) return [];
  if (RUNS.test(name.text)) return [{ kind: 'script', view: joined(/\s/.test(first.text) ? [first] : args) }];
  if (name.text === 'cmd.script')
    return [standingFor(first, 'bash', sub(first, /^salt:\/\//.test(first.text) ? 7 : 0))];
  const service = module === 'service' || module === 'systemd_service' ? SERVICE_VERBS.get(verb) : undefined;
  if (service !== undefined) return [standingFor(first, 'systemctl', service, first)];
  const action = module === 'pkg' ? PACKAGE_VERBS.get(verb) : undefined;
  return action === undefined ? [] : [packages('apt', action, first)];
}
