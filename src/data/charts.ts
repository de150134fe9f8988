/** Charts and applications with a setting that means Docker. */
import { SOURCES } from './source-links.ts';

/**
 * Without Docker it breaks; a monitor watches nothing; a tool fails where its other settings say Docker as well; removed
 * as Docker was; obsolete, and never needed Docker.
 */
export type RuntimeOutcome = 'breaks' | 'monitor' | 'tool' | 'inert' | 'fallback' | 'removed' | 'obsolete';

export interface ChartSettingRow {
  readonly app: string;
  /** Last keys of the setting, nearest last. */
  readonly keys: readonly string[];
  readonly values: readonly string[] | 'any';
  /** Words of which one must stand in the file, chart or object name; empty when the key says it all. */
  readonly signs: readonly string[];
  /** What the program is called that reads the key in a ConfigMap, where others of the same product have it too. */
  readonly reader?: RegExp;
  readonly outcome: RuntimeOutcome;
  /** The value that takes its place in a list of such settings. */
  readonly successor?: string;
  readonly containerd: string;
  readonly crio: string;
  readonly source: string;
}

const ARGO = 'https://argo-workflows.readthedocs.io/en/latest/workflow-executors/';
/** Without the key, 3.2 and older take `docker`. */
const UNTIL_THEN = 'an older one asks no Docker with pns';
/** Need no Docker, and are gone all the same. */
const OTHER_EXECUTORS = ['pns', 'kubelet', 'k8sapi'];
/** Kubeflow Pipelines keeps the key for it, also where Tekton runs the pipelines. */
const ARGO_CONTROLLER = /workflow-?controller/;
const CILIUM = 'https://docs.cilium.io/en/v1.9/operations/upgrade/';
const CHAOS_MESH = 'https://chaos-mesh.org/docs/production-installation-using-helm/';
const LITMUS = 'https://litmuschaos.github.io/litmus/experiments/categories/pods/common-tunables-for-pod-experiments/';

