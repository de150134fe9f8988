/** Finds paths of the node that only Docker Engine fills: logs, images, state, its program. */

import { CRI_PARSER_WORDS, DOCKER_PARSERS, LOG_SHIPPER } from '../data/log-shippers.ts';
import { DOCKER_PATHS, FOLDERS_OF_STORE, HOST_PREFIXES, type PathRow } from '../data/paths.ts';
import { RUNTIMES } from '../data/runtimes.ts';
import type { Cause } from '../judge.ts';
import type { Document, Pod } from '../model/document.ts';
import type { CommandFact, EnvFact, Fact, PathFact, SettingFact } from '../model/fact.ts';
import type { Project } from '../model/project.ts';
import type { Target } from '../model/target.ts';
import { carriesEngine } from '../placing/engines.ts';
import { projectFolderOf } from '../recognise/chart-layout.ts';
import { isUnder, normaliseNodePath } from '../text/node-path.ts';
import { once } from '../text/once.ts';
import type { View } from '../text/view.ts';
import type { Report, ReportFix, Rule, RuleContext } from './rule.ts';
import { chartValueOf } from './shared/chart-values.ts';
import { flagsOf } from './shared/command-flags.ts';
import { isFolderOfFile } from './shared/daemon-files.ts';
import { isDockerProgram } from './shared/docker/command.ts';
import { isOptionOfKubelet, onNode } from './shared/docker/kubelet.ts';
import { settingsOf } from './shared/documents.ts';
import { hasEngineBeside, hasEngineInContainer, isOfEngineByName, isOfEngineInChart } from './shared/engines.ts';
import { replaceBy } from './shared/fixes.ts';
import { isTyped, mountPlaces, mountsCriFolder, mountsOf } from './shared/pods.ts';
import {
  isAllowList,
  isMountedToo,
  isPolicyPath,
  isPolicySetting,
  isRemovedPolicy,
  REMOVED_POLICY,
} from './shared/policies.ts';
import { productAdvice, variableAdvice } from './shared/products.ts';
import { reportAt } from './shared/reports.ts';
import { lastKey, plain, variableName } from './shared/settings.ts';
import { isDockerSocket } from './shared/sockets.ts';
import { within } from './shared/tokens.ts';
import { isToldNothing } from './shared/told-agents.ts';
import { isBesideLogs, isInMapOfLogs } from './shared/values-volumes.ts';
import { volumeRemoval } from './shared/volumes.ts';
import { advise, noDocker, quoted } from './shared/words.ts';

const LOGS = '/var/lib/docker/containers';

/** Programs that only clean up: they do not mind if the path is missing. */
const CLEANERS = new Set(['rm', 'rmdir', 'umount', 'find', 'test', '[', '[[', 'ls', 'du', 'df', 'stat']);
const REMOVERS = new Set(['rm', 'rmdir', 'umount']);
const MAKERS = new Set(['mkdir', 'ln']);
/** Functions of a script that say so: `umount_all_under /var/lib/docker`. */
const CLEANING_NAME = /^_?(?:umount|unmount|clean|remove|delete|purge|wipe)(?:[_-]|$)/i;

export const rule: Rule = {
  id: 'docker-host-path',
  summary: 'A path of the node belongs to Docker Engine or dockershim.',
  fix: {
    unsafe:
      'Where the pod mounts /var/log as well, the volume of Docker’s logs goes with its mounts; `du` and `df` measure the store of the runtime. On nodes that still run Docker Engine the logs are files in the folder that is no longer mounted.',
  },
  triggers: ['docker'],
  checks: { path: checkPath, setting: checkSetting, env: checkVariable, command: checkExclusion },
};

