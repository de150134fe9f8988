/** Finds settings that name Docker's socket, or the node's Docker port, as the address to talk to. */

import { ADDRESSES_OF_ENGINES } from '../data/provisioners.ts';
import type { Cause } from '../judge.ts';
import type { Document, Token } from '../model/document.ts';
import type { EnvFact, Fact, FlagFact, PathFact, SettingFact } from '../model/fact.ts';
import type { Project } from '../model/project.ts';
import { normaliseNodePath } from '../text/node-path.ts';
import { once } from '../text/once.ts';
import { spanOf } from '../text/placed.ts';
import { lineText, positionAt } from '../text/source.ts';
import { hasHole } from '../text/view.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { circumstancesOf } from './shared/circumstances.ts';
import { agentPath, clientPath, isReadOutOfReach, isToldAtMount, isToldWithMount } from './shared/clients.ts';
import {
  findsPods,
  haveMonitorOfDocker,
  isAddressOfModule,
  isDiscovery,
  isDockerReceiver,
  isInputOfAgent,
  isModuleOfDocker,
  isToldAtAddress,
  ofModule,
  receiverKey,
} from './shared/collectors.ts';
import { DAEMON_ROWS } from './shared/daemon-options.ts';
import { firstBy, settingsBeside, settingsOf, settingsOfSameMap } from './shared/documents.ts';
import { endpointAdvice, endpointMessage, setsRights } from './shared/endpoint-words.ts';
import {
  hasEngineBeside,
  hasEngineInContainer,
  hasNoEngineInReach,
  isFlagOfEngineInChart,
  isForPodman,
  isOfEngineInChart,
  isOfEngineOnNode,
} from './shared/engines.ts';
import { isSocketVolume, mountAbove, mountsCriSocket, volumeAbove, volumeOf, worksWithCri } from './shared/pods.ts';
import { isPolicySetting } from './shared/policies.ts';
import { productFix } from './shared/products.ts';
import { reportAt } from './shared/reports.ts';
import { endsWithKeys, isMountKey, lastKey, plain, variableName } from './shared/settings.ts';
import { isDockerSocket, isNodeAddress, nameCriSocket, namesCriSocket, namesDockerSocket } from './shared/sockets.ts';
import { hasNoClient } from './shared/told-agents.ts';
import { noDocker } from './shared/words.ts';

/** Variables that Docker clients read the version of the API from. */
const API_VERSION = 'DOCKER_API_VERSION';

export const rule: Rule = {
  id: 'docker-socket-endpoint',
  summary: 'A setting names Docker’s socket or port as the endpoint to talk to.',
  fix: {
    unsafe:
      'The key or variable of a known tool that holds nothing but the socket (Litmus, Chaos Mesh) names that of the runtime. On nodes that still run Docker Engine the tool finds nothing there.',
  },
  triggers: [
    'docker.sock',
    'docker_engine',
    'docker_host',
    ':2375',
    ':2376',
    'docker_stats',
    'docker_observer',
    'docker/metrics',
    'docker_api_version',
  ],
  covers: ['docker-socket-parent-mount'],
  checks: { env: checkEnv, flag: checkFlag, path: checkPath, setting: checkSetting },
};

function checkEnv(fact: EnvFact, context: RuleContext): Report | undefined {
  const value = fact.value?.text ?? '';
  if (hasEngineInContainer(fact, context) || (fact.container && isForPodman(fact))) return undefined;
  if (isNodeAddress(value)) return report(fact, 'docker-socket-endpoint/node-tcp', context);
  if (fact.name === API_VERSION) return checkVersion(fact, context);
  if (isToldWithMount(fact)) return undefined;
  if (isOutOfReach(fact)) return report(fact, 'docker-socket-endpoint/not-mounted', context);
  if ((!namesDockerSocket(value) && !isUnknownSocket(fact)) || isInFolderOfEngine(fact, context)) return undefined;
  if (!isScript(fact) && isReadOutOfReach(fact, context.project))
    return report(fact, 'docker-socket-endpoint/not-mounted', context);
  if (fact.container && hasNoClient(fact.container)) return report(fact, 'docker-socket-endpoint/unread', context);
  if (fact.pod && (mountsCriSocket(fact.pod) || (isForDocker(fact) && worksWithCri(fact.pod))))
    return report(fact, 'docker-socket-endpoint/multi-runtime', context);
  return report(fact, isScript(fact) ? 'docker-socket-endpoint/script' : 'docker-socket-endpoint', context);
}

