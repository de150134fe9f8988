/** Paths of the node that commands name: arguments, redirects, tests, sockets. */
import type { CommandFact, PathFact } from '../../model/fact.ts';
import { beginsOnWindows, normaliseNodePath } from '../../text/node-path.ts';
import { baseName } from '../../text/path.ts';
import type { ShellWord } from './ast.ts';
import { baseOf, type Engine, type Site } from './engine.ts';
import { splitToken, sub } from './flags.ts';
import { jqProgram } from './input.ts';
import { expandUnsplit, type Scope, type ShellToken } from './words.ts';

type Use = PathFact['use'];

/** The last word is where they write; the others are what they take. */
const COPIERS = new Set(['cp', 'ln', 'install', 'scp', 'rsync']);
const WRITERS = new Set(
  'rm cp mv tee mkdir touch chmod chown chgrp ln install rsync scp tar unzip truncate rmdir mount umount mkfs sed dd shred setfacl patch usermod'.split(
    ' ',
  ),
);
const PROBES = new Set(['[', 'test', 'which', 'command', 'type', 'mountpoint', 'stat', 'readlink', 'realpath']);
const SILENT = new Set(['echo', 'printf', 'log', 'logger', 'export', 'declare', 'local', 'readonly', 'cd']);
const SOCKET_FLAG =
  /^(--unix-socket|-H|--host|--docker|--docker-endpoint|--docker-host|--docker-sock|--cri-socket|--runtime-endpoint|--image-endpoint|--container-runtime-endpoint|--image-service-endpoint|--endpoint|--criSocket)$/;
const EXCLUDES = /exclude|ignore|--prune|-not|mount-points/;

