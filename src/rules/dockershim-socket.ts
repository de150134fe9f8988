/** Finds endpoints and mounts of dockershim's socket, which went with dockershim. */
import { RUNTIMES, type RuntimeWords } from '../data/runtimes.ts';
import type { Cause } from '../judge.ts';
import type { Token } from '../model/document.ts';
import type { CommandFact, Fact, PathFact, SettingFact } from '../model/fact.ts';
import { spanOf } from '../text/placed.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { settingsBeside } from './shared/documents.ts';
import { replaceBy } from './shared/fixes.ts';
import { isOfWrongKind } from './shared/kubeadm.ts';
import { isTyped, mountPlaces, mountsCriSocket } from './shared/pods.ts';
import { isPolicyPath } from './shared/policies.ts';
import { reportAt } from './shared/reports.ts';
import { lastKey, plain } from './shared/settings.ts';
import { isDockershimSocket, nameCriSocket, namesDockerSocket, namesDockershimSocket } from './shared/sockets.ts';
import { within } from './shared/tokens.ts';
import { quoted } from './shared/words.ts';

const CRI_KEYS = new Set([
  'crisocket',
  'containerruntimeendpoint',
  'runtimeendpoint',
  'imageserviceendpoint',
  'imageendpoint',
]);

/** One branch of a template: `{% if … %}unix:///run/crio/crio.sock{% else %}/var/run/dockershim.sock{% endif %}`. */
const INSIDE = /(?:\/var)?\/run\/dockershim\.sock/;

const TEXT_LIMIT = 4096;

/** Commands that make or remove the path: a link for old agents, a cleanup. */
const MAKERS = new Set(['ln', 'rm', 'unlink']);

export const rule: Rule = {
  id: 'dockershim-socket',
  summary: 'Something points at the socket of dockershim.',
  fix: {
    safe: 'A value that is a CRI endpoint becomes that of the runtime: `criSocket`, `containerRuntimeEndpoint`, flags and variables with `unix://`.',
  },
  triggers: ['dockershim', ':3735', 'docker.sock'],
  covers: ['docker-socket-endpoint'],
  checks: {
    setting: checkSetting,
    flag: (fact, context) => fact.value && checkValue(fact, fact.value, fact.name, undefined, context),
    env: (fact, context) =>
      fact.value && checkValue(fact, fact.value, fact.name, fact.pod ? 'dockershim-socket/mount' : undefined, context),
    command: checkAnnotation,
    path: checkPath,
  },
};

function checkSetting(fact: SettingFact, context: RuleContext): Report | undefined {
  if (fact.pod || fact.path.at(-2) === 'hostPath' || fact.path.at(-2) === 'local') return undefined;
  if (isOfWrongKind(fact)) return undefined;
  const cause = fact.format === 'helm-values' ? 'dockershim-socket/mount' : undefined;
  // From the sockets of the map one is chosen.
  if (namesDockershimSocket(fact.value.text) && nameCriSocket(settingsBeside(fact, context)))
    return report(fact, fact.value, 'dockershim-socket/multi-runtime', context);
  return checkValue(fact, fact.value, lastKey(fact), cause, context);
}

function checkPath(fact: PathFact, context: RuleContext): Report | undefined {
  if (!isDockershimSocket(fact.path) || fact.polarity === 'excludes') return undefined;
  if (isPolicyPath(fact)) return report(fact, fact.at, 'dockershim-socket/named', context);
  const related = fact.pod && fact.volume ? mountPlaces(fact.pod, fact.volume) : [];
  const quiet = fact.polarity === 'probes' || MAKERS.has(fact.command?.program ?? '');
  const named = isOneOfSeveral(fact) ? 'dockershim-socket/multi-runtime' : 'dockershim-socket';
  const cause = fact.use === 'mount' ? mountCause(fact) : quiet ? 'dockershim-socket/named' : named;
  return report(fact, fact.at, cause, context, related);
}

/** An agent that is given the sockets of several runtimes takes the one that it finds. */
function mountCause({ pod, volume }: PathFact): Cause {
  return pod && volume && !isTyped(volume) && mountsCriSocket(pod)
    ? 'dockershim-socket/multi-runtime'
    : 'dockershim-socket/mount';
}

