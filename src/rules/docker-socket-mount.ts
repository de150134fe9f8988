/** Finds volumes that mount the socket of the node's Docker Engine. */
import { RUNTIMES } from '../data/runtimes.ts';
import type { Cause } from '../judge.ts';
import type { Document, Pod, Token, Volume } from '../model/document.ts';
import type { Fact, PathFact, SettingFact } from '../model/fact.ts';
import type { Project } from '../model/project.ts';
import type { Target } from '../model/target.ts';
import { runsEngine } from '../placing/engines.ts';
import { normaliseNodePath } from '../text/node-path.ts';
import { once } from '../text/once.ts';
import type { Report, ReportFix, Rule, RuleContext } from './rule.ts';
import { argumentsWith, clientAt } from './shared/clients.ts';
import { dockerCommandOf } from './shared/docker/command.ts';
import { settingsBeside, settingsOf } from './shared/documents.ts';
import {
  choosesOwnEngine,
  hasEngineInContainer,
  hasNoEngineInReach,
  isBesideEngine,
  isOfEngineInChart,
  isOfEngineOnNode,
} from './shared/engines.ts';
import { rowOf } from './shared/host-paths.ts';
import { isPutOnNodes } from './shared/nodes-in-containers.ts';
import { opensNoSocket } from './shared/pipelines.ts';
import { onWindows } from './shared/platform.ts';
import { goesWithSocket, isTyped, mountPlaces, mountsCriSocket, mountsOf } from './shared/pods.ts';
import {
  isAllowList,
  isAskedByMutation,
  isPolicyPath,
  isPolicySetting,
  policyCase,
  REMOVED_POLICY,
} from './shared/policies.ts';
import { imageAdvice, productAdvice, productFix } from './shared/products.ts';
import { reportAt } from './shared/reports.ts';
import { isHostPathOfRunner, isVolumeOfJenkins } from './shared/runner-volumes.ts';
import { choicesBeside, type ToldChoice } from './shared/runtime-choices.ts';
import { isMountKey, lastKey } from './shared/settings.ts';
import { adviceOfChart, BUILD_ADVICE, containerdAdvice, mountAdvice } from './shared/socket-advice.ts';
import { isDockerSocket, namesCriSocket, namesDockerSocket } from './shared/sockets.ts';
import { isToldNothing } from './shared/told-agents.ts';
import { volumeRemoval } from './shared/volumes.ts';
import { advise, noDocker, quoted } from './shared/words.ts';

export const rule: Rule = {
  id: 'docker-socket-mount',
  summary: 'A volume mounts the socket of the node’s Docker Engine.',
  fix: {
    unsafe:
      'For agents that look for the socket of the runtime by themselves (Datadog, Falco, cAdvisor), that socket takes the place of docker.sock in the volume and in its mounts; a volume that nothing reads goes with its mounts. On nodes that still run Docker Engine the agent sees no containers afterwards.',
  },
  triggers: ['docker.sock', 'docker_engine', 'docker-containerd.sock', 'docker/containerd'],
  covers: ['docker-socket-endpoint'],
  checks: {
    path: (fact, context) => (fact.use === 'mount' && isDockerSocket(fact.path) ? checkPath(fact, context) : undefined),
    setting: checkSetting,
  },
};

function checkPath(fact: PathFact, context: RuleContext): Report | undefined {
  const { target, project } = context;
  if (fact.command)
    return hasEngineInContainer(fact, context) || isToldWithRun(fact) || hasNoEngineInReach(fact, context)
      ? undefined
      : report(fact, 'docker-socket-mount/command', target);
  if (isPolicyPath(fact)) return report(fact, policyCause(fact, context), target);
  if (isPutOnNodes(fact, project)) return report(fact, 'docker-socket-mount/put-on-nodes', target);
  const { pod, volume } = fact;
  if (volume && isOfEngineOnNode(fact.path, context.project)) return undefined;
  if (fact.document.language === 'groovy') return report(fact, causeInPipeline(fact, context), target);
  if (!pod || !volume)
    return report(fact, volume && isTyped(volume) ? 'docker-socket-mount/typed' : 'docker-socket-mount', target);
  const choices = choicesBeside(fact, context);
  const related = [
    ...mountPlaces(pod, volume),
    ...clientsOf(pod, volume, project),
    ...programsOf(pod, volume),
    ...choices.map(({ at, row }) => ({ at, message: `chooses Docker: ${advise(target, row)}` })),
  ];
  if (mountsOf(pod, volume).length === 0 && !pod.partial)
    return report(fact, 'docker-socket-mount/unused-volume', target);
  if (isTyped(volume)) return report(fact, 'docker-socket-mount/typed', target, related);
  const cause: Cause = mountsCriSocket(pod)
    ? 'docker-socket-mount/multi-runtime'
    : choices.length === 0 && isToldNothing(fact, context)
      ? 'docker-socket-mount/unread'
      : isMountedByEngines(pod, volume)
        ? 'docker-socket-mount/engine'
        : 'docker-socket-mount';
  return withChoice(report(fact, cause, target, related), fact, choices, target);
}