/** The arguments of a command that are paths, also behind `=` and in `host:container` pairs. */
export function commandPaths(engine: Engine, fact: CommandFact, words: readonly ShellToken[]): void {
  if (SILENT.has(fact.program)) {
    printedMounts(engine, fact, words);
    if (fact.program === 'cd') enteredFolder(engine, fact, words);
    return;
  }
  const first = words[0];
  if (first && /^[/\uE000].*\//.test(first.text)) pushPath(engine, first, 'read', fact, fact);
  // What a program of jq compares with, or writes, is no file that is read.
  const program = fact.program === 'jq' ? jqProgram(words) : undefined;
  words.slice(1).forEach((word, i) => {
    if (word === program) return;
    // A word of several lines is a text: what it is decides the command that takes it.
    if (word.text.length > 4096 || word.text.includes('\n')) return;
    const before = words[i]?.text ?? '';
    if (isInsideContainer(fact.program, before, word.text)) return;
    for (const part of pathParts(word)) pushArgument(engine, part, before, word.text, fact);
  });
}

/** `docker run -e KUBECONFIG=/etc/kubernetes/admin.conf`: a path of the container, which shows nothing of the machine around it. */
function isInsideContainer(program: string, before: string, text: string): boolean {
  if (!/^(?:docker|nerdctl|podman)$/.test(program) || /\.sock\b/.test(text)) return false;
  return text.startsWith('-') ? /^(?:-e|-w|--env|--workdir)=/.test(text) : OF_CONTAINER.test(before);
}

const OF_CONTAINER = /^(?:-e|-w|--env|--workdir)$/;

/** `cd /var/lib/docker/containers`: where the folder is not there, what follows happens in another one. */
function enteredFolder(engine: Engine, fact: CommandFact, words: readonly ShellToken[]): void {
  const folder = words.slice(1).find(({ text }) => !text.startsWith('-'));
  if (folder && /^\/var\/lib\/docker(?:\/|$)/.test(folder.text.slice(0, 4096)))
    pushPath(engine, folder, 'read', fact, fact);
}

/** `echo "-v /var/run/docker.sock:/sock"`: options that another line puts into its docker run. */
function printedMounts(engine: Engine, fact: CommandFact, words: readonly ShellToken[]): void {
  for (const word of words.slice(1)) {
    if (word.text.length > 4096 || !/^-v[ =]?\/\S+:/.test(word.text)) continue;
    for (const part of pathParts(word)) pushPath(engine, part, 'mount', fact, fact);
  }
}

/** `touches`: what is written is an empty object. */
export function redirectFacts(
  engine: Engine,
  { operator, target, touches }: { operator: string; target: ShellWord; touches: boolean },
  site: Site,
  scope: Scope,
): void {
  if (operator === '>&' || operator === '<&') return;
  for (const token of expandUnsplit(target, scope)) {
    if (!token.text.startsWith('/dev/'))
      pushPath(engine, token, operator.startsWith('<') ? 'read' : 'write', { ...site, touches }, undefined);
  }
}

export function testedPath(engine: Engine, token: ShellToken, site: Site): void {
  pushPath(engine, token, 'read', { ...site, polarity: 'probes' }, undefined);
}

/** Sockets in an assigned value: `DOCKER_HOST=unix:///var/run/docker.sock`. Other paths count where they are used. */
export function textPaths(engine: Engine, token: ShellToken, site: Site): void {
  if (token.certainty === 'resolved' || !/\.sock$|pipe/.test(token.text)) return;
  for (const part of pathParts(token)) pushPath(engine, part, 'socket', site, undefined);
}

function pathParts(word: ShellToken): ShellToken[] {
  const parts = /\s/.test(word.text) ? splitToken(word) : [word];
  return parts.flatMap(pathsInPart);
}

/** Between the two paths of a mount, or before its options; a folder may be named `host:port`. */
const MOUNT_COLON = /:(?!\d+(?:\/|$))/;

function pathsInPart(word: ShellToken): ShellToken[] {
  const { text } = word;
  const equals = /^(--?[\w.-]+|[A-Za-z_]\w*)=/.exec(text)?.[0].length ?? 0;
  const attached = equals === 0 ? (/^-[A-Za-z](?=\/|unix:)/.exec(text)?.[0].length ?? 0) : 0;
  const rest = text.slice(equals + attached);
  const from = text.length - rest.length;
  if (normaliseNodePath(rest) === undefined) return [];
  const scheme = /^[a-z]+:(?=\/|[a-z]+:\/)(?:[a-z]+:)?/.exec(rest)?.[0].length ?? 0;
  const pair = beginsOnWindows(rest) ? -1 : rest.slice(scheme).search(MOUNT_COLON) + scheme;
  const end = pair < scheme ? rest.length : pair;
  const comma = rest.slice(0, end).indexOf(',');
  return [sub(word, from, from + (comma < 0 ? end : comma))];
}

function pushArgument(engine: Engine, part: ShellToken, before: string, text: string, fact: CommandFact): void {
  const flag = text.startsWith('-') ? (text.split('=')[0] ?? '') : before;
  const isSource = COPIERS.has(fact.program) && part.end !== fact.words.at(-1)?.end;
  const use = useOf(fact.program, flag, text, part, isSource);
  const asks = PROBES.has(fact.program) && use === 'read';
  const removes = REMOVERS.test(fact.program.toLowerCase()) || isMovedAway(part, fact) || isEmptied(fact);
  const file = use === 'write' && text.endsWith('/') ? copiedFile(fact) : undefined;
  const polarity = EXCLUDES.test(flag) ? 'excludes' : removes ? 'removes' : asks ? 'probes' : fact.polarity;
  pushPath(engine, part, use, { ...fact, polarity }, fact, file);
}

const REMOVERS = /^(?:rm|rmdir|unlink|shred|remove-item|ri|del|rd)$/;

/** `mv /etc/docker/daemon.json /root/`: what is moved to another folder of Docker is there for dockerd again. */
function isMovedAway(part: ShellToken, { program, words }: CommandFact): boolean {
  const to = words.at(-1);
  if (program !== 'mv' || to === undefined || part.end === to.end) return false;
  const target = to.text.slice(0, 4096);
  return !/docker/i.test(target) || KEPT_ASIDE.test(target);
}

/** `mv /var/lib/docker /var/lib/docker.bak`: nothing reads what is kept so. */
const KEPT_ASIDE = /[._-](?:bak|backup|old|orig|save|saved|disabled|removed|unused)(?:[._-][^/]*)?\/?$/i;

/** `find /var/lib/docker -mindepth 1 -delete`: whatever is there goes, and not only what is old or large. */
function isEmptied({ program, words }: CommandFact): boolean {
  const options = program === 'find' ? words.slice(1).flatMap(({ text }) => (text.startsWith('-') ? text : [])) : [];
  return options.includes('-delete') && options.every((option) => FINDS_ALL.test(option));
}

const FINDS_ALL = /^-(?:delete|depth|d|mindepth|maxdepth|xdev|mount|type|print|H|L|P)$/;

/** `cp files/daemon.json /etc/docker/` writes `/etc/docker/daemon.json`. */
function copiedFile({ program, words }: CommandFact): string | undefined {
  if (!/^(?:cp|mv|install)$/.test(program)) return undefined;
  const [source, to, ...others] = words.slice(1).filter(({ text }) => !text.startsWith('-'));
  const file = baseName(source?.text ?? '');
  return to && others.length === 0 && /^[\w.-]*\w\.\w+$/.test(file) ? file : undefined;
}

function useOf(program: string, flag: string, text: string, part: ShellToken, isSource: boolean): Use {
  if (SOCKET_FLAG.test(flag) || /^(unix|npipe):/.test(part.text)) return 'socket';
  if (/^(-v|--volume|--mount)$/.test(flag) || /^-v\//.test(text)) return 'mount';
  return WRITERS.has(program) && !isSource ? 'write' : 'read';
}

function pushPath(
  engine: Engine,
  token: ShellToken,
  use: Use,
  where: Pick<PathFact, 'conditions' | 'polarity' | 'site' | 'touches'>,
  command: CommandFact | undefined,
  file?: string,
): void {
  const path = normaliseNodePath(file === undefined ? token.text : `${token.text}${file}`);
  if (path === undefined || path.length < 3 || /^[A-Z]:\/$/.test(path)) return;
  engine.facts.push({
    kind: 'path',
    ...baseOf(engine, token, token.certainty, where),
    path,
    use,
    touches: where.touches,
    volume: undefined,
    command,
  });
}
