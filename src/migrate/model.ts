/** What a migration is asked, what it found in the repository, and what it answers. */

export type MigrationTarget = 'containerd' | 'cri-o';

/** Where a person finds it in the repository. */
export interface Place {
  readonly path: string;
  readonly line: number;
}

/** A setting of dockerd, whatever carried it: daemon.json, a flag, a variable. */
export interface DaemonSetting {
  /** The key of daemon.json. */
  readonly key: string;
  /** The keys below it; `[]` for an item of a list. */
  readonly below: readonly string[];
  readonly value: string;
  /** False where a template or a variable fills in a part of the value. */
  readonly isLiteral: boolean;
  readonly place: Place;
}

/** A variable or a flag with its value, as it stands in the repository. */
export interface Named {
  readonly name: string;
  readonly value: string;
  readonly isLiteral: boolean;
  readonly place: Place;
}

/** A file for a registry below /etc/docker/certs.d. */
export interface CertificateFile {
  readonly host: string;
  readonly file: string;
  readonly place: Place;
}

export interface ContainerdSetting {
  /** Keys from the root of config.toml. */
  readonly path: readonly string[];
  readonly value: string;
  readonly isLiteral: boolean;
  readonly place: Place;
}

/** What is set on nodes today, in the order of the files. */
export interface Inventory {
  readonly daemon: readonly DaemonSetting[];
  /** Variables of Ansible roles and installers that end up in daemon.json. */
  readonly variables: readonly Named[];
  readonly proxies: readonly Named[];
  readonly certificates: readonly CertificateFile[];
  /** Flags of the kubelet, from command lines and kubeadm files. */
  readonly kubelet: readonly Named[];
  /** Fields of KubeletConfiguration and kubeadm files. */
  readonly fields: readonly Named[];
  readonly containerd: readonly ContainerdSetting[];
  /** Passwords and tokens of registries that stand in the repository. */
  readonly credentials: readonly Named[];
  /** Files of dockerd that a pod with an engine of its own mounts: they stay. */
  readonly own: readonly Place[];
}

/** `written`: carried over. `dropped`: nothing needs it. `person`: somebody has to decide. */
export type Outcome = 'written' | 'dropped' | 'person';

export interface Row {
  readonly outcome: Outcome;
  /** What was set: `log-opts.max-size`, `kubelet --network-plugin`. */
  readonly name: string;
  /** As it may be shown: without passwords. */
  readonly value: string;
  readonly places: readonly Place[];
  /** A sentence without its full stop, in which back-ticks mark code. */
  readonly what: string;
  readonly source: string | undefined;
}

export interface OutputFile {
  /** Relative to the folder that is written to. */
  readonly path: string;
  readonly text: string;
}

export interface Migration {
  readonly target: MigrationTarget;
  /** In the order of their paths; MIGRATION.md first. Empty where nothing of dockerd was found. */
  readonly files: readonly OutputFile[];
  readonly rows: readonly Row[];
}
