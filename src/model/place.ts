/** Where a document runs, and what in the repository says so. */
import type { Span } from '../text/source.ts';
import type { LinkKind } from './link.ts';

export type Place = 'node' | 'workload' | 'image' | 'ci' | 'dev' | 'unknown';

export interface Placement {
  readonly place: Place;
  /** The strongest first. */
  readonly evidence: readonly Evidence[];
  /** Set where the evidence is too weak for anything louder. */
  readonly atMost?: 'warning' | 'notice' | undefined;
  /** The container engine that the machine gets here, so that what needs one works: its own, or one that the kubelet uses too. */
  readonly engine?: EngineEvidence | undefined;
}

/** `adapter`: with cri-dockerd, the kubelet's containers are Docker's. `own`: beside the kubelet's runtime. */
export interface EngineEvidence {
  readonly kind: 'own' | 'adapter';
  /** Whether the kubelet is given another runtime on the same machine. */
  readonly isBeside?: boolean;
  /** Whether it is started here, and not only installed. */
  readonly isStarted?: boolean;
  readonly span: Span;
}

/** One reason; `report/reasons.ts` makes the sentence of it. */
export type Evidence =
  | ActionEvidence
  | NatureEvidence
  | NameEvidence
  | LinkEvidence
  | CallEvidence
  | BesideEvidence
  | MachineEvidence
  | HostsEvidence
  | UncalledEvidence
  | ConfigurationEvidence;

/** A role of Ansible that nothing in the repository calls, a template or file of a role that no task names, an object whose containers have no image, a copy that somebody kept. */
interface UncalledEvidence {
  readonly kind: 'uncalled-role' | 'unused-file' | 'no-image' | 'kept-copy';
}

/** The configuration says so. */
interface ConfigurationEvidence {
  readonly kind: 'configuration';
}

/** What is done there and only a node does: calls kubeadm join, installs the kubelet. */
export interface ActionEvidence {
  readonly kind: 'action';
  readonly verb: 'calls' | 'uses' | 'installs' | 'passes' | 'manages' | 'sets' | 'asks' | 'tags' | 'is';
  readonly what: string;
  /** A machine that is no node may do it too: asks crictl, reads a folder. */
  readonly weak?: boolean | undefined;
  readonly span: Span;
}

/** What the document is. */
interface NatureEvidence {
  readonly kind: 'nature';
  readonly is: Nature;
  /** The kind of the Kubernetes object. */
  readonly object?: string | undefined;
}

export type Nature =
  | 'node-configuration'
  | 'node-file'
  | 'cluster-object'
  | 'part-of-a-chart'
  | 'cloud-init'
  | 'pipeline'
  | 'make-target'
  | 'operator'
  | 'systemd-unit'
  | 'image-build'
  | 'completion'
  | 'compose-application'
  | 'compose-role'
  | 'cluster-in-containers'
  | 'container'
  | 'host-of-a-pod'
  | 'another-machine';

/** What a folder or file is called. */
interface NameEvidence {
  readonly kind: 'name';
  readonly hint: NameHint;
}

export type NameHint =
  | 'ci-folder'
  | 'ci-pipeline'
  | 'test-folder'
  | 'test-file'
  | 'developer-tool'
  | 'developer-environment'
  | 'translation'
  | 'node-folder'
  | 'node-script'
  | 'node-etc'
  | 'developer-folder'
  | 'build-script'
  | 'other-platform';

/** Another document makes it run. */
export interface LinkEvidence {
  readonly kind: 'link';
  readonly link: LinkKind;
  /** What the other document is called. */
  readonly by: string;
  /** It is a pod that has no way to a container engine. */
  readonly withoutEngine?: true | undefined;
  /** It is a pod that brings a container engine of its own. */
  readonly withEngine?: true | undefined;
}

/** It makes another document run on its own machine, and that one does what only a node does. */
interface CallEvidence {
  readonly kind: 'call';
  readonly to: string;
  readonly action: ActionEvidence;
}

/** A file that describes several machines: one of them does what only a node does. */
interface MachineEvidence {
  readonly kind: 'machine';
  readonly name: string;
  readonly action: ActionEvidence;
}

/** What the machines are called that it acts on: nodes of `kubectl get nodes`, a group of an inventory. */
export interface HostsEvidence {
  readonly kind: 'hosts';
  readonly are: 'cluster-nodes' | 'named-nodes' | 'cluster-group' | 'all-of-a-cluster';
  readonly name: string;
}

/** Another role of the same Ansible project, or a script of the same folder, makes the machines nodes. */
export interface BesideEvidence {
  readonly kind: 'project' | 'beside';
  readonly path: string;
  readonly action: ActionEvidence;
}