export const CHART_SETTINGS: readonly ChartSettingRow[] = [
  {
    app: 'Argo Workflows',
    keys: ['containerRuntimeExecutor'],
    values: ['docker'],
    signs: [],
    reader: ARGO_CONTROLLER,
    outcome: 'removed',
    containerd: `delete containerRuntimeExecutor with Argo Workflows 3.4 or newer, which only has emissary; ${UNTIL_THEN}`,
    crio: `delete containerRuntimeExecutor with Argo Workflows 3.4 or newer, which only has emissary; ${UNTIL_THEN}`,
    source: ARGO,
  },
  {
    app: 'Argo Workflows',
    keys: ['containerRuntimeExecutor'],
    values: OTHER_EXECUTORS,
    signs: [],
    reader: ARGO_CONTROLLER,
    outcome: 'obsolete',
    containerd: 'delete containerRuntimeExecutor: Argo Workflows 3.4 and later only have emissary',
    crio: 'delete containerRuntimeExecutor: Argo Workflows 3.4 and later only have emissary',
    source: ARGO,
  },
  {
    app: 'chaos-mesh',
    keys: ['chaosDaemon', 'runtime'],
    values: ['docker'],
    signs: [],
    outcome: 'breaks',
    containerd: 'chaosDaemon.runtime: containerd with socketPath: /run/containerd/containerd.sock',
    crio: 'chaosDaemon.runtime: crio with socketPath: /var/run/crio/crio.sock',
    source: CHAOS_MESH,
  },
  {
    app: 'chaos-mesh',
    keys: ['dnsServer', 'runtime'],
    values: ['docker'],
    signs: [],
    outcome: 'breaks',
    containerd: 'dnsServer.runtime: containerd',
    crio: 'dnsServer.runtime: crio',
    source: CHAOS_MESH,
  },
  {
    app: 'GPU operator',
    keys: ['operator', 'defaultRuntime'],
    values: ['docker'],
    signs: [],
    outcome: 'fallback',
    containerd: 'delete operator.defaultRuntime: the operator detects the runtime',
    crio: 'delete operator.defaultRuntime: the operator detects the runtime',
    source: 'https://docs.nvidia.com/datacenter/cloud-native/gpu-operator/latest/getting-started.html',
  },
  {
    app: 'fluent-operator',
    keys: ['containerRuntime'],
    values: ['docker'],
    signs: ['fluent-operator', 'fluentbit-operator', 'fluent operator'],
    outcome: 'breaks',
    containerd: 'containerRuntime: containerd',
    crio: 'containerRuntime: crio',
    source: 'https://github.com/fluent/helm-charts/blob/main/charts/fluent-operator/MIGRATION-v4.md',
  },
  {
    app: 'SignalFx agent',
    keys: ['gatherDockerMetrics'],
    values: ['true'],
    signs: [],
    outcome: 'breaks',
    containerd: 'gatherDockerMetrics: false, and use the kubelet-metrics monitor',
    crio: 'gatherDockerMetrics: false, and use the kubelet-metrics monitor',
    source: SOURCES.agents,
  },
  {
    app: 'SignalFx agent',
    keys: ['monitors', '[]', 'type'],
    values: ['docker-container-stats'],
    signs: [],
    outcome: 'monitor',
    successor: 'kubelet-metrics',
    containerd: 'type: kubelet-metrics',
    crio: 'type: kubelet-metrics',
    source: SOURCES.agents,
  },
  {
    app: 'OpenTelemetry eBPF',
    keys: ['kernelCollector', 'useDockerMetadata'],
    values: ['true'],
    signs: [],
    outcome: 'breaks',
    containerd: 'kernelCollector.useDockerMetadata: false',
    crio: 'kernelCollector.useDockerMetadata: false',
    source: 'https://github.com/open-telemetry/opentelemetry-helm-charts/tree/main/charts/opentelemetry-ebpf',
  },
  {
    app: 'Cilium',
    keys: ['containerRuntime', 'integration'],
    values: ['docker'],
    signs: [],
    outcome: 'breaks',
    containerd: 'containerRuntime.integration: auto, or delete it: Cilium 1.10 and later need none',
    crio: 'containerRuntime.integration: crio',
    source: CILIUM,
  },
  {
    app: 'Cilium',
    keys: ['container-runtime'],
    values: ['docker'],
    signs: ['cilium'],
    outcome: 'breaks',
    containerd: 'container-runtime: auto, or delete it: Cilium 1.10 and later need none',
    crio: 'container-runtime: crio',
    source: CILIUM,
  },
  {
    app: 'OpenWhisk',
    keys: ['containerFactory', 'impl'],
    values: ['docker'],
    signs: [],
    outcome: 'breaks',
    containerd: 'invoker.containerFactory.impl: kubernetes',
    crio: 'invoker.containerFactory.impl: kubernetes',
    source: 'https://github.com/apache/openwhisk-deploy-kube/blob/master/docs/configurationChoices.md',
  },
  {
    app: 'Nuclio',
    keys: ['dashboard', 'containerBuilderKind'],
    values: ['docker'],
    signs: [],
    outcome: 'breaks',
    containerd: 'dashboard.containerBuilderKind: kaniko, with a registry to push to',
    crio: 'dashboard.containerBuilderKind: kaniko, with a registry to push to',
    source: 'https://docs.nuclio.io/en/stable/setup/k8s/running-in-production-k8s.html',
  },
  {
    app: 'Weave Scope',
    keys: ['dockerBridge'],
    values: ['docker0'],
    signs: ['scope'],
    outcome: 'breaks',
    containerd: 'delete it: Weave Scope is retired; its examples/cri manifests use containerd',
    crio: 'delete it: Weave Scope is retired; its examples/cri manifests use a CRI socket',
    source: 'https://github.com/weaveworks/scope/tree/master/examples/cri',
  },
  {
    app: 'Gremlin',
    keys: ['container', 'driver'],
    values: ['docker', 'docker-linux', 'docker-runc'],
    signs: ['gremlin'],
    outcome: 'breaks',
    containerd: 'gremlin.container.driver: containerd-linux, or any, which finds the runtime',
    crio: 'gremlin.container.driver: crio-linux, or any, which finds the runtime',
    source: 'https://github.com/gremlin/helm/tree/master/gremlin',
  },
  {
    app: 'Splunk OpenTelemetry Collector',
    keys: ['containers', 'containerRuntime'],
    values: ['docker'],
    signs: ['splunk', 'otel'],
    outcome: 'breaks',
    containerd: 'logsCollection.containers.containerRuntime: containerd, or delete it: the runtime is detected',
    crio: 'logsCollection.containers.containerRuntime: cri-o, or delete it: the runtime is detected',
    source:
      'https://github.com/signalfx/splunk-otel-collector-chart/blob/main/helm-charts/splunk-otel-collector/values.yaml',
  },
  {
    app: 'AppDynamics',
    keys: ['enableDockerViz'],
    values: ['true'],
    signs: [],
    outcome: 'breaks',
    containerd:
      'enableDockerViz: "false"; enableContainerHostId and the Cluster Agent show containers of every runtime',
    crio: 'enableDockerViz: "false"; enableContainerHostId and the Cluster Agent show containers of every runtime',
    source: 'https://github.com/Appdynamics/appdynamics-operator/issues/23',
  },
  {
    app: 'KubeSphere',
    keys: ['logging', 'containerruntime'],
    values: ['docker'],
    signs: ['kubesphere', 'ks-installer'],
    outcome: 'breaks',
    containerd: 'logging.containerruntime: containerd',
    crio: 'logging.containerruntime: crio',
    source: 'https://github.com/kubesphere/ks-installer/issues/1807',
  },
  {
    app: 'FluentBit of the fluent operator',
    keys: ['spec', 'containerRuntime'],
    values: ['docker'],
    signs: ['fluentbit'],
    outcome: 'breaks',
    containerd: 'containerRuntime: containerd',
    crio: 'containerRuntime: crio',
    source: 'https://github.com/fluent/fluent-operator/pull/1774',
  },
];

