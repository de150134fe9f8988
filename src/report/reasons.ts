/** The sentences for what stages say in types: why a document runs somewhere, what a related place is. */
import type { Evidence, HostsEvidence, NameHint, Nature } from '../model/place.ts';
import { positionAt } from '../text/source.ts';
import type { RelatedSpan } from '../text/view.ts';

/** A clause that follows the place: `line 12 calls kubeadm join`. */
export function evidenceText(evidence: Evidence): string {
  switch (evidence.kind) {
    case 'action': {
      const { line } = positionAt(evidence.span.source, evidence.span.start);
      return `line ${line} ${evidence.verb} ${evidence.what}`;
    }
    case 'nature':
      // The place says already that it runs in a pod or configures the cluster.
      if (evidence.is === 'cluster-object' && evidence.object !== undefined) return `kind ${evidence.object}`;
      return `${NATURES[evidence.is]}${evidence.object === undefined ? '' : ` (kind ${evidence.object})`}`;
    case 'name':
      return NAMES[evidence.hint];
    case 'link':
      return `${LINKS[evidence.link]} ${evidence.by}`;
    case 'call':
      return `calls ${evidence.to} (${evidenceText(evidence.action)})`;
    case 'machine':
      return `its machine ${evidence.name} is a node (${evidenceText(evidence.action)})`;
    case 'hosts':
      return hostsText(evidence.are, evidence.name);
    case 'configuration':
      return 'the configuration says so';
    case 'project':
      return `the same Ansible project (${evidence.path}, ${evidenceText(evidence.action)})`;
    case 'uncalled-role':
      return 'no playbook here calls this role';
    case 'unused-file':
      return 'no task here names this file of the role';
    case 'no-image':
      return 'no container of it has an image to start';
    case 'kept-copy':
      return 'its name says that it is a copy, which nothing reads';
    case 'beside':
      return `the scripts beside it set up nodes (${evidence.path}, ${evidenceText(evidence.action)})`;
    default:
      return evidence satisfies never;
  }
}

function hostsText(are: HostsEvidence['are'], name: string): string {
  switch (are) {
    case 'cluster-nodes':
      return `runs on ${name}, which kubectl get nodes printed`;
    case 'named-nodes':
      return `runs on ${name}, which is a node`;
    case 'cluster-group':
      return `runs on the hosts of ${name}`;
    case 'all-of-a-cluster':
      return `runs on ${name} hosts of a cluster’s inventory`;
    default:
      return are satisfies never;
  }
}

const NATURES: Readonly<Record<Nature, string>> = {
  'node-configuration': 'configures nodes',
  'node-file': 'a file of nodes that no pod here mounts',
  'cluster-object': 'runs in the cluster',
  'part-of-a-chart': 'belongs to a chart',
  'cloud-init': 'cloud-init runs it when a node starts',
  pipeline: 'a pipeline of continuous integration',
  'make-target': 'a make target',
  operator: 'runs where the tool itself is run',
  'systemd-unit': 'a systemd unit',
  'image-build': 'built into a container image',
  completion: 'completes command lines',
  'compose-application': 'a Compose application, and nothing here speaks of Kubernetes',
  'compose-role': 'its role runs an application of Compose',
  'cluster-in-containers': 'runs the nodes of its cluster as containers',
  container: 'runs inside a container',
  'host-of-a-pod': 'leaves its container for the host of the pod',
  'another-machine': 'runs on another machine',
};

const NAMES: Readonly<Record<NameHint, string>> = {
  'ci-folder': 'a folder of continuous integration',
  'ci-pipeline': 'a pipeline of continuous integration',
  'test-folder': 'a folder of tests or continuous integration',
  'test-file': 'a test or continuous integration file',
  'developer-tool': 'a tool of developers',
  'developer-environment': 'an environment file of developers',
  translation: 'texts that a program shows, in one language',
  'node-folder': 'a folder of node configuration',
  'node-script': 'named as a script that sets up nodes',
  'node-etc': 'a file of a node’s /etc',
  'developer-folder': 'a folder of developers or of documentation',
  'build-script': 'named as a build script',
  'other-platform': 'named after a platform that is not Kubernetes',
};

const LINKS = {
  calls: 'called by',
  sources: 'sourced by',
  copies: 'copied by',
  mounts: 'mounted by',
  builds: 'built by',
  'runs-image': 'run by',
} as const;

/** What a related place is to the finding: `used here`. */
export function relatedText(related: RelatedSpan): string {
  switch (related.role) {
    case 'use':
      return 'used here';
    case 'value':
      return 'the value comes from here';
    case 'value-part':
      return 'a part of it comes from this value';
    case 'include':
      return 'included here';
    case 'empty-value':
      return 'empty, so that the default is used';
    case 'switch':
      return 'switched on here';
    case 'assignment':
      return `${related.variable} is set here`;
    case 'rule':
      return related.message;
    default:
      return related satisfies never;
  }
}
