/** Finds installs of Docker Engine on machines that are Kubernetes nodes. */
import { ENGINE_ITEM, KUBERNETES_PACKAGE, NAMES_REMOVAL } from '../data/packages.ts';
import { RUNTIMES } from '../data/runtimes.ts';
import { implies } from '../model/condition.ts';
import type { Document, Token } from '../model/document.ts';
import type { CommandFact, EnvFact, Fact, PackageFact, SettingFact } from '../model/fact.ts';
import type { Project } from '../model/project.ts';
import { setsUpContainerd } from '../placing/beside-engines.ts';
import { roleNameIn } from '../placing/roles.ts';
import { once } from '../text/once.ts';
import { spanOf } from '../text/placed.ts';
import { lineKey } from '../text/source.ts';
import type { Report, Rule, RuleContext } from './rule.ts';
import { settingsBeside } from './shared/documents.ts';
import { reachesEngine } from './shared/engines.ts';
import { engineItems, isAmongOthers, isClient, isOnlyRemoved } from './shared/package-lists.ts';
import { nameOf, rowOf } from './shared/package-rows.ts';
import { inPlaceOf, messageOf } from './shared/package-words.ts';
import { onWindows, WINDOWS_CONFIGURATION } from './shared/platform.ts';
import { reportAt } from './shared/reports.ts';
import { lastKey } from './shared/settings.ts';
import { choosesDockerItself, isVersionOfDocker } from './shared/versions-of-docker.ts';
import { quoted, sentence } from './shared/words.ts';

export const rule: Rule = {
  id: 'docker-engine-package',
  summary: 'Docker Engine is installed on a Kubernetes node.',
  fix: { none: 'the runtime needs its configuration as well as its package; `dockershim-lint migrate` writes it.' },
  triggers: ['docker', 'moby-engine', 'moby-cli'],
  covers: ['docker-host-path'],
  checks: {
    package: checkPackage,
    setting: (fact, context) => checkVersion(fact, context) ?? checkListed(fact, context),
    env: checkVersion,
    command: (fact, context) =>
      joinsGroup(fact) && !installOf(fact.document, context) ? reportGroup(fact, context) : undefined,
  },
};

function checkPackage(fact: PackageFact, context: RuleContext): Report | undefined {
  if (fact.action === 'remove' || fact.action === 'repository') return undefined;
  const row = rowOf(fact);
  if (!row || (fact.manager === 'module' && fact.name === 'docker' && hasOwnModule(context.project))) return undefined;
  if (fact.manager === 'role' && isKept(fact.at.text, context.project)) return undefined;
  const install = installOf(fact.document, context);
  const isCompanion = fact.action === 'hold' || fact.action === 'query' || /^(?:client|provider)$/.test(row.what);
  if (install && install.fact !== fact && (isCompanion || fact.manager === 'copy')) return undefined;
  if (fact.action === 'hold' || fact.action === 'query' || isFetched(fact)) return reportHeld(fact, context);
  if (context.placementOf(fact).engine?.isBeside) return reportBeside(fact, install?.related, context);
  const undone = undoneBelow(fact, context);
  if (undone) return reportUndone(fact, undone, context);
  const { place, evidence } = context.placementOf(fact);
  if (place === 'workload' && fact.pod)
    return reachesEngine(fact, context) ? undefined : reportInPod(fact, install?.related);
  if (place === 'workload' && fact.document.language === 'dockerfile') return reportInPod(fact, install?.related);
  if (row.what === 'client' && !RUNTIMES[context.target.runtime].keepsDocker) return reportClient(fact, context);
  const isElsewhere = evidence[0]?.kind === 'nature' && evidence[0].is === 'another-machine';
  const cause =
    !isElsewhere && installsKubernetes(fact.document, context)
      ? 'docker-engine-package/with-kubernetes'
      : 'docker-engine-package';
  const runtime = RUNTIMES[context.target.runtime];
  const nvidia = row.what === 'nvidia';
  return reportAt(fact, cause, {
    ...(install?.fact === fact ? { related: install.related } : {}),
    message: messageOf(fact, row, place),
    because: runtime.keepsDocker
      ? `${sentence(runtime.name)} needs Docker Engine, so it stays as long as nodes keep it`
      : `Since Kubernetes 1.24 the kubelet talks to ${runtime.name}; containerd.io from Docker’s repository even ships with the CRI plugin disabled`,
    instead: runtime.keepsDocker
      ? 'Nothing to do; install cri-dockerd next to it'
      : nvidia
        ? `Install nvidia-container-toolkit and run nvidia-ctk runtime configure --runtime=${runtime.unit}`
        : onWindows(fact)
          ? `Install the Windows release of containerd instead (containerd.exe --register-service), with ${WINDOWS_CONFIGURATION} for the kubelet`
          : inPlaceOf(fact, place, context),
  });
}

