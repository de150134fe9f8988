/** Finds images that Docker puts on a node, where the kubelet does not see them. */

import { RUNTIMES } from '../data/runtimes.ts';
import type { Cause } from '../judge.ts';
import type { Document, Language, Token } from '../model/document.ts';
import type { CommandFact } from '../model/fact.ts';
import type { Target } from '../model/target.ts';
import { once } from '../text/once.ts';
import { spanOf } from '../text/placed.ts';
import { lineKey } from '../text/source.ts';
import type { Report, ReportFix, Rule, RuleContext } from './rule.ts';
import { dockerAdvice, type Paste } from './shared/docker/advice.ts';
import { type DockerCommand, dockerCommandOf, isDockerProgram, valuesOf } from './shared/docker/command.ts';
import { commandText } from './shared/docker/command-text.ts';
import { talksElsewhere } from './shared/docker/elsewhere.ts';
import { isFetchedForRun, nameOf } from './shared/docker/fetched.ts';
import { imageName } from './shared/docker/images.ts';
import { startsContainers } from './shared/docker/own-containers.ts';
import { areHandedOver, areLoadedToPush, arePulled, arePushed, buildOf } from './shared/docker/own-images.ts';
import { isPasteable, typedWord } from './shared/docker/typed.ts';
import { reachesEngine } from './shared/engines.ts';
import { repositoryOf } from './shared/images.ts';
import { checkMinikube, isInMinikube } from './shared/minikube.ts';
import { checkPolicy, loadsIntoNode } from './shared/never-pulled.ts';
import { reportAt } from './shared/reports.ts';
import { rewrittenCommand, runsOnNode } from './shared/rewrites.ts';
import { noDocker, quoted, sentence, UNSEEN_IMAGES } from './shared/words.ts';

export const rule: Rule = {
  id: 'node-local-image-build',
  summary: 'Docker puts an image on a node, where the kubelet does not see it.',
  fix: {
    unsafe:
      'The command that the advice begins with, where it runs on the node, stands on one line and needs nothing filled in. The image goes to the runtime, and what reads it from Docker afterwards finds nothing.',
  },
  triggers: [
    'docker',
    { word: 'minikube', before: ['image', 'cache'] },
    { word: 'k3d', before: ['image import', 'images import', 'cluster create'] },
    { word: 'kind', before: ['load image-archive', 'create cluster'] },
    'imagepullpolicy: never',
    'imagepullpolicy: "never',
    'imagepullpolicy":"never',
    'imagepullpolicy": "never',
  ],
  checks: {
    setting: checkPolicy,
    command: (fact, context) => {
      if (fact.program === 'minikube') return checkMinikube(fact, context);
      return isDockerProgram(fact.program) ? checkDocker(fact, context) : undefined;
    },
  },
};

function checkDocker(fact: CommandFact, context: RuleContext): Report | undefined {
  const { target, factsOf } = context;
  const command = dockerCommandOf(fact);
  if (!command || talksElsewhere(fact, command, context) || command.row.class !== 'transport') return undefined;
  if (reachesEngine(fact, context)) return undefined;
  if (handsToNode(fact) || isInMinikube(fact, context)) return undefined;
  if (command.row.purpose === 'pull' && arePushed(command, fact, context)) return pushedOn(fact, target);
  if (command.row.purpose === 'pull' && isForUnit(fact, command, context))
    // A task that fails ends its play: the one that starts the container shows it.
    return fact.document.language === 'ansible' ? undefined : forUnit(fact, target);
  if (command.row.purpose === 'pull' && isSaved(fact, command, context)) return forFile(fact, command, target);
  if (isSavedFromPull(fact, command, context)) return savedFromPull(fact, command, target);
  if (areLoadedToPush(fact, command, context)) return loadedOn(fact, target);
  if (areHandedOver(command, fact.document, context) && fact.pipedInto.length === 0)
    return handedOver(fact, command, context);
  const [first, ...others] = alikeInARow(fact.document, context).get(fact) ?? [fact];
  if (first !== fact) return undefined;
  const { text, paste } =
    pullOfPod(fact, command, context) ??
    loadForOwn(fact, command, context) ??
    dockerAdvice(fact, command, factsOf(fact.document), target);
  const one = { message: `${quoted(commandText(fact))} ${effectOf(command)}`, instead: sentence(text) };
  return reportAt(fact, 'node-local-image-build', {
    ...(others.length > 0 ? wordsOfRow(fact, command, others, sentence(text)) : one),
    ...noDocker(target, UNSEEN_IMAGES),
    related: others.map(({ at }) => ({
      at,
      message: `${command.row.purpose === 'pull' ? 'pulled' : 'loaded'} into Docker too`,
    })),
    fix: together([fixOf(fact, paste, context), ...others.map((other) => fixOfOther(other, context))]),
  });
}