/** A program that no table knows, but whose flag says what it wants. */
function withChoice(report: Report, fact: PathFact, choices: readonly ToldChoice[], target: Target): Report {
  const flag = choices.map(({ row }) => advise(target, row)).find((words) => words.startsWith('-'));
  if (flag === undefined || isSpecial(report.cause) || productAdvice(fact, target) !== undefined) return report;
  if (RUNTIMES[target.runtime].keepsDocker) return report;
  return { ...report, instead: `Mount ${RUNTIMES[target.runtime].socket} in its place, and write ${flag}` };
}

function causeInPipeline({ document }: PathFact, context: RuleContext): Cause {
  return opensNoSocket(document, context) ? 'docker-socket-mount/unread' : 'docker-socket-mount/pod-of-ci';
}

/** `docker run -v /var/run/docker.sock:…`: the command is told, which fails before it mounts anything. */
function isToldWithRun({ command }: PathFact): boolean {
  return command !== undefined && dockerCommandOf(command)?.row.class === 'run';
}

/** `DOCKER_HOST` that names the mounted socket is one cause with the mount. */
function clientsOf(pod: Pod, volume: Volume, project: Project): Report['related'] & object {
  return mountsOf(pod, volume).flatMap(({ container, path }) => {
    const at = path && clientAt(container, path.text, project);
    const version = container.env.find(({ name }) => name === 'DOCKER_API_VERSION')?.value;
    const told = path ? argumentsWith(container, path.text) : [];
    return [
      ...(at ? [{ at, message: 'its client looks there' }] : []),
      ...told.map((argument) => ({ at: argument, message: 'its client is told to look there' })),
      ...(version ? [{ at: version, message: 'its client is told this version' }] : []),
    ];
  });
}

/** Docker's client of the node that a container mounts with the socket is one cause with it: without the socket it does nothing. */
function programsOf(pod: Pod, socket: Volume): Report['related'] & object {
  return programsIn(pod)
    .filter(({ beside }) => beside.has(socket.name))
    .map(({ at }) => ({ at, message: 'mounted for it: the docker program of the node, which goes with it' }));
}

/** With the volumes of the containers that mount it. */
const programsIn = once((pod: Pod): readonly { readonly at: Token; readonly beside: ReadonlySet<string> }[] => {
  const programs = pod.volumes.filter(
    ({ source, path }) =>
      source === 'hostPath' && rowOf(normaliseNodePath(path?.text ?? '') ?? '')?.meaning === 'binary',
  );
  return programs.slice(0, MOST_PROGRAMS).flatMap((volume) => {
    const mounting = mountsOf(pod, volume).map(({ container }) => container);
    const beside = new Set(mounting.flatMap(({ mounts }) => mounts.map((mount) => mount.volume)));
    return volume.path && goesWithSocket(pod, volume) ? [{ at: volume.path, beside }] : [];
  });
});

/** Each socket asks them all. */
const MOST_PROGRAMS = 10;

/** Engines in the pod alone mount it, which have a socket of their own. */
function isMountedByEngines(pod: Pod, volume: Volume): boolean {
  const mounting = mountsOf(pod, volume);
  return mounting.length > 0 && mounting.every(({ container }) => runsEngine(container));
}

function policyCause(fact: PathFact | SettingFact, context: RuleContext): Cause {
  return `docker-socket-mount/${policyCase(fact, context)}`;
}

