/** How bad a cause is: the one table from cause × place × target × version to severity, and what lowers the confidence. */
import { RUNTIMES } from './data/runtimes.ts';
import { type Condition, type Polarity, shieldOf } from './model/condition.ts';
import type { Certainty } from './model/fact.ts';
import type { Confidence, Level, Severity } from './model/finding.ts';
import type { Place } from './model/place.ts';
import type { Target } from './model/target.ts';
import type { Activation } from './text/view.ts';

export interface Judgement extends Readonly<Record<Place, Level>> {
  /** The loudest it may be where the node keeps Docker Engine (cri-dockerd, mcr); `same` when that changes nothing. */
  readonly adapter: Level | 'same';
  /** The first minor version in which it breaks; below it the level is one lower. */
  readonly since?: number;
  /** The version of containerd in which it breaks, 202 for 2.2: a line that asks for an older one is for that. */
  readonly containerd?: number;
}

const E = 'error';
const W = 'warning';
const N = 'notice';
const O = 'off';
const SAME = 'same';

// biome-ignore format: a table
export const JUDGEMENTS = {
  // cause                                           node workload image ci dev unknown adapter since
  'docker-socket-mount':                         row(E,   E,       N,    O, O,  E,      N),
  'docker-socket-mount/typed':                   row(E,   E,       N,    O, O,  E,      N),
  'docker-socket-mount/pod-of-ci':               row(E,   E,       N,    E, N,  E,      N),
  'docker-socket-mount/command':                 row(W,   W,       N,    O, O,  N,      N),
  'docker-socket-mount/values':                  row(W,   W,       N,    O, O,  W,      N),
  'docker-socket-mount/multi-runtime':           row(N,   N,       N,    O, O,  N,      O),
  'docker-socket-mount/engine':                  row(W,   W,       N,    O, O,  W,      N),
  'docker-socket-mount/unread':                  row(N,   N,       N,    O, O,  N,      O),
  'docker-socket-mount/unused-volume':           row(N,   N,       N,    O, O,  N,      O),
  'docker-socket-mount/policy-of-several':       row(N,   N,       N,    O, O,  N,      O),
  'docker-socket-mount/allowed-by-policy':       row(W,   W,       N,    O, O,  W,      O),
  'docker-socket-mount/left-in-policy':           row(N,   N,       N,    O, O,  N,      O),
  'docker-socket-mount/put-on-nodes':            row(N,   N,       N,    O, O,  N,      O),
  'docker-socket-mount/removed-policy':          row(N,   N,       N,    O, O,  N,      O),
  'docker-socket-mount/mounted-too':             row(N,   N,       N,    O, O,  N,      O),

  'docker-socket-parent-mount':                  row(N,   N,       O,    O, O,  N,      O),
  'docker-socket-parent-mount/docker-sign':      row(W,   W,       N,    O, O,  W,      N),

  'docker-socket-endpoint':                      row(E,   E,       N,    O, O,  N,      O),
  'docker-socket-endpoint/script':               row(W,   W,       N,    O, O,  N,      O),
  'docker-socket-endpoint/implicit':             row(W,   W,       W,    O, O,  N,      O),
  'docker-socket-endpoint/node-tcp':             row(E,   E,       N,    O, O,  N,      O),
  'docker-socket-endpoint/multi-runtime':        row(N,   N,       N,    O, O,  N,      O),
  'docker-socket-endpoint/beside-pods':          row(W,   W,       N,    O, O,  N,      O),
  'docker-socket-endpoint/not-mounted':          row(N,   N,       N,    O, O,  N,      O),
  'docker-socket-endpoint/unread':               row(N,   N,       N,    O, O,  N,      O),
  'docker-socket-endpoint/api-version':          row(W,   W,       N,    O, O,  N,      N),

  'docker-host-path':                            row(W,   W,       N,    O, O,  N,      N),
  'docker-host-path/beside-parser':              row(W,   W,       N,    O, O,  N,      N),
  'docker-host-path/typed':                      row(E,   E,       N,    O, O,  E,      N),
  'docker-host-path/binary':                     row(W,   W,       O,    O, O,  W,      N),
  'docker-host-path/pod-of-ci':                  row(W,   W,       N,    W, N,  W,      N),
  'docker-host-path/binary-typed':               row(E,   E,       O,    O, O,  E,      N),
  'docker-host-path/log-agent-extra':            row(N,   N,       N,    O, O,  N,      O),
  'docker-host-path/multi-runtime':              row(N,   N,       N,    O, O,  N,      O),
  'docker-host-path/without-api':                row(N,   N,       N,    O, O,  N,      O),
  'docker-host-path/own-files':                  row(N,   N,       N,    O, O,  N,      O),
  'docker-host-path/unread':                     row(N,   N,       N,    O, O,  N,      O),
  'docker-host-path/unused-volume':              row(N,   N,       N,    O, O,  N,      O),
  'docker-host-path/left-in-policy':             row(N,   N,       N,    O, O,  N,      O),
  'docker-host-path/allowed-by-policy':          row(W,   W,       N,    O, O,  W,      O),
  'docker-host-path/allowed-beside-logs':        row(N,   N,       N,    O, O,  N,      O),
  'docker-host-path/removed-policy':             row(N,   N,       N,    O, O,  N,      O),
  'docker-host-path/mounted-too':                row(N,   N,       N,    O, O,  N,      O),
  'docker-host-path/certificates-unread':        row(W,   W,       O,    O, O,  N,      O),
  'docker-host-path/certificates':               row(N,   N,       N,    O, O,  N,      O),
  'docker-host-path/obsolete':                   row(N,   N,       N,    O, O,  N,      N),
  'docker-host-path/made':                       row(N,   N,       N,    O, O,  N,      O),
  'docker-host-path/excluded':                   row(N,   N,       N,    O, O,  N,      O),

  'docker-cli-command':                          row(E,   E,       N,    O, O,  N,      N),
  'docker-cli-command/kubernetes-words':         row(E,   E,       N,    O, O,  W,      N),
  'docker-cli-command/cluster-host':             row(E,   E,       N,    N, N,  W,      N),
  'docker-cli-command/run':                      row(W,   W,       N,    O, O,  N,      N),
  'docker-cli-command/started-here':             row(W,   W,       N,    O, O,  N,      N),
  'docker-cli-command/required':                 row(W,   O,       O,    O, O,  O,      O),
  'docker-cli-command/leftovers':                row(W,   W,       N,    O, O,  N,      N),
  'docker-cli-command/left-behind':              row(N,   N,       N,    O, O,  N,      O),
  'docker-cli-command/probe':                    row(N,   N,       N,    O, O,  N,      O),
  'docker-cli-command/main-program':             row(E,   E,       N,    O, O,  N,      N),
  'docker-cli-command/both-clients':             row(N,   N,       N,    O, O,  N,      O),
  'docker-cli-command/own-engine':               row(W,   W,       O,    O, O,  N,      O),
  'docker-cli-command/own-container':            row(N,   N,       O,    O, O,  N,      O),
  'docker-cli-command/for-people':              row(N,   N,       O,    O, O,  O,      O),
  'docker-cli-command/publish':                  row(N,   N,       O,    O, O,  O,      O),
  'docker-cli-command/other':                    row(N,   N,       O,    O, O,  O,      O),

  'docker-service-unit':                         row(W,   W,       N,    O, O,  N,      O),
  'docker-service-unit/fatal':                   row(E,   E,       N,    O, O,  W,      O),
  'docker-service-unit/alarm':                   row(W,   W,       N,    O, O,  N,      O),
  'docker-service-unit/waits':                     row(W,   W,       N,    O, O,  N,      O),
  'docker-service-unit/harmless':                row(N,   N,       O,    O, O,  O,      O),
  'docker-service-unit/unit-list':               row(N,   N,       O,    O, O,  N,      O),
  'docker-service-unit/kubelet-requires':        row(E,   E,       E,    N, N,  E,      O),
  'docker-service-unit/requires':                row(W,   W,       N,    O, O,  N,      O),
  'docker-service-unit/order':                   row(N,   N,       O,    O, O,  N,      O),
  'docker-service-unit/drop-in':                 row(W,   W,       N,    O, O,  N,      O),
  'docker-service-unit/engine-unit':             row(W,   W,       N,    O, O,  N,      O),
  'docker-service-unit/journal':                 row(W,   W,       W,    O, O,  W,      O),
  'docker-service-unit/journal-of-several':       row(N,   N,       N,    O, O,  N,      O),
  'docker-service-unit/process':                 row(W,   W,       N,    O, O,  N,      O),
  'docker-service-unit/own-engine':              row(N,   N,       O,    O, O,  N,      O),

  'docker-engine-package':                       row(W,   W,       O,    O, O,  N,      O),
  'docker-engine-package/with-kubernetes':       row(W,   W,       W,    O, O,  W,      O),
  'docker-engine-package/client':                row(N,   N,       O,    O, O,  N,      O),
  'docker-engine-package/in-pod':                row(N,   N,       O,    O, O,  O,      O),
  'docker-engine-package/held':                  row(N,   N,       O,    O, O,  O,      O),
  'docker-engine-package/group':                 row(N,   N,       O,    O, O,  O,      O),

  'docker-daemon-config':                        row(W,   W,       N,    O, O,  N,      O),
  'docker-daemon-config/pods':                   row(E,   E,       N,    O, O,  W,      O),
  'docker-daemon-config/pulls':                  row(W,   W,       N,    O, O,  W,      O),
  'docker-daemon-config/installed':              row(N,   N,       O,    O, O,  N,      O),
  'docker-daemon-config/engine':                 row(N,   N,       O,    O, O,  O,      O),
  'docker-daemon-config/file':                   row(W,   W,       N,    O, O,  N,      O),
  'docker-daemon-config/folder':                 row(N,   N,       N,    O, O,  N,      O),
  'docker-daemon-config/shown':                  row(N,   N,       O,    O, O,  N,      O),
  'docker-daemon-config/certificates':           row(N,   N,       O,    O, O,  O,      O),
  'docker-daemon-config/provisioner':            row(W,   W,       W,    N, N,  W,      O),

  'kubelet-dockershim-flag':                     row(E,   E,       E,    N, N,  E,      SAME, 24),
  'kubelet-dockershim-flag/wrong-value':         row(W,   W,       W,    N, N,  W,      O),

  'kubelet-container-runtime-flag':              row(E,   E,       E,    N, N,  E,      SAME, 27),
  'kubelet-container-runtime-flag/docker':       row(E,   E,       E,    N, N,  E,      SAME, 24),
  'kubelet-container-runtime-flag/old-api':      row(N,   N,       N,    N, N,  N,      SAME, 27),
  'kubelet-container-runtime-flag/pause-image':  row(E,   E,       E,    N, N,  E,      SAME, 35),

  'dockershim-socket':                           row(E,   E,       E,    N, N,  E,      SAME, 24),
  'dockershim-socket/named':                     row(N,   N,       N,    O, O,  N,      SAME, 24),
  'dockershim-socket/mount':                     row(W,   W,       W,    N, N,  W,      SAME, 24),
  'dockershim-socket/linked':                   row(N,   N,       N,    O, O,  N,      SAME, 24),
  'dockershim-socket/multi-runtime':             row(N,   N,       N,    O, O,  N,      SAME, 24),

  'provisioner-docker-runtime/refused':          row(E,   E,       E,    N, N,  W,      SAME, 24),
  'provisioner-docker-runtime/refused-resource': row(E,   E,       E,    N, N,  E,      SAME, 24),
  'provisioner-docker-runtime/refused-in-pipeline': row(E, E,    E,    E, N,  E,      SAME, 24),
  'provisioner-docker-runtime/adapter':          row(W,   W,       W,    N, N,  W,      N),
  'provisioner-docker-runtime/own-adapter':      row(N,   N,       N,    N, N,  N,      O),

  'runtimeclass-docker-handler':                 row(E,   E,       E,    N, N,  E,      N),

  'seccomp-docker-default':                      row(W,   W,       W,    N, N,  W,      SAME, 25),
  'seccomp-docker-default/policy':               row(N,   N,       N,    N, N,  N,      SAME, 25),
  'seccomp-docker-default/other-profile':        row(N,   N,       N,    O, O,  N,      SAME, 25),

  'docker-log-format':                           row(W,   W,       W,    O, O,  W,      O),
  'docker-log-format/own-folder':                row(W,   W,       W,    O, O,  N,      O),
  'docker-log-format/leftover':                  row(N,   N,       N,    O, O,  N,      O),
  'docker-log-format/default':                   row(W,   W,       W,    O, O,  W,      O),
  'docker-log-format/default-elsewhere':         row(N,   N,       N,    O, O,  N,      O),

  'docker-metrics-query/kubelet':                row(W,   W,       W,    O, O,  W,      SAME, 24),
  'docker-metrics-query/kubelet-dashboard':      row(N,   N,       N,    O, O,  N,      SAME, 24),
  'docker-metrics-query/absent':                 row(E,   E,       E,    O, O,  E,      SAME, 24),
  'docker-metrics-query/engine':                 row(W,   W,       W,    O, O,  W,      O),
  'docker-metrics-query/other-exporter':         row(N,   N,       N,    O, O,  N,      O),
  'docker-metrics-query/dashboard':              row(N,   N,       N,    O, O,  N,      O),

  'docker-container-id-prefix':                  row(W,   W,       W,    O, O,  W,      O),
  'docker-container-id-prefix/cgroup':           row(W,   W,       W,    O, O,  N,      O),
  'docker-container-id-prefix/several-runtimes': row(N,   N,       N,    O, O,  N,      O),
  'docker-container-id-prefix/of-nodes':         row(N,   N,       N,    O, O,  N,      O),
  'docker-container-id-prefix/of-the-cluster':   row(W,   W,       W,    W, W,  W,      O),
  'docker-container-id-prefix/of-own-cluster':   row(W,   W,       W,    W, N,  W,      O),

  'docker-env-detection/dockerenv':              row(W,   W,       W,    O, O,  N,      O),
  'docker-env-detection/beside-another':         row(N,   N,       N,    O, O,  N,      O),
  'docker-env-detection/cgroup':                 row(W,   W,       W,    O, O,  N,      SAME),

  'chart-runtime-docker':                        row(E,   E,       E,    O, O,  E,      O),
  'chart-runtime-docker/named':                  row(W,   W,       W,    O, O,  W,      O),
  'chart-runtime-docker/monitor':                row(E,   E,       N,    O, O,  N,      O),
  'chart-runtime-docker/tool':                   row(N,   N,       N,    O, O,  N,      O),
  'chart-runtime-docker/fallback':               row(N,   N,       N,    O, O,  N,      O),
  'chart-runtime-docker/inert':                  row(N,   N,       N,    O, O,  N,      O),
  'chart-runtime-docker/removed':                row(E,   E,       E,    N, O,  E,      SAME),
  'chart-runtime-docker/obsolete':               row(N,   N,       N,    O, O,  N,      SAME),
  'chart-runtime-docker/switched-off':            row(N,   N,       N,    O, O,  N,      O),
  'chart-runtime-docker/default':                row(W,   W,       W,    O, O,  W,      O),

  'docker-only-agent':                           row(W,   W,       N,    O, O,  W,      N),
  'docker-only-agent/with-socket':               row(E,   E,       N,    O, O,  E,      N),
  'docker-only-agent/docker-mode':               row(N,   N,       N,    O, O,  N,      O),
  'docker-only-agent/monitor':                   row(W,   W,       W,    O, O,  W,      O),
  'docker-only-agent/pattern':                   row(N,   N,       N,    O, O,  N,      O),

  'node-local-image-build':                      row(W,   W,       N,    O, O,  N,      O),
  'node-local-image-build/pushed-on':            row(N,   N,       O,    O, O,  O,      O),
  'node-local-image-build/for-unit':             row(N,   N,       O,    O, O,  O,      O),
  'node-local-image-build/never-pull':           row(E,   E,       E,    O, O,  E,      O),
  'node-local-image-build/never-pull-elsewhere': row(W,   W,       W,    O, O,  W,      O),
  'node-local-image-build/minikube-env':         row(N,   N,       N,    N, N,  N,      O),

  'node-registry-credentials':                   row(N,   N,       O,    O, O,  O,      SAME),
  'node-registry-credentials/login':             row(W,   N,       O,    O, O,  N,      O),
  'node-registry-credentials/helper':            row(W,   O,       O,    O, O,  O,      SAME),

  'containerd-legacy-config/deprecated':         { ...row(W, W,    W,    O, O,  W,      O), containerd: 204 },
  'containerd-legacy-config/removed':            { ...row(E, E,    E,    O, O,  W,      O), containerd: 200 },
  'containerd-legacy-config/passed-over':        { ...row(W, W,    W,    O, O,  N,      O), containerd: 200 },
  'containerd-legacy-config/removed-next':       row(W,   W,       W,    O, O,  N,      O),
  'containerd-legacy-config/conflict':           row(E,   E,       E,    O, O,  W,      O),
  'containerd-legacy-config/cri-disabled':       row(E,   E,       E,    O, O,  W,      O),
  'containerd-legacy-config/cgroup-driver':      row(N,   N,       N,    O, O,  N,      O),
  'containerd-legacy-config/version':            row(N,   N,       N,    O, O,  N,      O),

  'docker-bridge-network':                       row(W,   W,       N,    O, O,  N,      O),
  'docker-bridge-network/firewall':              row(N,   N,       O,    O, O,  N,      O),
  'docker-bridge-network/beside-cni':            row(N,   N,       N,    O, O,  N,      O),
  'docker-bridge-network/made':                  row(N,   N,       O,    O, O,  N,      O),

  'cri-dockerd-adapter':                         row(N,   N,       N,    O, O,  N,      SAME),
  'cri-dockerd-adapter/too-old':                 row(E,   E,       E,    N, N,  E,      SAME, 26),
  'cri-dockerd-adapter/runtime-config':          row(W,   W,       W,    O, O,  W,      SAME, 38),
  'cri-dockerd-adapter/log-driver':              row(W,   W,       W,    O, O,  W,      SAME),

  'own-check/error':                             row(E,   E,       N,    O, O,  W,      N),
  'own-check/warning':                           row(W,   W,       N,    O, O,  W,      N),
  'own-check/notice':                            row(N,   N,       N,    O, O,  N,      N),
} satisfies Readonly<Record<string, Judgement>>;

