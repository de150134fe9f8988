/** Where the facts of the tables come from; a row names one of these, or a link of its own. */

const KUBERNETES = 'https://kubernetes.io/docs';
const MIGRATING = `${KUBERNETES}/tasks/administer-cluster/migrating-from-dockershim`;

export const SOURCES = {
  affected: `${MIGRATING}/check-if-dockershim-removal-affects-you/`,
  findRuntime: `${MIGRATING}/find-out-runtime-you-use/`,
  toContainerd: `${MIGRATING}/change-runtime-containerd/`,
  toCriDockerd: `${MIGRATING}/migrate-dockershim-dockerd/`,
  agents: `${MIGRATING}/migrating-telemetry-and-security-agents/`,
  runtimes: `${KUBERNETES}/setup/production-environment/container-runtimes/`,
  crictl: `${KUBERNETES}/reference/tools/map-crictl-dockercli/`,
  kubelet: `${KUBERNETES}/reference/command-line-tools-reference/kubelet/`,
  logging: `${KUBERNETES}/concepts/cluster-administration/logging/`,
  images: `${KUBERNETES}/concepts/containers/images/`,
  credentialProvider: `${KUBERNETES}/tasks/administer-cluster/kubelet-credential-provider/`,
  runtimeClass: `${KUBERNETES}/concepts/containers/runtime-class/`,
  seccomp: `${KUBERNETES}/tutorials/security/seccomp/`,
  metrics: `${KUBERNETES}/reference/instrumentation/metrics/`,
  faq: 'https://kubernetes.io/blog/2022/02/17/dockershim-faq/',
  changes124: 'https://github.com/kubernetes/kubernetes/blob/master/CHANGELOG/CHANGELOG-1.24.md',
  changes127: 'https://kubernetes.io/blog/2023/03/17/upcoming-changes-in-kubernetes-v1-27/',
  pauseImageFlag: 'https://github.com/kubernetes/kubernetes/pull/133779',
  containerdReleases: 'https://github.com/containerd/containerd/blob/main/RELEASES.md',
  containerdHosts: 'https://github.com/containerd/containerd/blob/main/docs/hosts.md',
  containerdRegistry: 'https://github.com/containerd/containerd/blob/main/docs/cri/registry.md',
  containerdConfig: 'https://github.com/containerd/containerd/blob/main/docs/cri/config.md',
  crioConfig: 'https://github.com/cri-o/cri-o/blob/main/docs/crio.conf.5.md',
  registriesConf: 'https://github.com/containers/image/blob/main/docs/containers-registries.conf.5.md',
  dockerd: 'https://docs.docker.com/reference/cli/dockerd/',
  imageStore: 'https://docs.docker.com/engine/storage/containerd/',
  criDockerd: 'https://mirantis.github.io/cri-dockerd/usage/using-with-kubernetes/',
  eks: 'https://docs.aws.amazon.com/eks/latest/userguide/dockershim-deprecation.html',
  nvidia: 'https://docs.nvidia.com/datacenter/cloud-native/container-toolkit/latest/install-guide.html',
  minikubeImages: 'https://minikube.sigs.k8s.io/docs/handbook/pushing/',
  fluentdCri: 'https://github.com/fluent/fluentd-kubernetes-daemonset#use-cri-parser-for-containerdcri-o-logs',
  fluentBitParsers: 'https://docs.fluentbit.io/manual/pipeline/inputs/tail#multiline-core',
  filebeat: 'https://www.elastic.co/docs/reference/beats/filebeat/filebeat-input-container',
  promtail: 'https://grafana.com/docs/loki/latest/send-data/promtail/stages/cri/',
  otelContainer:
    'https://github.com/open-telemetry/opentelemetry-collector-contrib/blob/main/pkg/stanza/docs/operators/container.md',
} as const;