/** Names under which charts ask for the runtime of the nodes; `docker` as the value says the same everywhere. */
export const RUNTIME_KEY = /^containers?_?runtime(?:_?(?:name|type|engine))?$/i;

/** Variables of containers that choose Docker. */
export interface RuntimeVariableRow {
  readonly app: string;
  readonly name: string;
  readonly values: readonly string[];
  readonly outcome: RuntimeOutcome;
  /** The value that takes its place in a list of such settings. */
  readonly successor?: string;
  readonly containerd: string;
  readonly crio: string;
  readonly source: string;
}

export const RUNTIME_VARIABLES: readonly RuntimeVariableRow[] = [
  {
    app: 'the container',
    name: 'CONTAINER_RUNTIME',
    values: ['docker'],
    outcome: 'breaks',
    containerd: 'set it to containerd, with SOCKET_PATH /run/containerd/containerd.sock where it is read',
    crio: 'set it to crio, with SOCKET_PATH /run/crio/crio.sock where it is read',
    source: LITMUS,
  },
  {
    app: 'Argo Workflows',
    name: 'ARGO_CONTAINER_RUNTIME_EXECUTOR',
    values: ['docker'],
    outcome: 'removed',
    containerd: 'delete the variable: only emissary is left',
    crio: 'delete the variable: only emissary is left',
    source: ARGO,
  },
  {
    app: 'Argo Workflows',
    name: 'ARGO_CONTAINER_RUNTIME_EXECUTOR',
    values: OTHER_EXECUTORS,
    outcome: 'obsolete',
    containerd: 'delete the variable: only emissary is left',
    crio: 'delete the variable: only emissary is left',
    source: ARGO,
  },
  {
    app: 'LitmusChaos',
    name: 'LIB',
    values: ['pumba'],
    outcome: 'tool',
    containerd: 'set it to litmus',
    crio: 'set it to litmus',
    source: LITMUS,
  },
  {
    app: 'LitmusChaos',
    name: 'CHAOS_LIB',
    values: ['pumba'],
    outcome: 'tool',
    containerd: 'set it to litmus',
    crio: 'set it to litmus',
    source: LITMUS,
  },
];

/** Flags of programs in pods that choose Docker. */
export interface RuntimeFlagRow {
  /** The flag means something else on command lines of nodes. */
  readonly onlyInPods?: true;
  readonly app: string;
  readonly flag: string;
  readonly values: readonly string[] | 'any';
  readonly outcome: RuntimeOutcome;
  /** The value that takes its place in a list of such settings. */
  readonly successor?: string;
  readonly containerd: string;
  readonly crio: string;
  readonly source: string;
}

