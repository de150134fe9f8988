/** What is said of a path of the node that belongs to Docker, and what to write in its place. */
import type { PathRow } from '../../data/paths.ts';
import { RUNTIMES } from '../../data/runtimes.ts';
import type { Cause } from '../../judge.ts';
import type { Pod } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Target } from '../../model/target.ts';
import { normaliseNodePath } from '../../text/node-path.ts';
import type { Report, ReportFix, RuleContext } from '../rule.ts';
import { chartValueOf } from './chart-values.ts';
import { isOptionOfKubelet, onNode } from './docker/kubelet.ts';
import { matcherWords, pathOfOne } from './filebeat.ts';
import { replaceBy } from './fixes.ts';
import { isNodeLogs, isWholeStore, LOGS, mountsLogs, rowOf, shipsLogs } from './host-paths.ts';
import { onWindows } from './platform.ts';
import { mountsOf, volumeOf } from './pods.ts';
import { isAllowList, REMOVED_POLICY } from './policies.ts';
import { productAdvice, variableAdvice } from './products.ts';
import { reportAt } from './reports.ts';
import { programAdvice } from './socket-advice.ts';
import { isDockerSocket, namesDockerSocket } from './sockets.ts';
import { volumeRemoval } from './volumes.ts';
import { advise, noDocker, quoted } from './words.ts';

export function reportPath(
  fact: Fact,
  row: PathRow,
  cause: Cause,
  { target }: RuleContext,
  related: Report['related'] = [],
): Report {
  const isUnread = cause === 'docker-host-path/certificates' && target.minor < READS_DOCKER_CERTIFICATES;
  return reportAt(fact, isUnread ? 'docker-host-path/certificates-unread' : cause, {
    message: messageOf(fact, row, cause),
    ...noDocker(target, `only ${row.path.includes('dockershim') ? 'dockershim' : 'Docker'} fills it`),
    instead: insteadOf(fact, row, cause, target),
    related,
    fix: RUNTIMES[target.runtime].keepsDocker ? undefined : (measuredFix(fact, row, target) ?? droppedFix(fact, row)),
  });
}

/** `cd /var/lib/docker/overlay2`: what follows is made for what Docker keeps there. */
function insteadOfWork({ meaning }: PathRow): string {
  return meaning === 'logs'
    ? 'Drop it with what is done there: logs are under /var/log/pods, and the kubelet rotates them (containerLogMaxSize, containerLogMaxFiles)'
    : 'Drop it with what is done there: crictl rmi --prune removes images that no container uses, and nothing may be changed in the store of another runtime by hand';
}

function insteadOf(fact: Fact, row: PathRow, cause: Cause, target: Target): string {
  if (cause === 'docker-host-path/multi-runtime' && fact.kind === 'setting')
    return 'Drop it once no node runs Docker Engine';
  if (/multi-runtime|unread/.test(cause)) return 'Drop the volume and its mount once no node runs Docker Engine';
  if (cause === 'docker-host-path/own-files')
    return 'Mount a folder with a name of its own and move the files there, if they are still wanted; what Docker kept beside them does not come back';
  if (cause === 'docker-host-path/unused-volume') return 'Delete the volume: no container mounts it';
  if (cause === 'docker-host-path/left-in-policy') return 'Delete it: pods that still ask for it find nothing there';
  if (cause === 'docker-host-path/made') return 'Delete the line once no node runs Docker Engine';
  if (cause === 'docker-host-path/mounted-too' && row.meaning !== 'logs') return 'Delete it with the mount of the pod';
  if (cause === 'docker-host-path/allowed-by-policy' && row.meaning !== 'logs' && isAllowList(fact.document))
    return 'Delete it: pods that still ask for it find nothing there';
  if (cause === 'docker-host-path/removed-policy') return REMOVED_POLICY;
  if (/\/(?:log-agent-extra|beside-parser)$/.test(cause) && (fact.kind !== 'path' || !chartValueOf(fact, target)))
    return advise(target, { containerd: LOGS_STAY, crio: LOGS_STAY });
  if (cause === 'docker-host-path/allowed-beside-logs')
    return 'Delete it: /var/log, where the logs are, is named beside it';
  if (/allowed-by-policy|mounted-too/.test(cause) && row.meaning === 'logs')
    return 'Allow /var/log, where the logs are files under /var/log/pods, and delete this path';
  if (fact.kind === 'path' && fact.command?.program === 'umount')
    return 'Drop the line: nothing is mounted there without Docker Engine';
  if (fact.kind === 'path' && /^(?:cd|pushd)$/.test(fact.command?.program ?? '')) return insteadOfWork(row);
  if (isMadeProgram(fact, row))
    return 'Drop the line, and write crictl, or nerdctl where it is installed, in what calls docker there';
  const product =
    /^(?:graph|binary|state)$/.test(row.meaning) && fact.kind === 'path' ? productAdvice(fact, target) : undefined;
  const isOfClient = isBesideSocket(fact) && (row.meaning !== 'logs' || !isOfLogs(fact));
  const program = row.meaning === 'binary' && !RUNTIMES[target.runtime].keepsDocker ? programAdvice(fact) : undefined;
  if (program !== undefined) return program;
  if (product !== undefined) return isOfClient ? WITH_SOCKET : `Drop this mount. ${product}`;
  if (isOfClient && /^(?:graph|volumes|state|logs)$/.test(row.meaning) && !isOfLogs(fact)) return WITH_SOCKET;
  const advice = variableAdvice(fact, target) ?? advise(target, adviceFor(fact, row, target));
  return row.meaning === 'logs' ? logsOfChart(advice, fact, target) : advice;
}

