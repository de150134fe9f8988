/** Decides where every document runs, from its language, its path, what it does itself, and what makes it run. */
import type { Document } from '../model/document.ts';
import type { Fact } from '../model/fact.ts';
import type { Evidence, Place, Placement } from '../model/place.ts';
import type { Link } from '../model/project.ts';
import { groupBy } from '../text/group.ts';
import { baseName, folderOf } from '../text/path.ts';
import { contentEvidence } from './content.ts';
import { pathPlacement } from './path.ts';

const UNKNOWN: Placement = { place: 'unknown', evidence: [] };

const COMPLETES = 'completes command lines';

/** Links are followed this many steps: a workflow calls a script that calls a script. */
const MAX_STEPS = 6;

export function placeDocuments(
  documents: readonly Document[],
  facts: readonly Fact[],
  links: readonly Link[],
): ReadonlyMap<Document, Placement> {
  const placements = new Map<Document, Placement>();
  const content = contentEvidence(documents, facts);
  const completions = completionScripts(facts);
  const ansible = ansibleEvidence(documents, content);
  for (const document of documents) {
    if (completions.has(document)) {
      placements.set(document, { place: 'dev', evidence: [{ text: COMPLETES, span: undefined }] });
      continue;
    }
    const shared = document.language === 'ansible' ? ansible.get(ansibleProject(document.path)) : undefined;
    const own = ownPlacement(document, sharedEvidence(document, content) ?? shared ?? [], content.get(document) ?? []);
    if (own) placements.set(document, own);
  }
  followLinks(documents, links, placements);
  for (const document of documents)
    if (!placements.has(document)) placements.set(document, inherited(document, placements));
  return placements;
}

/** What the whole file shows; the blocks of a Terraform file are about machines of their own. */
function sharedEvidence(
  document: Document,
  content: ReadonlyMap<Document, readonly Evidence[]>,
): readonly Evidence[] | undefined {
  const root = rootOf(document);
  return root.language === 'terraform' && document !== root ? undefined : nonEmpty(content.get(root));
}

/** Scripts that a shell of a person reads: `complete -F _docker docker`. */
function completionScripts(facts: readonly Fact[]): ReadonlySet<Document> {
  const found = facts.filter(
    (fact) => fact.kind === 'command' && fact.program === 'complete' && fact.words.some(({ text }) => text === '-F'),
  );
  return new Set(found.map((fact) => fact.document));
}

/** What the document itself says, or undefined where only others can say it. */
function ownPlacement(
  document: Document,
  rootEvidence: readonly Evidence[],
  evidence: readonly Evidence[],
): Placement | undefined {
  const byPath = pathPlacement(document.path);
  const inTestedScript =
    byPath?.place === 'ci' && document.parent && !rootOf(document).object && !isHandedToCluster(document);
  const byLanguage = inTestedScript ? undefined : languagePlacement(document);
  if (byLanguage) return byLanguage;
  const node = evidence.length > 0 ? evidence : rootEvidence;
  if (byPath?.place === 'ci') return node.some(makesThisMachineANode) ? { place: 'unknown', evidence: node } : byPath;
  if (node.length > 0 && document.language !== 'dockerfile') return { place: 'node', evidence: node };
  if (document.parent) return undefined;
  if (document.language === 'dockerfile') return dockerfilePlacement(node, byPath);
  return byPath;
}

/**
 * A pipeline describes the pod of its agent, which the cluster runs, and the values of a chart that it deploys, unless
 * the cluster is its own.
 */
function isHandedToCluster(document: Document): boolean {
  const root = rootOf(document);
  if (document.language === 'kubernetes') return root.language === 'groovy';
  const isPipeline = root.language === 'groovy' || root.language === 'workflow';
  return document.language === 'helm-values' && isPipeline && !OWN_CLUSTER.test(root.view.text);
}

const OWN_CLUSTER = /\b(?:kind|k3d|minikube|microk8s|kubeadm)\b/;

/** A pipeline that calls kubeadm runs on a machine that becomes a node, or tests one elsewhere: its path does not say which. */
function makesThisMachineANode({ text }: Evidence): boolean {
  return / calls kubeadm (init|join|reset)$/.test(text);
}

/** Roles of one Ansible project set up the same machines: what one of them installs says where all of them run. */
function ansibleEvidence(
  documents: readonly Document[],
  content: ReadonlyMap<Document, readonly Evidence[]>,
): ReadonlyMap<string, readonly Evidence[]> {
  const projects = new Map<string, readonly Evidence[]>();
  for (const document of documents) {
    const evidence = document.language === 'ansible' ? (content.get(document)?.[0] ?? undefined) : undefined;
    const project = ansibleProject(document.path);
    if (!evidence || projects.has(project)) continue;
    projects.set(project, [
      { text: `the same Ansible project (${document.path}, ${evidence.text})`, span: evidence.span },
    ]);
  }
  return projects;
}

/** The folder that holds the roles and playbooks. */
function ansibleProject(path: string): string {
  return path
    .replace(
      /(^|\/)(roles|playbooks|extra_playbooks|tasks|handlers|group_vars|host_vars|vars|defaults|library)\/.*$/,
      '',
    )
    .replace(/\/[^/]*\.ya?ml$/, '');
}

function dockerfilePlacement(node: readonly Evidence[], byPath: Placement | undefined): Placement {
  if (byPath?.place === 'dev') return byPath;
  if (node.length > 0) return { place: 'node', evidence: node };
  return { place: 'image', evidence: [{ text: 'built into a container image', span: undefined }] };
}

