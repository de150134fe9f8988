import { VOLUMES_GO } from '../data/docker-cli/commands.ts';
import { RUNTIMES } from '../data/runtimes.ts';
import { HARD_DEPENDENCIES } from '../data/units.ts';
import type { Cause } from '../judge.ts';
import type { Document, Token } from '../model/document.ts';
import type { CommandFact, EnvFact } from '../model/fact.ts';
import type { Placement } from '../model/place.ts';
import { once } from '../text/once.ts';
import { spanOf } from '../text/placed.ts';
import { table } from '../text/table.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import {
  type Advice,
  dockerAdvice,
  inWords,
  isOfModule,
  moduleAdvice,
  ownContainerAdvice,
} from './shared/docker/advice.ts';
import { asksByOwnLabel, causeOf, hasOwnEngine, MOST_IN_LINE, namesKubernetes } from './shared/docker/causes.ts';
import { clearingsOf, clearsVolumes } from './shared/docker/clearings.ts';
import { type DockerCommand, dockerCommandOf, isDockerProgram, valuesOf } from './shared/docker/command.ts';
import { commandText } from './shared/docker/command-text.ts';
import { talksElsewhere } from './shared/docker/elsewhere.ts';
import { endsOf, startOf } from './shared/docker/ends-of-runs.ts';
import { consumerOf, feedOf } from './shared/docker/feeds.ts';
import { fetchedFor } from './shared/docker/fetched.ts';
import { kubeletAdvice } from './shared/docker/kubelet.ts';
import { endsOwnContainer, isOfCreated, isOwnContainer, takenFromCreated } from './shared/docker/own-containers.ts';
import { areStarted } from './shared/docker/own-images.ts';
import { toolArgument, toolVariable } from './shared/docker/tool.ts';
import { isRunAgain, runsAgain } from './shared/docker/tool-runs.ts';
import { hasNoEngineInReach, reachesEngine } from './shared/engines.ts';
import { asOne, reportAt } from './shared/reports.ts';
import { checkRequired } from './shared/required.ts';
import { rewrittenCommand, runsOnNode } from './shared/rewrites.ts';
import { engineName, noDocker, quoted, sentence } from './shared/words.ts';

export const rule: Rule = {
  id: 'docker-cli-command',
  summary: 'A docker command looks at or changes containers of the node.',
  fix: {
    unsafe:
      'The command that the advice begins with takes the place of a docker command, or of a list that is piped into `xargs`, where it runs on the node, stands on one line, needs nothing filled in and reaches nothing that docker did not. Its output has other columns, and it only works on nodes with the new runtime.',
  },
  triggers: ['docker'],
  covers: ['docker-service-unit'],
  checks: {
    env: (fact, context) => checkTool(fact, toolVariable(fact), context),
    command: (fact, context) =>
      isDockerProgram(fact.program)
        ? check(fact, context)
        : (checkRequired(fact, context) ?? checkTool(fact, toolArgument(fact), context)),
  },
};

/** A script that chooses docker as the program that its functions run. */
function checkTool(fact: CommandFact | EnvFact, at: Token | undefined, context: RuleContext): Report | undefined {
  if (!at || fact.pod || context.placementOf(fact).place !== 'node') return undefined;
  const words = {
    message: 'This chooses `docker` as the program that works with images and containers',
    ...noDocker(context.target, '`docker` talks to dockerd'),
    instead:
      context.target.runtime === 'cri-o'
        ? 'Choose `podman` (pulls, tags, mounts of images) or `crictl`'
        : 'Choose `ctr -n k8s.io` (pulls, tags, mounts of images) or `crictl`',
  };
  return reportAt(fact, 'docker-cli-command/run', words, at);
}

