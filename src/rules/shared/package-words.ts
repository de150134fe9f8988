/** What is told of an install of Docker Engine, and what is installed in its place. */
import type { PackageRow } from '../../data/packages.ts';
import { RUNTIMES } from '../../data/runtimes.ts';
import type { Document } from '../../model/document.ts';
import type { PackageFact } from '../../model/fact.ts';
import type { Place } from '../../model/place.ts';
import { once } from '../../text/once.ts';
import { spanOf } from '../../text/placed.ts';
import type { RuleContext } from '../rule.ts';
import { nameOf, rowOf } from './package-rows.ts';
import { quoted, sentence } from './words.ts';

export function messageOf({ manager, name, at }: PackageFact, row: PackageRow, place: Place): string {
  return manager === 'role'
    ? `The role ${quoted(at.text)} installs Docker Engine, and the kubelet does not use it`
    : `${quoted(name)} ${effectOf(row, place)}`;
}

function effectOf({ what }: PackageRow, place: Place): string {
  if (what === 'client') return 'has no engine to talk to';
  if (what === 'installer')
    return `installs Docker Engine, which the kubelet does not use${place === 'unknown' ? ' on a node' : ''}`;
  return place === 'unknown'
    ? 'is installed here; on a node the kubelet does not use it'
    : 'is installed and the kubelet does not use it';
}

/** What is installed where Docker Engine was: from Docker’s own repository, containerd comes as containerd.io. */
export function inPlaceOf(fact: PackageFact, place: Place, context: RuleContext): string {
  const { runtime } = context.target;
  const { packages, configuration } = RUNTIMES[runtime];
  if (fact.manager === 'role') return runtime === 'cri-o' ? ROLE.crio : ROLE.containerd;
  const first = runtime === 'containerd' ? containerdFor(fact, context) : `install ${packages} in its place`;
  const driver = runtime === 'cri-o' ? 'its default cgroup_manager = "systemd"' : 'SystemdCgroup = true';
  const text = `${first}, with ${configuration} for the kubelet (${driver})`;
  return place === 'unknown' ? `On a node, ${text}; a machine that is not a node keeps it` : sentence(text);
}

/** https://github.com/geerlingguy/ansible-role-containerd */
const ROLE = {
  containerd:
    'Write a role that installs containerd in its place, such as geerlingguy.containerd with containerd_config_cgroup_driver_systemd: true',
  crio: 'Write a role that installs CRI-O in its place',
};

/** One answer for all that a file installs: it is told as one. */
function containerdFor(fact: PackageFact, context: RuleContext): string {
  const { document, name, manager } = fact;
  const { ofDocker, ofOthers } = enginesOf(document, context);
  const kept = containerdInstalled(document, context) ?? containerdBeside(fact, context);
  if (kept && !(ofDocker && ofOthers)) return `${keeping(kept)} and drop ${nameOf(name)}`;
  if (!ofDocker)
    return FOR_RED_HAT.test(manager) || OF_RED_HAT.test(document.path)
      ? 'install containerd in its place (CentOS and RHEL: containerd.io from Docker’s repository)'
      : 'install containerd in its place';
  return ofOthers
    ? 'install containerd in its place (from Docker’s repository: containerd.io)'
    : 'install containerd.io in its place';
}

/** Their own repositories have docker or podman, and no containerd; what installs packages of any system may do so there. */
const FOR_RED_HAT = /^(?:yum|dnf|package|module)$/;

/** `vars/CentOS.yml` */
const OF_RED_HAT = /(?:^|[/_.-])(?:centos|red-?hat|rhel|rocky|alma(?:linux)?|oracle-?linux)(?:-?\d{1,2})?[/_.-]/i;

const enginesOf = once((document: Document, { factsOf }: RuleContext) => {
  const names = factsOf(document).flatMap((fact) =>
    fact.kind === 'package' && fact.action === 'install' && rowOf(fact)?.what === 'engine' ? [nameOf(fact.name)] : [],
  );
  // docker-engine came from apt.dockerproject.org and yum.dockerproject.org, which never had containerd.io.
  const isOfDocker = (name: string) => /^docker-(?:ce|ee)$/.test(name);
  return { ofDocker: names.some(isOfDocker), ofOthers: names.some((name) => !isOfDocker(name)) };
});

const containerdInstalled = once((document: Document, { factsOf }: RuleContext): PackageFact | undefined =>
  factsOf(document).find(
    (fact): fact is PackageFact =>
      fact.kind === 'package' && fact.action === 'install' && nameOf(fact.name) === 'containerd.io',
  ),
);

/** `apt-get install docker.io containerd runc`: another word of the same command. */
function containerdBeside(fact: PackageFact, context: RuleContext): PackageFact | undefined {
  const own = spanOf(fact.at);
  return installsOfContainerd(fact.document, context).find((one) => {
    const { source, start, end } = spanOf(one.at);
    const between = source === own.source ? source.text.slice(Math.min(end, own.end), Math.max(start, own.start)) : ';';
    return between.length < LONGEST_COMMAND && !/[;&|]|(?<!\\)\n(?![ \t]{0,40}-[ \t])/.test(between);
  });
}

const LONGEST_COMMAND = 1000;
const MOST_INSTALLS = 20;

const installsOfContainerd = once((document: Document, { factsOf }: RuleContext): readonly PackageFact[] =>
  factsOf(document)
    .filter(
      (one): one is PackageFact =>
        one.kind === 'package' && one.action === 'install' && nameOf(one.name) === 'containerd',
    )
    .slice(0, MOST_INSTALLS),
);

/** The kubelet of 1.26 and later asks for CRI v1, which containerd has since 1.6. https://kubernetes.io/blog/2022/12/09/kubernetes-v1-26-release/ */
function keeping({ at, name }: PackageFact): string {
  if (nameOf(name) === 'containerd') return 'keep containerd';
  const version = /^containerd\.io[=_-]((?:0|1\.[0-5])(?:\.[\w.~+-]{0,40})?)$/.exec(at.text.slice(0, 200))?.[1];
  return version === undefined ? 'keep containerd.io' : `keep containerd.io, of 1.6 or newer in place of ${version},`;
}
