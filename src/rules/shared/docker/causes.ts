/** How bad a docker command is where it stands: what it does, and with whose containers. */
import { KUBERNETES_WORDS } from '../../../data/nodes.ts';
import type { Cause } from '../../../judge.ts';
import type { Document, Token } from '../../../model/document.ts';
import type { CommandFact } from '../../../model/fact.ts';
import { areOfDistribution } from '../../../placing/beside-engines.ts';
import { once } from '../../../text/once.ts';
import { spanOf } from '../../../text/placed.ts';
import { spanText } from '../../../text/source.ts';
import type { RuleContext } from '../../rule.ts';
import { hasEngineInContainer } from '../engines.ts';
import { type DockerCommand, dockerCommandOf, isDockerProgram, valuesOf } from './command.ts';
import { consumerOf, feedOf } from './feeds.ts';
import { clearsAfterMove, clearsBeside } from './moved-off.ts';
import { endsOwnContainer, isOfUnit, isOwnContainer, nameIn } from './own-containers.ts';
import { areBuilt, arePulled, arePushed, areStarted, bringsImages, namesBuilt } from './own-images.ts';

/** The same script turns the machine that it runs on into a node, or back: then the containers are the kubelet’s. */
const makesNode = once((document: Document, { factsOf }: RuleContext): boolean =>
  factsOf(document).some(
    (other) =>
      other.kind === 'command' &&
      other.program === 'kubeadm' &&
      other.site?.kind !== 'container' &&
      /^(init|join|reset)$/.test(other.words[1]?.text ?? ''),
  ),
);

/** A statement with more commands than this is a script, whose other lines say nothing about this one. */
export const MOST_IN_LINE = 12;
const WORD_LIMIT = 600;

/** Its own engine has no container of the kubelet to show; what it is, and how much room it takes, it can tell. */
function asksForContainers(command: DockerCommand): boolean {
  return command.row.class === 'inspect' && !isAboutEngine(command);
}

function isAboutEngine({ row }: DockerCommand): boolean {
  return row.class === 'inspect' && /^(?:version|info|disk-use|events)$/.test(row.purpose);
}

/** `docker ps --filter label=build`: what the kubelet starts has the labels of Kubernetes alone. */
export function asksByOwnLabel(command: DockerCommand): boolean {
  return valuesOf(command, 'filter').some(({ text }) => /^label=(?!io\.|annotation\.)/.test(text));
}

/** Undefined for what other rules report: images moved onto the node, and credentials. */
export function causeOf(fact: CommandFact, command: DockerCommand, context: RuleContext): Cause | undefined {
  const kind = command.row.class;
  if (kind === 'transport' || kind === 'login') return undefined;
  if (isForPeople(fact.document)) return 'docker-cli-command/for-people';
  switch (kind) {
    case 'inspect':
    case 'lifecycle':
      if (fact.polarity === 'probes' && fact.document.language === 'systemd') return 'docker-cli-command/probe';
      if (isOfOwnImages(command, fact, context)) return 'docker-cli-command/other';
      if (asksBeforeIt(command, fact)) return 'docker-cli-command/probe';
      if (clearsAfterMove(command, fact, context) || clearsBeside(command, fact, context))
        return 'docker-cli-command/left-behind';
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
      if (fact.onFailure === 'remembers') return 'docker-cli-command/probe';
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
      if (!startsApplication(command) || hasOwnEngine(fact, context)) return 'docker-cli-command/other';
      return isMainProgram(fact) ? 'docker-cli-command/main-program' : 'docker-cli-command/run';
    default:
      return kind satisfies never;
  }
}

/** `docker-compose up`: containers, as of `docker run`. */
function startsApplication({ subcommand, operands }: DockerCommand): boolean {
  const [group, verb = operands.find(({ text }) => !text.startsWith('-'))?.text ?? ''] = subcommand.split(' ');
  return group === 'compose' && /^(?:up|run|start|restart)$/.test(verb);
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
export function hasOwnEngine(fact: CommandFact, context: RuleContext): boolean {
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
      return (
        arePulled(command, document, context) ||
        areBuilt(command, document, context) ||
        arePushed(command, fact, context) ||
        areStarted(command, context)
      );
    case 'inspect-image':
      return areBuilt(command, document, context);
    case 'list-images':
      return (
        areStarted(command, context) ||
        (isOnScreen(fact) && bringsImages(document, context) && !makesNode(document, context))
      );
    default:
      return false;
  }
}

/** `docker rm -f web || true`: what is not there need not be removed, and the script says so. No node has volumes, networks or a cache of builds. */
function clearsAway(command: DockerCommand, fact: CommandFact, { factsOf }: RuleContext): boolean {
  return (
    fact.onFailure === 'goes-on' &&
    (CLEARS_AWAY.test(command.row.purpose) || CLEARS_WHAT_NONE_HAS.test(command.subcommand)) &&
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
const CLEARS_WHAT_NONE_HAS = /^(?:volume|network) (?:rm|remove|prune)$|^(?:builder|buildx) prune$/;

/** Nothing but the eye or a test reads the answer: no variable keeps it, and what it is piped into only picks lines. */
function isOnScreen({ statement, pipedInto, onFailure, polarity, document }: CommandFact): boolean {
  if (document.language !== 'shell') return false;
  const picks = pipedInto.every((program) => /^(?:grep|egrep|sort|uniq|head|tail|column|tee|less|cat)$/.test(program));
  // `[ -z "$(docker images -q app)" ]` before the pull: without an answer the pull comes.
  if (picks && statement.commands.some(({ program }) => /^(?:\[{1,2}|test)$/.test(program))) return true;
  return picks && statement.variables.size === 0 && onFailure !== 'gives-up' && polarity !== 'probes';
}

/** The command, or what its output is piped into, is about containers that the kubelet made. */
export function namesKubernetes(fact: CommandFact, { project }: RuleContext): boolean {
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