function check(fact: CommandFact, context: RuleContext): Report | undefined {
  if (fact.words[0]?.text.includes('/init.d/')) return undefined;
  const command = dockerCommandOf(fact);
  if (!command || talksElsewhere(fact, command, context) || asksOwnClient(fact, command, context)) return undefined;
  if ((fact.pod || fact.document.object) && reachesEngine(fact, context)) return undefined;
  if (isToldAtList(fact, command, context) || isRunAgain(fact, command, context)) return undefined;
  if (isToldAtSave(fact, command, context)) return undefined;
  if (isInsideItsLike(fact, command) || isOfCreated(command, fact, context)) return undefined;
  if (isPushOfPulled(fact, command, context)) return undefined;
  const told = reportOf(fact, command, context);
  if (told && ENDS_OWN.has(told.cause) && isToldAtStart(fact, command, context)) return undefined;
  return told && withClearings(told, fact, context);
}

/** `docker --version` in a container: the client of its image answers, and asks no engine. */
function asksOwnClient(fact: CommandFact, { subcommand }: DockerCommand, context: RuleContext): boolean {
  const { place } = context.placementOf(fact);
  return subcommand === '--version' && (place === 'workload' || place === 'image');
}

const RUN: Cause = 'docker-cli-command/run';
const ENDS_OWN: ReadonlySet<Cause> = new Set(['docker-cli-command/started-here', 'docker-cli-command/probe']);

/** What ends a container goes with the line that starts it. */
function isToldAtStart(fact: CommandFact, command: DockerCommand, context: RuleContext): boolean {
  const start = startOf(fact, command, context);
  const read = start && dockerCommandOf(start);
  return start !== undefined && read !== undefined && reportOf(start, read, context)?.cause === RUN;
}

function reportOf(fact: CommandFact, command: DockerCommand, context: RuleContext): Report | undefined {
  const own = causeOf(fact, command, context);
  const cause = own && hasNoEngineInReach(fact, context) ? 'docker-cli-command/other' : own;
  return cause && report(fact, command, cause, context);
}

/** What stops containers, and what removes them on the next line, is told at the first of both. */
function withClearings(told: Report, fact: CommandFact, context: RuleContext): Report | undefined {
  const all = clearingsOf(fact, context).flatMap((one) => {
    const command = dockerCommandOf(one);
    const report = one === fact ? told : command && reportOf(one, command, context);
    return report?.cause === told.cause ? [report] : [];
  });
  const [first, ...others] = all;
  if (first !== told) return undefined;
  if (others.length === 0) return told;
  const shown = others.flatMap(({ at, related }) => [{ at, message: 'clears away what is left' }, ...(related ?? [])]);
  return { ...asOne(told, others), related: [...(told.related ?? []), ...shown] };
}

/** One task that pulls an image and pushes it on: told where it pulls. */
function isPushOfPulled(fact: CommandFact, { row }: DockerCommand, context: RuleContext): boolean {
  if (row.purpose !== 'push' || fact.document.language !== 'ansible') return false;
  return context
    .factsOf(fact.document)
    .some(
      (other) =>
        other.kind === 'command' &&
        other.at.start === fact.at.start &&
        other.at.view === fact.at.view &&
        dockerCommandOf(other)?.row.purpose === 'pull',
    );
}

/** `docker ps -q | xargs docker stop`, `ids=$(docker ps -q)` and `docker stop $ids` are one thing to write anew: told at the list, with what becomes of both. */
function isToldAtList(fact: CommandFact, command: DockerCommand, context: RuleContext): boolean {
  const facts = context.factsOf(fact.document);
  const producer = feedOf(fact, command, facts)?.producer;
  if (!producer || producer.site !== fact.site) return false;
  // `docker ps | grep k8s_ | xargs docker restart`, whose success is asked for behind it: the list is told as loudly.
  if (producer.polarity !== fact.polarity && producer.polarity !== 'uses' && !namesKubernetes(fact, context))
    return false;
  return isOnLineOf(producer, fact) || (consumerOf(producer, facts) === fact && isUnderSame(producer, fact));
}

