/** Containers that files of the repository start with docker themselves. */
import { NODE_CONTAINERS } from '../../../data/nodes.ts';
import type { Document, Token } from '../../../model/document.ts';
import type { CommandFact } from '../../../model/fact.ts';
import type { Project } from '../../../model/project.ts';
import { once } from '../../../text/once.ts';
import { hasHole } from '../../../text/view.ts';
import type { RuleContext } from '../../rule.ts';
import { type DockerCommand, dockerCommandOf, valuesOf } from './command.ts';
import { wordPicked } from './filters.ts';
import { nameAsWritten } from './names.ts';

/** `id=$(docker create …)`, `id=$($DOCKER_BIN create …)`: what a variable of the script holds. */
const STARTED = /^(?:\$\(|`)\s*(?:sudo\s+)?(?:\$\w{0,40})?docker\w{0,40}\s+(?:container\s+)?(?:run|create)\s/i;

/** The same script started the container: `docker run --name extract …; docker cp extract:/kubelet /opt`. */
export function isOwnContainer(command: DockerCommand, fact: CommandFact, context: RuleContext): boolean {
  const { document } = fact;
  const started = startedContainers(document, context);
  const elsewhere = startedElsewhere(context.project, context);
  const isStarted = (name: string) => started.has(name) || elsewhere.has(name);
  const looped = command.operands.length === 1 ? command.operands.flatMap(namesOfLoop) : [];
  if (looped.length > 0 && looped.every(isStarted)) return true;
  const named = command.operands.map(nameIn);
  // A part of a name may be that of a container of the kubelet too, which calls none `etcd` alone.
  const sought = [...namesFiltered(command), ...namesPicked(command, fact)];
  if (sought.some((name) => started.has(name) || (elsewhere.has(name) && !NODE_CONTAINERS.test(name)))) return true;
  return [...named, ...sought].some((name) => STARTED.test(name) || OF_UNIT.test(name)) || named.some(isStarted);
}

/** `docker run --name %n` of a unit: the kubelet gives no container the name of one. */
const OF_UNIT = /^\w[\w@.-]*\.service$/;

/** `docker rm -f {{ item }}` of a task: the names that it loops over. */
function namesOfLoop({ text, view, start, end }: Token): readonly string[] {
  const { source, start: from, end: to } = view.root(start, end).span;
  if (!hasHole(text) || !/^\{\{\s{0,4}item\s{0,4}\}\}$/.test(source.text.slice(from, to))) return [];
  const [task = ''] = source.text.slice(to, to + LONGEST_TASK).split(/\n[ \t]*- name:/, 1);
  const list = LOOP.exec(`${task}\n`)?.[1] ?? '';
  return [...list.matchAll(/-[ \t]+["']?([\w.-]+)/g)].map(([, name = '']) => name);
}

const LONGEST_TASK = 1500;
const LOOP = /\n[ \t]*(?:with_items|loop):[ \t]*\n((?:[ \t]*-[ \t]+["']?[\w.-]{1,80}["']?[ \t]*\n){1,30})/;

/** `docker ps --filter name=^agent$` */
function namesFiltered(command: DockerCommand): readonly string[] {
  return valuesOf(command, 'filter').flatMap(({ text }) => /^name=\^?\/?([\w.-]+)\$?$/.exec(text)?.[1] ?? []);
}

/** `docker ps | grep agent` */
function namesPicked({ row }: DockerCommand, fact: CommandFact): readonly string[] {
  const word = row.purpose === 'list-containers' ? wordPicked(fact) : undefined;
  return word === undefined ? [] : [word];
}

/** `id=$(docker create IMAGE)`, `docker cp $id:/file .`, `docker rm $id`: files are taken out of an image, as one thing. */
export function isOfCreated(command: DockerCommand, { document }: CommandFact, context: RuleContext): boolean {
  const created = createdContainers(document, context);
  return (
    /^(?:copy|remove)$/.test(command.row.purpose) &&
    command.operands.map(nameIn).some((name) => created.has(name) || CREATED.test(name))
  );
}

/** What copies from the container that this command creates, and what removes it: told with it, since nothing of it works by itself. */
export function takenFromCreated(fact: CommandFact, context: RuleContext): readonly CommandFact[] {
  return usersOfCreated(fact.document, context).get(fact) ?? [];
}

const usersOfCreated = once((document: Document, context: RuleContext) => {
  const commands = context.factsOf(document).flatMap((fact) => {
    const command = fact.kind === 'command' ? dockerCommandOf(fact) : undefined;
    return command && fact.kind === 'command' ? [{ fact, command }] : [];
  });
  const creates = commands.filter(({ command }) => command.row.purpose === 'create');
  const byName = new Map(
    creates.flatMap(({ fact, command }) => valuesOf(command, 'name').map((name) => [nameIn(name), fact] as const)),
  );
  const users = new Map<CommandFact, CommandFact[]>();
  let last: CommandFact | undefined;
  for (const { fact, command } of commands) {
    if (command.row.purpose === 'create') last = fact;
    if (creates.length === 0 || !isOfCreated(command, fact, context)) continue;
    const creator = command.operands.map(nameIn).flatMap((name) => byName.get(name) ?? [])[0] ?? last;
    const known = creator ? (users.get(creator) ?? []) : [];
    if (creator && known.length < MOST_USERS) users.set(creator, [...known, fact]);
  }
  return users;
});

const MOST_USERS = 10;

const CREATED = /^(?:\$\(|`)\s*(?:sudo\s+)?(?:\$\w{0,40})?docker\w{0,40}\s+(?:container\s+)?create\s/i;

const createdContainers = once(
  (document: Document, context: RuleContext): ReadonlySet<string> =>
    new Set([...namesGiven(document, /^create$/, context), ...evaluated(document)]),
);

/** `$(eval ID=$(shell docker create IMAGE))` of a recipe of make, which names it `$(ID)` from there on. */
function evaluated({ language, view }: Document): readonly string[] {
  if (language !== 'makefile') return [];
  return [...view.text.matchAll(EVALUATED)].flatMap(([, name]) => [`$(${name})`, `\${${name}}`]);
}

const EVALUATED =
  /\$\(eval\s{1,9}(\w{1,40})\s{0,9}:{0,2}=\s{0,9}\$\(shell\s{1,9}(?:sudo\s{1,9})?docker\s{1,9}(?:container\s{1,9})?create\s/g;

/** `ExecStop=docker stop app` of a unit whose own program is `docker run --name app`: told at the program. */
export function isOfUnit(command: DockerCommand, fact: CommandFact, context: RuleContext): boolean {
  if (fact.document.language !== 'systemd') return false;
  const started = startedContainers(fact.document, context);
  // `docker ps -a | grep app && docker rm app`: the list is for that container.
  const listed =
    command.row.purpose === 'list-containers'
      ? fact.statement.commands.slice(0, MOST_COMMANDS).flatMap(({ words }) => words)
      : [];
  return [...command.operands, ...listed].map(nameIn).some((name) => started.has(name));
}

const MOST_COMMANDS = 12;

/**
 * `ExecStop=docker stop etcd` of a unit whose program starts the container by a script: a unit ends what it began, and the
 * kubelet gives its containers names that nobody writes down.
 */
export function endsOwnContainer({ row, operands }: DockerCommand, { document, wrappers }: CommandFact): boolean {
  if (document.language !== 'systemd' || wrappers.length > 0 || !/^(?:stop|kill|remove)$/.test(row.purpose))
    return false;
  const name = operands.length === 1 && operands[0] ? operands[0].text : '';
  return name !== '' && !/k8s_/.test(name) && !NODE_CONTAINERS.test(name);
}

/** Names that files of the repository give to containers which they start with docker. */
const startedElsewhere = once(({ documents }: Project, context: RuleContext): ReadonlySet<string> => {
  const names = documents.flatMap((document) => [...startedContainers(document, context)]);
  return new Set(names.filter((name) => /^[a-z][\w.-]{2,}$/i.test(name)));
});

const startedContainers = once(
  (document: Document, context: RuleContext): ReadonlySet<string> => namesGiven(document, /^(?:run|create)$/, context),
);

function namesGiven(document: Document, purpose: RegExp, { factsOf }: RuleContext): ReadonlySet<string> {
  const names = factsOf(document).flatMap((fact) => {
    const command = dockerCommandOf(fact);
    return command && purpose.test(command.row.purpose) ? valuesOf(command, 'name').map(nameIn) : [];
  });
  return new Set(names);
}

/** The name of a container in `NAME` or `NAME:PATH`; where a variable holds it, the variable. */
export function nameIn(token: Token): string {
  return nameAsWritten(token, token.text.split(':')[0] ?? '');
}

/** Whether the file starts containers with docker, by itself or through Compose. */
export const startsContainers = once((document: Document, { factsOf }: RuleContext): boolean =>
  factsOf(document).some((fact) => {
    const command = dockerCommandOf(fact);
    if (!command) return false;
    const isUp = command.subcommand === 'compose' || command.subcommand === 'compose up';
    return (
      command.row.class === 'run' || (isUp && command.words.slice(0, MOST_WORDS).some(({ text }) => text === 'up'))
    );
  }),
);

const MOST_WORDS = 200;