/** A pod has no crictl, and needs none: what it names as its image the kubelet pulls. */
function pullOfPod(fact: CommandFact, { row }: DockerCommand, { placementOf, target }: RuleContext) {
  if (row.purpose !== 'pull' || placementOf(fact).place !== 'workload' || RUNTIMES[target.runtime].keepsDocker)
    return undefined;
  return {
    text: 'name the image in an init container of a DaemonSet, with a command that ends at once: the kubelet pulls it on each node, with any runtime',
    paste: undefined,
  };
}

/** The script starts containers with docker itself: nerdctl looks for their images in another namespace than the kubelet. */
function loadForOwn(fact: CommandFact, command: DockerCommand, context: RuleContext) {
  const { target, factsOf } = context;
  if (command.row.purpose !== 'load' || target.runtime !== 'containerd' || !startsContainers(fact.document, context))
    return undefined;
  const { text } = dockerAdvice(fact, command, factsOf(fact.document), target);
  return { text: `${text}; for the containers that nerdctl starts here instead, \`nerdctl load\``, paste: undefined };
}

/** Pulls of a loop (`for image in …; do docker pull $image; done`) stand on one line. */
function wordsOfRow(first: CommandFact, { row }: DockerCommand, others: readonly CommandFact[], instead: string) {
  const isOneLine = new Set([first, ...others].map(({ at }) => lineKey(spanOf(at)))).size === 1;
  const kind = row.purpose === 'pull' ? 'pulls' : 'loads';
  const more = isOneLine ? `${others.length} more ${kind} of this line` : `the ${others.length} ${kind} below it`;
  return {
    message: `${quoted(commandText(first))} and ${more} leave the images in Docker’s store; the kubelet does not look there`,
    instead: `${instead}; the same for each ${row.purpose === 'pull' ? 'image' : 'file'}${isOneLine ? '' : ' below'}`,
  };
}

function fixOf(fact: CommandFact, paste: Paste | undefined, context: RuleContext): ReportFix | undefined {
  return paste && runsOnNode(fact, context) && !RUNTIMES[context.target.runtime].keepsDocker
    ? rewrittenCommand(paste, fact.document)
    : undefined;
}

function fixOfOther(fact: CommandFact, context: RuleContext): ReportFix | undefined {
  const command = dockerCommandOf(fact);
  return (
    command && fixOf(fact, dockerAdvice(fact, command, context.factsOf(fact.document), context.target).paste, context)
  );
}

/** All of them or none. */
function together([first, ...others]: readonly (ReportFix | undefined)[]): ReportFix | undefined {
  const also = others.flatMap((one) => one ?? []);
  const places = new Set(first ? [startOf(first)] : []);
  // A loop reads one line several times.
  const apart = also.filter((one) => !places.has(startOf(one)) && places.add(startOf(one)));
  return first && also.length === others.length ? { ...first, also: apart } : undefined;
}

function startOf({ at }: ReportFix): number {
  return spanOf(at).start;
}

