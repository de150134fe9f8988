/** The advice for a docker command: one answer for the whole pipeline that it is a part of. */
import type { Token } from '../../../model/document.ts';
import type { CommandFact, Fact } from '../../../model/fact.ts';
import type { Target } from '../../../model/target.ts';
import { once } from '../../../text/once.ts';
import { spanOf } from '../../../text/placed.ts';
import { spanText } from '../../../text/source.ts';
import { onWindows } from '../platform.ts';
import { type Answer, answerOf, type Nodes } from './answer.ts';
import { type DockerCommand, dockerCommandOf, hasOption } from './command.ts';
import { containerId, mayBeName } from './containers.ts';
import { fedAnswer, KEEPS_USED_IMAGES, listedAnswer, pulledFromPipe } from './fed-answers.ts';
import { consumerOf, type Feed, feedOf } from './feeds.ts';
import { kubeletAdvice } from './kubelet.ts';
import { listContainers, listImages } from './lists.ts';
import { isImporter } from './own-images.ts';
import { authorsText, hasStatements, isAskedByCaller, isPasteable, UNWRITTEN } from './typed.ts';

export interface Advice {
  readonly text: string;
  /** What may stand in the place of the docker commands without another thought. */
  readonly paste: Paste | undefined;
}

export interface Paste {
  readonly command: string;
  /** What it does the work of: one command with what stands inside it, or the two ends of a pipe. */
  readonly commands: readonly [CommandFact] | readonly [CommandFact, CommandFact];
  /** Ids one a line, as docker printed them: what reads them goes on. */
  readonly printsIds: boolean;
}

const HANDED_OVER =
  'push the image to a registry where it is built, and write `crictl pull IMAGE` for both sides of the pipe';

export function dockerAdvice(
  fact: CommandFact,
  command: DockerCommand,
  facts: readonly Fact[],
  target: Target,
): Advice {
  const ofKubelet = kubeletAdvice(command, fact, target);
  if (ofKubelet !== undefined) return inWords(ofKubelet);
  const nodes: Nodes = { runtime: target.runtime, os: onWindows(fact) ? 'windows' : 'linux' };
  const purpose = command.row.purpose;
  if (purpose === 'list-containers' || purpose === 'list-images') {
    const consumer = consumerOf(fact, facts);
    const read = consumer && dockerCommandOf(consumer);
    if (consumer && read) return dockerAdvice(consumer, read, facts, target);
  }
  if (purpose === 'save' && fact.pipedInto.some(isImporter)) return inWords(HANDED_OVER);
  const feed = feedOf(fact, command, facts);
  if (purpose === 'pull' && command.operands.length === 0 && !feed) {
    const piped = pulledFromPipe(fact);
    if (piped) return inWords(piped);
  }
  const found = withOtherwise(
    feed ? fedAnswer(feed, command, nodes) : (listedAnswer(command, nodes) ?? answerOf(command, nodes)),
    fact,
    command,
  );
  const login = loginNote(command, nodes, facts);
  const unsure = feed === undefined && isOpenName(command) ? BY_ID : undefined;
  const known = { ...found, notes: [...found.notes, ...(login ? [login] : []), ...(unsure ? [unsure] : [])] };
  const answer = isAskedByCaller(fact, command) ? { ...known, command: undefined } : inLanguageOf(fact, known);
  const printsIds = listsIds(command);
  const written = asTask(fact, inFileOf(fact, answer, feed));
  if (needsShell(fact, answer)) return inWords(sentenceOf(behindShell(fact, written), fact, command, printsIds));
  return { text: sentenceOf(written, fact, command, printsIds), paste: pasteOf(answer, fact, feed, printsIds) };
}

/** Advice that is no command to paste. */
export function inWords(text: string): Advice {
  return { text, paste: undefined };
}

const BY_ID = 'crictl takes ids, not names: `crictl ps -q --name NAME` finds the id of a name';

/** A container that a variable names, by which of the two is not written. */
function isOpenName({ row, operands }: DockerCommand): boolean {
  const named = /^(?:logs|exec|attach|top|wait|pause|unpause)$/.test(row.purpose) ? operands.slice(0, 1) : operands;
  return TAKES_CONTAINERS.test(row.purpose) && named.some(mayBeName);
}

const TAKES_CONTAINERS = /^(?:logs|stats|top|exec|attach|remove|stop|kill|restart|pause|unpause|wait|update|inspect)$/;

/** docker keeps the logins of registries for its own client: `docker login`, `docker --config FOLDER`. */
function loginNote({ row, config }: DockerCommand, { runtime }: Nodes, facts: readonly Fact[]): string | undefined {
  if (row.purpose !== 'pull' && row.purpose !== 'push') return undefined;
  if (!config && !logsIn(facts)) return undefined;
  const folder = config && authorsText(config);
  const login = config ? `the login in ${folder ?? 'the folder of --config'}` : 'the login of docker';
  // podman reads the file of docker's login, and no other folder.
  const tool = row.purpose === 'pull' ? 'crictl' : runtime === 'cri-o' ? 'podman' : 'ctr';
  if (tool === 'podman' && !config) return undefined;
  return `${tool} does not read ${login}: add \`--${tool === 'ctr' ? 'user' : 'creds'} USER:PASSWORD\``;
}

