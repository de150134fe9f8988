/** Finds paths of the node that only Docker Engine fills: logs, images, state, its program. */

import { CRI_PARSER_WORDS, DOCKER_PARSERS } from '../data/log-shippers.ts';
import type { PathRow } from '../data/paths.ts';
import type { Cause } from '../judge.ts';
import type { Document, Pod, Volume } from '../model/document.ts';
import type { CommandFact, EnvFact, PathFact, SettingFact } from '../model/fact.ts';
import type { Project } from '../model/project.ts';
import { carriesEngine } from '../placing/engines.ts';
import { projectFolderOf } from '../recognise/chart-layout.ts';
import { isUnder, normaliseNodePath } from '../text/node-path.ts';
import { once } from '../text/once.ts';
import { spanOf } from '../text/placed.ts';
import type { View } from '../text/view.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { flagsOf } from './shared/command-flags.ts';
import { isFolderOfFile } from './shared/daemon-files.ts';
import { isDockerProgram } from './shared/docker/command.ts';
import { isForDockerAmongRuntimes, settingsOf } from './shared/documents.ts';
import { hasEngineBeside, hasEngineInContainer, isOfEngineByName, isOfEngineInChart } from './shared/engines.ts';
import { reportPath } from './shared/host-path-words.ts';
import {
  firstRow,
  isPatternOfLogs,
  isWholeLogs,
  isWholeStore,
  LOGS,
  mountsLogs,
  mountsLogsOfDocker,
  movedRoot,
  rowOf,
  shipsLogs,
} from './shared/host-paths.ts';
import { goesWithSocket, isTyped, mountPlaces, mountsCriFolder, mountsOf } from './shared/pods.ts';
import { isPolicyPath, isPolicySetting, policyCase } from './shared/policies.ts';
import { reportAt } from './shared/reports.ts';
import { isHostPathOfRunner } from './shared/runner-volumes.ts';
import { lastKey, plain, variableName } from './shared/settings.ts';
import { within } from './shared/tokens.ts';
import { findsEveryRuntime, isToldNothing, isWithoutApi } from './shared/told-agents.ts';
import { isBesideLogs, isInMapOfLogs, nameLogs } from './shared/values-volumes.ts';
import { advise, noDocker } from './shared/words.ts';

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
    return reportPath(fact, row, isMadeHere(fact, context) ? 'docker-host-path/made' : causeOf(row, false), context);
  if (isPolicyPath(fact)) return reportPath(fact, row, policyCause(fact, row, context), context);
  if (fact.document.language === 'groovy' && /^(?:binary|graph|logs)$/.test(row.meaning))
    return reportPath(fact, row, 'docker-host-path/pod-of-ci', context);
  const { pod, volume } = fact;
  if (isBesideLooseLogs(fact, row, context)) return reportPath(fact, row, 'docker-host-path/log-agent-extra', context);
  if (!pod || !volume) return reportPath(fact, row, causeOf(row, volume !== undefined && isTyped(volume)), context);
  if (carriesEngine(pod) && row.meaning !== 'logs' && row.meaning !== 'binary') return undefined;
  if (isOfEngineByName(volume.name) || (row.meaning === 'binary' && goesWithSocket(pod, volume))) return undefined;
  const related = mountPlaces(pod, volume);
  if (mountsOf(pod, volume).length === 0 && !pod.partial)
    return reportPath(fact, row, 'docker-host-path/unused-volume', context);
  const typed = isTyped(volume);
  if (!typed && row.path === NETNS && mountsNetns(pod))
    return reportPath(fact, row, 'docker-host-path/multi-runtime', context, related);
  if (!typed && row.meaning !== 'binary' && mountsCriFolder(pod) && (row.meaning !== 'logs' || mountsLogs(pod)))
    return reportPath(fact, row, 'docker-host-path/multi-runtime', context, related);
  if (!typed && /^(?:logs|graph)$/.test(row.meaning) && isToldNothing(fact, context))
    return reportPath(fact, row, 'docker-host-path/unread', context, related);
  if (!typed && row.meaning === 'graph' && keepsFilesIn(pod, volume))
    return reportPath(fact, row, 'docker-host-path/own-files', context, related);
  if (!typed && row.meaning === 'graph' && isWithoutApi(fact))
    return reportPath(fact, row, 'docker-host-path/without-api', context, related);
  if (!typed && row.meaning === 'graph' && findsEveryRuntime(fact))
    return reportPath(fact, row, 'docker-host-path/multi-runtime', context, related);
  const isAgentOfDocker = !readsCri(fact.document, context) && readsDocker(fact.document, context);
  const isForLogs = row.meaning === 'logs' || (isWholeStore(fact.path) && shipsLogs(pod)) || isOtherPlace(row, pod);
  if (typed || !isForLogs || !mountsLogs(pod)) return reportPath(fact, row, causeOf(row, typed), context, related);
  // Told with the parser, where that is told.
  const cause = isAgentOfDocker ? 'docker-host-path/beside-parser' : 'docker-host-path/log-agent-extra';
  return reportPath(fact, row, cause, context, related);
}