/** `docker save $(docker images …)`: the rule of images tells both. */
function isToldAtSave(fact: CommandFact, { row }: DockerCommand, { factsOf }: RuleContext): boolean {
  const consumer = row.purpose === 'list-images' ? consumerOf(fact, factsOf(fact.document)) : undefined;
  return consumer !== undefined && dockerCommandOf(consumer)?.row.purpose === 'save' && isOnLineOf(fact, consumer);
}

function isOnLineOf(producer: Pick<CommandFact, 'at'>, fact: CommandFact): boolean {
  const list = spanOf(producer.at);
  const own = spanOf(fact.at);
  const [from, to] = [Math.min(list.start, own.start), Math.max(list.start, own.start)];
  return list.source === own.source && !own.source.text.slice(from, to).includes('\n');
}

function isUnderSame({ conditions, at }: CommandFact, fact: CommandFact): boolean {
  return conditions.length === fact.conditions.length && spanOf(at).source === spanOf(fact.at).source;
}

/** The commands further down that are told with this one: what works on the list that it prints. */
function toldWith(fact: CommandFact, command: DockerCommand, context: RuleContext): Report['related'] & object {
  if (!command.row.purpose.startsWith('list-')) return [];
  const consumer = consumerOf(fact, context.factsOf(fact.document));
  const read = consumer && dockerCommandOf(consumer);
  if (!consumer || !read || isOnLineOf(fact, consumer) || !isToldAtList(consumer, read, context)) return [];
  return [{ at: consumer.at, message: 'works on what this prints' }];
}

/** `docker volume rm $(docker volume ls -q)`, `docker network ls -q | xargs docker network rm`: one answer holds for both. */
function isInsideItsLike(fact: CommandFact, command: DockerCommand): boolean {
  if (command.row.class === 'run' || fact.statement.commands.length > MOST_IN_LINE) return false;
  const own = spanOf(fact.at);
  return fact.statement.commands.some((other) => {
    if (other === fact || !isLike(dockerCommandOf(other), command)) return false;
    if (isFedBy(other, fact)) return true;
    return other.words.slice(1).some((word) => {
      const { source, start, end } = spanOf(word);
      return source === own.source && start < own.start && own.end < end;
    });
  });
}

/** `docker network ls` and `docker network rm` are about the same things. */
function isLike(other: DockerCommand | undefined, { row, subcommand }: DockerCommand): boolean {
  if (!other) return false;
  // `docker volume ls -q | xargs -I{} docker ps -aq -f volume={} | xargs docker rm`: the containers of the volumes.
  if (row.purpose === 'list-containers' && /^volume (?:ls|list)$/.test(other.subcommand)) return true;
  const [thing, verb] = subcommand.split(' ');
  const isThing = verb !== undefined && (thing === 'network' || thing === 'volume');
  return other.row === row || (isThing && other.subcommand.startsWith(`${thing} `));
}

function isFedBy({ pipedInto, at }: CommandFact, fact: CommandFact): boolean {
  return (
    pipedInto.includes('xargs') && fact.wrappers.some(({ program }) => program === 'xargs') && isOnLineOf({ at }, fact)
  );
}

function report(fact: CommandFact, command: DockerCommand, cause: Cause, context: RuleContext): Report {
  const { target } = context;
  const keeps = RUNTIMES[target.runtime].keepsDocker || context.placementOf(fact).engine?.kind === 'adapter';
  const isAside = hasOwnEngine(fact, context) && cause !== 'docker-cli-command/kubernetes-words';
  const advice = adviceFor(fact, command, { cause, isAside }, context);
  return reportAt(fact, cause, {
    message: keeps
      ? `${quoted(commandText(fact))} only sees the containers of Docker Engine`
      : messageOf(fact, cause, context.placementOf(fact)),
    ...noDocker(target, '`docker` talks to dockerd'),
    related: [
      ...socketsOf(command).map((at) => ({ at, message: 'it mounts the socket of Docker' })),
      ...toldWith(fact, command, context),
      ...(fact.document.language === 'ansible' ? fetchedFor(fact, command, context) : []).map(({ at }) => ({
        at,
        message: 'fetches the image for it, and fails too',
      })),
      ...takenFromCreated(fact, context).map(({ at }) => ({ at, message: 'works with this container' })),
      ...(cause === RUN ? endsOf(fact, context) : []).map(({ at }) => ({ at, message: 'ends this container' })),
      ...runsAgain(fact, command, context).map(({ at }) => ({ at, message: 'runs the same image' })),
      ...(cause === 'docker-cli-command/main-program' ? unitsNeeded(fact.document, context) : []),
    ],
    instead: keeps ? `Nothing to do while nodes keep Docker Engine; later: ${advice.text}` : sentence(advice.text),
    fix:
      keeps || isAside || !advice.paste || worksOnBrought(command) || !runsOnNode(fact, context)
        ? undefined
        : rewrittenCommand(advice.paste, fact.document),
  });
}

