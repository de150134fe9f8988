/** Finds settings of tools that make clusters which choose Docker as the runtime of nodes. */
import { PROVISIONER_FLAGS, PROVISIONER_SETTINGS } from '../data/provisioners.ts';
import { RUNTIMES } from '../data/runtimes.ts';
import type { Cause } from '../judge.ts';
import { type Condition, underConditions } from '../model/condition.ts';
import type { Document, Token } from '../model/document.ts';
import type { CommandFact, EnvFact, Fact, FlagFact, SettingFact } from '../model/fact.ts';
import type { Project } from '../model/project.ts';
import type { Target } from '../model/target.ts';
import { rootOf } from '../placing/units.ts';
import { groupBy } from '../text/group.ts';
import { once } from '../text/once.ts';
import { spanOf } from '../text/placed.ts';
import { spanKey } from '../text/source.ts';
import type { Report, ReportFix, Rule, RuleContext } from './rule.ts';
import { isDockerProgram } from './shared/docker/command.ts';
import { firstBy, mentions, settingsOf } from './shared/documents.ts';
import { valueFix } from './shared/fixes.ts';
import { RUNTIME_VARIABLE, unknownElsewhere } from './shared/known-runtimes.ts';
import { onWindows } from './shared/platform.ts';
import { reportAt } from './shared/reports.ts';
import { containsKeys, endsWithKeys, lastKey } from './shared/settings.ts';
import { isWritten, within } from './shared/tokens.ts';
import { versionsOfDocker } from './shared/versions-of-docker.ts';
import { quoted, sentence } from './shared/words.ts';

interface Row {
  readonly tool: string;
  readonly outcome: 'refused' | 'adapter' | 'ignored';
  readonly since: number;
  readonly containerd: string;
  readonly crio?: string;
  readonly effect?: string;
  readonly bringsAdapter?: boolean;
}

/** Keys of one word that any program could have mean a tool only at the top of a file. */
const TOP_LEVEL = new Set([
  'docker',
  'container_manager',
  'etcd_deployment_type',
  'resolvconf_mode',
  'enable_cri_dockerd',
]);

export const rule: Rule = {
  id: 'provisioner-docker-runtime',
  summary: 'A tool that makes clusters is told to use Docker as the runtime.',
  fix: {
    safe: 'The value of the advice, where the tool refuses docker.',
    unsafe: 'The same where the tool still takes docker: the next nodes that it makes run the other runtime.',
  },
  triggers: ['docker', 'image_type', 'imagetype', 'image-type'],
  checks: {
    setting: (fact, context) => withVersions(fact, checkSetting(fact, context), context),
    flag: checkFlag,
    command: checkCommand,
    env: checkVariable,
  },
};

/** The versions of Docker in the same file go with the choice. */
function withVersions(fact: SettingFact, report: Report | undefined, context: RuleContext): Report | undefined {
  if (!report || !RUNTIME_VARIABLE.test(fact.path.at(-1) ?? '') || fact.value.text !== 'docker') return report;
  const versions = versionsOfDocker(fact.document, context);
  if (versions.length === 0) return report;
  const more = versions.map(({ at }) => ({ at, message: 'only used with Docker' }));
  return { ...report, related: [...(report.related ?? []), ...more] };
}

const isFirstOfBlock = new Map(
  PROVISIONER_SETTINGS.map((row) => [
    row,
    firstBy((fact) => (fact.kind === 'setting' && containsKeys(fact.path, row.keys) ? '' : undefined)),
  ]),
);

function checkSetting(fact: SettingFact, context: RuleContext): Report | undefined {
  const value = fact.value.text.toLowerCase();
  const row = PROVISIONER_SETTINGS.find((one) => {
    const any = one.values === 'any';
    if (one.values !== 'any' && !one.values.includes(value)) return false;
    if (!(any ? containsKeys : endsWithKeys)(fact.path, one.keys)) return false;
    if (one.keys.length === 1 && TOP_LEVEL.has(one.keys[0] ?? '') && !isTopLevel(fact)) return false;
    return one.signs.length === 0 || mentions(fact.document, one.signs);
  });
  if (!row) return checkOwnSetting(fact, context);
  if (row.values === 'any' && !isFirstOfBlock.get(row)?.(fact, context)) return undefined;
  return report(
    fact,
    isOfOlderCluster(fact, row.since, context) ? { ...row, outcome: 'adapter' } : row,
    `${row.keys.filter((key) => key !== '*').join('.')}: ${row.values === 'any' ? '…' : fact.value.text}`,
    context.target,
  );
}

/** `kubernetesVersion: 1.22.17` of the same object: it was not refused there yet. */
function isOfOlderCluster({ document }: SettingFact, since: number, context: RuleContext): boolean {
  const minor = document.object ? minorOf(document, context) : undefined;
  return minor !== undefined && minor < since;
}

