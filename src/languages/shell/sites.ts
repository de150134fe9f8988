/** On which machine a command runs: what `ssh`, `docker exec`, `nsenter` and their like stand for. */
import { namesNodeGroup } from '../../data/nodes.ts';
import {
  CLUSTER_MACHINES,
  HOST_PLACES,
  type HostPlace,
  NODE_BY_NAME,
  NODE_SCOPES,
  REACHES_GROUPS,
} from '../../data/remote-runners.ts';
import type { Token } from '../../model/document.ts';
import type { CommandFact, Wrapper } from '../../model/fact.ts';
import type { OwnWrapper } from '../../model/knowledge.ts';
import type { Site } from '../../model/site.ts';
import { spanOf } from '../../text/placed.ts';
import { spanText } from '../../text/source.ts';
import { hasHole } from '../../text/view.ts';
import type { Engine, Site as WalkSite } from './engine.ts';
import type { ShellToken } from './words.ts';

/** `kubectl get nodes`, and the node of a pod: `-o jsonpath='{.spec.nodeName}'`. */
const NODE_LIST = [
  /\b(?:kubectl|oc|kubectl\.sh)\b/,
  /\bget\b/,
  /\b(?:nodes?|no)\b|\.(?:spec\.nodeName|status\.hostIP)\b/,
];

const VERBS = /^(?:ssh|exec|shell|enter)$/;

/** Programs that reach other machines only where an option says which. */
const PERHAPS_HERE = new Set(['parallel']);

/** The machine behind the wrappers that stand in front of a command, and whether it is given names of nodes. */
export function behindWrappers(engine: Engine, wrappers: readonly Wrapper[], before: Reached): Reached {
  const site = wrappers.reduce((at, wrapper) => stepInto(engine, wrapper, at), before.site);
  const fedNodes = before.fedNodes || wrappers.some((wrapper) => givesNodes(engine, wrapper));
  const isGivenNode =
    fedNodes && site?.kind === 'remote' && (PLACEHOLDER.test(site.name) || isPutThere(site, wrappers));
  return { site: isGivenNode ? { ...site, is: 'cluster-node' } : site, fedNodes };
}

/** `parallel ssh {} uptime ::: $NODES`, `xargs -a hosts ssh` */
function givesNodes(engine: Engine, { program, words }: Wrapper): boolean {
  if (program !== 'parallel' && program !== 'xargs') return false;
  const inputs = words.findIndex(({ text }) => /^(?:::::?\+?|-a|--arg-file)$/.test(text));
  return inputs >= 0 && words.slice(inputs + 1).some((word) => namesNodes(engine, hostName(word)));
}

type Reached = Pick<WalkSite, 'site' | 'fedNodes'>;

/** `xargs -I NODE ssh core@NODE` */
function isPutThere({ name }: Site, wrappers: readonly Wrapper[]): boolean {
  return wrappers.some(
    ({ program, words }) =>
      program === 'xargs' &&
      words.some(
        ({ text }, i) => (words[i - 1]?.text === '-I' && text === name) || (name !== '' && text === `-I${name}`),
      ),
  );
}

/** Where `xargs -I{}` and `parallel` put what they are given. */
const PLACEHOLDER = /^[{}%@]|\{\}/;