/** A client by itself breaks nothing: what calls it does. */
function reportClient(fact: PackageFact, { target }: RuleContext): Report {
  return reportAt(fact, 'docker-engine-package/client', {
    message: `${quoted(fact.name)} has no engine to talk to`,
    because: `Since Kubernetes 1.24 the kubelet talks to ${RUNTIMES[target.runtime].name}`,
    instead: 'Delete it together with what calls docker on the node; crictl answers there',
  });
}

/** A module `docker` of the repository says itself what it installs. */
const hasOwnModule = once(({ documents }: Project): boolean =>
  documents.some(({ path }) => /(?:^|\/)docker\/manifests\/init\.pp$/.test(path)),
);

/** Roles of Galaxy that the repository has copied say themselves what they install. */
function isKept(role: string, project: Project): boolean {
  const kept = rolesKept(project);
  return kept.has(role) || kept.has(role.slice(role.lastIndexOf('.') + 1));
}

const rolesKept = once(
  ({ documents }: Project): ReadonlySet<string> => new Set(documents.flatMap(({ path }) => roleNameIn(path) ?? [])),
);

/** A container, or an image that pods run: its programs of Docker talk to an engine that somebody has to give them. */
function reportInPod(fact: PackageFact, related: Report['related']): Report {
  return reportAt(fact, 'docker-engine-package/in-pod', {
    ...(related ? { related } : {}),
    message: `${quoted(fact.name)} is ${fact.pod ? 'installed in a container' : 'in an image that pods run'}, and no node gives it an engine to talk to`,
    because: 'Since Kubernetes 1.24 nodes come without Docker Engine',
    instead: `Drop it where nothing in the ${fact.pod ? 'container' : 'image'} calls docker; a docker:dind sidecar brings an engine of its own`,
  });
}

/** The kubelet is given another runtime on the same machines: nothing breaks, and Docker may serve something else. */
function reportBeside(fact: PackageFact, related: Report['related'], context: RuleContext): Report {
  const { target } = context;
  const gone = isOwnPackage(fact.document, context)
    ? 'Drop it'
    : `Install ${RUNTIMES[target.runtime].packages} in its place`;
  return reportAt(fact, 'docker-engine-package/held', {
    ...(related ? { related } : {}),
    message: `${quoted(fact.name)} ${rowOf(fact)?.what === 'installer' ? 'installs Docker Engine' : 'is installed'} beside the runtime that the kubelet is given`,
    because: `Since Kubernetes 1.24 the kubelet talks to ${RUNTIMES[target.runtime].name}, and Docker Engine only serves what calls it`,
    instead: `${gone} where nothing else on these machines needs Docker Engine`,
  });
}

/** The script gets its runtime by itself, and not as what a package of Docker Engine depends on. */
const isOwnPackage = once((document: Document, { factsOf }: RuleContext): boolean => {
  const facts = factsOf(document);
  return (
    !facts.some(setsUpContainerd) ||
    facts.some((fact) => fact.kind === 'package' && /^(?:containerd(?:\.io)?|cri-o)$/.test(fact.name))
  );
});

/** What takes the engine away again, or keeps it from ever running, further down in the same script. */
function undoneBelow(fact: PackageFact, context: RuleContext): Fact | undefined {
  if (fact.action !== 'install' || fact.document.language === 'ansible') return undefined;
  const { source, start } = spanOf(fact.at);
  return endsOf(fact.document, context).find((other) => {
    const end = spanOf(other.at);
    if (other.kind === 'package' && !isSamePackage(other, fact)) return false;
    if (other.site !== fact.site || end.source !== source || end.start < start || end.start - start > LONGEST_PART)
      return false;
    return implies(fact.conditions, other.conditions) && !ANOTHER_PART.test(source.text.slice(start, end.start));
  });
}

/** An older package that is in the way of the new one goes without it. */
function isSamePackage(removed: PackageFact, { name }: PackageFact): boolean {
  return removed.name.includes('*') || nameOf(removed.name) === nameOf(name);
}

const endsOf = once((document: Document, { factsOf }: RuleContext): readonly Fact[] =>
  factsOf(document).filter(endsEngine).slice(0, MOST_ENDS),
);

const MOST_ENDS = 8;
const LONGEST_PART = 10_000;

/** The end or the beginning of a function, or of a branch: what stands behind it may be run by itself. */
const ANOTHER_PART = /^[ \t]*(?:\}|(?:function[ \t]+)?[\w-]{1,60}[ \t]*\(\)|;;)|^#!/m;

