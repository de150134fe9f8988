/** Images and monitors that only work with Docker Engine, and images that bring their own engine. */
import { SOURCES } from './source-links.ts';

export interface ImageRow {
  /** The end of the repository, on whole path segments: `docker-gc`, `weaveworks/scope`. */
  readonly repository: string;
  /** `only` works with nothing else; `mode` has a Docker mode among others. */
  readonly needs: 'only' | 'mode';
  readonly what: string;
  readonly instead: string;
  readonly source: string;
}

export const DOCKER_ONLY_IMAGES: readonly ImageRow[] = [
  {
    repository: 'docker-gc',
    needs: 'only',
    what: 'removes images and containers through Docker',
    instead: 'remove it: the kubelet collects images (imageGCHighThresholdPercent) and dead containers',
    source: 'https://kubernetes.io/docs/concepts/architecture/garbage-collection/',
  },
  {
    repository: 'docker-cleanup',
    needs: 'only',
    what: 'removes images and containers through Docker',
    instead: 'remove it: the kubelet collects images (imageGCHighThresholdPercent) and dead containers',
    source: 'https://kubernetes.io/docs/concepts/architecture/garbage-collection/',
  },
  {
    repository: 'weaveworks/scope',
    needs: 'mode',
    what: 'has a Docker probe, and has had no maintainer since 2023',
    instead: 'retire it, or use its examples/cri manifests',
    source: 'https://github.com/weaveworks/scope/tree/master/examples/cri',
  },
  {
    repository: 'gliderlabs/logspout',
    needs: 'only',
    what: 'reads logs through the Docker API',
    instead: 'collect /var/log/pods with Fluent Bit, Vector or Alloy',
    source: 'https://github.com/gliderlabs/logspout',
  },
  {
    repository: 'containrrr/watchtower',
    needs: 'only',
    what: 'replaces containers through the Docker API',
    instead: 'update images through Deployments (Flux or Argo CD image automation, Renovate)',
    source: 'https://github.com/containrrr/watchtower',
  },
  {
    repository: 'v2tec/watchtower',
    needs: 'only',
    what: 'replaces containers through the Docker API',
    instead: 'update images through Deployments (Flux or Argo CD image automation, Renovate)',
    source: 'https://github.com/containrrr/watchtower',
  },
  {
    repository: 'amir20/dozzle',
    needs: 'mode',
    what: 'reads logs through the Docker API unless DOZZLE_MODE=k8s',
    instead: 'set DOZZLE_MODE=k8s',
    source: 'https://dozzle.dev/guide/k8s',
  },
  {
    repository: 'portainer/agent',
    needs: 'mode',
    what: 'can manage the Docker Engine of its node',
    instead: 'deploy the Kubernetes agent of Portainer, without docker.sock',
    source: 'https://docs.portainer.io/admin/environments/add/kubernetes/agent',
  },
  {
    repository: 'sematext/sematext-agent-docker',
    needs: 'only',
    what: 'reads the Docker API',
    instead: 'use sematext/agent, which speaks CRI',
    source: SOURCES.agents,
  },
  {
    repository: 'logzio/docker-collector-logs',
    needs: 'only',
    what: 'reads logs through Docker',
    instead: 'use the logzio-k8s fluentd or OpenTelemetry charts',
    source: SOURCES.agents,
  },
  {
    repository: 'logentries/docker-logentries',
    needs: 'only',
    what: 'reads logs through the Docker API',
    instead: 'collect /var/log/pods with Fluent Bit, Vector or Alloy',
    source: 'https://hub.docker.com/r/logentries/docker-logentries',
  },
  ...['gaiaadm/pumba', 'alexei-led/pumba'].map((repository) => ({
    repository,
    needs: 'mode' as const,
    what: 'injects faults through the Docker API until --runtime says otherwise',
    instead:
      'mount /run/containerd/containerd.sock and pass --runtime containerd --containerd-namespace k8s.io; with CRI-O use Chaos Mesh or LitmusChaos',
    source: 'https://github.com/alexei-led/pumba',
  })),
  {
    repository: 'nicolaka/docker-gc',
    needs: 'only',
    what: 'removes images and containers through Docker',
    instead: 'remove it: the kubelet collects images',
    source: 'https://kubernetes.io/docs/concepts/architecture/garbage-collection/',
  },
  {
    repository: 'google_containers/kube2sky-docker',
    needs: 'only',
    what: 'talks to Docker',
    instead: 'remove it: CoreDNS serves the names of the cluster',
    source: SOURCES.agents,
  },
];

/** Monitors of node-problem-detector that watch Docker; the file name is what its flags and ConfigMaps name. */
export const DOCKER_MONITORS: readonly { readonly file: string; readonly source: string }[] = [
  'docker-monitor.json',
  'docker-monitor-counter.json',
  'docker-monitor-filelog.json',
  'health-checker-docker.json',
  'windows-health-checker-docker.json',
].map((file) => ({ file, source: 'https://github.com/kubernetes/node-problem-detector/tree/master/config' }));

/** Images whose programs open no socket of a container engine, though it is often mounted into them with that of a neighbour. */
export const IMAGES_WITHOUT_CLIENT: readonly {
  readonly repository: string;
  /** The first release without one; a tag that is no version is taken for a newer one. */
  readonly since?: readonly [major: number, minor: number];
  readonly source: string;
}[] = [
  {
    repository: 'hyperledger/fabric-tools',
    source: 'https://hyperledger-fabric.readthedocs.io/en/latest/commands/peercommand.html',
  },
  {
    repository: 'hyperledger/fabric-orderer',
    source: 'https://github.com/hyperledger/fabric/blob/main/sampleconfig/orderer.yaml',
  },
  { repository: 'hyperledger/fabric-ca', source: 'https://hyperledger-fabric-ca.readthedocs.io/' },
  { repository: 'hyperledger/fabric-couchdb', source: 'https://hub.docker.com/r/hyperledger/fabric-couchdb' },
  { repository: 'node-exporter', source: 'https://github.com/prometheus/node_exporter#collectors' },
  { repository: 'kube-state-metrics', source: 'https://github.com/kubernetes/kube-state-metrics' },
  { repository: 'pause', source: 'https://github.com/kubernetes/kubernetes/tree/master/build/pause' },
  { repository: 'cilium/cilium', since: [1, 10], source: 'https://docs.cilium.io/en/v1.10/operations/upgrade/' },
  { repository: 'library/registry', source: 'https://distribution.github.io/distribution/about/configuration/' },
];

/** Words in an image reference that say it runs an engine of its own. */
export const DIND_IMAGE_WORDS: readonly { readonly word: string; readonly source: string }[] = [
  'dind',
  'kubekins',
  'krte',
  'docker-in-docker',
  'kindest/node',
  'rancher/k3s',
  'sysbox',
].map((word) => ({ word, source: 'https://hub.docker.com/_/docker' }));
