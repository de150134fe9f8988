/** Finds settings of dockerd on nodes: daemon.json, drop-ins, options; nothing else reads them. */
import {
  DAEMON_FILES,
  DAEMON_KEYS,
  DAEMON_VARIABLES,
  type DaemonFileRow,
  type DaemonRow,
} from '../data/daemon-config.ts';
import { RUNTIMES } from '../data/runtimes.ts';
import type { Cause } from '../judge.ts';
import type { Document, Token } from '../model/document.ts';
import type { EnvFact, Fact, FlagFact, PathFact, SettingFact } from '../model/fact.ts';
import type { Project } from '../model/project.ts';
import { carriesEngine } from '../placing/engines.ts';
import { rootOf } from '../placing/units.ts';
import { groupBy } from '../text/group.ts';
import { isUnder } from '../text/node-path.ts';
import { once } from '../text/once.ts';
import { folderOf } from '../text/path.ts';
import { spanOf } from '../text/placed.ts';
import { lineKey, spanText } from '../text/source.ts';
import { onEveryFact, type Report, type Rule, type RuleContext } from './rule.ts';
import { bodyOf, isInFile, isInTemplate, isWrittenLater, partsByPath, writerPlaces } from './shared/daemon-contents.ts';
import {
  dropInsWith,
  editsOf,
  foldersMade,
  IGNORED_PROGRAMS,
  isBackup,
  isCopied,
  isEdit,
  isFolderOfFile,
  isForOthersToo,
  isKept,
  isMoved,
  isReadAgain,
  withoutDrive,
} from './shared/daemon-files.ts';
import { advised, andMore, checkDaemonJson, gravest, keysOfFile, placeOf, reportKey } from './shared/daemon-json.ts';
import {
  adviceOnEach,
  DAEMON_ROWS,
  insteadOf,
  isInValue,
  type Option,
  optionsAdvice,
  optionsBeside,
  optionsOf,
} from './shared/daemon-options.ts';
import { isDockerProgram } from './shared/docker/command.ts';
import { firstBy } from './shared/documents.ts';
import {
  hasEngineInChart,
  hasEngineInContainer,
  isBesideSupervisor,
  isMountedByEngineInValues,
} from './shared/engines.ts';
import { installedBy, installerPlaces } from './shared/installed-files.ts';
import { inventoryOf, kubesprayAdvice, kubesprayFix } from './shared/kubespray.ts';
import { isForOwnEngine } from './shared/pods.ts';
import { reportAt } from './shared/reports.ts';
import { lastKey } from './shared/settings.ts';
import { advise, noDocker, quoted } from './shared/words.ts';

const VARIABLES = new Map(DAEMON_VARIABLES.map((row) => [row.name, row.key]));

/** The configuration of the registry's own image, which is no engine. */
const REGISTRY_FOLDER = '/etc/docker/registry';

const DROP_IN = /(^|\/)docker\.(service|socket)\.d\/[^/]+\.conf(\.[a-z0-9]+)?$/;

export const rule: Rule = {
  id: 'docker-daemon-config',
  summary: 'A setting of dockerd that no other runtime reads.',
  fix: {
    unsafe:
      'Variables of a kubespray inventory that are for Docker alone become those that take their place, or go. Nodes that keep Docker Engine lose the setting. Every other setting belongs into another file; `dockershim-lint migrate` writes them.',
  },
  triggers: [
    'docker',
    ...DAEMON_KEYS.flatMap((row) => row.keys.filter((key) => key.includes('-'))).map((key) => `"${key}"`),
  ],
  files: DROP_IN,
  covers: ['docker-host-path'],
  checks: onEveryFact((fact, context) => {
    const report = check(fact, context);
    // The settings of an engine that runs beside the kubelet's runtime: it reads them, and no pod needs them.
    if (!report || report.cause === 'docker-daemon-config/certificates') return report;
    if (isOfContainer(fact, context)) return undefined;
    if (isOfImage(fact, context) || isNamedForEngine(fact.document)) return ofImage(report);
    // Nothing tells that the kubelet uses the engine that is installed here.
    const { place, engine } = context.placementOf(fact);
    const isForEngine = () =>
      (engine?.kind === 'own' && !engine.isBeside) ||
      runsContainers(fact.document, context) ||
      isBesideImage(fact.document, context) ||
      !isAboutNodes(context.project);
    if (place === 'unknown' && isForEngine()) return { ...report, cause: 'docker-daemon-config/installed' };
    return engine?.isBeside || isPassedOver(report, context)
      ? { ...report, cause: 'docker-daemon-config/engine' }
      : report;
  }),
};