function endsEngine(fact: Fact): boolean {
  if (fact.kind === 'package') return fact.action === 'remove' && rowOf(fact)?.what === 'engine';
  if (fact.kind !== 'command' || fact.program !== 'systemctl') return false;
  const words = fact.words.map(({ text }) => text);
  return words.includes('mask') && words.some((word) => /^docker(?:\.service)?$/.test(word));
}

function reportUndone(fact: PackageFact, undone: Fact, { target }: RuleContext): Report {
  const isRemoved = undone.kind === 'package';
  return reportAt(fact, 'docker-engine-package/held', {
    message: `${quoted(fact.name)} is installed here, and ${isRemoved ? 'removed again' : 'never started'} further down`,
    because: `Nodes with ${RUNTIMES[target.runtime].name} need no Docker Engine since Kubernetes 1.24`,
    instead: 'Drop both lines where nothing between them needs Docker Engine',
    related: [{ at: undone.at, message: isRemoved ? 'removes it' : 'keeps it from starting' }],
  });
}

interface Install {
  readonly fact: PackageFact;
  readonly related: NonNullable<Report['related']>;
}

/** The first install of the engine in a document, with the lines that go when it goes: one cause, one finding. */
const installOf = once((document: Document, context: RuleContext): Install | undefined => {
  const facts = context.factsOf(document);
  const fact = facts.find(
    (one): one is PackageFact => one.kind === 'package' && one.action === 'install' && rowOf(one)?.what === 'engine',
  );
  if (!fact) return undefined;
  const written = context.partsOf(document).flatMap((part) => context.factsOf(part).filter(addsRepository));
  const lines = new Map<string, { readonly at: Token; readonly message: string }>();
  for (const one of [...facts, ...written]) {
    const message = one === fact ? undefined : companionOf(one);
    if (message === undefined) continue;
    const key = `${message} ${lineKey(spanOf(one.at))}`;
    if (!lines.has(key)) lines.set(key, { at: one.at, message });
  }
  return { fact, related: [...lines.values()] };
});

function companionOf(fact: Fact): string | undefined {
  if (fact.kind === 'command') return usesGroup(fact) ? 'the group that the package makes' : undefined;
  if (fact.kind === 'env') return isSwitch(fact) ? 'switches the install on' : undefined;
  if (fact.kind === 'path')
    return fact.use === 'write' && REPOSITORY_FILE.test(fact.path) ? 'the repository of the package' : undefined;
  if (fact.kind !== 'package') return undefined;
  if (addsRepository(fact)) return 'the repository of the package';
  const row = fact.action === 'repository' || fact.action === 'remove' ? undefined : rowOf(fact);
  if (fact.action === 'hold') return row && 'keeps its version';
  if (fact.action === 'query') return row && 'asks which version there is';
  if (fact.action === 'download') return undefined;
  if (fact.manager === 'copy') return row && 'another program of the engine';
  if (row?.what === 'provider') return 'where the package comes from';
  return row?.what === 'client' ? 'its command line' : undefined;
}

/** What package managers read: `/etc/yum.repos.d/docker-ce.repo`, `/etc/apt/keyrings/docker.gpg`. */
const REPOSITORY_FILE =
  /^\/(?:etc\/(?:yum\.repos\.d|zypp\/repos\.d|apt\/(?:sources\.list\.d|keyrings|trusted\.gpg\.d))|usr\/share\/keyrings)\/[^/]{0,255}docker[^/]{0,255}$/;

/** `INSTALL_DOCKER="${INSTALL_DOCKER:-true}"` */
function isSwitch({ name, value }: EnvFact): boolean {
  return (
    /(?:^|_)(?:INSTALL|ENABLE|SETUP|WITH|USE)_DOCKER$/i.test(name) && /^(?:true|yes|on|y|1)$/i.test(value?.text ?? '')
  );
}

const DOCKER_REPOSITORY = /\bdownload\.docker\.com\b|\/docker-ce\b/;

function addsRepository(fact: Fact): boolean {
  return (
    fact.kind === 'package' &&
    fact.action === 'repository' &&
    (fact.manager === 'amazon-linux-extras' ? fact.name === 'docker' : DOCKER_REPOSITORY.test(fact.name.slice(0, 4096)))
  );
}

/** `apt-mark hold docker-ce`, `Get-Package Docker`: installs nothing, and is about what a node without Docker Engine does not have. */
function reportHeld(fact: PackageFact, { target }: RuleContext): Report {
  const asks = fact.action === 'query';
  return reportAt(fact, 'docker-engine-package/held', {
    message: isFetched(fact)
      ? `${quoted(fact.name)} is only fetched here, for machines with Docker Engine`
      : asks
        ? `There is no package ${quoted(fact.name)} to ask about on a node without Docker Engine`
        : `${quoted(fact.name)} is kept at its version here, which only matters where Docker Engine is installed`,
    because: `Nodes with ${RUNTIMES[target.runtime].name} need no Docker Engine since Kubernetes 1.24`,
    instead: asks ? 'Drop the line' : 'Drop the name from the list',
  });
}