export type Cause = keyof typeof JUDGEMENTS;

export interface Case {
  readonly cause: Cause;
  readonly place: Place;
  readonly activation: Activation['kind'];
  /** Inside of an archive that somebody else has packed: nobody edits it here. */
  readonly packed?: boolean | undefined;
  readonly certainty: Certainty;
  /** How many reasons say where the document runs. */
  readonly evidence: number;
  /** Where the evidence is too weak for anything louder. */
  readonly atMost?: Severity | undefined;
  /** The engine that the machine gets from the repository itself. */
  readonly engine?: 'own' | 'adapter' | undefined;
  readonly target: Target;
  readonly conditions: readonly Condition[];
  readonly polarity: Polarity;
}

export interface Verdict {
  readonly severity: Severity;
  readonly confidence: Confidence;
  /** The condition that keeps the line away from where it would break, if there is one. */
  readonly shield: Condition | undefined;
}

/** Undefined when there is nothing to say: the cause is harmless in that place or with that runtime. */
export function judge(one: Case): Verdict | undefined {
  const severity = stepsOf(one).at(-1)?.level ?? 'off';
  if (severity === 'off') return undefined;
  return { severity, confidence: confidenceOf(one), shield: shieldOfCase(one) };
}

/** A step from the cell of the table to what is said, and what made it. */
export interface Step {
  readonly by:
    | 'cell'
    | 'node-keeps-docker'
    | 'not-yet-removed'
    | 'not-by-default'
    | 'packed-and-off'
    | 'weak-evidence'
    | 'condition'
    | 'partly-known'
    | 'polarity';
  readonly level: Level;
}

