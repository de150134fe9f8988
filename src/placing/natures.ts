/** What a document is by its language and its Kubernetes object, where that says where it runs. */
import { NODE_GROUPS, TOOLS_OF_PEOPLE } from '../data/nodes.ts';
import type { Document } from '../model/document.ts';
import type { Evidence, Nature, Place, Placement } from '../model/place.ts';
import { isValuesFile } from '../recognise/chart-layout.ts';
import { folderOf } from '../text/path.ts';
import { unitOfNode } from './content.ts';
import { neverStarts } from './inert.ts';
import { placeByName } from './names.ts';
import type { Surroundings } from './surroundings.ts';

export function placeByNature(document: Document, around: Surroundings): Placement | undefined {
  const { object } = document;
  switch (document.language) {
    case 'kubernetes':
      return isUnstarted(document, around)
        ? quieted(objectPlacement(document), 'notice', { kind: 'no-image' })
        : objectPlacement(document);
    case 'helm-values':
      return isChosen(document)
        ? quieted(byNature('workload', 'part-of-a-chart'), 'warning')
        : byNature('workload', 'part-of-a-chart');
    case 'chart-metadata':
      return byNature('workload', 'part-of-a-chart');
    case 'workflow':
    case 'groovy':
      return byNature('ci', 'pipeline');
    case 'makefile':
      return byNature('dev', 'make-target');
    case 'cloud-init':
      return machineStart(document, 'cloud-init', around);
    case 'systemd':
      return unitOfNode(document.path, document.target) && !isTested(document)
        ? byNature('node', 'systemd-unit')
        : machineStart(document, 'systemd-unit', around);
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
      if (object && !document.parent) return byNature('workload', 'cluster-object', object.kind);
      return patchOfKind(document);
    default:
      return document.language satisfies never;
  }
}

/** Values in a file of another name, such as an example, are those of whoever hands them to the chart. */
function isChosen({ parent, path }: Document): boolean {
  return !parent && !isValuesFile(path);
}

/** The cluster starts nothing of it, and so nothing of it breaks; a kustomization that names the file may bring the image. */
function isUnstarted(document: Document, around: Surroundings): boolean {
  return neverStarts(document) && !around.isInKustomization(document.path);
}

function objectPlacement(document: Document): Placement {
  const { object } = document;
  if (!object) return byNature('workload', 'cluster-object');
  if (CLUSTERS_IN_CONTAINERS.test(object.apiVersion) && document.parent?.object !== object)
    return byNature('dev', 'cluster-in-containers');
  if (object.kind === 'Node' && isTested(document)) return byNature('ci', 'cluster-object', object.kind);
  if (isNodeConfiguration(object.apiVersion, object.kind)) {
    const placement = byNature('node', 'node-configuration', object.kind);
    return isTested(document) || isOfKind(document) ? quieted(placement, 'warning') : placement;
  }
  return byNature('workload', 'cluster-object', object.kind);
}

/** What is no object of the cluster that it describes: whoever runs kind or k3d has the Docker Engine that its nodes are containers of. */
const CLUSTERS_IN_CONTAINERS = /^(?:kind\.x-k8s|k3d)\.io\//;

/** What kind patches into the nodes of a cluster in containers, which somebody makes anew whenever it breaks. */
function isOfKind({ parent, object }: Document): boolean {
  const around = parent?.object ?? object;
  return CLUSTERS_IN_CONTAINERS.test(around?.apiVersion ?? '') || (parent !== undefined && isOfKind(parent));
}

/** A text in the configuration of such a cluster is for its nodes, whoever starts them. */
function patchOfKind({ parent }: Document): Placement | undefined {
  const isOf = parent?.language === 'kubernetes' && CLUSTERS_IN_CONTAINERS.test(parent.object?.apiVersion ?? '');
  return isOf ? byNature('workload', 'cluster-object', parent.object?.kind) : undefined;
}

/** A unit or cloud-init is one of a node only if something beside it speaks of what nodes have. */
function machineStart(
  document: Document,
  is: 'cloud-init' | 'systemd-unit',
  around: Surroundings,
): Placement | undefined {
  if (document.parent || isTested(document)) return undefined;
  const base = placeByName(document.path)?.base ?? folderOf(document.path);
  if (!around.speaksOfNodes(base)) return undefined;
  if (around.speaksOfNodes(document.path)) return byNature('node', is);
  const isElsewhere =
    around.isOfOtherMachines(document.path) ||
    around.apart(document.path) === 'elsewhere' ||
    (is === 'cloud-init' && around.startsBesideNodes(document.path)) ||
    isForPeople(document);
  return isElsewhere ? otherMachine() : quieted(byNature('node', is), 'warning');
}

/** A machine that gets three tools or more for work on clusters, and nothing that a node has. */
function isForPeople({ view }: Document): boolean {
  const text = view.text.slice(0, LONGEST_START);
  return TOOLS_OF_PEOPLE.filter((tool) => tool.test(text)).length >= 3;
}

const LONGEST_START = 100_000;

/** A machine beside the nodes: of another scheduler, or one that only keeps something for the cluster. */
export function otherMachine(): Placement {
  return quieted(byNature('unknown', 'another-machine'), 'notice');
}

/** The first boot of a virtual machine that the cluster runs: KubeVirt’s, or one that the values of a chart describe. */
export function isGuest({ language, object, parent, view }: Document): boolean {
  if (language !== 'cloud-init' || !parent) return false;
  return (
    /^kubevirt\.io\//.test(object?.apiVersion ?? '') || (parent.language === 'helm-values' && parent.view === view)
  );
}

export function byNature(place: Place, is: Nature, object?: string): Placement {
  return { place, evidence: [{ kind: 'nature', is, object }] };
}

/** No louder than that, for reasons which stand behind the others. */
export function quieted(placement: Placement, atMost: Placement['atMost'], ...why: readonly Evidence[]): Placement {
  return { ...placement, evidence: [...placement.evidence, ...why], atMost };
}

/** What a test expects, or its own set-up: no node runs it. */
function isTested(document: Document): boolean {
  return placeByName(document.path)?.place === 'ci';
}

function isNodeConfiguration(apiVersion: string, kind: string): boolean {
  return NODE_GROUPS.test(apiVersion) || kind === 'KubeletConfiguration';
}