function checkPath(fact: PathFact, context: RuleContext): Report | undefined {
  const row = rowOf(fact.path) ?? (fact.use === 'mount' ? movedRoot(fact.path) : undefined);
  if (!row || fact.polarity === 'excludes' || fact.polarity === 'probes') return undefined;
  if (row.meaning === 'configuration' && fact.use !== 'mount') return undefined;
  if (row.meaning === 'engine-log' && fact.use !== 'read') return undefined;
  if (fact.use !== 'mount') return checkScript(fact, row, context);
  if (fact.command && isToldAtRun(fact, context)) return undefined;
  if (fact.command)
    return report(fact, row, isMadeHere(fact, context) ? 'docker-host-path/made' : causeOf(row, false), context);
  if (isPolicyPath(fact)) return report(fact, row, policyCause(fact, row, context), context);
  const { pod, volume } = fact;
  if (!pod || !volume) return report(fact, row, causeOf(row, volume !== undefined && isTyped(volume)), context);
  if (carriesEngine(pod) && row.meaning !== 'logs' && row.meaning !== 'binary') return undefined;
  if (isOfEngineByName(volume.name)) return undefined;
  const related = mountPlaces(pod, volume);
  if (mountsOf(pod, volume).length === 0 && !pod.partial)
    return report(fact, row, 'docker-host-path/unused-volume', context);
  const typed = isTyped(volume);
  if (!typed && row.meaning !== 'binary' && mountsCriFolder(pod) && (row.meaning !== 'logs' || mountsLogs(pod)))
    return report(fact, row, 'docker-host-path/multi-runtime', context, related);
  if (!typed && /^(?:logs|graph)$/.test(row.meaning) && isToldNothing(fact, context))
    return report(fact, row, 'docker-host-path/unread', context, related);
  const isAgentOfDocker = !readsCri(fact.document, context) && readsDocker(fact.document, context);
  const isForLogs = row.meaning === 'logs' || (isWholeStore(fact.path) && shipsLogs(pod));
  if (typed || !isForLogs || !mountsLogs(pod)) return report(fact, row, causeOf(row, typed), context, related);
  // Told with the parser, where that is told.
  const cause = isAgentOfDocker ? 'docker-host-path/beside-parser' : 'docker-host-path/log-agent-extra';
  return report(fact, row, cause, context, related);
}

/** `docker run -v /var/lib/docker:/var/lib/docker` on a node: what does not start mounts nothing. */
function isToldAtRun(fact: PathFact, context: RuleContext): boolean {
  const { place, engine } = context.placementOf(fact);
  const isRun = isDockerProgram(fact.command?.program ?? '') && !fact.pod;
  return isRun && place === 'node' && engine === undefined;
}

/** The script makes the folder that it mounts: it is there, whether Docker Engine is or not. */
function isMadeHere({ path, document }: PathFact, context: RuleContext): boolean {
  return foldersMade(document, context).has(path);
}

const foldersMade = once(
  (document: Document, { factsOf }: RuleContext): ReadonlySet<string> =>
    new Set(
      factsOf(document).flatMap((fact) =>
        fact.kind === 'path' && fact.use === 'write' && fact.command?.program === 'mkdir' ? [fact.path] : [],
      ),
    ),
);

/** The folder above Docker's logs, which holds its images too. */
function isWholeStore(path: string): boolean {
  return withoutPrefix(path) === '/var/lib/docker';
}

/** Every container that mounts something of the node is called after a shipper of logs: there is nothing to it but logs. */
const shipsLogs = once((pod: Pod): boolean => {
  const volumes = new Set(pod.volumes.flatMap(({ name, source }) => (source === 'hostPath' ? [name] : [])));
  const mounting = pod.containers.filter(({ mounts }) => mounts.some(({ volume }) => volumes.has(volume)));
  return mounting.length > 0 && mounting.every(({ image, name }) => LOG_SHIPPER.test(image?.text ?? name));
});

/** What is mounted too is one finding with its mount, which says how bad it is. */
function policyCause(fact: PathFact | SettingFact, { meaning }: PathRow, context: RuleContext): Cause {
  if (isMountedToo(fact, context.project)) return 'docker-host-path/mounted-too';
  if (isRemovedPolicy(fact.document, context.target)) return 'docker-host-path/removed-policy';
  return meaning === 'logs' && allowsLogs(fact.document, context)
    ? 'docker-host-path/allowed-beside-logs'
    : 'docker-host-path/allowed-by-policy';
}