const NETNS = '/run/docker/netns';

/** The folder in which CNI plugins make the namespaces of every other runtime. */
const mountsNetns = once((pod: Pod): boolean =>
  pod.volumes.some(({ source, path }) => source === 'hostPath' && normaliseNodePath(path?.text ?? '') === '/run/netns'),
);

/** `kube.HostPathVolume('/var/log')` in the lines around: volumes of a pod that Jsonnet, values or a patch puts together elsewhere. */
function isBesideLooseLogs(fact: PathFact, { meaning }: PathRow, { factsOf }: RuleContext): boolean {
  if (meaning !== 'logs' || !isLoose(fact) || (fact.volume && isTyped(fact.volume))) return false;
  const here = spanOf(fact.at);
  return factsOf(fact.document).some((one) => {
    if (one.kind !== 'path' || one.use !== 'mount' || !isWholeLogs(one.path) || !isLoose(one)) return false;
    const there = spanOf(one.at);
    return there.source === here.source && Math.abs(there.start - here.start) < NEAR_BY;
  });
}

/** No pod shows what else is mounted. */
function isLoose({ pod }: PathFact): boolean {
  return pod === undefined || (pod.partial === true && pod.containers.length === 0);
}

const NEAR_BY = 400;

/** A moved data root beside the usual one: the agent looks for the same logs there. */
function isOtherPlace({ path }: PathRow, pod: Pod): boolean {
  return path === '/mnt/docker' && mountsLogsOfDocker(pod);
}

/** `docker run -v /var/lib/docker:/var/lib/docker`: what does not start mounts nothing. */
function isToldAtRun(fact: PathFact, context: RuleContext): boolean {
  const { place, engine } = context.placementOf(fact);
  const isRun = isDockerProgram(fact.command?.program ?? '') && !fact.pod;
  return isRun && (place === 'node' || place === 'unknown') && engine === undefined;
}

/** A setting of a container that mounts the folder names a folder of its own below it: to the program it is any folder of the node. */
function keepsFilesIn(pod: Pod, volume: Volume): boolean {
  return mountsOf(pod, volume).some(({ container, path }) => {
    const above = path?.text.replace(/\/$/, '');
    const given = [...container.args, ...container.env.flatMap(({ value }) => value ?? [])];
    return above !== undefined && given.some(({ text }) => isOwnFolder(text.slice(0, 400), above));
  });
}

/** `/var/lib/docker/pool`, and none of the folders that Docker has there itself. */
function isOwnFolder(text: string, above: string): boolean {
  const name = text.startsWith(`${above}/`) ? text.slice(above.length + 1) : '';
  return name !== '' && !FOLDERS_OF_DOCKER.test(name);
}

/** https://docs.docker.com/engine/storage/drivers/overlayfs-driver/ */
const FOLDERS_OF_DOCKER =
  /^(?:containers?|image|volumes|overlay2?|aufs|btrfs|devicemapper|zfs|vfs|network|plugins|swarm|tmp|trust|builder|buildkit|runtimes|execdriver|graph)(?:\/|$)/;

/** The script makes the folder that it mounts: it is there, whether Docker Engine is or not. */
function isMadeHere({ path, document }: PathFact, context: RuleContext): boolean {
  return foldersMade(document, context).has(path);
}

const foldersMade = pathsOfLines(({ use, command }) => use === 'write' && command?.program === 'mkdir');

/** The paths of the lines of a document that do so with them. */
function pathsOfLines(areMeant: (fact: PathFact) => boolean) {
  return once(
    (document: Document, { factsOf }: RuleContext): ReadonlySet<string> =>
      new Set(factsOf(document).flatMap((fact) => (fact.kind === 'path' && areMeant(fact) ? [fact.path] : []))),
  );
}

/** A policy that speaks of the folder too into which the kubelet writes allows the logs. */
function policyCause(fact: PathFact | SettingFact, { meaning }: PathRow, context: RuleContext): Cause {
  const read = policyCase(fact, context);
  // An agent that asks for the logs has to be allowed the folder where they are now.
  const found = read === 'left-in-policy' && meaning === 'logs' ? 'allowed-by-policy' : read;
  const allowsLogs =
    found === 'allowed-by-policy' && meaning === 'logs' && nameLogs(settingsOf(fact.document, context));
  return allowsLogs ? 'docker-host-path/allowed-beside-logs' : `docker-host-path/${found}`;
}

