/** Images that a script itself handles with Docker: what it pulls, how it names them, what it pushes on. */
import type { Document, Token } from '../../../model/document.ts';
import type { CommandFact } from '../../../model/fact.ts';
import type { Project } from '../../../model/project.ts';
import { type Unit, unitOf } from '../../../placing/units.ts';
import { groupByEach } from '../../../text/group.ts';
import { once } from '../../../text/once.ts';
import { baseName, folderOf } from '../../../text/path.ts';
import { spanOf } from '../../../text/placed.ts';
import type { RuleContext } from '../../rule.ts';
import { repositoryOf } from '../images.ts';
import { type DockerCommand, dockerCommandOf, valuesOf } from './command.ts';
import { nameAsWritten } from './names.ts';

/** Programs that put an image into the store which the kubelet uses. */
export function isImporter(program: string): boolean {
  return /^(?:(?:microk8s\.)?ctr|nerdctl|podman|k3s|microk8s|crictl)$/.test(program);
}

interface Handled {
  readonly brings: boolean;
  readonly pulled: ReadonlySet<string>;
  readonly built: ReadonlySet<string>;
  /** By the machine that pushes them. */
  readonly pushed: ReadonlyMap<Unit, ReadonlySet<string>>;
  readonly handedOver: ReadonlySet<string>;
}

/** The script pushes these images on from the machine that has them, under these names or under others that it gives them: it fills a registry. */
export function arePushed({ operands }: DockerCommand, fact: CommandFact, context: RuleContext): boolean {
  const pushed = handled(fact.document, context).pushed.get(unitOf(fact));
  return operands.length > 0 && operands.every((image) => pushed?.has(nameAsWritten(image)));
}

/** The script saves these images to files that it gives to the runtime of the node. */
export function areHandedOver({ operands }: DockerCommand, document: Document, context: RuleContext): boolean {
  const { handedOver } = handled(document, context);
  return operands.length > 0 && operands.every((image) => handedOver.has(nameAsWritten(image)));
}

/** `docker load -i images.tar`, and `docker push` further down in a script that makes no node: it fills a registry. */
export function areLoadedToPush(fact: CommandFact, { row }: DockerCommand, context: RuleContext): boolean {
  if (row.purpose !== 'load') return false;
  const push = lastPush(fact.document, context);
  return push !== undefined && spanOf(push.at).start > spanOf(fact.at).start;
}

const lastPush = once((document: Document, { factsOf }: RuleContext): CommandFact | undefined => {
  const commands = factsOf(document).filter((fact) => fact.kind === 'command');
  if (commands.some(({ program, words }) => program === 'kubeadm' && /^(?:init|join)$/.test(words[1]?.text ?? '')))
    return undefined;
  return commands.findLast((fact) => dockerCommandOf(fact)?.row.purpose === 'push');
});

/** The script brought these images itself. */
export function arePulled({ operands }: DockerCommand, document: Document, context: RuleContext): boolean {
  const { pulled } = handled(document, context);
  return operands.length > 0 && operands.every((image) => pulled.has(nameAsWritten(image)));
}

/** The script built these images itself. */
export function areBuilt({ operands }: DockerCommand, document: Document, context: RuleContext): boolean {
  const { built } = handled(document, context);
  return operands.length > 0 && operands.every((image) => built.has(nameAsWritten(image)));
}

/** The script pulls or loads images with Docker. */
export function bringsImages(document: Document, context: RuleContext): boolean {
  return handled(document, context).brings;
}