/** Something in the repository speaks of Kubernetes, or chooses a runtime for its nodes. */
const isAboutNodes = once(
  ({ places, facts }: Project): boolean =>
    places.speaksOfKubernetes('') || facts.some((fact) => fact.kind === 'setting' && CHOICES.has(lastKey(fact))),
);

const CHOICES = new Set(['container_manager', 'container_runtime']);

/** A daemon.json in the folder of an image is for what that image builds with. */
function isBesideImage({ path, parent }: Document, { project }: RuleContext): boolean {
  return !parent && /(?:^|\/)daemon\.json$/.test(path) && foldersOfImages(project).has(folderOf(path));
}

const foldersOfImages = once(
  ({ documents }: Project): ReadonlySet<string> =>
    new Set(documents.flatMap(({ language, path }) => (language === 'dockerfile' ? [folderOf(path)] : []))),
);

/** The script works with the engine that it configures. */
function runsContainers(document: Document, context: RuleContext): boolean {
  return runsOnEngine(rootOf(document), context);
}

const runsOnEngine = once((document: Document, { factsOf }: RuleContext): boolean =>
  factsOf(document).some(
    (fact) => fact.kind === 'command' && isDockerProgram(fact.program) && fact.words[1]?.text === 'run',
  ),
);

function isOfContainer(fact: Fact, context: RuleContext): boolean {
  return hasEngineInContainer(fact, context) || hasEngineInChart(fact, context) || isBesideSupervisor(fact, context);
}

/** What an image tells dockerd is for an engine in a container, if for any. */
function isOfImage(fact: Fact, context: RuleContext): boolean {
  return rootOf(fact.document).language === 'dockerfile' && context.placementOf(fact).place !== 'node';
}

function ofImage(report: Report): Report {
  const instead = 'Leave it where the image runs dockerd itself, as docker:dind does; delete it where it does not';
  return { ...report, cause: 'docker-daemon-config/engine', instead, fix: undefined };
}

/** A variable for the engine in an inventory that gives its machines another runtime. */
function isPassedOver({ cause, document }: Report, { project }: RuleContext): boolean {
  return cause.startsWith('docker-daemon-config') && otherRuntimes(project).has(inventoryOf(document));
}

/** Inventories whose variables say `container_manager: containerd`, and nowhere `docker`. */
const otherRuntimes = once(({ facts }: Project): ReadonlySet<Document | string> => {
  const chosen = facts.flatMap((fact) => {
    if (fact.kind !== 'setting' || fact.path.length !== 1 || fact.path[0] !== 'container_manager') return [];
    return [{ inventory: inventoryOf(fact.document), isOther: /^(?:containerd|crio)$/.test(fact.value.text) }];
  });
  const docker = new Set(chosen.filter(({ isOther }) => !isOther).map(({ inventory }) => inventory));
  return new Set(chosen.map(({ inventory }) => inventory).filter((inventory) => !docker.has(inventory)));
});

/** A ConfigMap that is called like an engine in a pod, whoever mounts it. */
function isNamedForEngine({ object }: Document): boolean {
  return object !== undefined && /(?:^|[-_.])(?:dind|docker-in-docker)(?:[-_.]|$)/i.test(object.name);
}