interface Told {
  readonly cause: Cause;
  /** Done with an engine that is not the kubelet's. */
  readonly isAside: boolean;
}

function adviceFor(fact: CommandFact, command: DockerCommand, { cause, isAside }: Told, context: RuleContext): Advice {
  const { target, factsOf } = context;
  if (clearsVolumes(fact)) return inWords(VOLUMES_GO);
  const isInPod = context.placementOf(fact).place === 'workload' && !runsOnNode(fact, context);
  const ofBuild = isInPod ? WITH_BUILD.get(command.row.purpose) : undefined;
  if (ofBuild !== undefined && !RUNTIMES[target.runtime].keepsDocker) return inWords(ofBuild);
  if (cause === 'docker-cli-command/probe' && fact.onFailure === 'remembers') return inWords(ASKS_WHETHER_THERE);
  if (cause === 'docker-cli-command/left-behind') return inWords('Drop it once all nodes are moved');
  if (command.row.purpose.startsWith('prune-') && isAside) return inWords(PRUNED_WITH_ENGINE);
  const ofEngine = isAside ? ASKS_ENGINE.get(command.row.purpose) : undefined;
  if (ofEngine !== undefined) return inWords(ofEngine);
  const startsOne = /^(?:run|create)$/.test(command.row.purpose);
  const isOwn =
    !startsOne &&
    (isOwnContainer(command, fact, context) ||
      endsOwnContainer(command, fact) ||
      isOfNoPod(command) ||
      (/^(?:remove|list)-images$/.test(command.row.purpose) && areStarted(command, context)) ||
      (isAside && asksByOwnLabel(command)));
  if (isOwn && !kubeletAdvice(command, fact, target))
    return inWords(isOfModule(fact) ? moduleAdvice(target) : ownContainerAdvice(target));
  return dockerAdvice(fact, command, factsOf(fact.document), target);
}

/** `docker exec web_1 ls`: names of containers in pods are labels of DNS, which have no underscore. */
function isOfNoPod({ row, operands }: DockerCommand): boolean {
  const [container] = operands;
  if (!container || !/^(?:exec|logs|stop|kill|restart|remove|top|wait|copy)$/.test(row.purpose)) return false;
  return (
    /^(?!k8s_)[a-z\d][a-z\d-]*_[\w-]+(?::.*)?$/i.test(container.text) &&
    operands.every(({ text }) => !/^k8s_/.test(text))
  );
}

const asksEngine = (other: string) =>
  `This asks Docker Engine about itself: keep it as long as the machine needs that engine. ${other} shows the same of the kubelet’s runtime`;

/** Questions about the engine and not about containers. */
const ASKS_ENGINE = table({
  version: asksEngine('`crictl version`'),
  info: asksEngine('`crictl info`'),
  events: asksEngine('`crictl events`'),
  'disk-use': asksEngine('`crictl imagefsinfo`'),
});

/** Another program in its place would answer for Docker. */
const ASKS_WHETHER_THERE =
  'Leave it, or drop it with the variable that keeps the answer: it asks whether Docker is there, and a node without it has the right answer';

