/** Metrics and labels that only exist with Docker. */
import { SOURCES } from './source-links.ts';

export interface MetricRow {
  /** The metric whose matcher it is; another one may have it too. */
  readonly metric?: string;
  /** The start of the metric's name, or a text of a label matcher. */
  readonly text: string;
  readonly what: 'kubelet' | 'engine' | 'label';
  readonly instead: string;
  /** Where CRI-O has another name for it. */
  readonly crio?: string;
  readonly source: string;
}

export const DOCKER_METRICS: readonly MetricRow[] = [
  {
    text: 'kubelet_docker_operations_latency_microseconds',
    what: 'kubelet',
    instead: 'kubelet_runtime_operations_duration_seconds',
    source: SOURCES.metrics,
  },
  {
    text: 'kubelet_docker_operations_duration_seconds',
    what: 'kubelet',
    instead: 'kubelet_runtime_operations_duration_seconds',
    source: SOURCES.metrics,
  },
  {
    text: 'kubelet_docker_operations_errors',
    what: 'kubelet',
    instead: 'kubelet_runtime_operations_errors_total',
    source: SOURCES.metrics,
  },
  {
    text: 'kubelet_docker_operations_timeout',
    what: 'kubelet',
    instead: 'kubelet_runtime_operations_errors_total',
    source: SOURCES.metrics,
  },
  {
    text: 'kubelet_docker_operations',
    what: 'kubelet',
    instead: 'kubelet_runtime_operations_total',
    source: SOURCES.metrics,
  },
  {
    text: 'kubelet_docker_errors',
    what: 'kubelet',
    instead: 'kubelet_runtime_operations_errors_total',
    source: SOURCES.metrics,
  },
  {
    text: 'kubelet_network_plugin_operations',
    what: 'kubelet',
    instead: 'the metrics of the CNI plugin',
    source: SOURCES.metrics,
  },
  {
    text: 'engine_daemon_',
    what: 'engine',
    instead: 'kubelet_runtime_operations_* or the metrics of the runtime',
    source: SOURCES.metrics,
  },
  // What Telegraf and exporters of Docker send; other programs call metrics of their own alike.
  ...['cpu', 'mem', 'net', 'blkio', 'status', 'health', 'running', 'restart', 'disk'].map((name) => ({
    text: `docker_container_${name}`,
    what: 'engine' as const,
    instead: 'the container_* metrics of the kubelet’s cAdvisor',
    source: SOURCES.metrics,
  })),
  // The integration of Datadog. https://docs.datadoghq.com/containers/docker/data_collected/
  ...['containers', 'cpu', 'mem', 'thread'].map((part) => ({
    text: `docker.${part}.`,
    what: 'engine' as const,
    instead: 'containerd.* or container.* of the agent',
    source: 'https://docs.datadoghq.com/containers/docker/data_collected/',
  })),
  {
    text: 'name="docker.service"',
    metric: 'node_systemd_unit_state',
    what: 'engine',
    instead: 'name="containerd.service"',
    crio: 'name="crio.service"',
    source: SOURCES.metrics,
  },
  {
    text: 'name="docker"',
    metric: 'windows_service_state',
    what: 'engine',
    instead: 'name="containerd"',
    source: SOURCES.metrics,
  },
  // The node exporter reports what is mounted, and nothing is there any more.
  ...['mountpoint="', 'mountpoint=~"', 'mountpoint=~"^', 'mountpoint=~"(/rootfs)?', 'mountpoint=~"^(/rootfs)?'].map(
    (matcher) => ({
      text: `${matcher}/var/lib/docker`,
      what: 'engine' as const,
      instead: 'mountpoint="/var/lib/containerd"',
      crio: 'mountpoint="/var/lib/containers"',
      source: SOURCES.metrics,
    }),
  ),
  { text: 'name=~"k8s_', what: 'label', instead: 'container!=""', source: SOURCES.metrics },
  { text: 'name=~"^k8s_', what: 'label', instead: 'container!=""', source: SOURCES.metrics },
  { text: 'id=~"/docker/', what: 'label', instead: 'id=~"/kubepods.*"', source: SOURCES.metrics },
  { text: 'id=~"^/docker/', what: 'label', instead: 'id=~"/kubepods.*"', source: SOURCES.metrics },
  {
    text: 'container_label_io_kubernetes_',
    what: 'label',
    instead: 'the labels container, pod and namespace',
    source: SOURCES.metrics,
  },
];