/** The policy speaks of the folder too into which the kubelet writes. */
const allowsLogs = once((document: Document, context: RuleContext): boolean =>
  settingsOf(document, context).some(({ value }) => /^\/var\/log(?:\/(?:pods|containers))?\/?$/.test(value.text)),
);

function checkScript(fact: PathFact, row: PathRow, context: RuleContext): Report | undefined {
  // The program that an image brings along is its own.
  if (
    row.meaning === 'binary' &&
    (fact.use !== 'write' || fact.touches || fact.document.language === 'dockerfile' || isLinkToOther(fact))
  )
    return undefined;
  // A pattern that a path was put into: `grep "$1[a-z]*"`; the path itself is reported where it stands.
  if (/[[\]^|]/.test(fact.path)) return undefined;
  if (fact.pod && row.meaning !== 'logs' && hasEngineInContainer(fact, context)) return undefined;
  // The folder of a file of dockerd goes with the file.
  if (isFolderOfFile(fact, context)) return undefined;
  const program = fact.command?.program ?? '';
  if (row.meaning === 'binary' && ALLOWERS.has(program)) return undefined;
  if (row.meaning === 'binary' && context.placementOf(fact).place === 'unknown')
    return report(fact, row, 'docker-host-path/made', context);
  if (REMOVERS.has(program) || CLEANING_NAME.test(program))
    return report(fact, row, 'docker-host-path/obsolete', context);
  // What the script itself makes below /run is there, whether anybody looks for it or not.
  if (MAKERS.has(program) && isUnder(fact.path, '/run/docker'))
    return report(fact, row, 'docker-host-path/made', context);
  if (CLEANERS.has(program) && fact.command?.polarity === 'probes')
    return report(fact, row, 'docker-host-path/obsolete', context);
  return report(
    fact,
    row,
    isOfEngineBeside(fact, row, context) ? 'docker-host-path/made' : causeOf(row, false),
    context,
  );
}

/** The machine has an engine beside the runtime of the kubelet, which keeps its own store; logs of pods are not in it. */
function isOfEngineBeside(fact: PathFact, { meaning }: PathRow, context: RuleContext): boolean {
  return !fact.pod && meaning !== 'logs' && context.placementOf(fact).engine?.isBeside === true;
}

/** Programs that say who may use a file, and put none there. */
const ALLOWERS = new Set(['chmod', 'chown', 'chgrp', 'setfacl', 'setcap', 'restorecon', 'chcon']);

/** `ln -s /usr/bin/nerdctl /usr/local/bin/docker`: what is called docker there is another client. */
function isLinkToOther({ command }: PathFact): boolean {
  return command?.program === 'ln' && command.words.some(({ text }) => /(?:^|\/)(?:nerdctl|podman|finch)$/.test(text));
}

/** Values of charts and variables of experiments that hold such a path for somebody else to mount. */
function checkSetting(fact: SettingFact, context: RuleContext): Report | undefined {
  const path = normaliseNodePath(fact.value.text);
  if (path !== undefined && isPatternOfLogs(path) && !/exclude|ignore|drop/i.test(fact.path.join(' '))) {
    const logs = rowOf(LOGS);
    return logs && report(fact, logs, 'docker-host-path', context);
  }
  const row = path === undefined || /[*|^]/.test(path) ? undefined : rowOf(path);
  if (!row) return undefined;
  if (isPolicySetting(fact)) return report(fact, row, policyCause(fact, row, context), context);
  if (fact.format !== 'helm-values' && variableName(fact) === undefined) return undefined;
  const key = plain(variableName(fact) ?? lastKey(fact));
  if (
    row.meaning === 'configuration' ||
    row.meaning === 'engine-log' ||
    !/path|dir|root|log|container/.test(key) ||
    key === 'mountpath'
  )
    return undefined;
  if (isOfEngineInChart(fact) || (row.meaning !== 'logs' && hasEngineBeside(fact, context))) return undefined;
  const isAgentOfDocker = readsDocker(fact.document, context);
  const isOfLogs = row.meaning === 'logs' || /\/containers$/.test(path ?? '');
  if (isOfLogs && isInMapOfLogs(fact, context))
    return report(
      fact,
      row,
      isAgentOfDocker ? 'docker-host-path/beside-parser' : 'docker-host-path/log-agent-extra',
      context,
    );
  const extra =
    row.meaning === 'logs' && (readsCri(fact.document, context) || (isBesideLogs(fact, context) && !isAgentOfDocker));
  return report(fact, row, extra ? 'docker-host-path/log-agent-extra' : causeOf(row, false), context);
}

