/** Clients of Docker in containers: where the variables of the container say that the engine is. */
import type { Container, Pod, Token, Volume } from '../../model/document.ts';
import type { EnvFact, SettingFact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { reachesNoEngine } from '../../placing/engines.ts';
import { once } from '../../text/once.ts';
import { isSocketVolume, mountAbove, mountsOf, volumeOf } from './pods.ts';
import { isDockerSocket, namesDockerSocket } from './sockets.ts';

/** Variables that the program of the container itself reads, and hands to no other pod. */
const OWN_CLIENTS: ReadonlySet<string> = new Set(['DOCKER_HOST', 'CORE_VM_ENDPOINT']);

/** `/run/docker.sock` of `DOCKER_HOST=unix:///run/docker.sock`, or of another variable that a client reads. */
export function clientPath({ name, value }: Pick<EnvFact, 'name' | 'value'>): string | undefined {
  return OWN_CLIENTS.has(name) ? socketIn(value?.text ?? '') : undefined;
}

function socketIn(address: string): string | undefined {
  return address.startsWith('unix:///') ? address.slice('unix://'.length) : undefined;
}

/** `AGENT_ENDPOINT=unix:///run/docker.sock` of what runs on each node: it opens the address by itself, and makes no pods to hand it to. */
export function agentPath({ document, value }: EnvFact): string | undefined {
  return document.object?.kind === 'DaemonSet' ? socketIn(value?.text ?? '') : undefined;
}

/** Who looks at that path of the container: its own variable, or that of a ConfigMap that it takes variables from. */
export function clientAt(container: Container, path: string, project: Project): Token | undefined {
  const own = ownClients(container).get(path);
  if (own || container.environments.length === 0) return own;
  const known = clientsOfConfigMaps(project);
  for (const name of container.environments) {
    const found = known.get(name)?.get(path);
    if (found) return found;
  }
  return undefined;
}

const ownClients = once((container: Container): ReadonlyMap<string, Token> => byPath(container.env));

const clientsOfConfigMaps = once(({ facts }: Project): ReadonlyMap<string, ReadonlyMap<string, Token>> => {
  const found = new Map<string, Map<string, Token>>();
  for (const fact of facts) {
    const [name, variable] = fact.kind === 'setting' ? variableOfConfigMap(fact) : [];
    if (name === undefined || variable === undefined) continue;
    found.set(name, new Map([...(found.get(name) ?? []), ...byPath([variable])]));
  }
  return found;
});

function byPath(variables: readonly Pick<EnvFact, 'name' | 'value'>[]): ReadonlyMap<string, Token> {
  return new Map(
    variables.flatMap((variable) => {
      const path = clientPath(variable) ?? pathHandedOn(variable);
      return path === undefined || !variable.value ? [] : [[path, variable.value] as const];
    }),
  );
}

/** The name of the ConfigMap, and what its key is as a variable. */
function variableOfConfigMap(fact: SettingFact): readonly [] | readonly [string, Pick<EnvFact, 'name' | 'value'>] {
  const { object } = fact.document;
  const [section, name] = fact.path;
  if (object?.kind !== 'ConfigMap' || section !== 'data' || name === undefined || fact.path.length > 2) return [];
  return OWN_CLIENTS.has(name) ? [object.name, { name, value: fact.value }] : [];
}

/** A container mounts Docker's socket of the node where this key of a ConfigMap says, which is told at the mount. */
export function isToldAtMount(fact: SettingFact, project: Project): boolean {
  const [name, variable] = variableOfConfigMap(fact);
  const path = variable && clientPath(variable);
  return name !== undefined && path !== undefined && (pathsOfSocket(project).get(name)?.has(path) ?? false);
}

/** Where containers have Docker's socket of the node, by the ConfigMaps that they take variables from. */
const pathsOfSocket = once(({ objects }: Project): ReadonlyMap<string, ReadonlySet<string>> => {
  const found = new Map<string, Set<string>>();
  for (const pod of objects.flatMap(({ pods }) => pods)) {
    for (const { environments, mounts } of pod.containers) {
      for (const { volume, path } of environments.length > 0 ? mounts : []) {
        if (!path || !isSocketVolume(volumeOf(pod, volume))) continue;
        for (const name of environments) found.set(name, (found.get(name) ?? new Set()).add(path.text));
      }
    }
  }
  return found;
});

/** All pods that read the ConfigMap are known, and nothing leads any of them to an engine. */
export function isReadOutOfReach({ document: { object } }: EnvFact | SettingFact, project: Project): boolean {
  const pods = object?.kind === 'ConfigMap' ? (podsOfConfigMaps(project).get(object.name) ?? []) : [];
  return pods.length > 0 && pods.every(reachesNoEngine);
}

const podsOfConfigMaps = once(({ objects }: Project): ReadonlyMap<string, readonly Pod[]> => {
  const found = new Map<string, Pod[]>();
  for (const pod of objects.flatMap(({ pods }) => pods)) {
    const mounted = pod.volumes.flatMap(({ source, reference }) =>
      source === 'configMap' && reference ? [reference] : [],
    );
    for (const name of [...mounted, ...pod.containers.flatMap(({ environments }) => environments)]) {
      const known = found.get(name);
      if (known) known.push(pod);
      else found.set(name, [pod]);
    }
  }
  return found;
});

/** Where a container that mounts the volume names Docker's socket below it. */
export function addressBelow(pod: Pod, volume: Volume): Token | undefined {
  for (const { container } of mountsOf(pod, volume)) {
    const address = addressesOf(container).find((one) => mountAbove(container, pathOf(one))?.volume === volume.name);
    if (address) return address;
  }
  return undefined;
}

/** What the containers name of Docker's socket lies below what other volumes of the node bring. */
export function isNamedBelowOthers(pod: Pod, volume: Volume): boolean {
  const named = pod.containers.flatMap((container) =>
    addressesOf(container).map((one) => mountAbove(container, pathOf(one))?.volume),
  );
  return named.length > 0 && named.every((name) => name !== undefined && name !== volume.name && isOfNode(pod, name));
}

function isOfNode(pod: Pod, name: string): boolean {
  return volumeOf(pod, name)?.source === 'hostPath';
}

/** Arguments of a container that name this path, at which the socket is mounted. */
export function argumentsWith(container: Container, path: string): readonly Token[] {
  return inArguments(container).filter((one) => pathOf(one) === path);
}

/** Variables and arguments that hold the path of Docker's socket. */
const addressesOf = once((container: Container): readonly Token[] => [
  ...container.env.flatMap(({ value }) => (value && namesDockerSocket(value.text) ? [value] : [])),
  ...inArguments(container),
]);

const inArguments = once((container: Container): readonly Token[] =>
  [...container.command, ...container.args].flatMap((word) => addressIn(word) ?? []),
);

/** `unix:///var/run/docker.sock` of `--docker=unix:///var/run/docker.sock`. */
function addressIn(word: Token): Token | undefined {
  const text = word.text.slice(0, LONGEST_ADDRESS);
  const from = /^--?[\w-]+=/.exec(text)?.[0].length ?? 0;
  const value = text.slice(from);
  return namesDockerSocket(value) ? { ...word, text: value, start: word.start + from } : undefined;
}

function pathOf({ text }: Token): string {
  return text.slice(0, LONGEST_ADDRESS).replace(/^unix:\/\/(?=\/)/, '');
}

const LONGEST_ADDRESS = 4096;

/** `DRONE_RUNNER_VOLUMES=/var/run/docker.sock:/var/run/docker.sock`: what a runner gives its containers on. */
function pathHandedOn({ value }: Pick<EnvFact, 'value'>): string | undefined {
  const path = /^([^:,]{1,4096}):\1(?::r[ow])?$/.exec(value?.text ?? '')?.[1];
  return path !== undefined && isDockerSocket(path) ? path : undefined;
}

/** `DOCKER_HOST` or its like names the path at which Docker’s socket of the node is mounted, which is told. */
export function isToldWithMount(fact: EnvFact): boolean {
  const { pod, container } = fact;
  const path = clientPath(fact) ?? pathHandedOn(fact);
  const mount = container && path !== undefined ? mountAbove(container, path) : undefined;
  const volume = pod && mount ? volumeOf(pod, mount.volume) : undefined;
  return mount?.path?.text === path && isSocketVolume(volume);
}