function stepInto(engine: Engine, { program, words }: Wrapper, outer: Site | undefined): Site | undefined {
  const own = engine.context.embed.wrappers?.get(program);
  if (own) return stepByConfiguration(own, outer);
  const place = HOST_PLACES.get(program);
  if (place !== undefined) {
    const host = hostWord(words, place);
    return host || !PERHAPS_HERE.has(program) ? reached(engine, program, words, host, outer) : outer;
  }
  const texts = words.map(({ text }) => text);
  switch (program) {
    case 'kubectl':
    case 'oc': {
      if (/^node[-_]shell$/.test(texts[1] ?? ''))
        return { kind: 'remote', name: hostName(words[2]), is: 'named-node', outer };
      const node = words.find((word) => /^nodes?\//.test(word.text) || isDebugged(engine, word, texts));
      if (node) return { kind: 'container', name: node.text, is: 'cluster-node', outer };
      return {
        kind: 'container',
        name: texts.slice(1).find((text) => !/^-|^(exec|run|rsh|debug)$/.test(text)) ?? '',
        outer,
      };
    }
    case 'ansible':
      return { kind: 'group', name: hostName(hostWord(words, 'first')), outer };
    case 'minikube':
      return { kind: 'container', name: 'minikube', outer };
    case 'nsenter':
      return entersInit(texts) ? leave(engine, outer) : outer;
    case 'chroot':
      return /^\/(?:host|rootfs|node|mnt|hostfs|target|root)\b/.test(texts.at(-1) ?? '') ? leave(engine, outer) : outer;
    default:
      return isRemoteHelper(writtenProgram(program, words[0])) ? remote(engine, words[1], outer) : outer;
  }
}

/** The machine that a tool reaches, and what it says of it itself: that it is one of a group of nodes, or belongs to a cluster. */
function reached(
  engine: Engine,
  program: string,
  words: readonly Token[],
  host: Token | undefined,
  outer: Site | undefined,
): Site {
  const site = remote(engine, host, outer);
  if (site.is) return site;
  const scope = NODE_SCOPES.get(program);
  const within = scope && words.find((_, i) => scope.options.includes(words[i - 1]?.text ?? ''));
  if (within && [within.text, hostName(within)].some((text) => scope.ofNodes.test(text)))
    return { ...site, is: 'named-node' };
  const isGroup = REACHES_GROUPS.has(program) && host && namesNodeGroup(host.text.slice(0, LONGEST));
  return isGroup ? { ...site, is: 'cluster-group' } : site;
}

/** `kubectl debug "$node"` for a name that `kubectl get nodes -o name` printed. */
function isDebugged(engine: Engine, word: Token, texts: readonly string[]): boolean {
  return texts[1] === 'debug' && !word.text.startsWith('-') && namesNodes(engine, hostName(word));
}

function stepByConfiguration({ command, runsOn }: OwnWrapper, outer: Site | undefined): Site | undefined {
  switch (runsOn) {
    case 'nodes':
      return { kind: 'remote', name: command, is: 'configured-node', outer };
    case 'containers':
      return { kind: 'container', name: command, outer };
    case 'here':
      return outer;
    default:
      return runsOn satisfies never;
  }
}

/** `ssh` for `$ssh` or `${SSH_CMD}`, whose value nobody knows. */
function writtenProgram(program: string, word: Token | undefined): string {
  if (!word || !(program === '' || hasHole(program))) return program;
  return spanText(spanOf(word))
    .slice(0, 60)
    .replace(/[$(){}"']/g, '')
    .toLowerCase();
}

/** A function or script that is called like what it does: `run_ssh`, `ssh_node`, `remote_exec`. */
function isRemoteHelper(program: string): boolean {
  return /(?:^|[_-])(?:ssh|remote)(?:$|[_-])|^(?:ssh|remote)[A-Z]|(?:Ssh|SSH|Remote)(?:$|[A-Z])/.test(program);
}

function remote(engine: Engine, host: Token | undefined, outer: Site | undefined): Site {
  const name = hostName(host);
  const is = namesNodes(engine, name) ? 'cluster-node' : NODE_BY_NAME.test(name) ? 'named-node' : undefined;
  return { kind: 'remote', name, outer, ...(is ? { is } : {}) };
}

/** The host below a container: that of the pod, also of one that mounts the script, or the machine that started the container. */
function leave(engine: Engine, site: Site | undefined): Site | undefined {
  if (site?.kind === 'container')
    return site.is === 'cluster-node' ? { kind: 'host', name: site.name, is: site.is, outer: site.outer } : site.outer;
  const isInPod = engine.context.pod !== undefined || engine.context.document.object !== undefined;
  return isInPod && site?.kind !== 'host' ? { kind: 'host', name: '', outer: site } : site;
}

function entersInit(texts: readonly string[]): boolean {
  return texts.some(
    (text, i) =>
      /^-[a-z]*t=?1$|^--target=1$/.test(text) || (text === '1' && /^(-[a-z]*t|--target)$/.test(texts[i - 1] ?? '')),
  );
}

function hostWord(all: readonly Token[], place: HostPlace): Token | undefined {
  if (place === 'last') return all.at(-1);
  const plain = (from: number) => all.find(({ text }, i) => i >= from && !text.startsWith('-'));
  if (place === 'first') return plain(1);
  if (place === 'first-behind-verb') return plain(all.findIndex(({ text }) => VERBS.test(text)) + 1);
  return all.find((_, i) => i > 1 && place.includes(all[i - 1]?.text ?? '')) ?? joinedHost(all, place);
}

/** `--hosts=file`, `-w@workers` */
function joinedHost(all: readonly Token[], place: readonly string[]): Token | undefined {
  for (const word of all.slice(1)) {
    const option = place.find((one) => word.text.startsWith(one.startsWith('--') ? `${one}=` : one));
    if (option) return { ...word, text: word.text.slice(option.startsWith('--') ? option.length + 1 : option.length) };
  }
  return undefined;
}

/** How the script writes the host, without user and quotes: `$n` for `root@"${n#node/}"`. */
function hostName(host: (Token & Partial<ShellToken>) | undefined): string {
  if (!host) return '';
  if (host.certainty === 'literal') return withoutUser(host.text);
  const at = host.definition ?? host;
  const span = spanOf(at);
  return withoutUser(normalised(spanText(span).slice(0, 300)));
}

function normalised(text: string): string {
  return text
    .replace(/["']/g, '')
    .replace(/\$\{(\w+)(?:[^\w}][^}]{0,200})?\}/g, '$$$1')
    .replace(GO_VARIABLE, '$$$1');
}

/** `{{.NODE}}`, as a Taskfile writes it. */
export const GO_VARIABLE = /\{\{-?\s{0,9}\.(\w{1,60})(?:[\s|][^{}]{0,80})?\}\}/g;

function withoutUser(host: string): string {
  return host.replace(/^[^@\s]*@/, '');
}

/** Whether one command has a client of the cluster, `get` and nodes, in this order. */
export function listsNodes(written: string): boolean {
  if (!/get|list|describe-instances/.test(written)) return false;
  return written
    .split(/[|;&\n]/)
    .some((command) => hasInTurn(command, NODE_LIST) || hasInTurn(command, CLUSTER_MACHINES));
}

function hasInTurn(command: string, parts: readonly RegExp[]): boolean {
  let from = 0;
  return parts.every((part) => {
    const found = part.exec(command.slice(from));
    from += found ? found.index + found[0].length : 0;
    return found !== null;
  });
}

/** True for what `kubectl get nodes` printed, directly, through a variable or through a function. */
export function namesNodes(engine: Engine, written: string): boolean {
  if (listsNodes(written) || filesNamed(written).some((file) => engine.nodeFiles.has(file))) return true;
  const names = (pattern: RegExp) => [...normalised(written.slice(0, LONGEST)).matchAll(pattern)];
  // A makefile writes `$(node)`.
  if (names(/\$\(?(\w+)/g).some(([, name]) => engine.nodeNames.has(name ?? ''))) return true;
  return names(/(?:^|[|;&(`])\s{0,40}([A-Za-z_][\w-]*)/g).some(([, name]) => printsNodes(engine, name ?? ''));
}

const LONGEST = 2000;

/** `hosts.txt`, and both words of `cat hosts.txt`. */
function filesNamed(written: string): readonly string[] {
  return normalised(written.slice(0, LONGEST)).split(/[\s()<>;|]+/);
}

/** `kubectl get nodes … > hosts`: the file holds names of nodes, and so does the variable that names it. */
export function rememberNodeFile(engine: Engine, written: string): void {
  const file = normalised(written);
  engine.nodeFiles.add(file);
  const variable = /^\$(\w+)$/.exec(file)?.[1];
  if (variable) engine.nodeNames.add(variable);
}

function printsNodes({ functions }: Engine, name: string): boolean {
  const body = functions.get(name);
  return body !== undefined && listsNodes(body.view.text.slice(body.node.start, body.node.end).slice(0, LONGEST));
}

const ENGINES = new Set(['docker', 'podman', 'nerdctl', 'crictl']);

/** Options of `docker exec` and `docker run` whose value is the next word. */
const VALUED = new Set(
  '-e --env --env-file -u --user -w --workdir --detach-keys -v --volume --mount -p --publish --name --net --network --entrypoint -h --hostname -l --label -m --memory --cpus --restart --log-driver --log-opt --cap-add --cap-drop --device --dns --add-host --pid --ipc --uts --userns --security-opt --ulimit --tmpfs --volumes-from --expose --link --platform --pull --runtime --shm-size --gpus --cgroupns --cgroup-parent --ip --mac-address --sysctl -a --attach -c --cpu-shares --cpuset-cpus --stop-signal --stop-timeout --health-cmd --index'.split(
    ' ',
  ),
);

/** What `docker exec CONTAINER …` and `docker run IMAGE …` run inside: the words, the first of them that is an argument, and the container. */
export function insideContainer(
  fact: CommandFact,
  words: readonly ShellToken[],
): { readonly from: number; readonly words: readonly ShellToken[]; readonly site: Site } | undefined {
  if (!ENGINES.has(fact.program)) return undefined;
  const verb = words.findIndex(({ text }, i) => i > 0 && i < 8 && /^(exec|run|create)$/.test(text));
  if (verb < 0) return undefined;
  let at = verb + 1;
  let entrypoint: ShellToken | undefined;
  for (; at < words.length; at++) {
    const text = words[at]?.text ?? '';
    if (!text.startsWith('-')) break;
    if (text === '--entrypoint') entrypoint = words[at + 1];
    if (VALUED.has(text)) at++;
  }
  const name = words[at];
  if (!name) return undefined;
  const rest = words.slice(at + 1);
  const inner = entrypoint ? [entrypoint, ...rest] : rest;
  const site: Site = { kind: 'container', name: hostName(name), outer: fact.site };
  return inner.length > 0 ? { from: at + 1, words: inner, site } : undefined;
}