const PRUNED_WITH_ENGINE =
  'Drop it with this Docker Engine, of which it only clears away what docker made; the kubelet removes dead containers and unused images by itself (imageGCHighThresholdPercent)';

/** A pod has neither the images of its node nor ctr: what builds an image there names and pushes it. */
const WITH_BUILD = table({
  push: 'Push with what builds the image in place of docker: `buildah push IMAGE`, or --output type=image,name=IMAGE,push=true of BuildKit',
  tag: 'Name the image so with what builds it in place of docker: `buildah tag IMAGE NAME`, or name=… in the --output of BuildKit',
});

/** The image has to be where the command looks: what brings it there may stay with docker. */
function worksOnBrought({ row }: DockerCommand): boolean {
  return row.purpose === 'tag' || row.purpose === 'push';
}

/** A unit has one of each; a text with more of them is none. */
const MOST_NEEDED = HARD_DEPENDENCIES.length;

/** `Requires=docker.service` of the unit that runs docker. */
const unitsNeeded = once((document: Document, { factsOf }: RuleContext): NonNullable<Report['related']> => {
  const needed = factsOf(document).flatMap((fact) => {
    const isNeeded = fact.kind === 'setting' && HARD_DEPENDENCIES.includes(fact.path.at(-1) ?? '');
    return isNeeded && /\bdocker\./.test(fact.value.text)
      ? [{ at: fact.value, message: 'the unit that it needs' }]
      : [];
  });
  return needed.slice(0, MOST_NEEDED);
});

function socketsOf(command: DockerCommand): readonly Token[] {
  if (command.row.class !== 'run') return [];
  return [...valuesOf(command, 'volume'), ...valuesOf(command, 'mount')].filter(({ text }) =>
    /docker\.sock\b/.test(text),
  );
}

function messageOf(fact: CommandFact, cause: Cause, { place, engine }: Placement): string {
  const text = quoted(commandText(fact));
  const which = engineName(engine);
  // Where it is not known to be a node, it may be a machine with Docker Engine.
  const there = place === 'unknown' ? ' on a node without `docker`' : ': the node has no `docker`';
  if (engine?.kind === 'own' && cause === 'docker-cli-command/kubernetes-words')
    return `${text} finds nothing: the kubelet’s containers are not in ${which}`;
  switch (cause) {
    case 'docker-cli-command/probe':
      // `ExecStartPre=-…`
      if (fact.document.language === 'systemd')
        return `${text} always fails on a node without Docker Engine; the unit goes on`;
      if (fact.polarity !== 'probes')
        return `${text} always fails on a node without Docker Engine${fact.onFailure === 'goes-on' ? ', and the line goes on' : ''}`;
      return `${text} always fails on a node without Docker Engine, so this test always takes the same branch`;
    case 'docker-cli-command/leftovers':
      return `${text} always fails on a node without Docker Engine, and the line goes on: nothing is cleared away`;
    case 'docker-cli-command/left-behind':
      return `${text} clears away what Docker still holds, after the kubelet is given another runtime`;
    case 'docker-cli-command/both-clients':
      return `${text} does nothing on a node without Docker Engine, where the same is done here with another client`;
    case 'docker-cli-command/main-program':
      return `The service never starts: the node has no \`docker\` for ${text}`;
    case 'docker-cli-command/run':
      return `${text} does not start${there}`;
    case 'docker-cli-command/started-here':
      return `${text} fails${there}, with which this container is started here`;
    case 'docker-cli-command/own-container':
      return `${text} ${engine?.isBeside ? 'needs' : 'works with'} ${which}, which the kubelet does not use`;
    case 'docker-cli-command/own-engine':
      return `${text} asks ${which}, which knows nothing of the kubelet’s containers`;
    case 'docker-cli-command/for-people':
      return `${text} is for people who log in, and the node has no \`docker\``;
    case 'docker-cli-command/publish':
    case 'docker-cli-command/other':
      return `${text} needs a Docker Engine where it runs`;
    default:
      return `${text} fails${there}, and the kubelet’s containers are not Docker’s`;
  }
}