// `/var/lib/docker/containers/*/*.log`, as log shippers are told what to read; no regular expression.
function isPatternOfLogs(path: string): boolean {
  const rest = isUnder(path, LOGS) || path.toLowerCase().startsWith(`c:${LOGS}/`) ? path.slice(LOGS.length) : '';
  return /[*$]/.test(rest) && !/[\s|^()\\]|\.[+*]|\$$/.test(rest);
}

/** A variable of a container that holds such a path. */
function checkVariable(fact: EnvFact, context: RuleContext): Report | undefined {
  const text = fact.value?.text ?? '';
  if (!fact.exported || /shell|systemd|makefile/.test(fact.document.language)) return undefined;
  // A list of folders is judged by the first of them that is Docker's.
  const paths = /[*|^]/.test(text) ? [] : text.split(/[\s,;]+/).slice(0, MOST_PATHS);
  const row = firstRow(paths.flatMap((path) => normaliseNodePath(path) ?? []));
  if (!row || row.meaning === 'configuration' || (fact.pod && carriesEngine(fact.pod))) return undefined;
  return report(fact, row, causeOf(row, false), context);
}

/** `--collector.filesystem.mount-points-exclude=…var/lib/docker/.+…`: what it leaves out has moved. */
function checkExclusion(fact: CommandFact, context: RuleContext): Report | undefined {
  const flag = flagsOf(fact).find(
    ({ name, value }) =>
      /exclude|ignore/.test(name) &&
      /var\/lib\/docker/.test(value?.text ?? '') &&
      !/containerd/.test(value?.text ?? ''),
  );
  if (!flag?.value) return undefined;
  return reportAt(
    fact,
    'docker-host-path/excluded',
    {
      message: 'The pattern leaves out the mounts of Docker, and not those of other runtimes',
      because: noDocker(context.target, 'The pattern', 'only Docker keeps data there'),
      instead: advise(context.target, {
        containerd: 'add run/containerd/.+ and var/lib/containerd/.+ to the pattern',
        crio: 'add run/containers/.+ and var/lib/containers/.+ to the pattern',
      }),
    },
    within(flag.value, 'var/lib/docker'),
  );
}

const MOST_PATHS = 50;

function firstRow(paths: readonly string[]): PathRow | undefined {
  for (const path of paths) {
    const row = rowOf(path);
    if (row) return row;
  }
  return undefined;
}

function rowOf(path: string): PathRow | undefined {
  if (isDockerSocket(path)) return undefined;
  const plainPath = withoutPrefix(path);
  if (isForeign(plainPath)) return undefined;
  return DOCKER_PATHS.find((row) => (row.meaning === 'binary' ? plainPath === row.path : isUnder(plainPath, row.path)));
}

/** `/var/lib/docker/data/elasticsearch`: a folder of somebody else, who uses the disk of Docker. */
function isForeign(path: string): boolean {
  if (!path.startsWith(`${STORE}/`)) return false;
  const folder = path.slice(STORE.length + 1).split('/', 1)[0] ?? '';
  return /^[\w-]+$/.test(folder) && !FOLDERS_OF_STORE.test(folder);
}

const STORE = '/var/lib/docker';

/** A folder called docker in a place of data, as `data-root` of daemon.json moves it there. */
function movedRoot(path: string): PathRow | undefined {
  const isRoot =
    /^\/(?:mnt|data|opt|srv|storage|disks?|ebs|var\/vcap)\/(?:[^/]+\/)*docker(?:\/(?:containers|overlay2|volumes))?$/;
  return isRoot.test(withoutPrefix(path)) && !path.includes('/bin/')
    ? DOCKER_PATHS.find((row) => row.path === '/mnt/docker')
    : undefined;
}

