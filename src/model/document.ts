/** One parsed thing of the repository: a file, or a part of one that has a language of its own. */
import type { View } from '../text/view.ts';
import type { Site } from './site.ts';

export type Language =
  | 'yaml'
  | 'kubernetes'
  | 'helm-values'
  | 'chart-metadata'
  | 'json'
  | 'toml'
  | 'shell'
  | 'dockerfile'
  | 'systemd'
  | 'cloud-init'
  | 'fluentd'
  | 'fluent-bit'
  | 'ini'
  | 'ansible'
  | 'workflow'
  | 'makefile'
  | 'terraform'
  | 'powershell'
  | 'groovy'
  | 'batch'
  | 'puppet'
  | 'jsonnet'
  | 'alloy'
  | 'ruby'
  | 'text';

/** A text and its place: every value that a rule may report is one. */
export interface Token {
  readonly text: string;
  readonly view: View;
  readonly start: number;
  readonly end: number;
}

export interface Document {
  readonly language: Language;
  readonly view: View;
  /** The file that a person opens, relative to the scanned root. */
  readonly path: string;
  /** What a sentence calls it: `deploy/agent.yaml`, `run.sh in ConfigMap agent`. */
  readonly label: string;
  /** The document that this one is written inside: the ConfigMap of a script, the script of a here-document. */
  readonly parent: Document | undefined;
  /** The Kubernetes object that this document is, or is part of. */
  readonly object: KubernetesObject | undefined;
  /** The path that this text will have where it runs, when the parent says so: a here-document's target, a COPY's. */
  readonly target: string | undefined;
  /** The machine that the parent writes it on, when that is not its own: a file of a script that `ssh` runs. */
  readonly site?: Site | undefined;
  /** What the parent calls the one machine that this describes; nothing of its others holds for that. */
  readonly machine?: string | undefined;
}

export interface KubernetesObject {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
  readonly namespace: string | undefined;
  readonly view: View;
  readonly start: number;
  readonly end: number;
  readonly pods: readonly Pod[];
}

/** A pod, or the template of one, wherever it stands: a manifest, a custom resource, a kustomize patch. */
export interface Pod {
  readonly volumes: readonly Volume[];
  readonly containers: readonly Container[];
  readonly hostPid: boolean;
  readonly hostNetwork: boolean;
  /** True when only a part of the pod is written here (a patch): what is absent may be elsewhere. */
  readonly partial: boolean;
}

export interface Volume {
  readonly name: string;
  readonly source: 'hostPath' | 'emptyDir' | 'configMap' | 'secret' | 'persistentVolumeClaim' | 'other';
  /** The path of a hostPath volume. */
  readonly path: Token | undefined;
  /** The type of a hostPath volume: Socket, File, Directory, … */
  readonly type: Token | undefined;
  /** The ConfigMap, Secret or claim that it names. */
  readonly reference: string | undefined;
}

export interface Container {
  readonly name: string;
  readonly image: Token | undefined;
  readonly init: boolean;
  readonly privileged: boolean;
  readonly command: readonly Token[];
  readonly args: readonly Token[];
  readonly env: readonly ContainerEnv[];
  /** The ConfigMaps whose keys are variables of it too. */
  readonly environments: readonly string[];
  readonly mounts: readonly VolumeMount[];
}

export interface ContainerEnv {
  readonly name: string;
  readonly value: Token | undefined;
  /** `valueFrom.fieldRef.fieldPath`, as `status.hostIP`. */
  readonly fieldPath: string | undefined;
}

export interface VolumeMount {
  readonly volume: string;
  readonly path: Token | undefined;
  readonly subPath: string | undefined;
}