/** The level after the step; the same where it does not concern the case. */
type Next = (level: Level, one: Case, judgement: Judgement) => Level;

const STEPS: readonly (readonly [Step['by'], Next])[] = [
  [
    'node-keeps-docker',
    (level, { target, engine }, { adapter }) => {
      const keepsDocker = RUNTIMES[target.runtime].keepsDocker || engine === 'adapter';
      return keepsDocker && adapter !== 'same' ? quieter(level, adapter) : level;
    },
  ],
  ['not-yet-removed', (level, { target }, { since = 0 }) => (target.minor < since ? lower(level) : level)],
  ['not-by-default', (level, { activation }) => (activation === 'default' ? level : quieter(level, 'warning'))],
  [
    'packed-and-off',
    (level, { activation, packed }) => (packed && activation !== 'default' ? quieter(level, 'notice') : level),
  ],
  ['weak-evidence', (level, { atMost = level }) => quieter(level, atMost)],
  ['condition', (level, one) => (shieldOfCase(one) ? shielded(level, one.place) : level)],
  // An error is true: where a part of the line is not known, it is a warning.
  ['partly-known', (level, { certainty }) => (certainty === 'partial' ? quieter(level, 'warning') : level)],
  ['polarity', (level, { polarity }) => (polarity === 'removes' || polarity === 'excludes' ? 'off' : level)],
];