function languagePlacement(document: Document): Placement | undefined {
  const why = (place: Place, text: string): Placement => ({ place, evidence: [{ text, span: undefined }] });
  const object = document.object;
  switch (document.language) {
    case 'kubernetes':
      return object && isNodeConfiguration(object.apiVersion, object.kind)
        ? why('node', `configures nodes (kind ${object.kind})`)
        : why('workload', object ? `runs in the cluster (kind ${object.kind})` : 'runs in the cluster');
    case 'helm-values':
    case 'chart-metadata':
      return why('workload', 'belongs to a chart');
    case 'cloud-init':
      return isTested(document) ? undefined : why('node', 'cloud-init runs it when a node starts');
    case 'workflow':
    case 'groovy':
      return why('ci', 'a pipeline of continuous integration');
    case 'makefile':
      return why('dev', 'a make target');
    case 'systemd':
      return isTested(document) ? undefined : why('node', 'a systemd unit');
    case 'yaml':
    case 'json':
    case 'toml':
    case 'shell':
    case 'dockerfile':
    case 'fluentd':
    case 'fluent-bit':
    case 'ini':
    case 'ansible':
    case 'terraform':
    case 'powershell':
    case 'batch':
    case 'puppet':
    case 'jsonnet':
    case 'alloy':
    case 'ruby':
    case 'text':
      return object && !document.parent ? why('workload', `runs in the cluster (kind ${object.kind})`) : undefined;
    default:
      return document.language satisfies never;
  }
}

/** What a test expects, or its own set-up: no node runs it. */
function isTested(document: Document): boolean {
  return pathPlacement(document.path)?.place === 'ci';
}

const NODE_GROUPS =
  /^(kubeadm\.k8s\.io|kubelet\.config\.k8s\.io|kops\.k8s\.io|eksctl\.io|node\.eks\.aws|kubeone\.|k0sctl\.|bootstrap\.cluster\.x-k8s\.io|controlplane\.cluster\.x-k8s\.io|karpenter\.sh|kubekey\.|machineconfiguration\.openshift\.io)/;

function isNodeConfiguration(apiVersion: string, kind: string): boolean {
  return NODE_GROUPS.test(apiVersion) || kind === 'KubeletConfiguration';
}

/** Breadth first from every document that has a place, along what makes other documents run. */
function followLinks(
  documents: readonly Document[],
  links: readonly Link[],
  placements: Map<Document, Placement>,
): void {
  const byName = namesOf(documents);
  for (let step = 0; step < MAX_STEPS; step++) {
    const found = new Map<Document, Placement>();
    for (const link of links) {
      const from = placements.get(link.from) ?? inherited(link.from, placements);
      if (from.place === 'unknown') continue;
      for (const to of targetsOf(link, byName)) {
        const known = placements.get(to);
        if (to === link.from || (known && !overrides(from.place, known, link))) continue;
        const better = found.get(to);
        if (better && rank(better.place) >= rank(from.place)) continue;
        found.set(to, {
          place: from.place,
          evidence: [{ text: linkText(link), span: undefined }, ...from.evidence.slice(0, 2)],
        });
      }
    }
    if (found.size === 0) return;
    for (const [document, placement] of found) placements.set(document, placement);
  }
}

/** Where several callers differ, the place where most breaks wins. */
function rank(place: Place): number {
  return { unknown: 0, dev: 1, ci: 2, image: 3, workload: 4, node: 5 }[place];
}

/** An image that a pod runs is a workload; a script that only a folder name calls a developer's is where its caller runs. */
function overrides(from: Place, { place, evidence }: Placement, link: Link): boolean {
  if (link.kind === 'runs-image') return place === 'image' && from === 'workload';
  if (link.kind === 'copies' || evidence[0]?.text === COMPLETES) return false;
  return place === 'dev' && (from === 'node' || from === 'workload');
}

function linkText(link: Link): string {
  const verb = {
    calls: 'called by',
    sources: 'sourced by',
    copies: 'copied into an image by',
    mounts: 'mounted by',
    builds: 'built by',
    'runs-image': 'run by',
  }[link.kind];
  return `${verb} ${link.from.label}`;
}

function namesOf(documents: readonly Document[]): ReadonlyMap<string, readonly Document[]> {
  const files = documents.filter((document) => !document.parent);
  return groupBy(files, (document) => baseName(document.path));
}

/** A link's text matches the documents whose path ends with it, or shares its longest tail when nothing ends with it whole. */
function targetsOf(link: Link, byName: ReadonlyMap<string, readonly Document[]>): readonly Document[] {
  const wanted = link.to.replace(/^(\.{1,2}\/)+/, '').replace(/^.*\/\.\.\//, '');
  const candidates = byName.get(baseName(wanted)) ?? [];
  if (candidates.length <= 1) return candidates;
  const whole = candidates.filter((d) => d.path === wanted || d.path.endsWith(`/${wanted}`));
  const near = (whole.length > 0 ? whole : candidates).filter((d) => folderOf(d.path) === folderOf(link.from.path));
  return near.length > 0 ? near : whole;
}

function inherited(document: Document, placements: ReadonlyMap<Document, Placement>): Placement {
  for (let at: Document | undefined = document; at; at = at.parent) {
    const placement = placements.get(at);
    if (placement) return placement;
  }
  return UNKNOWN;
}

function rootOf(document: Document): Document {
  let at = document;
  while (at.parent) at = at.parent;
  return at;
}

function nonEmpty(evidence: readonly Evidence[] | undefined): readonly Evidence[] | undefined {
  return evidence && evidence.length > 0 ? evidence : undefined;
}