/** A list of pulls, or of loads, is one cause: told at the first, with the others beside it. */
const alikeInARow = once(
  (document: Document, context: RuleContext): ReadonlyMap<CommandFact, readonly CommandFact[]> => {
    const runs = new Map<CommandFact, readonly CommandFact[]>();
    let run: CommandFact[] = [];
    const close = () => {
      if (run.length >= FEWEST_IN_A_ROW) for (const one of run) runs.set(one, run);
      run = [];
    };
    for (const fact of context.factsOf(document)) {
      if (fact.kind !== 'command' || /^(?:echo|printf)$/.test(fact.program)) continue;
      const isOne = isPlain(fact, context);
      if (run[0] && givesName(fact) && fact.site === run[0].site) continue;
      if (!isOne || (run[0] && !isAlike(run[0], fact))) close();
      if (isOne) run.push(fact);
    }
    close();
    return runs;
  },
);

const FEWEST_IN_A_ROW = 3;

function isPlain(fact: CommandFact, context: RuleContext): boolean {
  const command = dockerCommandOf(fact);
  if (!command || talksElsewhere(fact, command, context)) return false;
  if (command.row.purpose === 'load') return !areLoadedToPush(fact, command, context);
  return (
    command.row.purpose === 'pull' &&
    !arePushed(command, fact, context) &&
    !areHandedOver(command, fact.document, context) &&
    !isForUnit(fact, command, context)
  );
}

/** `docker tag mirror/pause k8s.gcr.io/pause` between two pulls, and the name that is taken away again. */
function givesName(fact: CommandFact): boolean {
  return /^(?:tag|remove-images)$/.test(dockerCommandOf(fact)?.row.purpose ?? '');
}

function isAlike(one: CommandFact, other: CommandFact): boolean {
  return (
    dockerCommandOf(one)?.row === dockerCommandOf(other)?.row &&
    one.site === other.site &&
    one.polarity === other.polarity &&
    one.conditions.length === other.conditions.length &&
    one.conditions.every((condition, i) => condition === other.conditions[i])
  );
}

/** `docker load && kind load docker-image app`: the engine is where kind runs, and the node gets the image from it. */
function handsToNode({ statement }: CommandFact): boolean {
  return statement.commands.some(loadsIntoNode);
}

/** What only passes through Docker: nothing of it stays on the node. */
function needsEngine(fact: CommandFact, cause: Cause, does: string, instead: string, target: Target): Report {
  return reportAt(fact, cause, {
    message: `${quoted(commandText(fact))} ${does}, and needs a Docker Engine where it runs`,
    ...noDocker(target, 'the command needs dockerd'),
    instead,
  });
}

/** The image goes to a registry, which the kubelet asks. */
function pushedOn(fact: CommandFact, target: Target): Report {
  const instead = 'Use `skopeo copy docker://SOURCE docker://TARGET`, which copies between registries without a daemon';
  return needsEngine(fact, 'node-local-image-build/pushed-on', 'fetches an image to push it on', instead, target);
}

function loadedOn(fact: CommandFact, target: Target): Report {
  const instead = 'Use `skopeo copy docker-archive:FILE docker://TARGET`, which needs no daemon';
  return needsEngine(fact, 'node-local-image-build/pushed-on', 'loads images to push them on', instead, target);
}

/** The same file builds these images. */
function areBuilt({ operands }: DockerCommand, { path }: Document, { project }: RuleContext): boolean {
  return (
    operands.length > 0 &&
    operands.every(({ text }) => buildOf(repositoryOf(text), path, project)?.document.path === path)
  );
}

/** `docker pull`, `docker save` into a file, and `ctr images import`: told at the file, with the way without Docker. */
function handedOver(fact: CommandFact, command: DockerCommand, context: RuleContext): Report {
  const { target } = context;
  const isPull = command.row.purpose === 'pull';
  // Whoever builds the image has an engine for that.
  const isBeside = isPull || areBuilt(command, fact.document, context);
  const tool = target.runtime === 'cri-o' ? 'podman' : 'ctr -n k8s.io images';
  return reportAt(fact, isBeside ? 'node-local-image-build/pushed-on' : 'node-local-image-build', {
    message: `${quoted(commandText(fact))} ${isPull ? 'fetches' : 'saves'} an image for the runtime of the node, and needs a Docker Engine for it`,
    ...noDocker(target, 'the command needs dockerd'),
    instead:
      isPull || arePulled(command, fact.document, context)
        ? `Pull the image straight into the runtime: \`${tool} pull IMAGE\`, and \`${tool} tag IMAGE NAME\` for another name`
        : 'Save the image on the machine that builds it, and only import the file here',
  });
}

