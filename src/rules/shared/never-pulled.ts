import type { Document } from '../../model/document.ts';
import type { CommandFact, Fact, SettingFact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { groupBy } from '../../text/group.ts';
import { once } from '../../text/once.ts';
import { folderOf } from '../../text/path.ts';
import type { Report, RuleContext } from '../rule.ts';
import { buildOf, isImporter } from './docker/own-images.ts';
import { repositoryOf } from './images.ts';
import { reportAt } from './reports.ts';
import { lastKey } from './settings.ts';
import { noDocker, quoted, UNSEEN_IMAGES } from './words.ts';

/** `imagePullPolicy: Never` with an image that a docker build of this repository makes. */
export function checkPolicy(fact: SettingFact, context: RuleContext): Report | undefined {
  const { project, target } = context;
  const build = buildOfPolicy(fact, project);
  const image = fact.container?.image;
  if (!build || !image || bringsToNode(project) || imports(build.document, context)) return undefined;
  const [first, ...others] = policiesByBuilds(project).get(folderOf(build.document.path)) ?? [fact];
  if (first !== fact) return undefined;
  const cause = isBuiltOnNode(build, context)
    ? 'node-local-image-build/never-pull'
    : 'node-local-image-build/never-pull-elsewhere';
  const more =
    others.length > 0 ? `, and ${others.length} more ${others.length > 1 ? 'containers' : 'container'} like it` : '';
  return reportAt(fact, cause, {
    message: `The image ${quoted(image.text)} is built by Docker and never pulled, so the pod ends in ErrImageNeverPull${more}`,
    ...noDocker(target, UNSEEN_IMAGES),
    instead: `Push the image to a registry and pull it, or import it: ${
      target.runtime === 'cri-o' ? 'podman load -i FILE' : 'ctr -n k8s.io images import FILE'
    } (minikube image load, kind load docker-image)`,
    related: [
      { at: build.at, message: 'built here' },
      ...others.map(({ at }) => ({ at, message: 'never pulled either' })),
    ],
  });
}

function isBuiltOnNode(build: CommandFact, context: RuleContext): boolean {
  return context.placementOf(build).place === 'node';
}

function buildOfPolicy(fact: SettingFact, project: Project): CommandFact | undefined {
  if (lastKey(fact) !== 'imagePullPolicy' || fact.value.text !== 'Never') return undefined;
  const image = fact.container?.image;
  return image && buildOf(repositoryOf(image.text), fact.document.path, project);
}

/** The images that the scripts of one folder build come onto the nodes in one way: told at the first container that has one. */
const policiesByBuilds = once((project: Project): ReadonlyMap<string, readonly SettingFact[]> => {
  const found = project.facts.flatMap((fact) => {
    const build = fact.kind === 'setting' ? buildOfPolicy(fact, project) : undefined;
    return build && fact.kind === 'setting' ? [{ fact, builds: folderOf(build.document.path) }] : [];
  });
  return new Map([...groupBy(found, ({ builds }) => builds)].map(([key, all]) => [key, all.map(({ fact }) => fact)]));
});

/** What is built does not stay in Docker, or the nodes are containers that never had an engine. */
const bringsToNode = once(({ facts }: Project): boolean =>
  facts.some((fact) => loadsIntoNode(fact) || startsNodesInContainers(fact)),
);

/** A script hands the image over to the node’s containerd. */
export function loadsIntoNode(fact: Fact): boolean {
  if (fact.kind !== 'command') return false;
  const words = fact.words.slice(1, MOST_WORDS).map(({ text }) => text);
  // `"$KIND" load docker-image`
  const at = words.indexOf('load');
  if (at >= 0 && /^(?:docker-image|image-archive)$/.test(words[at + 1] ?? '')) return true;
  return (
    (fact.program === 'kind' && words.includes('load')) ||
    (fact.program === 'k3d' && words.includes('import')) ||
    (fact.program === 'minikube' && words.includes('image'))
  );
}

/** The script that builds gives images to the runtime of the node, such as `docker save app | ctr -n k8s.io images import -`. */
const imports = once((document: Document, { factsOf }: RuleContext): boolean =>
  factsOf(document).some(
    (fact) =>
      fact.kind === 'command' &&
      isImporter(fact.program) &&
      fact.words.slice(1, MOST_WORDS).some(({ text }) => /^(?:import|load)$/.test(text)),
  ),
);

/** `kind create cluster`, `k3d cluster create` */
function startsNodesInContainers(fact: Fact): boolean {
  return (
    fact.kind === 'command' &&
    /^(?:kind|k3d)$/.test(fact.program) &&
    fact.words.slice(1, MOST_WORDS).some(({ text }) => text === 'create')
  );
}

/** Nobody writes the name of a command behind more. */
const MOST_WORDS = 200;
