/** The facts of a pod: what it mounts, which images it runs, with which environment and commands. */
import type { Container, Document, Pod, Token, Volume } from '../../model/document.ts';
import { type EnvFact, type Fact, type FlagFact, type ImageFact, type PathFact, PLAINLY } from '../../model/fact.ts';
import type { Link } from '../../model/link.ts';
import type { Reading } from '../../model/project.ts';
import { normaliseNodePath } from '../../text/node-path.ts';
import { baseName } from '../../text/path.ts';
import { HOLE, type View } from '../../text/view.ts';
import { cutToken, readFlags } from '../flags.ts';
import { type Embed, mergeReadings } from '../front-end.ts';
import { commandFacts } from '../shell/shell.ts';
import { certaintyOf, flagFact, token } from '../text/facts.ts';
import { at, itemsOf, tokenOf, type YamlMap, type YamlScalar } from '../yaml/yaml.ts';
import { listed, type PodParts, readEnv } from './pod.ts';
import { onSelectedNodes } from './selected-nodes.ts';

export interface PodContext {
  readonly document: Document;
  readonly depth: number;
  readonly embed: Embed;
}

export function podReading({ pod, node: root, containers }: PodParts, context: PodContext): Reading {
  const { document } = context;
  const facts: Fact[] = [];
  const links: Link[] = [];
  const commands: Reading[] = [];
  const volumes = new Map(pod.volumes.toReversed().map((volume) => [volume.name, volume]));
  const parts = partsMounted(pod);
  for (const volume of pod.volumes) {
    const fact = mountFact(document, volume, pod);
    if (fact) facts.push(below(fact, volume.source === 'hostPath' ? parts.get(volume.name) : undefined));
  }
  for (const { container, node } of containers) {
    if (container.image) facts.push(imageFact(document, container.image, pod, container));
    facts.push(...envFacts(document, node, pod, container));
    links.push(...linksOf(document, pod, volumes, container));
    const own = commandsOf(container, node).map((words) =>
      commandFacts(words, { ...context, pod, container, execForm: true }),
    );
    commands.push(...own);
    facts.push(
      ...processFlags(
        own.flatMap((reading) => reading.facts),
        context,
        pod,
        container,
      ),
    );
  }
  return onSelectedNodes(mergeReadings([{ documents: [], facts, links, notes: [] }, ...commands]), root);
}

/** By volume: the `subPath: docker` of all of its mounts, where nothing else of it is mounted. */
function partsMounted({ containers }: Pod): ReadonlyMap<string, string | undefined> {
  const parts = new Map<string, string | undefined>();
  for (const { volume, subPath } of containers.flatMap(({ mounts }) => mounts))
    parts.set(volume, !parts.has(volume) || parts.get(volume) === subPath ? subPath : undefined);
  return parts;
}

function below(fact: PathFact, part: string | undefined): PathFact {
  const path = part === undefined ? undefined : normaliseNodePath(`${fact.path}/${part}`);
  return path === undefined ? fact : { ...fact, path };
}

/** A hostPath volume, whether a container mounts it or not; rules look at the pod for that. */
export function mountFact(document: Document, volume: Volume, pod: Pod | undefined): PathFact | undefined {
  const path = volume.path && (normaliseNodePath(volume.path.text) ?? volume.path.text);
  if (!volume.path || path === undefined) return undefined;
  return {
    kind: 'path',
    document,
    at: volume.path,
    certainty: certaintyOf(volume.path.text),
    pod,
    container: undefined,
    ...PLAINLY,
    path,
    use: 'mount',
    volume,
    command: undefined,
  };
}

function imageFact(document: Document, image: Token, pod: Pod, container: Container): ImageFact {
  const { text } = image;
  return { kind: 'image', document, at: image, certainty: certaintyOf(text), pod, container, ...PLAINLY, ref: text };
}