function checkSetting(fact: SettingFact, context: RuleContext): Report | undefined {
  const { target } = context;
  if (!namesDockerSocket(fact.value.text)) return undefined;
  if (isPolicySetting(fact)) {
    if (isAskedByMutation(fact)) return undefined;
    const namesBoth = namesOthers(settingsBeside(fact, context));
    return report(fact, namesBoth ? 'docker-socket-mount/policy-of-several' : policyCause(fact, context), target);
  }
  // A pod in a cluster, whatever the folder of the configuration of Jenkins is called.
  if (isHostPathOfRunner(fact, context))
    return report(fact, isVolumeOfJenkins(fact) ? 'docker-socket-mount/pod-of-ci' : 'docker-socket-mount', target);
  if (isVolumeOfJenkins(fact)) return undefined;
  if (fact.format !== 'helm-values' || !isMountKey(fact) || choosesOwnEngine(fact.document, context)) return undefined;
  if (isBesideEngine(fact, context) || isOfEngineInChart(fact, context)) return undefined;
  if (isPutOnNodes(fact, context.project)) return report(fact, 'docker-socket-mount/put-on-nodes', target);
  const beside = settingsBeside(fact, context);
  if (namesOthers(beside)) return report(fact, 'docker-socket-mount/multi-runtime', target);
  const inputs = inputsOfTelegraf(fact.document, context);
  if (inputs.length > 0 && !inputs.includes('docker')) return report(fact, 'docker-socket-mount/unread', target);
  const told = report(fact, 'docker-socket-mount/values', target);
  if (areOfAgent(beside) && !RUNTIMES[target.runtime].keepsDocker && productAdvice(fact, target) === undefined)
    return { ...told, instead: BUILD_ADVICE };
  if (isSwitchedOn(beside)) return { ...told, instead: switchOff(fact, target) ?? told.instead };
  const ofImage =
    RUNTIMES[target.runtime].keepsDocker || productAdvice(fact, target) !== undefined
      ? undefined
      : imageAdvice(fact, context);
  return ofImage === undefined ? told : { ...told, instead: ofImage };
}

/** The plugins that values of the charts of Telegraf list: `config: {inputs: [{docker: …}]}`; it does nothing with Docker besides. */
const inputsOfTelegraf = once((document: Document, context: RuleContext): readonly string[] =>
  settingsOf(document, context).flatMap(({ path }) => {
    const at = path.indexOf('inputs');
    const plugin =
      at > 0 && path[at - 1] === 'config' ? path.slice(at + 1).find((key) => !key.startsWith('[')) : undefined;
    return plugin ?? [];
  }),
);

/** `type: HostPath` beside it: a volume of an agent in the way of Jenkins. */
const areOfAgent = once((settings: readonly SettingFact[]): boolean =>
  settings.some((one) => lastKey(one) === 'type' && one.value.text === 'HostPath'),
);

const isSwitchedOn = once((settings: readonly SettingFact[]): boolean =>
  settings.some((one) => lastKey(one) === 'enabled' && one.value.text === 'true'),
);

/** `dockerSocket: {enabled: true, hostPath: …}`: the chart has a switch for it. */
function switchOff({ path }: SettingFact, { runtime }: Target): string | undefined {
  const map = path.slice(0, -1);
  const isSwitch = /docker|sock/i.test(map.at(-1) ?? '') && !map.some((key) => key.startsWith('['));
  return isSwitch && !RUNTIMES[runtime].keepsDocker
    ? `Set ${map.join('.')}.enabled: false, with which the chart mounts no socket`
    : undefined;
}

/** The same map has a path for each runtime, and the agent takes the one of its node. */
const namesOthers = once((settings: readonly SettingFact[]): boolean =>
  settings.some((one) => namesCriSocket(one.value.text)),
);

function report(fact: Fact, cause: Cause, target: Target, related: Report['related'] = []): Report {
  return reportAt(fact, cause, {
    message: messageOf(fact, cause, target),
    ...noDocker(target, 'only dockerd creates this socket'),
    instead: isSpecial(cause) ? insteadOf(fact, cause, target) : adviceOf(fact, cause, target),
    related,
    fix: fixOf(fact, cause, target),
  });
}