const LOGS_STAY =
  'drop the volume and its mount: the logs are files under /var/log/pods, linked from /var/log/containers, and /var/log stays mounted';

const WITH_SOCKET =
  'Drop this mount together with that of docker.sock: what the program finds there it knows from Docker’s API';

/** What the container does with Docker is told at the socket that it mounts too. */
function isBesideSocket(fact: Fact): boolean {
  if (fact.kind !== 'path' || fact.use !== 'mount' || !fact.pod || !fact.volume) return false;
  const { pod, volume } = fact;
  return mountsOf(pod, volume).some(
    ({ container }) =>
      container.mounts.some((mount) => isDockerSocket(volumeOf(pod, mount.volume)?.path?.text ?? '')) ||
      container.env.some(({ name, value }) => name === 'DOCKER_HOST' && namesDockerSocket(value?.text ?? '')),
  );
}

/** The whole store may be mounted for the logs in it. */
function isOfLogs({ pod }: Fact): boolean {
  return pod !== undefined && (mountsLogs(pod) || shipsLogs(pod));
}

/** The value of a chart that is mounted is another folder, or nothing. */
function logsOfChart(advice: string, fact: Fact, target: Target): string {
  if (fact.kind !== 'path' || !fact.pod || !fact.volume || RUNTIMES[target.runtime].keepsDocker) return advice;
  const value = chartValueOf(fact, target);
  if (value?.off) return advice.replace('drop this one', `set ${quoted(value.off)}`);
  const isSame = mountsOf(fact.pod, fact.volume).every(({ path }) => path?.text === fact.at.text);
  return value?.key && isSame
    ? `Set ${quoted(`${value.key}: /var/log/pods`)}: there the kubelet keeps the logs of every runtime, linked from /var/log/containers`
    : advice;
}

/** `cp docker/docker /usr/bin/docker`: the script brings the program along. */
function isMadeProgram(fact: Fact, { meaning }: PathRow): boolean {
  return fact.kind === 'path' && meaning === 'binary' && fact.use === 'write';
}

/** What only asks for the size of Docker's store asks for that of the runtime. */
function measuredFix(fact: Fact, row: PathRow, target: Target): ReportFix | undefined {
  if (fact.kind !== 'path' || !row.successor || !/^(?:du|df)$/.test(fact.command?.program ?? '')) return undefined;
  const isWhole = /^\/var\/lib\/docker(?:\/(?:overlay2?|aufs|devicemapper|image))?\/?$/.test(fact.at.text);
  return isWhole
    ? replaceBy(fact.at, target.runtime === 'cri-o' ? row.successor.crio : row.successor.containerd, 'unsafe')
    : undefined;
}

/** The folder of Docker's logs goes with its mounts, where the pod has the folder that the kubelet fills. */
function droppedFix(fact: Fact, row: PathRow): ReportFix | undefined {
  if (fact.kind !== 'path' || row.meaning !== 'logs' || !fact.pod || !fact.volume || !mountsLogs(fact.pod))
    return undefined;
  return volumeRemoval(fact.pod, fact.volume);
}

/** containerd looks into Docker’s folder of certificates from 2.2 on, which is the oldest that this Kubernetes comes with. */
const READS_DOCKER_CERTIFICATES = 36;

