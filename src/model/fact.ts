/** The vocabulary that all languages are read into, so that a rule is written once for all of them. */
import type { Condition, Polarity } from './condition.ts';
import type { Container, Document, Pod, Token, Volume } from './document.ts';
import type { Site } from './site.ts';

export type Fact = CommandFact | FlagFact | EnvFact | PathFact | ImageFact | SettingFact | PackageFact;
export type FactKind = Fact['kind'];
export type FactOf<K extends FactKind> = Extract<Fact, { kind: K }>;

/** `literal`: written as it is. `resolved`: through a variable or a value. `partial`: a part of it is not known. */
export type Certainty = 'literal' | 'resolved' | 'partial';

interface FactBase {
  readonly document: Document;
  /** The characters that a finding points at. */
  readonly at: Token;
  readonly certainty: Certainty;
  readonly pod: Pod | undefined;
  readonly container: Container | undefined;
  /** What has to hold for the line to count, outermost first; all of them. */
  readonly conditions: readonly Condition[];
  readonly polarity: Polarity;
  /** The machine that it happens on, when that is not the document's own. */
  readonly site?: Site | undefined;
  /** The names by which tasks call the handler that it stands in. */
  readonly heardAs?: readonly string[] | undefined;
}

/** The conditions and polarity of a line that simply stands there. */
export const PLAINLY = { conditions: [], polarity: 'uses' } as const satisfies Partial<FactBase>;

export interface CommandFact extends FactBase {
  readonly kind: 'command';
  /** The last path segment of the program: `docker` for `/usr/bin/docker`. */
  readonly program: string;
  /** The program's word and its arguments, after variables are filled in; wrappers such as sudo are taken off. */
  readonly words: readonly Token[];
  /** What was taken off in front, outermost first: `sudo`, `nsenter`, `ssh`, `chroot`, `xargs`. */
  readonly wrappers: readonly Wrapper[];
  readonly statement: Statement;
  /** The programs that its output is piped through, the next one first. */
  readonly pipedInto: readonly string[];
  /**
   * `gives-up`: where it fails, the script does too: `docker ps || exit 1`. `goes-on`: it says that nothing follows: `|| true`.
   * `alarms`: a monitor asks it, and tells somebody what it answers. `waits`: it is asked again until it succeeds.
   * `remembers`: a variable keeps whether Docker is there, and nothing else follows.
   */
  readonly onFailure: 'gives-up' | 'goes-on' | 'alarms' | 'waits' | 'remembers' | undefined;
  /** True in the exec form, as Docker calls it: a list of words, or a line whose reader starts the program without a shell. */
  readonly execForm?: boolean | undefined;
}

/** What a person reads as one: a pipeline, commands joined with && and ||, a loop over what a command prints. */
export interface Statement {
  /** In the order in which they are read, also those of substitutions, bodies and scripts in arguments; a long one's first. */
  readonly commands: readonly CommandFact[];
  /** The files behind `<` and `>`. */
  readonly redirects: readonly Token[];
  /** The variables that it reads or sets. */
  readonly variables: ReadonlySet<string>;
  /** True where the rest only runs when the first command succeeds: `systemctl is-active docker && …`. */
  readonly asksFirst: boolean;
}

export interface Wrapper {
  readonly program: string;
  readonly words: readonly Token[];
}

export interface FlagFact extends FactBase {
  readonly kind: 'flag';
  /** The program that receives it: `kubelet`, `kubeadm`, `cri-dockerd`, `dockerd`; `unknown` where the carrier does not say. */
  readonly program: string;
  /** Without dashes; underscores are written as dashes. */
  readonly name: string;
  readonly value: Token | undefined;
  /** How it is carried: on a command line, in a map of arguments, in an environment file. */
  readonly carrier: 'command-line' | 'map' | 'environment';
  /** For the nodes of a cluster that the program starts, and not for the machine that it runs on: `--extra-config=kubelet.…` of minikube. */
  readonly forStartedCluster?: true | undefined;
}

export interface EnvFact extends FactBase {
  readonly kind: 'env';
  readonly name: string;
  readonly value: Token | undefined;
  /** `export` or a container's env reaches other programs; a plain shell assignment does not. */
  readonly exported: boolean;
  /** True for what stands before a command, which alone gets it: `DOCKER_HOST=… docker ps`. */
  readonly forCommand?: boolean | undefined;
  /** True where the line may be passed over: a branch, a loop, the right side of `&&`. */
  readonly perhaps?: boolean | undefined;
  /** `valueFrom.fieldRef.fieldPath` of a container's variable. */
  readonly fieldPath: string | undefined;
}

export interface PathFact extends FactBase {
  readonly kind: 'path';
  /** The path as a node sees it: no scheme, no trailing slash, `/var/run` written as `/run`, backslashes as slashes. */
  readonly path: string;
  readonly use: 'mount' | 'read' | 'write' | 'socket';
  /** The volume, where a pod mounts the path. */
  readonly volume: Volume | undefined;
  /** True for a task that only makes the file, or changes who may read it: another one says what stands in it. */
  readonly touches?: boolean | undefined;
  /** True for a task that changes lines of the file, as `sed -i` does. */
  readonly edits?: boolean | undefined;
  /** For a path in a script: the command whose argument or redirect it is. */
  readonly command: CommandFact | undefined;
}

export interface ImageFact extends FactBase {
  readonly kind: 'image';
  readonly ref: string;
}

/** A scalar of a configuration with the keys that lead to it. */
export interface SettingFact extends FactBase {
  readonly kind: 'setting';
  readonly format: SettingFormat;
  /** Keys from the root; list positions are written as `[]`, an item with a `name` as `[name]`. */
  readonly path: readonly string[];
  readonly key: Token | undefined;
  readonly value: Token;
}

export type SettingFormat =
  | 'kubernetes'
  | 'helm-values'
  | 'chart-metadata'
  | 'yaml'
  | 'json'
  | 'toml'
  | 'daemon-json'
  | 'kubelet-configuration'
  | 'kubeadm'
  | 'crictl'
  | 'containerd'
  | 'crio'
  | 'systemd'
  | 'docker-options'
  | 'fluentd'
  | 'fluent-bit'
  | 'cloud-init'
  | 'ansible'
  | 'workflow'
  | 'terraform'
  | 'grafana'
  | 'prometheus'
  | 'ini'
  | 'alloy';

export interface PackageFact extends FactBase {
  readonly kind: 'package';
  readonly name: string;
  readonly action: 'install' | 'remove' | 'hold' | 'query' | 'repository' | 'download';
  /** apt, yum, apk, …, or `url` for a download. */
  readonly manager: string;
}