/** A variable for Docker alone, that no client of it reads by itself: `DOCKER_CLIENT_ADDRESS`. */
function isForDocker({ name }: EnvFact): boolean {
  return /(?:^|_)DOCKER_/.test(name) && name !== 'DOCKER_HOST';
}

/** The folder that is mounted where the client looks is one that an engine of the repository fills. */
function isInFolderOfEngine({ value, pod, container }: EnvFact, { project }: RuleContext): boolean {
  const path = (value?.text ?? '').slice(0, 4096).replace(/^unix:\/\//, '');
  const folder = volumeAbove(pod, container, path)?.path?.text;
  return folder !== undefined && isOfEngineOnNode(normaliseNodePath(folder) ?? folder, project);
}

/** `DOCKER_HOST: unix://…` on a path that is not known: a Docker client opens it, whichever it is. */
function isUnknownSocket({ name, value, pod, container }: EnvFact): boolean {
  const path = /^(?:unix|npipe):\/\/(.*)$/.exec((value?.text ?? '').slice(0, 4096))?.[1];
  if (name !== 'DOCKER_HOST' || path === undefined || /podman|buildkit|containerd|crio/.test(path)) return false;
  const volume = volumeAbove(pod, container, path);
  return volume === undefined || volume.source === 'hostPath';
}

/** No volume is mounted where the client looks, so that it never found an engine there. */
function isOutOfReach(fact: EnvFact): boolean {
  const { value, pod, container } = fact;
  const path = clientPath(fact) ?? agentPath(fact);
  if (!value || path === undefined || !pod || !container || pod.partial || !isDockerSocket(path)) return false;
  // The values that switch the line on may bring the volume as well.
  if (value.view.root(value.start, value.end).activation.kind !== 'default') return false;
  const inRun = path.replace(/^\/var\/run\//, '/run/');
  return ![path, inRun, `/var${inRun}`].some((one) => mountAbove(container, one));
}

/** The same container mounts the socket, which is told, with this beside it. */
function isToldAtSocket({ pod, container }: EnvFact): boolean {
  const mounts = pod ? (container?.mounts ?? []) : [];
  return mounts.some(({ volume }) => isSocketVolume(pod && volumeOf(pod, volume)));
}

/** The pod is given the socket of another runtime, and no way to that of Docker: nobody reads the version. */
function isForOtherRuntime({ pod }: EnvFact): boolean {
  if (!pod || !mountsCriSocket(pod)) return false;
  return !pod.volumes.some(
    ({ path }) => path && (hasHole(path.text) || isDockerSocket(path.text) || ABOVE.test(path.text)),
  );
}

/** Folders with docker.sock in them. */
const ABOVE = /^\/(?:(?:var\/)?run\/?|var\/?)?$/;

/** An empty version is none, unless a template leaves it open. */
function checkVersion(fact: EnvFact, context: RuleContext): Report | undefined {
  const at = fact.value ?? fact.at;
  const span = spanOf(at);
  const isOpen = lineText(span.source, positionAt(span.source, span.start).line).includes('{{');
  if (at.text === '' && !isOpen) return undefined;
  // Handed on as it came: `DOCKER_API_VERSION=$DOCKER_API_VERSION run`.
  if (isScript(fact) && !/\d/.test(at.text)) return undefined;
  if (isToldAtSocket(fact) || isForOtherRuntime(fact)) return undefined;
  const words = {
    message: `${API_VERSION} is for a Docker client that talks to the node’s Docker Engine`,
    ...noDocker(context.target, 'only Docker clients read it'),
    instead: 'Delete the variable together with the Docker client that reads it',
  };
  return reportAt(fact, 'docker-socket-endpoint/api-version', words, at);
}

function checkFlag(fact: FlagFact, context: RuleContext): Report | undefined {
  const value = fact.value?.text ?? '';
  if (fact.program === 'dockerd' || fact.program === 'kubelet' || fact.program === 'cri-dockerd') return undefined;
  if (hasEngineInContainer(fact, context) || isFlagOfEngineInChart(fact, context)) return undefined;
  if (!value.split(',').some(namesDockerSocket)) return undefined;
  if (fact.value && dockerdListensOn(context.project).has(placeOf(fact.value))) return undefined;
  if (isToldWithProvider(fact, context)) return undefined;
  const several = namesCriSocket(value) || (fact.pod && mountsCriSocket(fact.pod));
  return report(fact, several ? 'docker-socket-endpoint/multi-runtime' : 'docker-socket-endpoint', context);
}

/** `--providers.docker.endpoint` beside `--providers.docker`: the provider has to go, and is told. */
function isToldWithProvider({ document, name }: FlagFact, context: RuleContext): boolean {
  return (
    /^[\w.-]+\.docker\.endpoint$/.test(name) &&
    providersOfDocker(document, context).has(name.replace(/\.endpoint$/, ''))
  );
}

const providersOfDocker = once(
  (document: Document, { factsOf }: RuleContext): ReadonlySet<string> =>
    new Set(
      factsOf(document).flatMap((fact) =>
        fact.kind === 'flag' && fact.name.endsWith('.docker') && fact.value?.text !== 'false' ? [fact.name] : [],
      ),
    ),
);

/** `touch /run/docker.sock`, `ln -s /run/podman/podman.sock /run/docker.sock`: what stands there then is no engine that is missing. */
const MAKES = /^(?:touch|ln|mkdir|install|cp|mv)$/;

/** Docker's own programs, and the kubelet, whose flag is told. */
const READS_ITS_OWN = /^(?:docker(?:d|-compose)?|kubelet(?:[-_]wrapper(?:\.sh)?)?|hyperkube)$/;

function checkPath(fact: PathFact, context: RuleContext): Report | undefined {
  if (fact.use === 'mount' || fact.polarity === 'excludes' || fact.polarity === 'probes' || !isDockerSocket(fact.path))
    return undefined;
  if (fact.command?.program === 'rm' || (fact.use === 'write' && MAKES.test(fact.command?.program ?? '')))
    return undefined;
  if (hasEngineInContainer(fact, context) || (fact.command && hasNoEngineInReach(fact, context))) return undefined;
  if (fact.command && READS_ITS_OWN.test(fact.command.program)) return undefined;
  if (dockerdListensOn(context.project).has(placeOf(fact.at))) return undefined;
  if (fact.pod && mountsCriSocket(fact.pod)) return report(fact, 'docker-socket-endpoint/multi-runtime', context);
  if (setsRights(fact) && !isFirstOfRights(fact, context)) return undefined;
  const isLine = isScript(fact) || setsRights(fact);
  return report(fact, isLine ? 'docker-socket-endpoint/script' : 'docker-socket-endpoint', context);
}

const isFirstOfRights = firstBy((fact) =>
  fact.kind === 'path' && setsRights(fact) && isDockerSocket(fact.path) ? circumstancesOf(fact) : undefined,
);

/** `DOCKER_OPTS="--host=unix:///var/run/docker.sock"`: where dockerd listens is told with its options. */
const dockerdListensOn = once(
  ({ facts }: Project): ReadonlySet<string> =>
    new Set(
      facts.flatMap((fact) =>
        fact.kind === 'flag' && fact.program === 'dockerd' && fact.value ? [placeOf(fact.value)] : [],
      ),
    ),
);

function placeOf({ view, start, end }: Token): string {
  const { span } = view.root(start, end);
  return `${span.source.path}:${span.end}`;
}

/** `provider "docker" { host = … }` of Terraform: the engine of whoever runs it. */
function isOfOperator({ format, path }: SettingFact): boolean {
  return format === 'terraform' && path[0] === 'provider' && path[1] === 'docker';
}

function checkSetting(fact: SettingFact, context: RuleContext): Report | undefined {
  if (isForPodman(fact) || isOfOperator(fact)) return undefined;
  if (hasEngineInContainer(fact, context) || hasEngineBeside(fact, context)) return undefined;
  if (isModuleOfDocker(fact) && nameDockerSocket(settingsOfSameMap(fact, context))) return undefined;
  if (isInputOfAgent(fact) && isToldAtAddress(fact, context)) return undefined;
  if (isDockerReceiver(fact)) return report(fact, 'docker-socket-endpoint/implicit', context, receiverKey(fact));
  const value = fact.value.text;
  if (isNodeAddress(value)) return report(fact, 'docker-socket-endpoint/node-tcp', context);
  if (!namesDockerSocket(value) || isPolicySetting(fact)) return undefined;
  if (!isEndpointKey(fact) && !isAddressOfModule(fact, context)) return undefined;
  if (isToldAtMount(fact, context.project)) return undefined;
  if (fact.format === 'helm-values' && isOfEngineInChart(fact, context)) return undefined;
  if (ADDRESSES_OF_ENGINES.some(({ keys }) => endsWithKeys(fact.path, keys))) return undefined;
  if (isWhereDockerdListens(fact, context) || haveMonitorOfDocker(settingsBeside(fact, context))) return undefined;
  if (isReadOutOfReach(fact, context.project)) return report(fact, 'docker-socket-endpoint/not-mounted', context);
  if (isDiscovery(fact) && findsPods(fact.document, context))
    return report(fact, 'docker-socket-endpoint/beside-pods', context);
  if (listsSeveral(fact, context)) return report(fact, 'docker-socket-endpoint/multi-runtime', context);
  // The engine that is installed here listens on it.
  const isOwn = fact.format === 'ansible' && context.placementOf(fact).engine?.kind === 'own';
  return ofModule(
    report(fact, isOwn ? 'docker-socket-endpoint/script' : 'docker-socket-endpoint', context),
    fact,
    context,
  );
}

function isEndpointKey(fact: SettingFact): boolean {
  if (fact.format === 'docker-options' || fact.format === 'daemon-json' || fact.format === 'crictl') return false;
  if (variableName(fact) !== undefined) return true;
  const key = plain(lastKey(fact));
  if (isDiscovery(fact)) return key === 'host';
  if (fact.format === 'kubernetes' && fact.document.object?.kind !== 'ConfigMap')
    return /sock|endpoint|url$|dockerhost/.test(key);
  if (/^(mountpath|containerpath|pathprefix)$/.test(key) || key === 'hostpath') return false;
  if (fact.format === 'helm-values' && isMountKey(fact)) return false;
  return /sock|hosts?$|url|endpoint|addr|docker/.test(key);
}

/** `hosts` among the options of a daemon.json, which a chart keeps in its values: an engine that the chart starts opens them. */
function isWhereDockerdListens(fact: SettingFact, context: RuleContext): boolean {
  if (lastKey(fact) !== 'hosts') return false;
  return mapsOfDaemon(settingsOfSameMap(fact, context));
}

const mapsOfDaemon = once((settings: readonly SettingFact[]): boolean =>
  settings.some((one) => lastKey(one).includes('-') && DAEMON_ROWS.has(lastKey(one))),
);

const nameDockerSocket = once((settings: readonly SettingFact[]): boolean =>
  settings.some(({ value }) => namesDockerSocket(value.text)),
);

/** The same list or map also names sockets of other runtimes: the program tries one after the other. */
function listsSeveral(fact: SettingFact, context: RuleContext): boolean {
  return keysOfCriSockets(fact.document, context).has(lastKey(fact)) || nameCriSocket(settingsBeside(fact, context));
}

const keysOfCriSockets = once(
  (document: Document, context: RuleContext): ReadonlySet<string> =>
    new Set(settingsOf(document, context).flatMap((one) => (namesCriSocket(one.value.text) ? [lastKey(one)] : []))),
);

function isScript(fact: Fact): boolean {
  return fact.document.language === 'shell' || fact.document.language === 'makefile';
}

function report(fact: Fact, cause: Cause, context: RuleContext, key?: Token): Report {
  const at = key ?? (fact.kind === 'env' || fact.kind === 'flag' ? (fact.value ?? fact.at) : fact.at);
  return reportAt(
    fact,
    cause,
    {
      message: endpointMessage(at.text, cause),
      ...noDocker(context.target, 'only dockerd answers there'),
      instead: endpointAdvice(fact, cause, context),
      fix: /multi-runtime|beside-pods|not-mounted|unread/.test(cause) ? undefined : productFix(fact, context.target),
    },
    at,
  );
}