function messageOf(fact: Fact, row: PathRow, cause: Cause): string {
  const path = quoted(partOf(fact) ?? fact.at.text);
  switch (cause) {
    case 'docker-host-path/typed':
    case 'docker-host-path/binary-typed':
      return `${path} is required to be there: the pod does not start on a node without Docker Engine`;
    case 'docker-host-path/log-agent-extra':
      return `${path} stays empty without Docker Engine; the agent already reads ${onWindows(fact) ? 'C:\\var\\log' : '/var/log'}`;
    case 'docker-host-path/unread':
      return `${path} is mounted, and the configuration here reads nothing from Docker`;
    case 'docker-host-path/multi-runtime':
      if (fact.kind === 'setting') return `${path} is for Docker alone, beside the folders of other runtimes`;
      return `${path} is mounted next to the folders of a CRI runtime, and stays empty without Docker Engine`;
    case 'docker-host-path/unused-volume':
      return `The volume of ${path} is mounted by no container`;
    case 'docker-host-path/left-in-policy':
      return `The policy allows ${path}, which holds ${row.what}`;
    case 'docker-host-path/mounted-too':
    case 'docker-host-path/allowed-beside-logs':
    case 'docker-host-path/removed-policy':
    case 'docker-host-path/allowed-by-policy':
      return `The policy ${isAllowList(fact.document) ? 'allows' : 'names'} ${path}, which holds ${row.what}`;
    case 'docker-host-path/certificates':
      return `${path} holds registry certificates that only some runtimes still read`;
    case 'docker-host-path/own-files':
      return `${path} is a folder like any other here: a setting of the container keeps files of its own in it`;
    case 'docker-host-path/made':
      return `${path} is made here for Docker; nothing else looks for it`;
    case 'docker-host-path/obsolete':
      return `${path} (${row.what}) does not exist on a node without Docker Engine`;
    default:
      if (isMadeProgram(fact, row)) return `${path} is put on the node here, where no Docker Engine answers it`;
      return `${path} holds ${row.what}; it is missing or empty on a node without Docker Engine`;
  }
}

/** `/usr/bin/docker`, where a folder is mounted with `subPath: docker`. */
function partOf(fact: Fact): string | undefined {
  const isPart =
    fact.kind === 'path' && fact.use === 'mount' && fact.path.startsWith(normaliseNodePath(fact.at.text) ?? '\0');
  return isPart && fact.path !== normaliseNodePath(fact.at.text) ? fact.path : undefined;
}

/** A shipper of logs, or a pod with the links to the logs: they lead into the folder of Docker where that is the runtime. */
function readsLogs(pod: Pod): boolean {
  return shipsLogs(pod) || pod.volumes.some(({ path }) => isNodeLogs(normaliseNodePath(path?.text ?? '') ?? ''));
}

/** Logs on the node itself are rotated by the kubelet; only a pod has something to mount. */
function adviceFor(fact: Fact, row: PathRow, target: Target): { readonly containerd: string; readonly crio: string } {
  if (fact.kind === 'path' && isOptionOfKubelet(fact.command)) return same(onNode(target));
  if (fact.kind === 'path' && fact.use === 'mount' && row.meaning === 'graph' && fact.pod && mountsLogs(fact.pod)) {
    const isForLogs = shipsLogs(fact.pod) || /log/i.test(fact.volume?.name ?? '');
    if (isForLogs)
      return same('drop it: container logs are files under /var/log/pods now, and this pod mounts /var/log already');
    const both = (store: string) =>
      `drop it where it is for logs, which are files under /var/log/pods now; what measures images reads ${store}`;
    return { containerd: both('/var/lib/containerd'), crio: both('/var/lib/containers/storage') };
  }
  if (fact.kind === 'path' && fact.use === 'mount' && isWholeStore(fact.path) && fact.pod && readsLogs(fact.pod))
    return rowOf(LOGS) ?? row;
  const rotates = /logrotate/i.test(`${fact.document.path} ${fact.document.target ?? ''}`);
  if (row.meaning !== 'logs') return row;
  if (rotates)
    return same(
      'delete the rotation: the kubelet rotates container logs itself (containerLogMaxSize, containerLogMaxFiles in KubeletConfiguration)',
    );
  return same(isMountable(fact) || !row.path.startsWith('/var/lib/') ? row.containerd : logsAdvice(fact));
}

/** Who is told a path by its value opens it there; what it is to write is that path. */
function logsAdvice(fact: Fact): string {
  const text = fact.at.text + (fact.kind === 'env' ? (fact.value?.text ?? '') : '');
  const path = pathOfOne(text) ?? (/[*$]/.test(text) ? '/var/log/containers/*.log' : '/var/log/pods');
  // Matched by the path, pods are found where the matcher is told to look.
  const matcher = fact.kind === 'setting' && path.endsWith('*.log') ? matcherWords(fact) : '';
  return `write ${path}${matcher}: the kubelet keeps the logs of every runtime under /var/log/pods, linked from /var/log/containers`;
}

/** A volume, or a value of a chart that becomes one. */
function isMountable(fact: Fact): boolean {
  if (fact.kind === 'path') return fact.use === 'mount';
  return fact.kind === 'setting' && fact.format === 'helm-values' && !/[*$]/.test(fact.value.text);
}

function same(text: string): { readonly containerd: string; readonly crio: string } {
  return { containerd: text, crio: text };
}
