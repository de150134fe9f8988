/** Finds settings of dockerd on nodes: daemon.json, drop-ins, options; nothing else reads them. */
import { DAEMON_KEYS, DROP_IN_ADVICE } from '../data/daemon-config.ts';
import type { Document } from '../model/document.ts';
import type { Fact, SettingFact } from '../model/fact.ts';
import type { Project } from '../model/project.ts';
import { rootOf } from '../placing/units.ts';
import { once } from '../text/once.ts';
import { folderOf } from '../text/path.ts';
import { onEveryFact, type Report, type Rule, type RuleContext } from './rule.ts';
import { checkFile, checkPath, DROP_IN, isDropIn } from './shared/daemon-paths.ts';
import { checkFlag, checkSetting, checkVariable, isForEngineOfPod } from './shared/daemon-variables.ts';
import { startsContainers } from './shared/docker/own-containers.ts';
import { firstBy } from './shared/documents.ts';
import { hasEngineInChart, hasEngineInContainer, isBesideSupervisor } from './shared/engines.ts';
import { installerPlaces } from './shared/installed-files.ts';
import { inventoryOf } from './shared/kubespray.ts';
import { reportAt } from './shared/reports.ts';
import { lastKey } from './shared/settings.ts';
import { advise, noDocker } from './shared/words.ts';

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
      // The script works with the engine that it configures.
      startsContainers(rootOf(fact.document), context) ||
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
      return fact.format === 'terraform' ? checkFileOfTerraform(fact, context) : checkSetting(fact, context);
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

const isFirstOfFile = firstBy(() => '');

function checkDropIn(fact: Fact, context: RuleContext): Report | undefined {
  if (!isFirstOfFile(fact, context)) return undefined;
  return reportAt(fact, 'docker-daemon-config/file', {
    message: 'This is a drop-in of docker.service, which nodes without Docker Engine do not have',
    ...noDocker(context.target, 'only dockerd reads it'),
    instead: advise(context.target, DROP_IN_ADVICE),
    related: installerPlaces(fact.document, context),
  });
}

function checkFileOfTerraform(fact: SettingFact, context: RuleContext): Report | undefined {
  const report = checkFile(fact, context);
  return report && !isForEngineOfPod(fact, context) ? report : undefined;
}