function isOneOfSeveral({ pod }: Fact): boolean {
  return pod !== undefined && mountsCriSocket(pod);
}

function checkValue(
  fact: Fact,
  value: Token,
  key: string,
  ofPlace: Cause | undefined,
  context: RuleContext,
): Report | undefined {
  const asked = fact.polarity === 'probes' ? 'dockershim-socket/named' : ofPlace;
  const cause = isOneOfSeveral(fact) ? 'dockershim-socket/multi-runtime' : asked;
  const named = INSIDE.exec(value.text.slice(0, TEXT_LIMIT))?.[0];
  if (named !== undefined && isOneOfChoice(value))
    return report(fact, within(value, named), 'dockershim-socket/multi-runtime', context);
  const shim = namesDockershimSocket(value.text);
  const alias = CRI_KEYS.has(plain(key)) && namesDockerSocket(value.text);
  if (shim || alias) return report(fact, value, cause ?? 'dockershim-socket', context);
  const inside = /socket|endpoint/.test(plain(key)) ? named : undefined;
  return inside === undefined ? undefined : report(fact, within(value, inside), cause ?? 'dockershim-socket', context);
}

/** `{{ '/var/run/dockershim.sock' if runtime == 'docker' else '/run/containerd/containerd.sock' }}`: the template takes the one of the node. */
function isOneOfChoice(value: Token): boolean {
  const { source, start, end } = spanOf(value);
  const before = source.text.slice(Math.max(0, start - TEXT_LIMIT), start);
  const opened = Math.max(before.lastIndexOf('{{'), before.lastIndexOf('{%'));
  const isInExpression = opened > Math.max(before.lastIndexOf('}}'), before.lastIndexOf('%}'));
  const after = source.text.slice(end, end + TEXT_LIMIT);
  const expression = isInExpression ? before.slice(opened) + after.slice(0, Math.max(0, after.search(/[}%]\}/))) : '';
  const branches = /\{%-?\s{0,9}(?:if|elif|else)\b/.test(value.text.slice(0, TEXT_LIMIT)) ? value.text : '';
  const written = source.text.slice(start, Math.min(end, start + TEXT_LIMIT));
  return [expression, branches, /\{[{%]/.test(written) ? written : ''].some((text) => CRI_SOCKET.test(text));
}

const CRI_SOCKET = /\b(?:containerd|crio)\.sock\b/;

/** `kubectl annotate node … kubeadm.alpha.kubernetes.io/cri-socket=/var/run/dockershim.sock`, and the same as JSON for `curl` or `jq`. */
function checkAnnotation(fact: CommandFact, context: RuleContext): Report | undefined {
  if (!/^(?:kubectl|oc|curl|jq)$/.test(fact.program)) return undefined;
  const word = fact.words.find(({ text }) => text.includes('cri-socket') && text.includes('dockershim.sock'));
  const socket = word && SETS_SOCKET.exec(word.text.slice(0, TEXT_LIMIT))?.[1];
  return word && socket !== undefined ? report(fact, within(word, socket), 'dockershim-socket', context) : undefined;
}

/** What compares with it (`!= "/var/run/dockershim.sock"`) looks for what is left. */
const SETS_SOCKET =
  /cri-socket(?:["'\]]{0,4}\s{0,9}(?:=(?!=)|:)|[^=]{0,200}"value"\s{0,9}:)\s{0,9}["']?((?:unix:\/\/)?\/[\w./-]{0,80}dockershim\.sock)/;

function report(fact: Fact, at: Token, found: Cause, { target }: RuleContext, related: Report['related'] = []): Report {
  const isLinked =
    (found === 'dockershim-socket/mount' && isForBottlerocket(fact, at)) ||
    ((found === 'dockershim-socket/mount' || found === 'dockershim-socket') && isInBranchForBottlerocket(at));
  const cause = isLinked ? 'dockershim-socket/linked' : found;
  const runtime = RUNTIMES[target.runtime];
  const windows = /pipe|:3735/.test(at.text);
  const socket = windows ? runtime.windowsPipe : `unix://${runtime.socket}`;
  const several = cause === 'dockershim-socket/multi-runtime';
  const mounted = cause === 'dockershim-socket/mount';
  return reportAt(
    fact,
    cause,
    {
      message: several
        ? `${quoted(at.text)} stands beside the socket of a CRI runtime; no node has it any more but images that link it to containerd`
        : cause === 'dockershim-socket/linked'
          ? `${quoted(at.text)} is the old name of the socket of containerd on Bottlerocket`
          : mounted
            ? `${quoted(at.text)} is not there any more, except on images that link it to containerd`
            : `Nothing listens on ${quoted(at.text)}`,
      because: 'Kubernetes 1.24 removed dockershim and its socket',
      instead: several
        ? 'Delete it where no node is older than Kubernetes 1.24 or links it (Bottlerocket)'
        : mounted || cause === 'dockershim-socket/linked'
          ? `Use ${mountedAs(at.text, windows, runtime)}, and the agent’s setting for it`
          : `Write ${windows ? socket : isPlainPath(fact, at) ? mountedAs(at.text, false, runtime) : endpointFor(at.text, runtime)}`,
      related,
      fix: cause === 'dockershim-socket' && !windows && isEndpoint(fact, at) ? replaceBy(at, socket) : undefined,
    },
    at,
  );
}

/** Bottlerocket keeps a link of that name to the socket of containerd: the file, or the value of a chart, says that it is for it. */
function isForBottlerocket(fact: Fact, at: Token): boolean {
  const { source, start } = spanOf(at);
  const key = fact.kind === 'setting' ? fact.path.join('.') : '';
  const before = /\.ya?ml$/.test(source.path) ? source.text.slice(Math.max(0, start - 200), start) : '';
  return (
    BOTTLEROCKET.test(`${source.path} ${key}`) ||
    /(?:^|\n)[ \t]*bottlerocket:(?:\n\s{1,80}[^\n]{0,80}){0,2}\n?[^\n]{0,40}$/i.test(before)
  );
}

const BOTTLEROCKET = /bottlerocket/i;

/** `{{ else if eq .platform "bottlerocket" }}` of a chart: no other node gets what stands there. */
function isInBranchForBottlerocket(at: Token): boolean {
  const { source, start } = spanOf(at);
  const text = source.text.slice(Math.max(0, start - 600), start);
  const [head = '', ...body] = text.slice(text.lastIndexOf('if ')).split('}}');
  return BOTTLEROCKET.test(head) && !/\b(?:not|ne)\b/.test(head) && !/\{\{-?[ \t]*(?:else|end)\b/.test(body.join('}}'));
}

/** The whole value is the address that a client of the runtime is given; without its scheme only where the key says so. */
function isEndpoint(fact: Fact, at: Token): boolean {
  if (!/^(?:unix:\/\/)?(?:\/var)?\/run\/dockershim\.sock$/.test(at.text)) return false;
  switch (fact.kind) {
    case 'setting':
      return at.text.startsWith('unix:') || CRI_KEYS.has(plain(lastKey(fact)));
    case 'flag':
      return at.text.startsWith('unix:') || CRI_KEYS.has(plain(fact.name));
    case 'env':
      return at.text.startsWith('unix:');
    default:
      return false;
  }
}

/** A key that is nobody's own, with a path and no scheme: what reads it puts the scheme in front. */
function isPlainPath(fact: Fact, at: Token): boolean {
  return fact.kind === 'setting' && /^\//.test(at.text) && !CRI_KEYS.has(plain(lastKey(fact)));
}

/** The address in its place, below the folder under which the program sees the node. */
function endpointFor(text: string, runtime: RuntimeWords): string {
  return mountedAs(text, false, runtime).replace(/^(?!unix:)/, 'unix://');
}

/** What stands around the socket stays: a scheme, and the folder under which an agent sees the node. */
function mountedAs(text: string, windows: boolean, { socket, windowsPipe }: RuntimeWords): string {
  if (windows)
    return /^npipe:/.test(text) ? windowsPipe : windowsPipe.replace('npipe:////./', '\\\\.\\').replaceAll('/', '\\');
  const around = /^((?:unix:\/\/)?)((?:\/[\w.-]+)*?)(?:\/var)?\/run\/dockershim\.sock$/.exec(text.slice(0, 400));
  return around ? `${around[1]}${around[2]}${socket}` : socket;
}
