/** Commands that look into a container or change it. */
import type { CommandPurpose } from '../../../data/docker-cli/commands.ts';
import type { Token } from '../../../model/document.ts';
import { table } from '../../../text/table.ts';
import { hasHole } from '../../../text/view.ts';
import { type DockerCommand, hasOption, valuesOf } from './command.ts';
import { containerId } from './containers.ts';
import { type Found, type ImageTools, lostOptions } from './found.ts';
import { leftOutOf } from './left-out.ts';
import { typedWord, typedWords } from './typed.ts';

type ContainerPurpose = Extract<
  CommandPurpose,
  | 'logs'
  | 'stats'
  | 'top'
  | 'exec'
  | 'attach'
  | 'remove'
  | 'stop'
  | 'kill'
  | 'restart'
  | 'pause'
  | 'unpause'
  | 'wait'
  | 'update'
  | 'copy'
>;

const SWITCHES = {
  logs: table({ follow: '-f', timestamps: '-t', tail: '', since: '' }),
  exec: table({ interactive: '-i', tty: '-t', env: '', workdir: '' }),
  remove: table({ force: '-f' }),
  stats: table({ all: '-a', 'no-stream': '' }),
};
/** Docker waits ten seconds before it kills; crictl does not wait by itself. */
const GRACE = '10';

export function containerAnswer(command: DockerCommand, purpose: ContainerPurpose, tools: ImageTools): Found {
  switch (purpose) {
    case 'logs':
      return logs(command);
    case 'exec':
      return exec(command);
    case 'stats':
      return stats(command);
    case 'attach':
      return {
        text: `crictl attach ${hasOption(command, 'no-stdin') ? '' : '-i '}${first(command)}`,
        notes: lostOptions(command, 'crictl attach', new Map([['no-stdin', '']])),
      };
    case 'remove':
      return remove(command);
    case 'stop':
    case 'restart':
      return stop(command, purpose);
    case 'kill':
      return kill(command);
    case 'top':
      return top(command, tools);
    case 'pause':
    case 'unpause':
      return tools === 'podman'
        ? {}
        : { text: `ctr -n k8s.io tasks ${purpose === 'pause' ? 'pause' : 'resume'} ${fullId(command)}` };
    case 'wait':
      return wait(command);
    case 'update':
      return update(command);
    case 'copy':
      return copy(command);
    default:
      return purpose satisfies never;
  }
}

function ids(command: DockerCommand, all = false): string {
  return command.operands.map((word) => containerId(word, all)).join(' ') || 'CONTAINER';
}

function first(command: DockerCommand, all = false): string {
  const [operand] = command.operands;
  return operand ? containerId(operand, all) : 'CONTAINER';
}

/** ctr knows a container by its whole id only. */
function fullId(command: DockerCommand): string {
  return /^[0-9a-f]{64}$/.test(command.operands[0]?.text ?? '')
    ? first(command)
    : `"$(crictl inspect -o go-template --template '{{.status.id}}' ${first(command)})"`;
}

function processId(command: DockerCommand): string {
  return `$(crictl inspect -o go-template --template '{{.info.pid}}' ${first(command)})`;
}

function logs(command: DockerCommand): Found {
  const words = switchesOf(command, SWITCHES.logs);
  const tail = valuesOf(command, 'tail').at(-1);
  if (tail && tail.text !== 'all') words.push(`--tail ${typedWord(tail, '100').typed}`);
  const since = valuesOf(command, 'since').at(-1);
  if (since) words.push(`--since ${typedWord(since, 'TIME').typed}`);
  return {
    text: ['crictl logs', ...words, first(command, true)].join(' '),
    notes: lostOptions(command, 'crictl logs', SWITCHES.logs),
  };
}

/** What follows the container is the command inside it, word for word. */
function exec(command: DockerCommand): Found {
  const [container, ...inner] = command.operands;
  const told = new Set<string>();
  const leftOut = leftOutOf(command.words);
  const more = command.options.flatMap(({ word }) => leftOut.before(word));
  const options = [...more, ...leftOut.before(container)];
  const typed = [
    ...inner.flatMap((word) => [...leftOut.before(word), ...typedWords([word], told)]),
    ...leftOut.before(undefined),
  ];
  const env = valuesOf(command, 'env');
  const environment = env.length > 0 ? ['env', ...env.map((word) => typedWord(word, 'NAME=VALUE').typed)] : [];
  const folder = valuesOf(command, 'workdir').at(-1);
  const moved = folder ? ['sh', '-c', `'cd "$0" && exec "$@"'`, typedWord(folder, 'FOLDER').typed] : [];
  const rest = [...environment, ...moved, ...typed];
  return {
    text: [
      'crictl exec',
      ...switchesOf(command, SWITCHES.exec),
      ...options,
      first(command),
      ...(rest.length > 0 ? rest : ['COMMAND']),
    ].join(' '),
    notes: lostOptions(command, 'crictl exec', SWITCHES.exec),
  };
}

function stats(command: DockerCommand): Found {
  const words = switchesOf(command, SWITCHES.stats);
  const notes = [
    ...lostOptions(command, 'crictl stats', SWITCHES.stats),
    ...(hasOption(command, 'no-stream') ? [] : ['it prints once; `--watch` repeats it']),
  ];
  if (command.operands.length > 1) return { notes: ['crictl stats takes one container'] };
  const id = command.operands.length === 1 ? [first(command)] : [];
  return { text: ['crictl stats', ...words, ...id].join(' '), notes };
}

