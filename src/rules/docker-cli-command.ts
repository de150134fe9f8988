/** Finds docker commands that look at, change or start containers where the kubelet's containers are not Docker's. */
import { KUBERNETES_WORDS } from '../data/nodes.ts';
import { RUNTIMES } from '../data/runtimes.ts';
import { HARD_DEPENDENCIES } from '../data/units.ts';
import type { Cause } from '../judge.ts';
import type { Document, Token } from '../model/document.ts';
import type { CommandFact, EnvFact } from '../model/fact.ts';
import type { Placement } from '../model/place.ts';
import { areOfDistribution } from '../placing/beside-engines.ts';
import { once } from '../text/once.ts';
import { spanOf } from '../text/placed.ts';
import { spanText } from '../text/source.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { dockerAdvice, ownContainerAdvice } from './shared/docker/advice.ts';
import { clearingsOf } from './shared/docker/clearings.ts';
import {
  commandText,
  type DockerCommand,
  dockerCommandOf,
  isDockerProgram,
  valuesOf,
} from './shared/docker/command.ts';
import { consumerOf, feedOf } from './shared/docker/feeds.ts';
import { fetchedFor } from './shared/docker/fetched.ts';
import { kubeletAdvice } from './shared/docker/kubelet.ts';
import { endsOwnContainer, isOfCreated, isOfUnit, isOwnContainer, nameIn } from './shared/docker/own-containers.ts';
import { arePulled, arePushed, bringsImages, namesBuilt } from './shared/docker/own-images.ts';
import { toolArgument, toolVariable } from './shared/docker/tool.ts';
import { isRunAgain, runsAgain } from './shared/docker/tool-runs.ts';
import { hasEngineInContainer, reachesEngine } from './shared/engines.ts';
import { asOne, reportAt } from './shared/reports.ts';
import { checkRequired } from './shared/required.ts';
import { rewrittenCommand, runsOnNode } from './shared/rewrites.ts';
import { engineName, noDocker, quoted, sentence } from './shared/words.ts';

/** The same script turns the machine that it runs on into a node, or back: then the containers are the kubelet’s. */
const makesNode = once((document: Document, { factsOf }: RuleContext): boolean =>
  factsOf(document).some(
    (other) =>
      other.kind === 'command' && other.program === 'kubeadm' && /^(init|join|reset)$/.test(other.words[1]?.text ?? ''),
  ),
);

/** A statement with more commands than this is a script, whose other lines say nothing about this one. */
const MOST_IN_LINE = 12;
const WORD_LIMIT = 600;

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
    because: noDocker(context.target, 'The program', '`docker` asks dockerd'),
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
  if (!command || command.remote) return undefined;
  if ((fact.pod || fact.document.object) && reachesEngine(fact, context)) return undefined;
  if (isToldAtList(fact, command, context) || isRunAgain(fact, command, context)) return undefined;
  if (isInsideItsLike(fact, command) || isOfCreated(command, fact, context)) return undefined;
  const told = reportOf(fact, command, context);
  return told && withClearings(told, fact, context);
}

function reportOf(fact: CommandFact, command: DockerCommand, context: RuleContext): Report | undefined {
  const cause = causeOf(fact, command, context);
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
  const [thing, verb] = subcommand.split(' ');
  const isThing = verb !== undefined && (thing === 'network' || thing === 'volume');
  return other.row === row || (isThing && other.subcommand.startsWith(`${thing} `));
}

function isFedBy({ pipedInto, at }: CommandFact, fact: CommandFact): boolean {
  return (
    pipedInto.includes('xargs') && fact.wrappers.some(({ program }) => program === 'xargs') && isOnLineOf({ at }, fact)
  );
}

/** Its own engine has no container of the kubelet to show; what it is, and how much room it takes, it can tell. */
function asksForContainers(command: DockerCommand): boolean {
  return command.row.class === 'inspect' && !isAboutEngine(command);
}

function isAboutEngine({ row }: DockerCommand): boolean {
  return row.class === 'inspect' && /^(?:version|info|disk-use|events)$/.test(row.purpose);
}

/** `docker ps --filter label=build`: what the kubelet starts has the labels of Kubernetes alone. */
function asksByOwnLabel(command: DockerCommand): boolean {
  return valuesOf(command, 'filter').some(({ text }) => /^label=(?!io\.|annotation\.)/.test(text));
}