/** The cell of the table, then each step that changes the level. */
export function stepsOf(one: Case): readonly Step[] {
  const judgement: Judgement = JUDGEMENTS[one.cause];
  let level = judgement[one.place];
  const steps: Step[] = [{ by: 'cell', level }];
  for (const [by, next] of STEPS) {
    const before = level;
    level = next(level, one, judgement);
    if (level !== before) steps.push({ by, level });
  }
  return steps;
}

function shieldOfCase({ cause, conditions, target }: Case): Condition | undefined {
  const { since, containerd }: Judgement = JUDGEMENTS[cause];
  return shieldOf(conditions, since, containerd && Math.max(containerd, oldestContainerd(target)));
}

/** The oldest containerd that goes with the target: what is for older ones alone never runs there. https://containerd.io/releases/#kubernetes-support */
function oldestContainerd({ minor }: Target): number {
  return minor >= 36 ? 202 : 0;
}

/** What only counts where Docker is, or on older Kubernetes, breaks nothing: a notice where it would be loud or on nodes. */
function shielded(level: Level, place: Place): Level {
  if (level === 'error' || level === 'warning') return 'notice';
  return place === 'node' || place === 'workload' ? level : 'off';
}

/** High: written out, and something says where it runs. Low: a part is not known, or the place is not. */
function confidenceOf({ place, activation, certainty, evidence, atMost }: Case): Confidence {
  if (certainty === 'partial' || place === 'unknown') return 'low';
  if (certainty === 'resolved' || activation !== 'default' || evidence === 0 || atMost !== undefined) return 'medium';
  return 'high';
}

const LOUDNESS: Readonly<Record<Level, number>> = { error: 3, warning: 2, notice: 1, off: 0 };

function quieter(a: Level, b: Level): Level {
  return LOUDNESS[a] <= LOUDNESS[b] ? a : b;
}

/** One level lower, but never silent: what is switched off or not yet due is still worth a notice. */
function lower(level: Level): Level {
  return level === 'error' ? 'warning' : level === 'warning' ? 'notice' : level;
}

function row(
  node: Level,
  workload: Level,
  image: Level,
  ci: Level,
  dev: Level,
  unknown: Level,
  adapter: Level | 'same',
  since?: number,
): Judgement {
  return { node, workload, image, ci, dev, unknown, adapter, ...(since === undefined ? {} : { since }) };
}