function withoutPrefix(path: string): string {
  const lower = /^[A-Za-z]:/.test(path) ? path.slice(2).toLowerCase() : path;
  const prefix = HOST_PREFIXES.find((one) => lower.startsWith(`${one}/`));
  const rest = prefix ? lower.slice(prefix.length) : lower;
  return rest.startsWith('/var/run/') ? rest.slice('/var'.length) : rest;
}

function causeOf(row: PathRow, typed: boolean): Cause {
  if (row.path.endsWith('certs.d') && !typed) return 'docker-host-path/certificates';
  switch (row.meaning) {
    case 'binary':
      return typed ? 'docker-host-path/binary-typed' : 'docker-host-path/binary';
    case 'checkpoint':
    case 'engine-log':
      return typed ? 'docker-host-path/typed' : 'docker-host-path/obsolete';
    case 'logs':
    case 'graph':
    case 'volumes':
    case 'state':
    case 'configuration':
      return typed ? 'docker-host-path/typed' : 'docker-host-path';
    default:
      return row.meaning satisfies never;
  }
}

const mountsLogs = once((pod: Pod): boolean =>
  pod.volumes.some((volume) => {
    const path = withoutPrefix((volume.path && normaliseNodePath(volume.path.text)) ?? '');
    return path === '/var/log' || path === '/var/log/pods' || path === '/var/log/containers';
  }),
);

/** Something in the same folder or chart parses the CRI format, so the mount is only a leftover. */
function readsCri(document: Document, { project }: RuleContext): boolean {
  return foldersOfCriParsers(project).has(projectFolderOf(document.path));
}

/** Something in the same folder or chart parses the lines of Docker, so the agent was made for nodes with it. */
function readsDocker(document: Document, { project }: RuleContext): boolean {
  return foldersOfDockerParsers(project).has(projectFolderOf(document.path));
}

const parsesDocker = once((view: View) => DOCKER_PARSERS.some(({ pattern }) => pattern.test(view.text)));

const parsesCri = once((view: View) => CRI_PARSER_WORDS.some((word) => view.text.includes(word)));

const foldersOfDockerParsers = once(({ documents }: Project): ReadonlySet<string> => {
  const parsers = documents.filter(({ view }) => parsesDocker(view));
  return new Set(parsers.map(({ path }) => projectFolderOf(path)));
});

const foldersOfCriParsers = once(({ documents }: Project): ReadonlySet<string> => {
  const parsers = documents.filter(({ view }) => parsesCri(view));
  return new Set(parsers.map(({ path }) => projectFolderOf(path)));
});

function report(
  fact: Fact,
  row: PathRow,
  cause: Cause,
  { target }: RuleContext,
  related: Report['related'] = [],
): Report {
  const isUnread = cause === 'docker-host-path/certificates' && target.minor < READS_DOCKER_CERTIFICATES;
  return reportAt(fact, isUnread ? 'docker-host-path/certificates-unread' : cause, {
    message: messageOf(fact, row, cause),
    because: noDocker(target, 'The path', `only ${row.path.includes('dockershim') ? 'dockershim' : 'Docker'} fills it`),
    instead: insteadOf(fact, row, cause, target),
    related,
    fix: RUNTIMES[target.runtime].keepsDocker ? undefined : (measuredFix(fact, row, target) ?? droppedFix(fact, row)),
  });
}