/** Undefined for what other rules report: images moved onto the node, and credentials. */
function causeOf(fact: CommandFact, command: DockerCommand, context: RuleContext): Cause | undefined {
  const kind = command.row.class;
  if (kind === 'transport' || kind === 'login') return undefined;
  if (isForPeople(fact.document)) return 'docker-cli-command/for-people';
  switch (kind) {
    case 'inspect':
    case 'lifecycle':
      if (fact.polarity === 'probes' && fact.document.language === 'systemd') return 'docker-cli-command/probe';
      if (isOfOwnImages(command, fact, context)) return 'docker-cli-command/other';
      if (asksBeforeIt(command, fact)) return 'docker-cli-command/probe';
      if (
        hasOwnEngine(fact, context) &&
        (isAboutEngine(command) || isOwnContainer(command, fact, context) || asksByOwnLabel(command))
      )
        return 'docker-cli-command/own-container';
      if (hasOwnEngine(fact, context) && !namesKubernetes(fact, context))
        return fact.polarity !== 'probes' && asksForContainers(command) && !hasEnginesApart(fact, context)
          ? 'docker-cli-command/own-engine'
          : 'docker-cli-command/own-container';
      if (fact.polarity === 'probes' && isOwnContainer(command, fact, context)) return 'docker-cli-command/probe';
      if (clearsOtherToo(fact, context)) return 'docker-cli-command/both-clients';
      if (isOfUnit(command, fact, context) && !isMainProgram(fact)) return 'docker-cli-command/other';
      if (endsOwnContainer(command, fact)) return 'docker-cli-command/started-here';
      if (isOwnContainer(command, fact, context)) {
        if (isMainProgram(fact)) return 'docker-cli-command/main-program';
        return clearsAway(command, fact, context) ? 'docker-cli-command/probe' : 'docker-cli-command/started-here';
      }
      if (namesKubernetes(fact, context)) return 'docker-cli-command/kubernetes-words';
      if (clearsAway(command, fact, context)) return 'docker-cli-command/probe';
      if (isOnlyShown(command, fact, context)) return 'docker-cli-command/other';
      if (fact.polarity === 'probes') return 'docker-cli-command/probe';
      if (leavesBehind(command, fact, context)) return 'docker-cli-command/leftovers';
      return makesNode(fact.document, context) ? 'docker-cli-command/cluster-host' : 'docker-cli-command';
    case 'run':
      if (hasOwnEngine(fact, context)) return 'docker-cli-command/own-container';
      return isMainProgram(fact) ? 'docker-cli-command/main-program' : 'docker-cli-command/run';
    case 'publish':
      return 'docker-cli-command/publish';
    case 'other':
      return 'docker-cli-command/other';
    default:
      return kind satisfies never;
  }
}

/** `nerdctl rm -f $(nerdctl ps -aq)` beside `docker rm -f $(docker ps -aq)`: a script that goes on clears nodes of both kinds. */
function clearsOtherToo(fact: CommandFact, context: RuleContext): boolean {
  const { document, onFailure, statement } = fact;
  if (document.language !== 'shell' || onFailure === 'gives-up' || stopsAtErrors(document, context)) return false;
  const own = statement.commands.length > MOST_IN_LINE ? [fact] : [fact, ...statement.commands];
  return own.some((one) => isDockerProgram(one.program) && clearedByOthers(document, context).has(clearing(one)));
}

const clearedByOthers = once((document: Document, { factsOf }: RuleContext): ReadonlySet<string | undefined> => {
  const others = factsOf(document).filter(
    (fact): fact is CommandFact => fact.kind === 'command' && /^(?:nerdctl|crictl|podman)$/.test(fact.program),
  );
  return new Set(others.flatMap((one) => clearing(one) ?? []));
});

/** What takes containers or images away. */
function clearing({ words }: CommandFact): string | undefined {
  return words.find(({ text }) => /^(?:rmi?|stop|kill|prune)$/.test(text))?.text;
}

/** Functions and aliases of a shell that people log in to: nothing on the node calls them. */
function isForPeople({ target, path, parent }: Document): boolean {
  return OF_LOGIN_SHELLS.test(parent ? (target ?? '') : path);
}

const OF_LOGIN_SHELLS =
  /(?:^|\/)(?:etc\/profile\.d\/[^/]+|\.?bash_aliases|\.?bashrc|\.?bash_profile|\.?zshrc|\.?profile|[\w.-]{0,60}aliases(?:\.\w+)?)$/;