function adviceOf(fact: Fact, cause: Cause, target: Target): string {
  const ofContainerd = containerdAdvice(fact.at.text, target);
  if (ofContainerd !== undefined) return ofContainerd;
  const product = productAdvice(fact, target);
  return product === undefined ? insteadOf(fact, cause, target) : adviceOfChart(product, fact, target);
}

/** What nothing reads goes; what a known agent reads is the socket of the runtime. */
function fixOf(fact: Fact, cause: Cause, target: Target): ReportFix | undefined {
  if (RUNTIMES[target.runtime].keepsDocker) return undefined;
  if (!/multi-runtime|unread|unused-volume/.test(cause)) return isSpecial(cause) ? undefined : productFix(fact, target);
  return fact.kind === 'path' && fact.pod && fact.volume ? volumeRemoval(fact.pod, fact.volume) : undefined;
}

function messageOf(fact: Fact, cause: Cause, target: Target): string {
  const socket = quoted(fact.at.text);
  if (RUNTIMES[target.runtime].keepsDocker) return `${socket} ties this workload to the node’s Docker Engine`;
  switch (cause) {
    case 'docker-socket-mount/typed':
      return `${socket} is required to be there: the pod does not start on a node without Docker Engine`;
    case 'docker-socket-mount/multi-runtime':
      return `${socket} is mounted next to a CRI socket and does nothing on a node without Docker Engine`;
    case 'docker-socket-mount/unread':
      return `${socket} is mounted, and the configuration here reads nothing from Docker`;
    case 'docker-socket-mount/unused-volume':
      return `The volume of ${socket} is mounted by no container`;
    case 'docker-socket-mount/policy-of-several':
      return `The policy names ${socket} beside the socket of another runtime; no node has it without Docker Engine`;
    case 'docker-socket-mount/put-on-nodes':
      return `${socket} exists only on nodes that are containers and get it from the machine that runs them`;
    case 'docker-socket-mount/left-in-policy':
      return `The policy allows ${socket}, which no node has without Docker Engine`;
    case 'docker-socket-mount/mounted-too':
    case 'docker-socket-mount/removed-policy':
    case 'docker-socket-mount/allowed-by-policy':
      return `The policy ${isAllowList(fact.document) ? 'allows' : 'names'} ${socket}, which no node has without Docker Engine`;
    default:
      return `Nothing answers on ${socket} on a node without Docker Engine`;
  }
}

function insteadOf(fact: Fact, cause: Cause, target: Target): string {
  const runtime = RUNTIMES[target.runtime];
  const socket = onWindows(fact) ? runtime.windowsPipe.replace('npipe:////./pipe/', '\\\\.\\pipe\\') : runtime.socket;
  if (runtime.keepsDocker)
    return 'Nothing to do while nodes keep Docker Engine; it gives the pod full control of the node, so drop it if you can';
  switch (cause) {
    case 'docker-socket-mount/unread':
    case 'docker-socket-mount/multi-runtime':
      return 'Drop the volume and its mount: without a type the runtime creates an empty directory of that name on every node';
    case 'docker-socket-mount/unused-volume':
      return 'Delete the volume';
    case 'docker-socket-mount/put-on-nodes':
      return 'Nothing to do on clusters of k3d and kind that are started that way; leave the mount out for every other cluster';
    case 'docker-socket-mount/left-in-policy':
      return `Delete ${quoted(fact.at.text)} from the list`;
    case 'docker-socket-mount/removed-policy':
      return REMOVED_POLICY;
    case 'docker-socket-mount/policy-of-several':
      return `Delete ${quoted(fact.at.text)} from the list once no node runs Docker Engine`;
    case 'docker-socket-mount/mounted-too':
    case 'docker-socket-mount/allowed-by-policy':
      return isAllowList(fact.document)
        ? `Allow ${socket} instead, if a pod needs it, and delete this path`
        : `Name ${socket} beside it: that is the socket of nodes with ${runtime.name}`;
    case 'docker-socket-mount/command':
      return mountAdvice(fact, socket, target);
    default:
      return mountAdvice(fact, socket, target);
  }
}

/** Leftovers, whoever mounts them. */
function isSpecial(cause: Cause): boolean {
  return /multi-runtime|unread|unused-volume|put-on-nodes|left-in-policy|allowed-by-policy|mounted-too|removed-policy|policy-of-several/.test(
    cause,
  );
}