const handled = once((document: Document, { factsOf }: RuleContext): Handled => {
  const facts = factsOf(document).filter((fact) => fact.kind === 'command');
  const imported = new Set(facts.flatMap(filesImported));
  const pulled = new Set<string>();
  const built = new Set<string>();
  const pushed = new Map<Unit, Set<string>>();
  const handedOver = new Set<string>();
  const names: { readonly from: string; readonly to: string; readonly unit: Unit }[] = [];
  let brings = false;
  for (const fact of facts) {
    const command = dockerCommandOf(fact);
    const images = command?.operands.map((image) => nameAsWritten(image)) ?? [];
    const [from, to] = images;
    if (command?.row.purpose === 'pull' || command?.row.purpose === 'load') brings = true;
    if (command?.row.purpose === 'pull') for (const image of images) pulled.add(image);
    if (command?.row.class === 'publish') for (const tag of valuesOf(command, 'tag')) built.add(nameAsWritten(tag));
    const unit = unitOf(fact);
    if (command?.row.purpose === 'push') {
      const own = pushed.get(unit) ?? new Set();
      for (const image of images) own.add(image);
      pushed.set(unit, own);
    }
    if (command?.row.purpose === 'save' && isImported(fact, command, imported))
      for (const image of images) handedOver.add(image);
    if (command?.row.purpose === 'tag' && from !== undefined && to !== undefined) names.push({ from, to, unit });
  }
  for (const { from, to, unit } of names) {
    const own = pushed.get(unit);
    if (own?.has(to)) own.add(from);
    if (pulled.has(from)) pulled.add(to);
    if (handedOver.has(to)) handedOver.add(from);
  }
  return { brings, pulled, built, pushed, handedOver };
});

/** `docker save app > app.tar`, and `ctr images import app.tar` in the same script. */
function isImported(
  { statement, pipedInto }: CommandFact,
  command: DockerCommand,
  imported: ReadonlySet<string>,
): boolean {
  const files = [...statement.redirects, ...valuesOf(command, 'output')];
  return pipedInto.some(isImporter) || files.some((file) => imported.has(fileName(file)));
}

function filesImported({ program, words }: CommandFact): readonly string[] {
  const at = isImporter(program) ? words.findIndex(({ text }) => /^(?:import|load)$/.test(text)) : -1;
  return at < 0 ? [] : words.slice(at + 1).flatMap((word) => (word.text.startsWith('-') ? [] : [fileName(word)]));
}

function fileName(file: Token): string {
  return baseName(nameAsWritten(file));
}

/** Scripts of the project start containers of these images with Docker, on machines of which nothing says that they are somebody else's. */
export function areStarted({ operands }: DockerCommand, { project }: RuleContext): boolean {
  const started = imagesStarted(project);
  return operands.length > 0 && operands.every(({ text }) => started.has(repositoryOf(text)));
}

const imagesStarted = once(({ facts, places }: Project): ReadonlySet<string> => {
  const found = new Set<string>();
  for (const fact of facts) {
    const command = fact.kind === 'command' ? dockerCommandOf(fact) : undefined;
    const [image] = command?.row.purpose === 'run' || command?.row.purpose === 'create' ? command.operands : [];
    const { place } = image ? places.placementOf(fact) : { place: 'dev' };
    if (image && (place === 'node' || place === 'unknown')) found.add(repositoryOf(image.text));
  }
  return found;
});

/** The repositories of the images that scripts build with Docker: `acme/search` of `docker build -t acme/search:1 .`, and where. */
const imagesBuilt = once(({ facts }: Project): ReadonlyMap<string, readonly CommandFact[]> => {
  const commands = facts.filter((fact) => fact.kind === 'command');
  return groupByEach(commands, (fact) => {
    const command = dockerCommandOf(fact);
    const tags = command?.row.class === 'publish' ? valuesOf(command, 'tag') : [];
    return tags.map(({ text }) => repositoryOf(text));
  });
});

/** Where the image of a manifest is built: beside it, rather than elsewhere. */
export function buildOf(repository: string, path: string, project: Project): CommandFact | undefined {
  const builds = imagesBuilt(project).get(repository) ?? [];
  return builds.find(({ document }) => folderOf(document.path) === folderOf(path)) ?? builds[0];
}

/** What these images are called: `search`. */
export const namesBuilt = once(
  (project: Project): ReadonlySet<string> =>
    new Set([...imagesBuilt(project).keys()].map((repository) => baseName(repository).toLowerCase())),
);