function envFacts(document: Document, node: YamlMap, pod: Pod, container: Container): EnvFact[] {
  const facts: EnvFact[] = [];
  const entries = listed(node, 'env').flatMap((entry) => readEnv(entry).map((env) => ({ entry, env })));
  for (const { entry, env } of entries) {
    const name = at(entry, 'name');
    const place = env.value?.text ? env.value : name?.kind === 'scalar' ? tokenOf(name) : env.value;
    if (!place) continue;
    facts.push({
      kind: 'env',
      document,
      at: place,
      certainty: certaintyOf(place.text),
      pod,
      container,
      ...PLAINLY,
      name: env.name,
      value: env.value,
      exported: true,
      fieldPath: env.fieldPath,
    });
  }
  return facts;
}

function linksOf(document: Document, pod: Pod, volumes: ReadonlyMap<string, Volume>, container: Container): Link[] {
  const links: Link[] = [];
  if (container.image)
    links.push({ from: document, to: { kind: 'image', ref: container.image.text }, kind: 'runs-image', pod });
  for (const mount of container.mounts) {
    const volume = volumes.get(mount.volume);
    if (!volume?.reference || (volume.source !== 'configMap' && volume.source !== 'secret')) continue;
    const object = volume.source === 'configMap' ? 'ConfigMap' : 'Secret';
    const to = { kind: 'object', object, name: volume.reference } as const;
    links.push({ from: document, to, kind: 'mounts', target: mount.path?.text, pod });
  }
  return links;
}

/** Everything the container executes: its process, its probes and its hooks. */
function commandsOf(container: Container, node: YamlMap): readonly (readonly Token[])[] {
  const commands: (readonly Token[])[] = [];
  const own = processWords(container);
  if (own.length > 0) commands.push(own);
  for (const hook of ['livenessProbe', 'readinessProbe', 'startupProbe']) {
    commands.push(wordsAt(node, hook, 'exec', 'command'));
  }
  for (const hook of ['postStart', 'preStop']) commands.push(wordsAt(node, 'lifecycle', hook, 'exec', 'command'));
  return commands.filter((words) => words.length > 0);
}

function wordsAt(node: YamlMap, ...keys: readonly string[]): Token[] {
  return itemsOf(at(node, ...keys))
    .filter((item): item is YamlScalar => item.kind === 'scalar')
    .map(tokenOf);
}

const SHELLS = /^(?:ba|da|a|k|z)?sh$|^(?:.*\\)?(?:powershell|pwsh|cmd)(?:\.exe)?$/i;
const BARE_IMAGES = /^(?:alpine|ubuntu|debian|centos|fedora|busybox|amazonlinux|rockylinux)$/;

/** Without a command the image's entrypoint receives the arguments; the image's name stands for that program. */
function processWords({ command, args, image }: Container): readonly Token[] {
  if (command.length > 0) return [...command, ...args];
  const first = args[0];
  if (!first) return [];
  const program = image && imageName(image);
  const isOwnCommand =
    SHELLS.test(baseName(first.text)) || first.text.startsWith('/') || BARE_IMAGES.test(program?.text ?? '');
  if (isOwnCommand && !first.text.startsWith('-')) return args;
  return program && program.text !== 'docker' ? [program, ...args] : [];
}

function imageName(image: Token): Token | undefined {
  const last = image.text.lastIndexOf('/') + 1;
  const [path = ''] = image.text.slice(last).split(/[:@]/, 1);
  const name = path.slice(path.lastIndexOf(HOLE) + 1);
  if (name === '') return undefined;
  const start = image.start + last + path.length - name.length;
  return token(image.view, start, start + name.length);
}

/** Flags that no reader of commands knows the program of; agents take endpoints and paths in them. */
function processFlags(known: readonly Fact[], context: PodContext, pod: Pod, container: Container): FlagFact[] {
  const own = processWords(container);
  const words = own.length > 0 ? own : container.args;
  const program = own[0] && baseName(own[0].text);
  if (program && SHELLS.test(program)) return [];
  const places = new Map<View, Set<number>>();
  for (const { kind, at } of known) {
    if (kind === 'flag') places.set(at.view, (places.get(at.view) ?? new Set()).add(at.start));
  }
  const isKnown = (word: Token) => places.get(word.view)?.has(word.start) === true;
  return readFlags(program ?? 'unknown', words, cutToken).flatMap((flag): readonly FlagFact[] =>
    isKnown(flag.at) ? [] : [flagFact(context.document, flag, 'command-line', { pod, container })],
  );
}