const logsIn = once((facts: readonly Fact[]): boolean =>
  facts.some((fact) => dockerCommandOf(fact)?.subcommand === 'login'),
);

/** What else than a container of nerdctl or podman does the work of `docker run`; no command where a template puts its words together. */
function withOtherwise(answer: Answer, fact: CommandFact, docker: DockerCommand): Answer {
  const command =
    answer.command !== undefined && hasStatements(fact)
      ? answer.command.replace(/ .*/s, ` ${UNWRITTEN}`)
      : answer.command;
  if (!/^(?:run|create)$/.test(docker.row.purpose)) return { ...answer, command };
  const isTool = hasOption(docker, 'rm') && !hasOption(docker, 'detach', 'restart');
  if (fact.document.language === 'systemd')
    return { ...answer, command, otherwise: 'run it as a static pod or a DaemonSet' };
  return isTool && docker.row.purpose === 'run'
    ? { ...answer, command, otherwise: 'install the program that it runs on the node, or run it as a Job' }
    : { ...answer, command };
}

/** PowerShell fills in variables between double quotes only. */
function inLanguageOf({ document }: CommandFact, answer: Answer): Answer {
  if (document.language !== 'powershell') return answer;
  return { ...answer, command: answer.command?.replace(FILLED_IN, '"$1"') };
}

const FILLED_IN = /'([^'"`\n$]{0,200}\$[\w{(][^'"`\n]{0,200})'/g;

/** Pipes, lists and calls mean nothing to what starts a program by itself: a unit, `command` of Ansible, a list of words. */
function needsShell({ execForm, wrappers }: CommandFact, { command }: Answer): boolean {
  if (command === undefined || !execForm || wrappers.some(({ program }) => SHELLS.test(program))) return false;
  return OF_SHELLS.test(command.replace(/'[^']*'/g, ''));
}

/** What the advice itself is made of: pipes, loops, and calls that print ids. What the author writes stands in quotes, or in a template. */
const OF_SHELLS = /\$\((?:crictl|podman|nerdctl) |\s\|\s|;\s\w/;

const SHELLS = /^(?:(?:ba|da|k|z)?sh|ssh|su|runuser|parallel|watch)$/;

/** The answer for a shell, which somebody has to start. */
function behindShell(fact: CommandFact, answer: Answer): Answer {
  switch (fact.document.language) {
    case 'systemd':
      return { ...answer, command: `/bin/sh -c ${quotedForUnit(answer.command ?? '')}` };
    case 'ansible':
      return { ...answer, notes: ['in a task of the module shell, as command starts none', ...answer.notes] };
    default:
      return { ...answer, notes: ['as one word behind `sh -c`, as no shell reads this list', ...answer.notes] };
  }
}

/** systemd fills in `$id` and `${id}` itself, and leaves `$(…)` to the shell. */
function quotedForUnit(command: string): string {
  const kept = command.replace(/\$(?=(?:id|name|file|image)\b)/g, '$$$$');
  return kept.includes("'") ? `"${kept.replace(/[\\"]/g, '\\$&')}"` : `'${kept}'`;
}