function checkScript(fact: PathFact, row: PathRow, context: RuleContext): Report | undefined {
  // The program that an image brings along is its own.
  if (
    row.meaning === 'binary' &&
    (fact.use !== 'write' || fact.touches || fact.document.language === 'dockerfile' || isLinkToOther(fact))
  )
    return undefined;
  if (row.meaning === 'binary' && isToldAsPackage(fact, context)) return undefined;
  // A pattern that a path was put into: `grep "$1[a-z]*"`; the path itself is reported where it stands.
  if (/[[\]^|]/.test(fact.path)) return undefined;
  if (fact.pod && row.meaning !== 'logs' && hasEngineInContainer(fact, context)) return undefined;
  // The folder of a file of dockerd goes with the file.
  if (isFolderOfFile(fact, context)) return undefined;
  const program = fact.command?.program ?? '';
  if (row.meaning === 'binary' && ALLOWERS.has(program)) return undefined;
  if (row.meaning === 'binary' && context.placementOf(fact).place === 'unknown')
    return reportPath(fact, row, 'docker-host-path/made', context);
  if (REMOVERS.has(program) || CLEANING_NAME.test(program))
    return reportPath(fact, row, 'docker-host-path/obsolete', context);
  // What the script itself makes is there, whether anybody looks for it or not; an empty folder breaks nothing.
  if (
    MAKERS.has(program) &&
    ((program === 'mkdir' && row.meaning === 'graph' && !isFilled(fact, context)) || isUnder(fact.path, '/run/docker'))
  )
    return reportPath(fact, row, 'docker-host-path/made', context);
  if (CLEANERS.has(program) && fact.command?.polarity === 'probes')
    return reportPath(fact, row, 'docker-host-path/obsolete', context);
  return reportPath(
    fact,
    row,
    isOfEngineBeside(fact, row, context) ? 'docker-host-path/made' : causeOf(row, false),
    context,
  );
}

/** Another line of the script works with the folder: what it puts there is told with it. */
function isFilled({ path, document }: PathFact, context: RuleContext): boolean {
  return pathsWorkedWith(document, context).has(path);
}

const pathsWorkedWith = pathsOfLines(({ use, command }) => use !== 'mount' && command?.program !== 'mkdir');

/** A program of the engine that a task copies is told with what it installs. */
function isToldAsPackage({ at, document }: PathFact, { factsOf }: RuleContext): boolean {
  return factsOf(document).some(
    (one) => one.kind === 'package' && one.manager === 'copy' && one.at.view === at.view && one.at.start === at.start,
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
    return logs && reportPath(fact, logs, 'docker-host-path', context);
  }
  const row = path === undefined || /[*|^]/.test(path) ? undefined : rowOf(path);
  if (!row) return undefined;
  if (isPolicySetting(fact)) return reportPath(fact, row, policyCause(fact, row, context), context);
  if (isHostPathOfRunner(fact, context))
    return /^(?:binary|graph|logs)$/.test(row.meaning)
      ? reportPath(fact, row, 'docker-host-path/pod-of-ci', context)
      : undefined;
  if (fact.format !== 'helm-values' && variableName(fact) === undefined) return undefined;
  const key = plain(variableName(fact) ?? lastKey(fact));
  if (
    row.meaning === 'configuration' ||
    row.meaning === 'engine-log' ||
    !/path|dir|root|log|container/.test(key) ||
    key === 'mountpath'
  )
    return undefined;
  if (isOfEngineInChart(fact, context) || (row.meaning !== 'logs' && hasEngineBeside(fact, context))) return undefined;
  if (isForDockerAmongRuntimes(fact, context)) return reportPath(fact, row, 'docker-host-path/multi-runtime', context);
  const isAgentOfDocker = readsDocker(fact.document, context);
  const isOfLogs = row.meaning === 'logs' || /\/containers$/.test(path ?? '');
  const isBeside =
    (isOfLogs && isInMapOfLogs(fact, context)) || (row.meaning === 'logs' && isBesideLogs(fact, context));
  if (isBeside)
    return reportPath(
      fact,
      row,
      isAgentOfDocker && !readsCri(fact.document, context)
        ? 'docker-host-path/beside-parser'
        : 'docker-host-path/log-agent-extra',
      context,
    );
  const extra = row.meaning === 'logs' && readsCri(fact.document, context);
  return reportPath(fact, row, extra ? 'docker-host-path/log-agent-extra' : causeOf(row, false), context);
}

/** A variable of a container that holds such a path. */
function checkVariable(fact: EnvFact, context: RuleContext): Report | undefined {
  const text = fact.value?.text ?? '';
  if (!fact.exported || /shell|systemd|makefile/.test(fact.document.language)) return undefined;
  // `PRUNEPATHS` of updatedb: what is left out.
  if (/prune|exclude|ignore|skip/i.test(fact.name)) return undefined;
  // An address is told as such.
  if (/^(?:unix|npipe|tcp):/.test(text)) return undefined;
  // A list of folders is judged by the first of them that is Docker's.
  const paths = /[*|^]/.test(text) ? [] : text.split(/[\s,;]+/).slice(0, MOST_PATHS);
  const row = firstRow(paths.flatMap((path) => normaliseNodePath(path) ?? []));
  if (!row || row.meaning === 'configuration' || (fact.pod && carriesEngine(fact.pod))) return undefined;
  return reportPath(fact, row, causeOf(row, false), context);
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
      ...noDocker(context.target, 'only Docker keeps data there'),
      instead: advise(context.target, {
        containerd: 'add run/containerd/.+ and var/lib/containerd/.+ to the pattern',
        crio: 'add run/containers/.+ and var/lib/containers/.+ to the pattern',
      }),
    },
    within(flag.value, 'var/lib/docker'),
  );
}

const MOST_PATHS = 50;

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