const minorOf = once((document: Document, context: RuleContext): number | undefined => {
  const version = settingsOf(document, context).find((one) => lastKey(one) === 'kubernetesVersion')?.value.text;
  const minor = /^v?1\.(\d{1,3})\b/.exec(version ?? '')?.[1];
  return minor === undefined ? undefined : Number(minor);
});

/** Variables of Ansible stand at the top of group files, or under `vars`. */
function isTopLevel(fact: SettingFact): boolean {
  return (
    fact.path.length === 1 ||
    fact.path.some((key) => /^(vars|all|k8s_cluster|set_fact|ansible\.builtin\.set_fact|spec)$/.test(key))
  );
}

function checkFlag(fact: FlagFact, context: RuleContext): Report | undefined {
  const written = fact.value?.text ?? '';
  const value = written.toLowerCase();
  const row = PROVISIONER_FLAGS.find(
    (one) =>
      one.programs.includes(fact.program) &&
      one.flags.includes(fact.name) &&
      (one.values === 'any' ? value !== 'false' : one.values.includes(value)),
  );
  if (!row) return undefined;
  const found = report(fact, row, `--${fact.name}${written ? `=${written}` : ''}`, context.target);
  const loads =
    row.tool === 'k3s' && context.placementOf(fact).place === 'ci' ? loadsOf(rootOf(fact.document), context) : [];
  return loads.length === 0 ? found : { ...found, related: loads.map(({ at }) => ({ at, message: IMPORT })) };
}

const IMPORT = 'the node only sees this image while it runs Docker; k3s ctr images import takes its place';

/** Where a pipeline puts images into the Docker that its cluster runs on. */
const loadsOf = once((document: Document, { factsOf, partsOf }: RuleContext): readonly Fact[] =>
  [document, ...partsOf(document)]
    .flatMap((one) => factsOf(one))
    .filter(
      (fact) =>
        fact.kind === 'command' && isDockerProgram(fact.program) && /^(?:image )?load\b/.test(argumentsOf(fact)),
    ),
);

function argumentsOf({ words }: CommandFact): string {
  return words
    .slice(1, 3)
    .map(({ text }) => text)
    .join(' ');
}

