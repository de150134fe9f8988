/** Finds code that takes container ids and cgroups apart and only knows Docker's spelling. */

import { RUNTIMES } from '../data/runtimes.ts';
import type { Cause } from '../judge.ts';
import type { Document, Token } from '../model/document.ts';
import { type CommandFact, type Fact, PLAINLY, type SettingFact, type Statement } from '../model/fact.ts';
import { isCommentedOut } from '../text/source.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { reportAt } from './shared/reports.ts';
import { within } from './shared/tokens.ts';
import { noDocker, quoted } from './shared/words.ts';

const CUTTERS = new Set([
  'sed',
  'gsed',
  'awk',
  'gawk',
  'cut',
  'grep',
  'egrep',
  'fgrep',
  'tr',
  'perl',
  'jq',
  'yq',
  'kubectl',
  'rg',
  'python',
  'python3',
  'oc',
]);
const ID_WORDS = /containerid|imageid|containerstatuses|containerruntimeversion|container_runtime_version|container_id/;
const PREFIX = /docker(-pullable)?:\\?\/\\?\//;
const CGROUP = /\/docker\/|docker-[^\s/]{1,80}\.scope/;
const TEXT_LIMIT = 4096;

export const rule: Rule = {
  id: 'docker-container-id-prefix',
  summary: 'Code that reads container ids only knows docker://.',
  fix: { none: 'what a program does with the id is not known.' },
  triggers: ['docker'],
  checks: {
    command: checkCommand,
    setting: checkQuery,
    path: (fact, context) =>
      isCgroup(fact.path) && fact.polarity !== 'excludes' ? report(fact, fact.at, fact.path, context) : undefined,
  },
  checkProject: (context) => context.project.documents.flatMap((document) => checkExpansions(document, context)),
};

/** `${CID#docker://}`: an expansion is no command, so it is looked for in the text. */
const EXPANSION = /\$\{\w{1,80}(?:##?|\/\/?)["']?docker(?:-pullable)?:\\?\/\\?\/[^}\n]{0,80}\}/g;

function checkExpansions(document: Document, context: RuleContext): readonly Report[] {
  if (document.language !== 'shell' || !document.view.text.includes('docker')) return [];
  return [...document.view.text.matchAll(EXPANSION)].flatMap((match) => {
    const start = match.index;
    if (isCommentedOut(document.view.text, start)) return [];
    const at: Token = { text: match[0], view: document.view, start, end: start + match[0].length };
    return [reportOn(document, 'literal', at, match[0], context)];
  });
}

function checkCommand(fact: CommandFact, context: RuleContext): Report | undefined {
  if (!CUTTERS.has(fact.program)) return undefined;
  for (const word of fact.words.slice(1)) {
    const text = word.text.slice(0, TEXT_LIMIT);
    const found = PREFIX.exec(text)?.[0];
    const strips = found !== undefined && (isAboutIds(fact.statement) || /^['"]?s(.)\^?docker/.test(text));
    if (strips || isCgroup(text)) return report(fact, word, text, context, fact.statement);
  }
  return undefined;
}

function checkQuery(fact: SettingFact, context: RuleContext): Report | undefined {
  const text = fact.value.text.slice(0, TEXT_LIMIT);
  const found = PREFIX.exec(text)?.[0];
  if (found === undefined || !ID_WORDS.test(text.toLowerCase()) || text.includes('\n')) return undefined;
  if (/container_runtime_version/.test(text)) return reportNodes(fact, within(fact.value, found), context);
  return report(fact, within(fact.value, found), text, context);
}

/** `count(kube_node_info{container_runtime_version=~"docker://.+"})`: most who ask so look for what is still to be moved. */
function reportNodes(fact: SettingFact, at: Token, { target }: RuleContext): Report {
  const words = {
    message: `${quoted(at.text)} only matches nodes that run Docker Engine`,
    ...noDocker(target, 'the version begins with the name of the runtime'),
    instead:
      'Leave it where it looks for nodes that still run Docker Engine; write container_runtime_version=~".+" where it means all nodes',
  };
  return reportAt(fact, 'docker-container-id-prefix/of-nodes', words, at);
}

/** An id that the cluster reports is its nodes', wherever the line runs; a cgroup is one of the machine. */
function causeOf(text: string, statement: Statement | undefined, isOwnCluster: boolean): Cause {
  if ([text, ...textsOf(statement)].some((one) => /containerd|cri-?o/i.test(one)))
    return 'docker-container-id-prefix/several-runtimes';
  if (statement && asksCluster(statement))
    return isOwnCluster ? 'docker-container-id-prefix/of-own-cluster' : 'docker-container-id-prefix/of-the-cluster';
  return PREFIX.test(text) ? 'docker-container-id-prefix' : 'docker-container-id-prefix/cgroup';
}

/** `kubectl get pods -o jsonpath='{…containerID}'`, and `-o json` with a program behind it that takes the id out. */
function asksCluster({ commands }: Statement): boolean {
  const takers = commands.filter(({ program }) => /^(?:kubectl|oc|jq|yq|gojq)$/.test(program));
  return takers.some(({ program }) => /^(?:kubectl|oc)$/.test(program)) && takers.some(namesId);
}

function namesId({ words }: CommandFact): boolean {
  return words.some(({ text }) => /containerid/i.test(text.slice(0, TEXT_LIMIT)));
}

/** The words of a statement, and the names of its variables. */
function textsOf(statement: Statement | undefined): readonly string[] {
  if (!statement) return [];
  const words = statement.commands.flatMap((command) => command.words);
  return [...words.map(({ text }) => text.slice(0, TEXT_LIMIT)), ...statement.variables];
}

function isAboutIds(statement: Statement): boolean {
  return textsOf(statement).some((text) => ID_WORDS.test(text.toLowerCase()));
}

function isCgroup(text: string): boolean {
  return /cgroup|\.scope/.test(text) && CGROUP.test(text.slice(0, TEXT_LIMIT));
}

function report(fact: Fact, at: Token, text: string, context: RuleContext, statement?: Statement): Report {
  const told = reportOn(fact.document, fact.certainty, at, text, context, statement, startsNodes(fact, context));
  return { ...told, conditions: fact.conditions };
}

/** A machine that runs the nodes of its cluster as containers, of which somebody chose the runtime there. */
function startsNodes(fact: Fact, { placementOf }: RuleContext): boolean {
  return placementOf(fact).evidence.some((one) => one.kind === 'nature' && one.is === 'cluster-in-containers');
}

function reportOn(
  document: Document,
  certainty: Report['certainty'],
  at: Token,
  text: string,
  { target }: RuleContext,
  statement?: Statement,
  isOwnCluster = false,
): Report {
  const runtime = RUNTIMES[target.runtime];
  return {
    cause: causeOf(text, statement, isOwnCluster),
    document,
    at,
    certainty,
    ...PLAINLY,
    message: `${quoted(text)} only matches ids of Docker; on ${runtime.name} they read ${runtime.idPrefix}… and ${runtime.cgroupScope}`,
    ...noDocker(target, 'ids and cgroups carry the name of the runtime'),
    instead: PREFIX.test(text)
      ? "Strip any scheme: sed -E 's#^[a-z0-9-]+://##', or ${ID#*://}"
      : 'Match every runtime: (docker|cri-containerd|crio)-([0-9a-f]{64})\\.scope',
  };
}