/** `ExecStart=/usr/bin/docker run …`: without docker the service never starts. */
function isMainProgram({ document, at, wrappers }: CommandFact): boolean {
  if (document.language !== 'systemd' || wrappers.length > 0) return false;
  const span = spanOf(at);
  return /(?:^|\n)[ \t]*ExecStart=\S*$/.test(span.source.text.slice(Math.max(0, span.start - 200), span.start));
}

/** The repository gives the machine a Docker Engine beside the kubelet's runtime: docker is there, the kubelet's containers are not in it. */
function hasOwnEngine(fact: CommandFact, context: RuleContext): boolean {
  return context.placementOf(fact).engine?.kind === 'own';
}

/** What this engine runs was never the kubelet's: it is in a container, or the script installs a distribution that brings its own. */
function hasEnginesApart(fact: CommandFact, context: RuleContext): boolean {
  return hasEngineInContainer(fact, context) || installsDistribution(fact.document, context);
}

const installsDistribution = once((document: Document, { factsOf }: RuleContext): boolean =>
  areOfDistribution(factsOf(document)),
);

/** A line `docker --version` of a script that goes on whatever it answers. */
function isOnlyShown({ row }: DockerCommand, fact: CommandFact, context: RuleContext): boolean {
  const { statement, document, pipedInto, onFailure } = fact;
  const isAlone = statement.commands.length === 1 && statement.variables.size === 0 && pipedInto.length === 0;
  if (row.purpose !== 'version' || document.language !== 'shell' || !isAlone || onFailure === 'gives-up') return false;
  return !stopsAtErrors(document, context);
}

/** `set -e`, or a shell that is started so. */
const stopsAtErrors = once(
  (document: Document, { factsOf }: RuleContext): boolean =>
    /^#![^\n]* -\w*e/.test(document.view.text.slice(0, 200)) ||
    factsOf(document).some(
      (fact) =>
        fact.kind === 'command' &&
        fact.program === 'set' &&
        fact.words.some(({ text }) => /^-\w*e|^errexit$/.test(text)),
    ),
);

/** `docker images | grep -q app || docker load < app.tar`: told at what brings the image. */
function asksBeforeIt({ row }: DockerCommand, { statement }: CommandFact): boolean {
  if (row.purpose !== 'list-images' || statement.commands.length > MOST_IN_LINE) return false;
  return statement.commands.some((other) => dockerCommandOf(other)?.row.class === 'transport');
}

/** What the script itself pulls, loads or pushes goes with it, and so does a list of that for the eye: the pull is what tells. */
function isOfOwnImages(command: DockerCommand, fact: CommandFact, context: RuleContext): boolean {
  const { document } = fact;
  switch (command.row.purpose) {
    case 'remove-images':
      return arePulled(command, document, context) || arePushed(command, document, context);
    case 'list-images':
      return isOnScreen(fact) && bringsImages(document, context) && !makesNode(document, context);
    default:
      return false;
  }
}

/** `docker rm -f web || true`: what is not there need not be removed, and the script says so. */
function clearsAway(command: DockerCommand, fact: CommandFact, { factsOf }: RuleContext): boolean {
  return (
    fact.onFailure === 'goes-on' &&
    CLEARS_AWAY.test(command.row.purpose) &&
    feedOf(fact, command, factsOf(fact.document)) === undefined
  );
}

/** `docker rm -f $(docker ps -aq) || true`: nothing fails, and nothing is removed either. */
function leavesBehind(command: DockerCommand, fact: CommandFact, { factsOf }: RuleContext): boolean {
  const consumer = command.row.purpose.startsWith('list-') ? consumerOf(fact, factsOf(fact.document)) : fact;
  const purpose = consumer && dockerCommandOf(consumer)?.row.purpose;
  if (consumer?.onFailure !== 'goes-on' || purpose === undefined) return false;
  return CLEARS_AWAY.test(purpose) || purpose.startsWith('prune-');
}

const CLEARS_AWAY = /^(?:remove|remove-images|stop|kill)$/;

