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
import { consumerOf, type Feed, feedOf } from './feeds.ts';
import { namedByFilter } from './filters.ts';
import { kubeletAdvice } from './kubelet.ts';
import { type Listing, listContainers, listImages } from './lists.ts';
import { isImporter } from './own-images.ts';
import { authorsText, hasStatements, isAskedByCaller, listOf, templateText, typedWord, UNWRITTEN } from './typed.ts';

/** A command that is longer is not pasted, it is edited. */
const LONGEST = 600;
/** Stands for the ids that another command prints, until it is replaced by that command. */
const STAND_IN = 'f'.repeat(64);

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

/** What the command does less than docker, and nobody misses. */
const NARROWER: ReadonlySet<string> = new Set(['it keeps the images that a container uses']);

const HANDED_OVER =
  'push the image to a registry where it is built, and write `crictl pull IMAGE` for both sides of the pipe';

export function dockerAdvice(
  fact: CommandFact,
  command: DockerCommand,
  facts: readonly Fact[],
  target: Target,
): Advice {
  const ofKubelet = kubeletAdvice(command, target);
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

/** `kubeadm config images list | xargs -n1 docker pull`: the names come through the pipe. */
function pulledFromPipe({ wrappers }: CommandFact): string | undefined {
  const xargs = wrappers.at(-1);
  const words = xargs?.program === 'xargs' ? xargs.words.map((word) => authorsText(word)) : [];
  if (words.length === 0 || !words.every((word) => word !== undefined && /^[\w-]+$/.test(word))) return undefined;
  return `\`${words.join(' ')} crictl pull\` behind the same pipe`;
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
  if (command === undefined || !isPasteable(command) || notes.some((note) => !NARROWER.has(note))) return undefined;
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

/** The command that takes the place of such a task. */
function asTask(fact: CommandFact, answer: Answer): Answer {
  return isOfModule(fact) && answer.command !== undefined && !needsShell(fact, answer)
    ? { ...answer, notes: ['in a task of the module command', ...answer.notes] }
    : answer;
}

/** The same for a task whose module talks to dockerd. */
export function moduleAdvice(target: Target): string {
  const program = target.runtime === 'cri-o' ? 'podman' : 'nerdctl';
  return `call ${program} in a task of the module command where ${program} starts the container, as this module only reaches Docker Engine; drop the task where a static pod, a DaemonSet or a systemd unit runs it`;
}

/** `BOXES="web db"; docker rm $BOXES`: names in one variable, each of which is looked up. */
function listedAnswer(command: DockerCommand, nodes: Nodes): Answer | undefined {
  const [first] = command.operands;
  const list = first && EACH.test(command.row.purpose) ? listOf(command.operands) : undefined;
  if (!first || list === undefined) return undefined;
  const answer = answerOf({ ...command, operands: [standInAt(first)] }, nodes);
  if (answer.command === undefined) return answer;
  const all = /^(?:remove|inspect)$/.test(command.row.purpose) ? '-a ' : '';
  const id = `$(crictl ps ${all}-q --latest --name "^$name$")`;
  return { ...answer, command: `for name in ${list}; do ${filledIn(answer.command, id)}; done` };
}

const EACH = /^(?:remove|stop|restart|kill|inspect|pause|unpause)$/;

function fedAnswer(feed: Feed, command: DockerCommand, nodes: Nodes): Answer {
  const plain = answerOf(standIn(command, feed), nodes);
  const listed = dockerCommandOf(feed.producer);
  const listing = listed && (listed.row.purpose === 'list-images' ? listImages(listed) : listContainers(listed));
  if (!listed || !listing || plain.command === undefined) return { ...plain, command: undefined };
  const byName = answerByName(command, listing);
  if (byName) return byName;
  if (command.row.purpose === 'save') return savedByName(plain, feed, command, nodes);
  const answer = listing.of === 'pods' ? answerForPods(plain, command) : plain;
  if (answer.command === undefined) return answer;
  if (feed.how === 'filtered' && listing.of === 'images' && printsAlike(listed, listing))
    return listedAlike(answer, command, listing);
  if (feed.how === 'filtered' || listing.lost.length > 0 || !listing.ids) return chosenByHand(answer, feed, listing);
  if (
    command.row.purpose === 'remove-images' &&
    listed.options.every(({ name }) => /^(all|quiet|no-trunc)$/.test(name))
  )
    return { ...plain, command: 'crictl rmi --prune', notes: ['it keeps the images that a container uses'] };
  return {
    ...answer,
    command: joined(feed, listing.command, answer.command),
    notes: [...listing.notes, ...answer.notes],
  };
}

/** jq prints the columns that the template of docker asks for, so what filters them goes on. */
function printsAlike(listed: DockerCommand, { command, lost, notes }: Listing): boolean {
  return hasOption(listed, 'format') && lost.length === 0 && notes.length === 0 && command.includes(' | jq ');
}

/** A list of names is no choice of things to act on: images are pulled by them, and removed by the kubelet. */
function answerByName({ row }: DockerCommand, { of, ids }: Listing): Answer | undefined {
  if (ids || of === 'pods') return undefined;
  if (row.purpose === 'pull')
    return { command: undefined, notes: [], otherwise: 'pull each image of the list with `crictl pull IMAGE`' };
  return row.purpose === 'remove-images' && of === 'containers'
    ? {
        command: undefined,
        notes: [],
        otherwise: 'drop it: the kubelet removes images that no container uses (imageGCHighThresholdPercent)',
      }
    : undefined;
}

/** ctr and podman save images by their names, and nothing is lost by a list that somebody looks at first. */
function savedByName(plain: Answer, feed: Feed, command: DockerCommand, nodes: Nodes): Answer {
  const listed = dockerCommandOf(feed.producer);
  const isAll = listed && listed.operands.length === 0 && (listsAll(listed) || isListOfNames(listed));
  const saved = isAll && plain.command && joined(feed, NAMES, plain.command);
  if (saved) return { ...plain, command: saved };
  const own = answerOf(command, nodes);
  return { ...own, notes: [...own.notes, `\`${NAMES}\` prints the names to choose from`] };
}

function listsAll({ options }: DockerCommand): boolean {
  return (
    options.some(({ name }) => name === 'quiet') && options.every(({ name }) => name === 'quiet' || name === 'no-trunc')
  );
}

function isListOfNames({ options }: DockerCommand): boolean {
  return (
    options.length > 0 &&
    options.every(({ name, value }) => name === 'format' && value && NAME_AND_TAG.test(templateText(value)))
  );
}

const NAME_AND_TAG = /^\{\{\s*\.Repository\s*\}\}:\{\{\s*\.Tag\s*\}\}$/;
const NAMES = "crictl images -o json | jq -r '.images[].repoTags[]'";

/** The two ends of a pipe whose middle stays: `docker images --format … | sort | head | xargs docker rmi`. */
function listedAlike(plain: Answer, { operands }: DockerCommand, { command }: Listing): Answer {
  const ids = operands.map((word) => typedWord(word, 'ID').typed).join(' ') || 'ID';
  const verb = filledIn(plain.command ?? '', /[\uE000-\uF8FF`]/.test(ids) ? 'ID' : ids);
  return { ...plain, command, notes: [...plain.notes, `what filters it stays, and then \`${verb}\``] };
}

/** Sandboxes are pods: crictl removes and stops them with commands of their own, which take the containers along. */
function answerForPods(plain: Answer, { row, options }: DockerCommand): Answer {
  const force = options.some(({ name }) => name === 'force') ? '-f ' : '';
  switch (row.purpose) {
    case 'remove':
      return {
        ...plain,
        command: `crictl rmp ${force}${STAND_IN}`,
        notes: ['it removes the containers of the pod too'],
      };
    case 'stop':
      return { ...plain, command: `crictl stopp ${STAND_IN}`, notes: ['it stops the containers of the pod too'] };
    default:
      return { ...plain, command: undefined };
  }
}

/** What a person has to do where crictl cannot make the same choice: a longer list must not reach a command that changes things. */
function chosenByHand(plain: Answer, feed: Feed, listing: Listing): Answer {
  const why =
    listing.lost.length > 0
      ? `crictl has no ${listing.lost.join(', ')}, so its list would be longer`
      : feed.how === 'filtered'
        ? 'the columns of crictl differ, so what filters this list has to be written anew'
        : 'the list has to print ids only';
  const named = feed.how === 'filtered' && listing.of === 'containers' ? namedByFilter(feed.producer) : undefined;
  const list = named
    ? `\`${named}\``
    : {
        images: `\`${imageList(feed.producer)}\``,
        pods: '`crictl pods -q` with --name, --namespace, --label or --state',
        containers: '`crictl ps -q` with --name, --image, --label or --state',
      }[listing.of];
  const verb = plain.command?.split(STAND_IN).join('ID') ?? '';
  return {
    ...plain,
    command: undefined,
    notes: [...plain.notes, why],
    otherwise: `choose the ids with ${list}, look at them, then \`${verb}\``,
  };
}

/** As it stands: what is filled in may hold `$'`, which would mean something to `replaceAll`. */
function filledIn(text: string, ids: string): string {
  return text.split(STAND_IN).join(ids);
}

/** With the name that docker was given; what else it chose by is a pattern that somebody has to write. */
function imageList(list: CommandFact): string {
  const [name, ...others] = dockerCommandOf(list)?.operands ?? [];
  const typed = name && others.length === 0 ? typedWord(name, UNWRITTEN).typed : UNWRITTEN;
  return isPasteable(typed) ? `crictl images -q ${typed}` : 'crictl images -q --filter reference=PATTERN';
}

function joined(feed: Feed, list: string, text: string): string | undefined {
  const many = text.split(STAND_IN).length === 2;
  const last = text.endsWith(` ${STAND_IN}`);
  switch (feed.how) {
    case 'xargs': {
      const braces = / -I ?(\S+)/.exec(feed.xargs)?.[1];
      if (braces !== undefined) return `${list} | ${feed.xargs} ${filledIn(text, braces)}`;
      if (last && many) return `${list} | ${feed.xargs} ${text.slice(0, -STAND_IN.length - 1)}`;
      return `for id in $(${list}); do ${filledIn(text, '"$id"')}; done`;
    }
    case 'substitution':
      if (text.startsWith('kill ')) return `for id in $(${list}); do ${filledIn(text, '"$id"')}; done`;
      return filledIn(text, `$(${list})`);
    case 'loop':
      return feed.name === '_'
        ? `${list} | ForEach-Object { ${filledIn(text, '$_')} }`
        : `for ${feed.name} in $(${list}); do ${filledIn(text, `"$${feed.name}"`)}; done`;
    case 'variable':
      return `${feed.name}=$(${list}); ${filledIn(text, `$${feed.name}`)}`;
    case 'filtered':
      return undefined;
    default:
      return feed satisfies never;
  }
}

/** Its place has no characters, which a variable might bring. */
function standInAt({ view, start }: Token): Token {
  return { text: STAND_IN, view, start, end: start };
}

/** The command with one id in place of what the feed brings. */
function standIn(command: DockerCommand, feed: Feed): DockerCommand {
  const id = standInAt(feed.producer.at);
  if (feed.how === 'xargs') {
    const braces = command.operands.some(({ text }) => /^[{}%]{1,2}$/.test(text));
    const operands = braces
      ? command.operands.map((word) => (/^[{}%]{1,2}$/.test(word.text) ? id : word))
      : [...command.operands, id];
    return { ...command, operands };
  }
  if (feed.how === 'filtered') return { ...command, operands: [id] };
  return { ...command, operands: command.operands.map((word) => (word === feed.operand ? id : word)) };
}

function sentenceOf(
  { command, notes, otherwise }: Answer,
  fact: CommandFact,
  docker: DockerCommand,
  printsIds: boolean,
): string {
  const asides = [...new Set(notes)];
  if (command === undefined || !isPasteable(command)) {
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

function isPasteable(command: string): boolean {
  return command.length <= LONGEST && !/[`\n\uE000-\uF8FF]/.test(command);
}

function readsOutput({ pipedInto, wrappers }: CommandFact): boolean {
  const isFed = pipedInto.includes('xargs') || wrappers.some(({ program }) => program === 'xargs');
  return pipedInto.length > 0 && !isFed;
}
