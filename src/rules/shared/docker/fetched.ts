/** Images that a file fetches for the containers which it starts with Docker itself. */
import type { Document, Token } from '../../../model/document.ts';
import type { CommandFact } from '../../../model/fact.ts';
import type { Project } from '../../../model/project.ts';
import { innerRoleOf } from '../../../placing/roles.ts';
import { groupByEach } from '../../../text/group.ts';
import { once } from '../../../text/once.ts';
import { hasHole } from '../../../text/view.ts';
import type { RuleContext } from '../../rule.ts';
import { type DockerCommand, dockerCommandOf } from './command.ts';
import { nameAsWritten } from './names.ts';

/** Whether the file, or another of its role, starts containers of all images that the pull names. */
export function isFetchedForRun({ document }: CommandFact, { operands }: DockerCommand, context: RuleContext): boolean {
  const inFile = imagesRun(document, context);
  const inRole = runInRoles(context.project).get(roleOf(document) ?? '');
  const isRun = (name: string) => inFile.has(name) || inRole?.has(name) === true;
  return operands.length > 0 && operands.every((image) => isRun(nameIn(image, document)));
}

/** The role that fills the file in: an expression means the same in its tasks, handlers and templates, and nothing in what it only copies. */
function roleOf({ path }: Document): string | undefined {
  const role = innerRoleOf(path);
  return role === undefined || path.startsWith(`${role}/files/`) ? undefined : role;
}

/** The images that a role starts with docker, where an expression names them: it means the same in all of its files. */
const runInRoles = once(({ facts }: Project): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const fact of facts) {
    const command = dockerCommandOf(fact);
    const [image] = command && isStart(command) ? command.operands : [];
    const role = image && hasHole(image.text) ? roleOf(fact.document) : undefined;
    if (!image || role === undefined) continue;
    found.set(role, (found.get(role) ?? new Set()).add(withoutTag(nameOf(image))));
  }
  return found;
});

/** The pulls of the image that the command starts: told with it. */
export function fetchedFor(fact: CommandFact, command: DockerCommand, context: RuleContext): readonly CommandFact[] {
  const [image] = command.operands;
  if (!isStart(command) || !image) return [];
  const pulls = pullsOf(fact.document, context).get(nameIn(image, fact.document)) ?? [];
  return pulls.filter(({ site }) => site?.name === fact.site?.name);
}

/** `agent` is `agent:latest`, and `{{image}}` is `{{ image }}`. */
export function nameOf(image: Token): string {
  return nameAsWritten(image)
    .replace(/:latest$/, '')
    .replace(/\s/g, '');
}

/** A task may give the tag of an image by a key of its own. */
function nameIn(image: Token, { language }: Document): string {
  return language === 'ansible' ? withoutTag(nameOf(image)) : nameOf(image);
}

function withoutTag(name: string): string {
  return name.replace(/:[^/:]*$/, '');
}

function isStart({ row }: DockerCommand): boolean {
  return row.purpose === 'run' || row.purpose === 'create';
}

const imagesRun = once((document: Document, { factsOf }: RuleContext): ReadonlySet<string> => {
  const words = factsOf(document).flatMap((fact) => {
    const command = dockerCommandOf(fact);
    return command && isStart(command) ? command.operands : [];
  });
  return new Set(words.map((word) => nameIn(word, document)));
});

const pullsOf = once((document: Document, { factsOf }: RuleContext): ReadonlyMap<string, readonly CommandFact[]> => {
  const commands = factsOf(document).filter((fact) => fact.kind === 'command');
  return groupByEach(commands, (fact) => {
    const command = dockerCommandOf(fact);
    const images = command?.row.purpose === 'pull' ? command.operands : [];
    return new Set(images.map((image) => nameIn(image, document)));
  });
});