/** Nothing but the eye or a test reads the answer: no variable keeps it, and what it is piped into only picks lines. */
function isOnScreen({ statement, pipedInto, onFailure, polarity, document }: CommandFact): boolean {
  if (document.language !== 'shell') return false;
  const picks = pipedInto.every((program) => /^(?:grep|egrep|sort|uniq|head|tail|column|tee|less|cat)$/.test(program));
  // `[ -z "$(docker images -q app)" ]` before the pull: without an answer the pull comes.
  if (picks && statement.commands.some(({ program }) => /^(?:\[{1,2}|test)$/.test(program))) return true;
  return picks && statement.variables.size === 0 && onFailure !== 'gives-up' && polarity !== 'probes';
}

/** The command, or what its output is piped into, is about containers that the kubelet made. */
function namesKubernetes(fact: CommandFact, { project }: RuleContext): boolean {
  const own = namesBuilt(project);
  const { commands } = fact.statement;
  const texts =
    commands.length > MOST_IN_LINE
      ? fact.words.map(({ text }) => text)
      : [fact, ...commands.filter(({ site }) => site?.name === fact.site?.name)].flatMap((command) => [
          ...command.wrappers.flatMap((wrapper) => wrapper.words).map(writtenText),
          ...outerTexts(command),
        ]);
  return texts.some((text) => {
    const lower = text.slice(0, WORD_LIMIT).toLowerCase();
    return !own.has(lower) && KUBERNETES_WORDS.some((word) => lower.includes(word));
  });
}

/** Without what is inside the container, a command or a path: it speaks of another machine. */
function outerTexts(fact: CommandFact): readonly string[] {
  const { words } = fact;
  const command = dockerCommandOf(fact);
  // What is started here has the name that the script gives it.
  if (/^(?:run|create)$/.test(command?.row.purpose ?? '')) return [];
  if (command?.subcommand.endsWith('cp')) return command.operands.map(nameIn);
  const container = command?.row.purpose === 'exec' ? command.operands[0] : undefined;
  return (container ? words.slice(0, words.indexOf(container) + 1) : words).map(writtenText);
}

/** The word without the names of its variables: a name says nothing about what it holds. */
function writtenText({ text, view, start, end }: Token): string {
  const { exact, span } = view.root(start, end);
  return exact ? text : spanText(span).slice(0, WORD_LIMIT).replace(VARIABLE, '');
}

const VARIABLE = /\$\{?[A-Za-z_]\w*/g;

function report(fact: CommandFact, command: DockerCommand, cause: Cause, context: RuleContext): Report {
  const { target } = context;
  const own = hasOwnEngine(fact, context);
  const keeps = RUNTIMES[target.runtime].keepsDocker || context.placementOf(fact).engine?.kind === 'adapter';
  const advice =
    !own &&
    command.row.class !== 'run' &&
    (isOwnContainer(command, fact, context) || endsOwnContainer(command, fact)) &&
    !kubeletAdvice(command, target)
      ? { text: ownContainerAdvice(target), paste: undefined }
      : dockerAdvice(fact, command, context.factsOf(fact.document), target);
  const aside = own && cause !== 'docker-cli-command/kubernetes-words';
  return reportAt(fact, cause, {
    message: keeps
      ? `${quoted(commandText(fact))} only sees the containers of Docker Engine`
      : messageOf(fact, cause, context.placementOf(fact)),
    because: noDocker(target, 'The command', '`docker` asks dockerd'),
    related: [
      ...socketsOf(command).map((at) => ({ at, message: 'it mounts the socket of Docker' })),
      ...toldWith(fact, command, context),
      ...(fact.document.language === 'ansible' ? fetchedFor(fact, command, context) : []).map(({ at }) => ({
        at,
        message: 'fetches the image for it, and fails too',
      })),
      ...runsAgain(fact, command, context).map(({ at }) => ({ at, message: 'runs the same image' })),
      ...(cause === 'docker-cli-command/main-program' ? unitsNeeded(fact.document, context) : []),
    ],
    instead: keeps ? `Nothing to do while nodes keep Docker Engine; later: ${advice.text}` : sentence(advice.text),
    fix:
      keeps || aside || !advice.paste || !runsOnNode(fact, context)
        ? undefined
        : rewrittenCommand(advice.paste, fact.document),
  });
}

/** `Requires=docker.service` of the unit that runs docker. */
function unitsNeeded(document: Document, { factsOf }: RuleContext): NonNullable<Report['related']> {
  return factsOf(document).flatMap((fact) => {
    const isNeeded = fact.kind === 'setting' && HARD_DEPENDENCIES.includes(fact.path.at(-1) ?? '');
    return isNeeded && /\bdocker\./.test(fact.value.text)
      ? [{ at: fact.value, message: 'the unit that it needs' }]
      : [];
  });
}

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