function remove(command: DockerCommand): Found {
  const links = hasOption(command, 'link');
  const notes = links ? ['there are no links between containers'] : [];
  if (links || command.options.some(({ known }) => !known))
    return { notes: [...notes, ...lostOptions(command, 'crictl rm', REMOVES)] };
  return { text: ['crictl rm', ...switchesOf(command, SWITCHES.remove), ids(command, true)].join(' ') };
}

const REMOVES = table({ force: '', volumes: '', link: '' });

function stop(command: DockerCommand, purpose: 'stop' | 'restart'): Found {
  const signal = valuesOf(command, 'signal').at(-1);
  if (signal && !/^(SIG)?TERM$|^15$/.test(signal.text))
    return { notes: ['crictl stop sends the signal that the image names'] };
  const time = valuesOf(command, 'timeout', 'time').at(-1);
  const seconds = time ? typedWord(time, GRACE).typed : GRACE;
  return {
    text: `crictl stop --timeout ${seconds} ${ids(command)}`,
    notes: purpose === 'restart' ? ['the kubelet starts the container again'] : [],
  };
}

/** A signal other than KILL is not a stop: SIGHUP makes many programs read their configuration again. */
function kill(command: DockerCommand): Found {
  const signal = valuesOf(command, 'signal').at(-1);
  if (!signal || /^(SIG)?KILL$|^9$/i.test(signal.text)) return { text: `crictl stop --timeout 0 ${ids(command)}` };
  if (hasHole(signal.text) || command.operands.length > 1) return {};
  return { text: `kill -s ${signal.text.replace(/^SIG/, '')} "${processId(command)}"` };
}

function top(command: DockerCommand, tools: ImageTools): Found {
  if (tools === 'ctr') return { text: `ctr -n k8s.io tasks ps ${fullId(command)}`, notes: ['it prints process ids'] };
  return { text: `ps -f --pid "${processId(command)}"`, notes: ['it shows the main process only'] };
}

/** The CRI does not wait; this asks every second whether the container still runs. */
function wait(command: DockerCommand): Found {
  if (command.operands.length > 1) return {};
  const id = first(command);
  const asked = `while crictl ps -q --id ${id} | grep -q .; do sleep 1; done`;
  return {
    text: asked,
    notes: ["the exit code is `crictl inspect -o go-template --template '{{.status.exitCode}}' CONTAINER`"],
  };
}

const UPDATES = table({
  memory: '--memory',
  'cpu-shares': '--cpu-share',
  'cpu-quota': '--cpu-quota',
  'cpu-period': '--cpu-period',
  'cpuset-cpus': '--cpuset-cpus',
  'cpuset-mems': '--cpuset-mems',
});

function update(command: DockerCommand): Found {
  const words: string[] = [];
  const notes = lostOptions(command, 'crictl update', UPDATES);
  for (const { name, value } of command.options) {
    const option = UPDATES.get(name);
    if (!option || !value) continue;
    const amount = name === 'memory' ? bytesOf(value) : typedWord(value, 'VALUE').typed;
    words.push(`${option} ${amount}`);
  }
  if (words.length === 0) return { notes };
  return { text: ['crictl update', ...words, ids(command)].join(' '), notes };
}

function bytesOf(value: Token): string {
  const match = /^(\d+)([bkmg]?)$/i.exec(value.text);
  if (!match) return 'BYTES';
  const power = ['b', 'k', 'm', 'g'].indexOf((match[2] || 'b').toLowerCase());
  return String(Number(match[1]) * 1024 ** power);
}

/** A running container's files are under /proc, with any runtime. */
function copy(command: DockerCommand): Found {
  const [from, to] = command.operands;
  if (!from || !to || command.operands.length > 2 || command.options.some(({ known }) => !known)) return {};
  const source = inContainer(from);
  const target = inContainer(to);
  if (from.text === '-' || to.text === '-' || (source === undefined) === (target === undefined)) return {};
  const dereference = hasOption(command, 'follow-link') ? '-L' : '-a';
  return {
    text: `cp ${dereference} ${source ?? typedWord(from, 'FILE').typed} ${target ?? typedWord(to, 'FILE').typed}`,
    notes: ['as root, while the container runs'],
  };
}

/** `CONTAINER:PATH` as a path on the node; undefined for a path of the node itself. */
function inContainer(word: Token): string | undefined {
  const colon = word.text.indexOf(':');
  if (colon < 1 || /^[./]/.test(word.text)) return undefined;
  const name = { text: word.text.slice(0, colon), view: word.view, start: word.start, end: word.start + colon };
  const path = { text: word.text.slice(colon + 1), view: word.view, start: word.start + colon + 1, end: word.end };
  const id = containerId(name, false);
  const rest = typedWord(path, 'PATH').typed;
  const absolute = path.text.startsWith('/') || hasHole(path.text) ? rest : `/${rest}`;
  return `"/proc/$(crictl inspect -o go-template --template '{{.info.pid}}' ${id})/root"${absolute}`;
}

function switchesOf(command: DockerCommand, carried: ReadonlyMap<string, string>): string[] {
  const words = command.options
    .filter(({ name, value }) => value === undefined && hasOption(command, name))
    .flatMap(({ name }) => carried.get(name) ?? []);
  const all = [...new Set(words)].filter((word) => word !== '');
  return all.join(' ') === '-i -t' || all.join(' ') === '-t -i' ? ['-it'] : all;
}