/** `apt-get install -d docker-ce`: what fills a repository of packages installs nothing. */
function isFetched({ action, document, manager }: PackageFact): boolean {
  return (
    action === 'download' && document.language !== 'powershell' && /^(?:apt|apt-get|yum|dnf|tdnf|zypper)$/.test(manager)
  );
}

const VERSIONED = /^(?:yaml|json|ansible|terraform|ini)$/;

/** A version of the engine that a node gets; none where the line that installs it, or the choice of Docker, is reported. */
function checkVersion(fact: EnvFact | SettingFact, context: RuleContext): Report | undefined {
  const isRead = fact.kind === 'env' ? fact.document.language === 'powershell' : VERSIONED.test(fact.format);
  if (!isRead || !isVersionOfDocker(fact) || context.placementOf(fact).place !== 'node') return undefined;
  if (choosesDockerItself(fact.document, context) || installOf(fact.document, context)) return undefined;
  return reportAt(fact, 'docker-engine-package/held', {
    message: `${quoted(fact.kind === 'env' ? fact.name : lastKey(fact))} is the version of a Docker Engine that nodes do not need`,
    because: `Nodes with ${RUNTIMES[context.target.runtime].name} need no Docker Engine since Kubernetes 1.24`,
    instead: 'Drop it with what installs Docker Engine',
  });
}

/**
 * An item of a list of packages that a playbook of nodes keeps in a variable, or beside packages of Kubernetes; what a task
 * loops over its module tells, and what a role of that name installs the role.
 */
function checkListed(fact: SettingFact, context: RuleContext): Report | undefined {
  const { text } = fact.value;
  const isAmongPackages = isAmongOthers(fact);
  if (!/^(ansible|yaml|terraform)$/.test(fact.format) || fact.path.at(-1) !== '[]') return undefined;
  if (!isAmongPackages && !ENGINE_ITEM.test(text)) return undefined;
  const name = fact.path.at(-2) ?? '';
  if (/^(?:loop|with_\w+|roles|dependencies)$/.test(name) || NAMES_REMOVAL.test(name)) return undefined;
  if (isOnlyRemoved(fact.document, name, context.project)) return undefined;
  const { engine, clients, hasKubernetes } = engineItems(settingsBeside(fact, context));
  if (!hasKubernetes && (isAmongPackages || fact.format === 'terraform' || context.placementOf(fact).place !== 'node'))
    return undefined;
  // The command line goes with its engine, and what the list has twice is one package.
  const isSame = engine !== fact && engine?.value.text === text;
  if (isSame || (engine && isClient(text))) return undefined;
  const manager = isAmongPackages ? 'apt' : 'list';
  const named = { ...fact, kind: 'package', name: text, action: 'install', manager } as const;
  const found = checkPackage(named, context);
  const isWith = hasKubernetes && found?.cause === 'docker-engine-package';
  const report = found && isWith ? { ...found, cause: 'docker-engine-package/with-kubernetes' as const } : found;
  if (!report || engine !== fact) return report;
  return { ...report, related: [...(report.related ?? []), ...clients] };
}

const installsKubernetes = once((document: Document, { factsOf }: RuleContext): boolean =>
  factsOf(document).some((fact) => fact.kind === 'package' && KUBERNETES_PACKAGE.test(fact.name)),
);

/** `groupadd docker`, `useradd -g docker`, `usermod -aG docker user`. */
function usesGroup(fact: CommandFact): boolean {
  const names = /^(?:groupadd|addgroup|useradd|adduser)$/.test(fact.program);
  return joinsGroup(fact) || (names && fact.words.some(({ text }, i) => i > 0 && text === 'docker'));
}

/** `usermod -aG docker user`: the group comes with the package. */
function joinsGroup(fact: CommandFact): boolean {
  const words = fact.words.map((word) => word.text);
  if (fact.program === 'gpasswd') return words.at(-1) === 'docker';
  if (fact.program !== 'usermod') return false;
  const at = words.findIndex((word) => /^-[a-z]*G$/.test(word) || word === '--groups');
  return at > 0 && (words[at + 1] ?? '').split(',').includes('docker');
}

function reportGroup(fact: CommandFact, { target }: RuleContext): Report {
  const runtime = RUNTIMES[target.runtime];
  return reportAt(fact, 'docker-engine-package/group', {
    message: 'The group `docker` only exists where the package of Docker Engine made it',
    because: `Nodes with ${runtime.name} need no Docker Engine since Kubernetes 1.24`,
    instead: 'Drop the line, or let the people in question use crictl through sudo',
  });
}