/** As the file writes it: a shell fills in what it can before `ssh NODE "…"` reaches the node, and make before a shell sees a recipe. */
function inFileOf({ document, at, wrappers }: CommandFact, answer: Answer, feed: Feed | undefined): Answer {
  const { command } = answer;
  if (command === undefined) return answer;
  if (document.language === 'makefile')
    return { ...answer, command: escaped(command, feed, '$').replace(/\$(?=')/g, '$$$$') };
  if (at.view.encode(at.start, at.end, '$') === '\\$')
    return { ...answer, command: escaped(command.replaceAll('"', quoteOf(at)), feed, '\\') };
  return isBehindSsh({ at, wrappers }) ? { ...answer, command: escaped(command, feed, '\\') } : answer;
}

/** A double quote between double quotes, and in a here-document, where it is like any other character. */
function quoteOf({ view, start, end }: Token): string {
  return view.encode(start, end, '"') === '"' ? '"' : '\\"';
}

/** With a sign before what is filled in later: the calls that the advice adds, and the variable of its loop. */
function escaped(command: string, feed: Feed | undefined, sign: string): string {
  const name = feed && 'name' in feed ? feed.name : /^for (\w+) in /.exec(command)?.[1];
  const later = new RegExp(`(?<!\\$)\\$(?=\\((?:crictl|podman|nerdctl) ${name ? `|${name}\\b` : ''})`, 'g');
  return command.replace(later, () => `${sign}$`);
}

/** `ssh NODE docker rm web`: no quotes keep the words from the shell here. */
function isBehindSsh({ wrappers, at }: Pick<CommandFact, 'wrappers' | 'at'>): boolean {
  const ssh = wrappers.findLast(({ program }) => program === 'ssh')?.words[0];
  if (!ssh) return false;
  const from = spanOf(ssh);
  const to = spanOf(at);
  return from.source === to.source && /^[^"'`\n]*$/.test(to.source.text.slice(from.start, to.start));
}

function pasteOf(answer: Answer, fact: CommandFact, feed: Feed | undefined, printsIds: boolean): Paste | undefined {
  const { command, notes } = answer;
  if (command === undefined || !isPasteable(command) || notes.some((note) => note !== KEEPS_USED_IMAGES))
    return undefined;
  if (feed === undefined || feed.how === 'substitution') return { command, commands: [fact], printsIds };
  return feed.how === 'xargs' ? { command, commands: [feed.producer, fact], printsIds } : undefined;
}

function listsIds(command: DockerCommand): boolean {
  if (command.row.purpose === 'list-containers') return listContainers(command).ids;
  return command.row.purpose === 'list-images' && listImages(command).ids;
}

/** What is done with a container that the same file starts with docker: the kubelet and its tools do not know it. */
export function ownContainerAdvice(target: Target): string {
  const program = target.runtime === 'cri-o' ? 'podman' : 'nerdctl';
  return `write ${program} for docker where ${program} starts the container; drop the line where a static pod, a DaemonSet or a systemd unit runs it`;
}

/** A task of `community.docker`, which is read as the command that it stands for. */
export function isOfModule({ document, at }: CommandFact): boolean {
  return document.language === 'ansible' && /(?:^|\.)docker_\w{1,40}$/.test(spanText(spanOf(at)).slice(0, 200));
}

/** `docker::run { 'web': … }` of Puppet, `docker_container 'web' do` of Chef: there is no command to write another program into. */
function isOfResource({ document, at }: CommandFact): boolean {
  if (document.language !== 'puppet' && document.language !== 'ruby') return false;
  const { source, start } = spanOf(at);
  const before = source.text.slice(Math.max(0, start - LONGEST_HEAD), start);
  return RESOURCE.test(before) || source.text.startsWith('docker_container', start);
}

const LONGEST_HEAD = 60;
const RESOURCE = /(?:^|\n)[ \t]*(?:docker::run[ \t]*\{|docker_container)\s{0,20}["']?$/;

/** The command that takes the place of such a task. */
function asTask(fact: CommandFact, answer: Answer): Answer {
  if (isOfResource(fact) && answer.command !== undefined)
    return { ...answer, notes: ['in a unit, as this resource only reaches Docker Engine', ...answer.notes] };
  return isOfModule(fact) && answer.command !== undefined && !needsShell(fact, answer)
    ? { ...answer, notes: ['in a task of the module command', ...answer.notes] }
    : answer;
}

/** The same for a task whose module talks to dockerd. */
export function moduleAdvice(target: Target): string {
  const program = target.runtime === 'cri-o' ? 'podman' : 'nerdctl';
  return `call ${program} in a task of the module command where ${program} starts the container, as this module only reaches Docker Engine; drop the task where a static pod, a DaemonSet or a systemd unit runs it`;
}

function sentenceOf(
  { command, notes, otherwise }: Answer,
  fact: CommandFact,
  docker: DockerCommand,
  printsIds: boolean,
): string {
  const asides = [...new Set(notes)];
  if (command === undefined || !isPasteable(command)) {
    if (isOfResource(fact) && docker.row.class === 'run')
      return `replace this resource, which only reaches Docker Engine: ${otherwise}`;
    if (command !== undefined && docker.row.class === 'run') {
      const program = command.slice(0, command.indexOf(' '));
      return `${[`write ${program} for docker in this command`, ...asides].join('; ')} (or: ${otherwise})`;
    }
    const inner = docker.row.purpose === 'exec' ? execInWords(docker) : undefined;
    if (inner) return `${inner} (or: ${otherwise})`;
    return [...asides, otherwise].join('; ');
  }
  if (docker.row.class === 'inspect' && !printsIds && readsOutput(fact))
    asides.push('check what reads the output, its columns differ');
  return `\`${command}\`${asides.map((aside) => `; ${aside}`).join('')} (or: ${otherwise})`;
}

/** The options and the container are known, and the command inside it stands in the line. */
function execInWords(docker: DockerCommand): string {
  const [container] = docker.operands;
  const switches = ['interactive', 'tty']
    .filter((name) => hasOption(docker, name))
    .map((name) => (name === 'tty' ? 't' : 'i'));
  const options = switches.length > 0 ? ` -${switches.join('')}` : '';
  const id = container ? containerId(container, false) : 'CONTAINER';
  const same = 'and the same command behind it';
  if (id === 'CONTAINER' || !isPasteable(id))
    return `\`crictl exec${options} CONTAINER-ID\` ${same}; \`crictl ps -q --name NAME\` finds the id`;
  return `\`crictl exec${options} ${id}\` ${same}`;
}

function readsOutput({ pipedInto, wrappers }: CommandFact): boolean {
  const isFed = pipedInto.includes('xargs') || wrappers.some(({ program }) => program === 'xargs');
  return pipedInto.length > 0 && !isFed;
}