function check(fact: Fact, context: RuleContext): Report | undefined {
  if (isDropIn(fact.document)) return checkDropIn(fact, context);
  switch (fact.kind) {
    case 'setting':
      return checkSetting(fact, context);
    case 'env':
      return checkVariable(fact, context);
    case 'flag':
      return checkFlag(fact, context);
    case 'path':
      return checkPath(fact, context);
    default:
      return undefined;
  }
}

/** A file of the repository that is a drop-in of docker.service itself. */
function isDropIn({ language, parent, path }: Document): boolean {
  return language === 'systemd' && !parent && DROP_IN.test(path);
}

const isFirstOfFile = firstBy(() => '');

function checkDropIn(fact: Fact, context: RuleContext): Report | undefined {
  if (!isFirstOfFile(fact, context)) return undefined;
  return reportAt(fact, 'docker-daemon-config/file', {
    message: 'This is a drop-in of docker.service, which nodes without Docker Engine do not have',
    ...noDocker(context.target, 'only dockerd reads it'),
    instead: advise(context.target, {
      containerd:
        'carry proxies and limits over to /etc/systemd/system/containerd.service.d/, and leave ExecStart, which is dockerd’s, behind',
      crio: 'carry proxies and limits over to /etc/systemd/system/crio.service.d/, and leave ExecStart, which is dockerd’s, behind',
    }),
    related: installerPlaces(fact.document, context),
  });
}

function checkSetting(fact: SettingFact, context: RuleContext): Report | undefined {
  // The items of a list are one value.
  if (isItem(fact) && !isFirstItem(fact, context)) return undefined;
  const report = fact.format === 'daemon-json' ? checkDaemonJson(fact, context) : checkNamed(fact, context);
  return report && !isForOwnEngine(fact, context.project) && !isMountedByEngineInValues(fact, context)
    ? report
    : undefined;
}

/** The file that Terraform puts on a machine: `path` of an Ignition file, `destination` of a provisioner. */
function checkFile(fact: SettingFact, context: RuleContext): Report | undefined {
  if (!/^(?:path|destination|filename)$/.test(lastKey(fact))) return undefined;
  const row = DAEMON_FILES.find((one) => isUnder(fact.value.text, one.path));
  if (!row || isUnder(fact.value.text, REGISTRY_FOLDER)) return undefined;
  if (isStillRead(row, context)) return reportCertificates(fact, fact.value, row, context);
  return reportAt(fact, 'docker-daemon-config/file', {
    message: `${quoted(fact.value.text)} is ${row.what}; only Docker Engine reads it`,
    ...noDocker(context.target, 'only dockerd reads it'),
    instead: advise(context.target, row),
  });
}

function isItem(fact: Fact): boolean {
  return fact.kind === 'setting' && fact.path.at(-1) === '[]' && VARIABLES.has(lastKey(fact).toLowerCase());
}

const isFirstItem = firstBy((fact) => (fact.kind === 'setting' && isItem(fact) ? fact.path.join('\0') : undefined));

function checkNamed(fact: SettingFact, context: RuleContext): Report | undefined {
  if (fact.format === 'terraform') return checkFile(fact, context);
  const name = lastKey(fact).toLowerCase();
  const key = VARIABLES.get(name);
  if (key === undefined || fact.path.length > 6 || fact.value.text === '') return undefined;
  if (!/^(yaml|json|ansible|kubernetes|ini|docker-options)$/.test(fact.format)) return undefined;
  const report = reportVariable(fact, name, key, context);
  return isInTemplate(lastKey(fact), context.project) ? { ...report, cause: 'docker-daemon-config/installed' } : report;
}

/** `echo 'DOCKER_OPTS="--bip=…"' > /etc/default/docker`, a drop-in in a here-document: what is written tells more than where. */
function showsVariable(fact: PathFact, context: RuleContext): boolean {
  const body = fact.use === 'write' ? partsByPath(fact.document, context).get(fact.path) : undefined;
  return body !== undefined && saysOptions(body, context);
}