function insteadOf(fact: Fact, row: PathRow, cause: Cause, target: Target): string {
  if (/multi-runtime|unread/.test(cause)) return 'Drop the volume and its mount once no node runs Docker Engine';
  if (cause === 'docker-host-path/made') return 'Delete the line once no node runs Docker Engine';
  if (cause === 'docker-host-path/mounted-too' && row.meaning !== 'logs') return 'Delete it with the mount of the pod';
  if (cause === 'docker-host-path/allowed-by-policy' && row.meaning !== 'logs' && isAllowList(fact.document))
    return 'Delete it: pods that still ask for it find nothing there';
  if (cause === 'docker-host-path/removed-policy') return REMOVED_POLICY;
  if (cause === 'docker-host-path/allowed-beside-logs')
    return 'Delete it: /var/log, where the logs are, is named beside it';
  if (/allowed-by-policy|mounted-too/.test(cause) && row.meaning === 'logs')
    return 'Allow /var/log, where the logs are files under /var/log/pods, and delete this path';
  if (isMadeProgram(fact, row))
    return 'Drop the line, and write crictl, or nerdctl where it is installed, in what calls docker there';
  const product =
    /^(?:graph|binary|state)$/.test(row.meaning) && fact.kind === 'path' ? productAdvice(fact, target) : undefined;
  if (product !== undefined) return `Drop this mount. ${product}`;
  const advice = variableAdvice(fact, target) ?? advise(target, adviceFor(fact, row, target));
  return row.meaning === 'logs' ? logsOfChart(advice, fact, target) : advice;
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
  const path = quoted(fact.at.text);
  switch (cause) {
    case 'docker-host-path/typed':
    case 'docker-host-path/binary-typed':
      return `${path} is required to be there: the pod does not start on a node without Docker Engine`;
    case 'docker-host-path/log-agent-extra':
      return `${path} stays empty without Docker Engine; the agent already reads /var/log`;
    case 'docker-host-path/unread':
      return `${path} is mounted, and the configuration here reads nothing from Docker`;
    case 'docker-host-path/multi-runtime':
      return `${path} is mounted next to the folders of a CRI runtime, and stays empty without Docker Engine`;
    case 'docker-host-path/unused-volume':
      return `The volume of ${path} is mounted by no container`;
    case 'docker-host-path/mounted-too':
    case 'docker-host-path/allowed-beside-logs':
    case 'docker-host-path/removed-policy':
    case 'docker-host-path/allowed-by-policy':
      return `The policy ${isAllowList(fact.document) ? 'allows' : 'names'} ${path}, which holds ${row.what}`;
    case 'docker-host-path/certificates':
      return `${path} holds registry certificates that only some runtimes still read`;
    case 'docker-host-path/made':
      return `${path} is made here for Docker; nothing else looks for it`;
    case 'docker-host-path/obsolete':
      return `${path} (${row.what}) does not exist on a node without Docker Engine`;
    default:
      if (isMadeProgram(fact, row)) return `${path} is put on the node here, where no Docker Engine answers it`;
      return `${path} holds ${row.what}; it is missing or empty on a node without Docker Engine`;
  }
}

/** Logs on the node itself are rotated by the kubelet; only a pod has something to mount. */
function adviceFor(fact: Fact, row: PathRow, target: Target): { readonly containerd: string; readonly crio: string } {
  if (fact.kind === 'path' && isOptionOfKubelet(fact.command)) return same(onNode(target));
  if (fact.kind === 'path' && fact.use === 'mount' && row.meaning === 'graph' && fact.pod && mountsLogs(fact.pod)) {
    const both = (store: string) =>
      `drop it where it is for logs, which are files under /var/log/pods now; what measures images reads ${store}`;
    return { containerd: both('/var/lib/containerd'), crio: both('/var/lib/containers/storage') };
  }
  if (fact.kind === 'path' && fact.use === 'mount' && isWholeStore(fact.path) && fact.pod && shipsLogs(fact.pod))
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
  const path = /[*$]/.test(text) ? '/var/log/containers/*.log' : '/var/log/pods';
  return `write ${path}: the kubelet keeps the logs of every runtime under /var/log/pods, linked from /var/log/containers`;
}

/** A volume, or a value of a chart that becomes one. */
function isMountable(fact: Fact): boolean {
  if (fact.kind === 'path') return fact.use === 'mount';
  return fact.kind === 'setting' && fact.format === 'helm-values' && !/[*$]/.test(fact.value.text);
}

function same(text: string): { readonly containerd: string; readonly crio: string } {
  return { containerd: text, crio: text };
}