/** `ExecStartPre=docker pull IMAGE` before `ExecStart=docker run IMAGE`, tasks and scripts like that: told at what starts. */
function isForUnit(fact: CommandFact, command: DockerCommand, context: RuleContext): boolean {
  const { language } = fact.document;
  return (language === 'ansible' || STARTERS.has(language)) && isFetchedForRun(fact, command, context);
}

/** What the languages call that which starts containers; tasks of Ansible show the pull themselves. */
const STARTERS: ReadonlyMap<Language, string> = new Map([
  ['systemd', 'unit starts'],
  ['shell', 'script starts'],
  ['powershell', 'script starts'],
]);

/** `docker pull IMAGE && docker save IMAGE`: the file is what somebody wants, and told there. */
function isSaved({ document }: CommandFact, { operands }: DockerCommand, context: RuleContext): boolean {
  const saved = imagesSaved(document, context);
  return operands.length > 0 && operands.every((image) => saved.has(nameOf(image)));
}

const imagesSaved = once((document: Document, { factsOf }: RuleContext): ReadonlySet<string> => {
  const words = factsOf(document).flatMap((fact) => {
    const command = dockerCommandOf(fact);
    return command?.subcommand.endsWith('save') ? command.operands : [];
  });
  return new Set(words.map(nameOf));
});

function forUnit(fact: CommandFact, target: Target): Report {
  return reportAt(fact, 'node-local-image-build/for-unit', {
    message: `${quoted(commandText(fact))} fetches the image that the same ${STARTERS.get(fact.document.language) ?? 'file starts'} with Docker`,
    ...noDocker(target, 'the command needs dockerd'),
    instead: 'Drop it with `docker run`: what starts the container then pulls its image',
  });
}

function forFile(fact: CommandFact, command: DockerCommand, target: Target): Report {
  return needsEngine(
    fact,
    'node-local-image-build/for-unit',
    'fetches an image to save it',
    `Use ${copyToFile(command, undefined)}, which needs no daemon`,
    target,
  );
}

/** `docker save IMAGE` of what the same script pulls for it: one copy from the registry does both. */
function isSavedFromPull(fact: CommandFact, command: DockerCommand, context: RuleContext): boolean {
  return (
    command.row.purpose === 'save' &&
    command.operands.length === 1 &&
    arePulled(command, fact.document, context) &&
    !areHandedOver(command, fact.document, context)
  );
}

function savedFromPull(fact: CommandFact, command: DockerCommand, target: Target): Report {
  const [redirect, ...others] = fact.pipedInto.length > 0 ? [] : fact.statement.redirects;
  const file = valuesOf(command, 'output').at(-1) ?? (others.length === 0 ? redirect : undefined);
  return reportAt(fact, 'node-local-image-build', {
    message: `${quoted(commandText(fact))} ${effectOf(command)}`,
    ...noDocker(target, UNSEEN_IMAGES),
    instead: `Use ${copyToFile(command, file)} in place of the pull and of this: it needs no daemon`,
  });
}

function copyToFile({ operands }: DockerCommand, file: Token | undefined): string {
  const [image, ...others] = operands;
  const name = image && others.length === 0 ? imageName(image) : 'IMAGE';
  const path = file ? typedWord(file, 'FILE').typed : 'FILE';
  const words = `skopeo copy docker://${name} docker-archive:${path}:${name}`;
  return isPasteable(words) ? `\`${words}\`` : '`skopeo copy docker://IMAGE docker-archive:FILE:IMAGE`';
}

function effectOf(command: DockerCommand): string {
  return command.subcommand.endsWith('save')
    ? 'reads images that only Docker holds'
    : 'leaves the image in Docker’s store; the kubelet does not look there';
}