/** `ansible-playbook -e container_manager=docker`, `minikube config set container-runtime docker`. */
function checkCommand(fact: CommandFact, context: RuleContext): Report | undefined {
  const { target } = context;
  const words = fact.words.map((word) => word.text);
  if (fact.program === 'minikube') {
    const at = words.indexOf('container-runtime');
    const row = PROVISIONER_FLAGS.find((one) => one.tool === 'minikube');
    return row && at > 0 && words[at + 1] === 'docker'
      ? report(fact, row, 'container-runtime docker', target)
      : undefined;
  }
  if (fact.program !== 'ansible-playbook') return checkTold(fact, context);
  const word = fact.words.find(({ text }) => /(^|[\s"'])container_manager=docker\b/.test(text.slice(0, 4096)));
  const row = PROVISIONER_SETTINGS.find((one) => one.keys[0] === 'container_manager');
  return (
    word &&
    row &&
    report({ ...fact, at: within(word, 'container_manager=docker') }, row, 'container_manager=docker', target)
  );
}

/** `health-monitor.sh container-runtime docker`, `PrepareNode.ps1 -ContainerRuntime Docker`: a program of a node is told the runtime. */
function checkTold(fact: CommandFact, { target, placementOf }: RuleContext): Report | undefined {
  const at = fact.words.findIndex(
    ({ text }, i) => i > 0 && RUNTIME_ARGUMENT.test(text) && /^docker$/i.test(fact.words[i + 1]?.text ?? ''),
  );
  const [name, value] = fact.words.slice(at, at + 2);
  if (at < 0 || !name || !value || placementOf(fact).place !== 'node') return undefined;
  // A node with Windows has containerd beside CRI-O too.
  const unit = onWindows(fact) ? 'containerd' : RUNTIMES[target.runtime].unit;
  return reportAt(
    fact,
    'provisioner-docker-runtime/adapter',
    {
      message: `${quoted(`${name.text} ${value.text}`)} tells ${fact.program} that the node runs Docker`,
      because: 'Since Kubernetes 1.24 the kubelet only reaches Docker Engine through cri-dockerd',
      instead: RUNTIMES[target.runtime].keepsDocker
        ? 'Nothing to do while nodes keep Docker Engine'
        : `Write \`${name.text} ${unit}\`, where ${fact.program} knows it`,
    },
    value,
  );
}

const RUNTIME_ARGUMENT = /^(?:container-?runtime|-ContainerRuntime)$/i;

/** A variable of a playbook that sets up nodes. */
function checkOwnSetting(fact: SettingFact, { target, placementOf }: RuleContext): Report | undefined {
  if (!/^(ansible|yaml|terraform|ini)$/.test(fact.format) || fact.value.text !== 'docker') return undefined;
  const name = fact.path.at(-1) ?? '';
  if (!RUNTIME_VARIABLE.test(name) || !isTopLevel(fact)) return undefined;
  return placementOf(fact).place === 'node' ? reportVariable(fact, name, target) : undefined;
}

/** A script that passes the variable on to whatever starts the node; the same choice on other lines is shown with the first. */
function checkVariable(fact: EnvFact, context: RuleContext): Report | undefined {
  if (!choosesDocker(fact, context)) return undefined;
  const { place, evidence } = context.placementOf(fact);
  const [reason] = evidence;
  const ofDevCluster = place === 'dev' && reason?.kind === 'nature' && reason.is === 'cluster-in-containers';
  if (place !== 'node' && !ofDevCluster && !(place === 'ci' && fact.name === 'CONTAINER_RUNTIME' && isAboutNodes(fact)))
    return undefined;
  const [first, ...others] = choicesOf(fact.document, context).get(keyOfChoice(fact)) ?? [fact];
  if (first !== fact || handedToKubelet(context.project).has(rootOf(fact.document))) return undefined;
  if (fact.value && unitsNamed(fact.document, context).has(spanKey(spanOf(fact.value)))) return undefined;
  const related = others.map(({ at }) => ({ at, message: 'the same choice' }));
  const told = reportVariable(fact, fact.name, context.target);
  const words = unknownElsewhere(fact.name, context);
  const until = replacedFrom(fact, context);
  return {
    ...underConditions(told, until ? [until] : []),
    ...(words === undefined ? {} : { instead: words }),
    ...(related.length > 0 ? { related } : {}),
  };
}

/** A pipeline may call the engine so with which it starts its own containers. */
function isAboutNodes({ document }: EnvFact): boolean {
  return mentions(rootOf(document), WORDS_OF_NODES);
}

const WORDS_OF_NODES = ['container-runtime', 'kubelet', 'kubeadm', 'local-up-cluster', 'crictl'];

/** `RUNTIME=dockerd`, and `RUNTIME=containerd` below it where the version is one without dockershim. */
function replacedFrom(fact: EnvFact, context: RuleContext): Condition | undefined {
  // `RUNTIME="${RUNTIME:-$DEFAULT}"` has the value of the other variable where that is given.
  const same = [...choicesOf(fact.document, context).values()]
    .flat()
    .filter(({ value }) => value && fact.value && spanKey(spanOf(value)) === spanKey(spanOf(fact.value)));
  const others = otherChoices(fact.document, context);
  const later = [...new Set(same.map(({ name }) => name))].flatMap((name) => others.get(name) ?? []);
  const { source, start } = spanOf(fact.value ?? fact.at);
  const replaced = later.find(({ at }) => spanOf(at).source === source && spanOf(at).start > start);
  const version = replaced?.conditions.find(({ kind, holds }) => kind === 'version' && !holds);
  return version && { ...version, holds: true };
}

/** Lines that give a variable of the runtime another one than docker, by its name. */
const otherChoices = once((document: Document, { factsOf }: RuleContext) =>
  groupBy(
    factsOf(document).filter(
      (fact): fact is EnvFact =>
        fact.kind === 'env' &&
        RUNTIME_VARIABLE.test(fact.name) &&
        /^(?:containerd|cri-?o)$/.test(fact.value?.text ?? ''),
    ),
    ({ name }) => name,
  ),
);

/** `systemctl restart "$RUNTIME"`: what the variable holds is the name of a unit too, and told as that. */
const unitsNamed = once((document: Document, { factsOf }: RuleContext): ReadonlySet<string> => {
  const words = factsOf(document).flatMap((fact) =>
    fact.kind === 'command' &&
    SERVICE_CLIENTS.test(fact.program) &&
    fact.polarity === 'uses' &&
    fact.onFailure !== 'goes-on'
      ? fact.words.slice(1)
      : [],
  );
  return new Set(words.map((word) => spanKey(spanOf(word))));
});

const SERVICE_CLIENTS = /^(?:systemctl|service)$/;

/** `--container-runtime=$RUNTIME`: what the variable chooses is told at the kubelet, which does not start with it. */
const handedToKubelet = once(
  ({ facts }: Project): ReadonlySet<Document> =>
    new Set(
      facts.flatMap((fact) =>
        fact.kind === 'flag' && fact.program === 'kubelet' && fact.name === 'container-runtime' && isOfVariable(fact)
          ? [rootOf(fact.document)]
          : [],
      ),
    ),
);

function isOfVariable({ value }: FlagFact): boolean {
  return value?.text === 'docker' && !isWritten(value);
}

function choosesDocker({ name, value, pod, document }: EnvFact, context: RuleContext): boolean {
  if (pod || !/^dockerd?$/.test(value?.text ?? '')) return false;
  if (!/^(shell|ini|powershell|puppet|ruby)$/.test(document.language)) return false;
  return RUNTIME_VARIABLE.test(name) || branchedVariables(document, context).has(name);
}

/** `[ "$runtime_type" = containerd ]`: variables of the runtime, whatever they are called, for which a script has a branch. */
const branchedVariables = once(
  (document: Document, { factsOf }: RuleContext): ReadonlySet<string> =>
    new Set(
      factsOf(document).flatMap(({ conditions }) =>
        conditions.flatMap((one) =>
          one.kind === 'runtime' && !one.holds && one.of && /containerd|cri-?o\b/.test(one.at.text) ? [one.of] : [],
        ),
      ),
    ),
);

const choicesOf = once((document: Document, context: RuleContext) =>
  groupBy(
    context.factsOf(document).filter((fact): fact is EnvFact => fact.kind === 'env' && choosesDocker(fact, context)),
    keyOfChoice,
  ),
);

function keyOfChoice({ name, site, conditions }: EnvFact): string {
  return [name, site?.name ?? '', ...conditions.map(({ kind, holds }) => `${kind} ${holds}`)].join('\0');
}

function reportVariable(fact: EnvFact | SettingFact, name: string, target: Target): Report {
  const row = {
    tool: 'the script',
    outcome: 'adapter',
    since: 24,
    containerd: `${name}=containerd`,
    crio: `${name}=crio`,
  } as const;
  return report(fact, row, `${name}=${fact.value?.text ?? 'docker'}`, target, fact.value);
}

/** What declares a cluster, or asks a cloud for one, is refused wherever it is applied; a value elsewhere may be for something else. */
function isResource(fact: Fact): boolean {
  // A script of that name may be anybody's.
  if (fact.kind === 'flag') return !fact.program.endsWith('.sh');
  return fact.kind === 'setting' && (fact.format === 'terraform' || fact.document.object !== undefined);
}

/** The nodes are made in a cloud, and no part of the machine that runs the pipeline. */
function isCalledByPipeline(fact: Fact): boolean {
  return fact.kind === 'flag' && /^(?:workflow|groovy)$/.test(rootOf(fact.document).language);
}

function causeOf({ outcome, bringsAdapter }: Row, fact: Fact): Cause {
  if (outcome !== 'refused')
    return bringsAdapter ? 'provisioner-docker-runtime/own-adapter' : 'provisioner-docker-runtime/adapter';
  if (!isResource(fact)) return 'provisioner-docker-runtime/refused';
  return isCalledByPipeline(fact)
    ? 'provisioner-docker-runtime/refused-in-pipeline'
    : 'provisioner-docker-runtime/refused-resource';
}

function report(fact: Fact, row: Row, text: string, target: Target, at: Token = fact.at): Report {
  const refused = row.outcome === 'refused';
  const cause = causeOf(row, fact);
  const keeps = RUNTIMES[target.runtime].keepsDocker && row.outcome === 'adapter';
  const advice = target.runtime === 'cri-o' ? (row.crio ?? row.containerd) : row.containerd;
  const words = {
    ...effectOf(row, text),
    instead: keeps ? 'Nothing to do while nodes keep Docker Engine' : sentence(advice),
    fix: keeps ? undefined : choiceFix(fact, advice, refused ? 'safe' : 'unsafe'),
  };
  return reportAt(fact, cause, words, at);
}

function choiceFix(fact: Fact, advice: string, safety: ReportFix['safety']): ReportFix | undefined {
  if (fact.kind !== 'setting') return undefined;
  return /^delete /.test(advice) ? undefined : valueFix(fact.value, lastKey(fact), advice, safety);
}

function effectOf(row: Row, text: string): Pick<Report, 'message' | 'because'> {
  const tool = sentence(row.tool);
  switch (row.outcome) {
    case 'refused':
      return {
        message: `${tool} refuses ${quoted(text)}`,
        because: `${tool} removed Docker as a runtime for Kubernetes 1.${row.since} and later`,
      };
    case 'ignored':
      return {
        message: `${tool} ignores ${quoted(text)}`,
        because: `From Kubernetes 1.${row.since} on ${tool} only starts containerd`,
      };
    case 'adapter':
      return {
        message: `${quoted(text)} ${row.effect ?? 'chooses Docker Engine as the runtime of the nodes'}`,
        because: `Since Kubernetes 1.24 the kubelet only reaches Docker Engine through cri-dockerd${row.bringsAdapter ? `, which ${row.tool} brings` : ''}`,
      };
    default:
      return row.outcome satisfies never;
  }
}