/** The lines that put the text on the node, of a file of the repository or of a text in another. */
function placesOf({ document }: Fact, context: RuleContext): NonNullable<Report['related']> {
  return [...installerPlaces(document, context), ...writerPlaces(document, context)];
}

function checkVariable(fact: EnvFact, context: RuleContext): Report | undefined {
  const key = VARIABLES.get(fact.name.toLowerCase());
  if (key === undefined || fact.pod || (fact.value?.text ?? '') === '') return undefined;
  // A lower-case name is the script's own; options of dockerd are written in capitals, or by Ansible.
  if (fact.document.language === 'shell' && !fact.exported && fact.name === fact.name.toLowerCase()) return undefined;
  if (isHandedOn(fact) || isAnswer(fact)) return undefined;
  return isInFile(fact, context) ? undefined : reportVariable(fact, fact.name, key, context);
}

/** `DOCKER_OPTS="$DOCKER_OPTS $MORE"`: the options are told where they are written. */
function isHandedOn({ value, document }: EnvFact): boolean {
  if (!value || document.language !== 'shell') return false;
  return /^["']?(?:\s*\$(?:\w{1,80}|\{\w{1,80}\}))+\s*["']?;?$/.test(spanText(spanOf(value)).slice(0, LONGEST_VALUE));
}

const LONGEST_VALUE = 2000;

/** `DOCKER_CGROUP_DRIVER=$(docker info | grep -i cgroup)`: what dockerd says of itself is an answer, and no option. */
function isAnswer({ value, document }: EnvFact): boolean {
  if (!value || document.language !== 'shell') return false;
  return ASKS_DOCKERD.test(spanText(spanOf(value)).slice(0, LONGEST_VALUE));
}

const ASKS_DOCKERD = /^["']?(?:\$\(|`)\s{0,9}(?:sudo\s{1,9})?docker\s{1,9}(?:system\s{1,9})?(?:info|version)\b/;

function checkFlag(fact: FlagFact, context: RuleContext): Report | undefined {
  if (fact.program !== 'dockerd' || (fact.pod && carriesEngine(fact.pod))) return undefined;
  if (isShownByVariable(fact, context) || isPartOfVariable(fact, context)) return undefined;
  const [main, ...others] = optionsBeside(fact, context);
  if (main && main.flag !== fact) return undefined;
  const report = reportKey(fact, fact.name, fact.value ?? fact.at, context);
  if (!report) return undefined;
  const places = placesOf(fact, context);
  if (!main || others.length === 0) return { ...report, related: places };
  return {
    ...report,
    message: `${report.message}${andMore(others.length)}`,
    instead: optionsAdvice([main, ...others], context) ?? report.instead,
    related: [...others.map(({ flag }) => ({ at: flag.at, message: 'beside it' })), ...places],
  };
}

function checkPath(fact: PathFact, context: RuleContext): Report | undefined {
  if (fact.use !== 'write' && fact.use !== 'read') return undefined;
  if (fact.pod && carriesEngine(fact.pod)) return undefined;
  if (IGNORED_PROGRAMS.has(fact.command?.program ?? '')) return undefined;
  const path = withoutDrive(fact.path);
  const row = DAEMON_FILES.find((one) => isUnder(path, one.path));
  if (!row || isUnder(path, REGISTRY_FOLDER)) return undefined;
  if (fact.use === 'read' && isKept(path)) return undefined;
  if (fact.polarity === 'probes' && isWrittenLater(fact, context)) return undefined;
  if (isFolderOfFile(fact, context) || isCopied(fact, context) || isEdit(fact, context)) return undefined;
  if (isReadAgain(fact, context) || isMoved(fact, context) || isBackup(fact, context)) return undefined;
  if (isStillRead(row, context)) return reportCertificates(fact, fact.at, row, context);
  if (showsVariable(fact, context) || isToldInFile(fact, context)) return undefined;
  const [first, ...beside] = dropInsWith(fact, context);
  if (first !== fact) return undefined;
  const keys = bodyOf(fact, context).flatMap((setting) => {
    const row = DAEMON_ROWS.get(setting.path[0] ?? '');
    return row ? [{ setting, row }] : [];
  });
  const isFolder = ONLY_FOLDER.test(path);
  const lines = keys.map(({ setting, row }) => advised(setting, row, context));
  const alone =
    isFolder || (row.readSince === undefined && isFileOfOthers(path)) || isFolderMade(fact)
      ? 'docker-daemon-config/folder'
      : 'docker-daemon-config/file';
  const cause =
    gravest(keys.map((key) => key.row)) ?? (isForOthersToo(fact, context) ? 'docker-daemon-config/installed' : alone);
  return reportAt(fact, cause, {
    message: `${quoted(fact.path.length > fact.at.text.length ? fact.path : fact.at.text)} is ${isFolder ? 'the folder for drop-ins of docker.service' : row.what}; only Docker Engine reads it`,
    ...noDocker(context.target, 'only dockerd reads it'),
    instead:
      keys.length > 0
        ? adviceOnEach(lines)
        : advise(context.target, isFolder ? FOLDER_OF_DROP_INS : (editOf(fact) ?? row)),
    related: [
      ...lines.map(placeOf),
      ...foldersMade(fact, context).map(({ at }) => ({ at, message: 'its folder' })),
      ...editsOf(fact, context).map(({ at }) => ({ at, message: 'edits it' })),
      ...beside.map(({ at }) => ({ at, message: 'the same for another proxy' })),
    ],
  });
}

/** `template: src=daemon.json.j2`: the settings are told where they stand, in the file of the repository. */
function isToldInFile(fact: PathFact, context: RuleContext): boolean {
  return installedBy(fact, context).some((document) => {
    const [main] = keysOfFile(document, context);
    return (
      (main !== undefined && main.row.matters !== 'engine') || isDropIn(document) || saysOptions(document, context)
    );
  });
}

/** A file of variables or a unit that gives dockerd options. */
function saysOptions(document: Document, context: RuleContext): boolean {
  return daemonVariables(document, context).length > 0 || flagsTold(document, context).length > 0;
}

/** `/etc/docker/certs/tls.key`, `/etc/docker/registry/config.yml`: in the folder of dockerd, which has another name for its own. */
function isFileOfOthers(path: string): boolean {
  return isUnder(path, '/etc/docker') && path !== '/etc/docker' && !/^\/etc\/docker\/[^/]*\.json\b/.test(path);
}

/** The folder by itself, which nothing is copied into. */
function isFolderMade({ path, command }: PathFact): boolean {
  return path === '/etc/docker' && !/^(?:cp|mv|install|ln|scp|rsync|tar|unzip)$/.test(command?.program ?? '');
}

const FOLDER_OF_DROP_INS = {
  containerd:
    'delete it with what is written into it: proxies and limits go to /etc/systemd/system/containerd.service.d/',
  crio: 'delete it with what is written into it: proxies and limits go to /etc/systemd/system/crio.service.d/',
};

/** `yq -i '.dns = ["10.0.0.10"]' /etc/docker/daemon.json`: the setting that the line writes. */
function editOf({ command }: PathFact): DaemonRow | undefined {
  if (!command) return undefined;
  for (const { text } of command.words.slice(1, MOST_WORDS)) {
    const key = EDITED_KEY.exec(text.slice(0, LONGEST_VALUE))?.[1];
    const row = key === undefined ? undefined : DAEMON_ROWS.get(key);
    if (row && !row.containerd.includes('{')) return row;
  }
  return undefined;
}

const EDITED_KEY = /(?:^|[\s|(])\.(?:\[?")?([a-z][a-z-]{1,40})"?\]?\s{0,9}\|?\+?=/;
const MOST_WORDS = 20;

/** A folder for drop-ins, into which the document writes nothing. */
const ONLY_FOLDER = /\/docker\.(?:service|socket)\.d$/;

function isStillRead({ readSince }: DaemonFileRow, { target }: RuleContext): boolean {
  const { runtime, minor } = target;
  return readSince !== undefined && (runtime === 'containerd' || runtime === 'cri-o') && minor >= readSince[runtime];
}

function reportCertificates(fact: Fact, at: Token, row: DaemonFileRow, { target }: RuleContext): Report {
  return reportAt(fact, 'docker-daemon-config/certificates', {
    message: `${quoted(at.text)} is ${row.what} in the folder of Docker`,
    because: `${RUNTIMES[target.runtime].name} reads this folder too, and has one of its own`,
    instead: advise(target, row),
  });
}

function reportVariable(fact: EnvFact | SettingFact, name: string, key: string, context: RuleContext): Report {
  const row = DAEMON_ROWS.get(key);
  const options = optionsOf(fact, context);
  return reportAt(fact, variableCause(fact, options), {
    message: `${quoted(name)} sets options of dockerd, which no node runs without Docker Engine`,
    ...noDocker(context.target, 'only dockerd reads it'),
    instead:
      kubesprayAdvice(fact, name, context) ??
      optionsAdvice(options, context) ??
      (row ? insteadOf(row, row.values ? fact.value : undefined, context) : moveEach(context)),
    related: placesOf(fact, context),
    fix: kubesprayFix(fact, name, context),
  });
}

function variableCause(fact: EnvFact | SettingFact, options: readonly Option[]): Cause {
  const gravestOption = gravest(options.map(({ row }) => row));
  return gravestOption ?? (fact.kind === 'setting' ? 'docker-daemon-config/provisioner' : 'docker-daemon-config');
}

function moveEach({ target }: RuleContext): string {
  return advise(target, {
    containerd: 'move each option to /etc/containerd/config.toml, hosts.toml or KubeletConfiguration',
    crio: 'move each option to /etc/crio/crio.conf.d, registries.conf.d or KubeletConfiguration',
  });
}

function isShownByVariable(flag: FlagFact, context: RuleContext): boolean {
  const sameLine = variablesByLine(flag.document, context).get(lineKey(spanOf(flag.at))) ?? [];
  return sameLine.some(({ value }) => isInValue(flag, value));
}

/** `DOCKER_OPT_MTU="--mtu=$MTU"` of a script that puts DOCKER_OPTS together from such parts: that is told at the whole. */
function isPartOfVariable({ document, at }: FlagFact, context: RuleContext): boolean {
  if (document.language !== 'shell' || !/\bDOCKER_OPT_\w{1,40}=/.test(lineAround(at))) return false;
  return [document, ...context.partsOf(document)].some((one) => daemonVariables(one, context).length > 0);
}

/** What stands before it on its line. */
function lineAround(at: Token): string {
  const { source, start } = spanOf(at);
  return source.text.slice(Math.max(source.text.lastIndexOf('\n', start) + 1, start - 200), start);
}

const variablesByLine = once((document: Document, context: RuleContext) =>
  groupBy(daemonVariables(document, context), ({ value }) => (value ? lineKey(spanOf(value)) : '')),
);

const daemonVariables = once((document: Document, context: RuleContext): readonly (EnvFact | SettingFact)[] =>
  context
    .factsOf(document)
    .filter(
      (fact): fact is EnvFact | SettingFact =>
        (fact.kind === 'env' && checkVariable(fact, context) !== undefined) ||
        (fact.kind === 'setting' &&
          fact.format !== 'terraform' &&
          (isItem(fact) || checkSetting(fact, context) !== undefined)),
    ),
);

/** The options that are told by themselves: `EXTRA_STORAGE_OPTIONS="--storage-opt …"`. */
const flagsTold = once((document: Document, context: RuleContext): readonly FlagFact[] =>
  context
    .factsOf(document)
    .filter((fact): fact is FlagFact => fact.kind === 'flag' && checkFlag(fact, context) !== undefined),
);