export const RUNTIME_FLAG_SETTINGS: readonly RuntimeFlagRow[] = [
  {
    app: 'Argo Workflows',
    flag: 'container-runtime-executor',
    values: ['docker'],
    outcome: 'removed',
    containerd: 'delete the flag: only emissary is left',
    crio: 'delete the flag: only emissary is left',
    source: ARGO,
  },
  {
    app: 'Argo Workflows',
    flag: 'container-runtime-executor',
    values: OTHER_EXECUTORS,
    outcome: 'obsolete',
    containerd: 'delete the flag: only emissary is left',
    crio: 'delete the flag: only emissary is left',
    source: ARGO,
  },
  ...['runtime', 'container-runtime'].map((flag) => ({
    app: 'the container',
    flag,
    values: ['docker'],
    onlyInPods: true as const,
    outcome: 'breaks' as const,
    containerd: `--${flag}=containerd, with its socket where the program asks for it`,
    crio: `--${flag}=crio, with its socket where the program asks for it`,
    source: CHAOS_MESH,
  })),
  {
    app: 'Traefik',
    flag: 'providers.docker',
    values: ['true', ''],
    outcome: 'breaks',
    containerd: '--providers.kubernetescrd or --providers.kubernetesingress',
    crio: '--providers.kubernetescrd or --providers.kubernetesingress',
    source: 'https://doc.traefik.io/traefik/providers/docker/',
  },
  {
    app: 'cAdvisor',
    flag: 'docker-only',
    values: ['true', ''],
    outcome: 'inert',
    containerd: 'keep it, or delete it to see the cgroups outside of containers too',
    crio: 'keep it, or delete it to see the cgroups outside of containers too',
    source: 'https://github.com/google/cadvisor/blob/master/docs/runtime_options.md',
  },
  {
    app: 'Weave Scope',
    flag: 'probe.docker',
    values: ['true', ''],
    outcome: 'breaks',
    containerd: '--probe.docker=false --probe.cri=true --probe.cri.endpoint=unix:///run/containerd/containerd.sock',
    crio: '--probe.docker=false --probe.cri=true --probe.cri.endpoint=unix:///run/crio/crio.sock',
    source: 'https://github.com/weaveworks/scope/tree/master/examples/cri',
  },
  {
    app: 'Weave Scope',
    flag: 'probe.docker.bridge',
    values: 'any',
    outcome: 'inert',
    containerd: 'delete the flag: no bridge of Docker has containers of pods',
    crio: 'delete the flag: no bridge of Docker has containers of pods',
    source: 'https://github.com/weaveworks/scope/tree/master/examples/cri',
  },
  {
    app: 'npu-exporter',
    flag: 'containerMode',
    values: ['docker'],
    outcome: 'breaks',
    containerd: '-containerMode=containerd',
    crio: '-containerMode=isula is for iSulad; CRI-O is not supported',
    source: 'https://gitee.com/ascend/ascend-npu-exporter',
  },
];

/** Charts whose default chooses Docker until a value says otherwise. */
export interface ChartDefaultRow {
  readonly chart: string;
  readonly key: string;
  readonly versions: string;
  readonly containerd: string;
  readonly crio: string;
  readonly source: string;
}

export const CHART_DEFAULTS: readonly ChartDefaultRow[] = [
  {
    chart: 'chaos-mesh',
    key: 'chaosDaemon.runtime',
    versions: 'all released versions',
    containerd: 'set chaosDaemon.runtime: containerd and chaosDaemon.socketPath: /run/containerd/containerd.sock',
    crio: 'set chaosDaemon.runtime: crio and chaosDaemon.socketPath: /var/run/crio/crio.sock',
    source: CHAOS_MESH,
  },
  {
    chart: 'fluent-operator',
    key: 'containerRuntime',
    versions: 'before 4.0',
    containerd: 'set containerRuntime: containerd',
    crio: 'set containerRuntime: crio',
    source: 'https://github.com/fluent/helm-charts/blob/main/charts/fluent-operator/MIGRATION-v4.md',
  },
];
