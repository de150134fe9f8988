/** Flags of the kubelet that went with dockershim, or after it. */

import { table } from '../text/table.ts';
import { SOURCES } from './source-links.ts';

export interface FlagRow {
  readonly flag: string;
  /** The minor version of Kubernetes 1.x that removed it. */
  readonly removed: number;
  /** Values with which deleting the flag changes nothing; `any` when every value may go. */
  readonly deletable: 'any' | readonly string[];
  /** What has to be done elsewhere as well, before the flag goes with any other value. */
  readonly goesWith?: string;
  /** What does its work now. */
  readonly instead: string;
  readonly insteadCrio?: string;
  /** True when cri-dockerd takes a flag of the same name. */
  readonly criDockerd: boolean;
  readonly source: string;
}

/** kubelet-dockershim-flag: unknown to the kubelet since 1.24, or since before that. */
export const DOCKERSHIM_FLAGS: readonly FlagRow[] = [
  {
    flag: 'docker-endpoint',
    removed: 24,
    deletable: 'any',
    instead: 'delete the flag',
    criDockerd: true,
    source: SOURCES.changes124,
  },
  {
    flag: 'image-pull-progress-deadline',
    removed: 24,
    deletable: 'any',
    instead: 'delete the flag; containerd has image_pull_progress_timeout in its CRI plugin',
    insteadCrio: 'delete the flag; CRI-O has pull_progress_timeout in [crio.image]',
    criDockerd: true,
    source: SOURCES.changes124,
  },
  {
    flag: 'network-plugin',
    removed: 24,
    deletable: ['cni'],
    instead: 'delete the flag: the runtime loads CNI plugins on its own',
    criDockerd: true,
    source: SOURCES.changes124,
  },
  {
    flag: 'network-plugin-mtu',
    removed: 24,
    deletable: [],
    instead: 'set "mtu"{number} in the CNI configuration under /etc/cni/net.d',
    criDockerd: true,
    source: SOURCES.changes124,
  },
  {
    flag: 'cni-conf-dir',
    removed: 24,
    deletable: ['/etc/cni/net.d'],
    instead: 'set conf_dir{value} under the CRI plugin’s [cni] in /etc/containerd/config.toml (default /etc/cni/net.d)',
    insteadCrio: 'set network_dir{value} under [crio.network] (default /etc/cni/net.d)',
    criDockerd: true,
    source: SOURCES.changes124,
  },
  {
    flag: 'cni-bin-dir',
    removed: 24,
    deletable: ['/opt/cni/bin'],
    instead:
      'set bin_dirs{list} (bin_dir{value} before containerd 2.1) under the CRI plugin’s [cni] in /etc/containerd/config.toml (default /opt/cni/bin)',
    insteadCrio: 'set plugin_dirs{list} under [crio.network] (default /opt/cni/bin)',
    criDockerd: true,
    source: SOURCES.changes124,
  },
  {
    flag: 'cni-cache-dir',
    removed: 24,
    deletable: 'any',
    instead: 'delete the flag',
    criDockerd: true,
    source: SOURCES.changes124,
  },
  {
    flag: 'experimental-dockershim-root-directory',
    removed: 24,
    deletable: 'any',
    instead: 'delete the flag',
    criDockerd: false,
    source: SOURCES.changes124,
  },
  {
    flag: 'experimental-dockershim',
    removed: 24,
    deletable: 'any',
    instead: 'delete the flag',
    criDockerd: false,
    source: SOURCES.changes124,
  },
  {
    flag: 'redirect-container-streaming',
    removed: 24,
    deletable: 'any',
    instead: 'delete the flag',
    criDockerd: false,
    source: SOURCES.changes124,
  },
  {
    flag: 'non-masquerade-cidr',
    removed: 24,
    deletable: [],
    instead:
      'delete the flag, which only kubenet read; where pods need it, run ip-masq-agent with nonMasqueradeCIDRs set to this range',
    criDockerd: false,
    source: 'https://github.com/kubernetes/kubernetes/pull/107096',
  },
  {
    flag: 'network-plugin-dir',
    removed: 9,
    deletable: ['/etc/cni/net.d', '/opt/cni/bin'],
    instead:
      'delete the flag, and set conf_dir (default /etc/cni/net.d) and bin_dirs (default /opt/cni/bin) under the CRI plugin’s [cni] in /etc/containerd/config.toml to what it named',
    insteadCrio:
      'delete the flag, and set network_dir (default /etc/cni/net.d) and plugin_dirs (default /opt/cni/bin) under [crio.network] to what it named',
    criDockerd: false,
    source: 'https://github.com/kubernetes/kubernetes/pull/53564',
  },
  {
    flag: 'docker-exec-handler',
    removed: 9,
    deletable: 'any',
    instead: 'delete the flag',
    criDockerd: false,
    source: 'https://github.com/kubernetes/kubernetes/pull/52287',
  },
  {
    flag: 'docker-disable-shared-pid',
    removed: 12,
    deletable: ['true'],
    goesWith: 'pods whose containers share processes say so',
    instead: 'delete the flag; a pod whose containers share processes has shareProcessNamespace: true',
    criDockerd: false,
    source: 'https://github.com/kubernetes/kubernetes/pull/66506',
  },
  ...[
    'docker',
    'docker-root',
    'docker-only',
    'docker-env-metadata-whitelist',
    'docker-tls',
    'docker-tls-ca',
    'docker-tls-cert',
    'docker-tls-key',
  ].map((flag) => ({
    flag,
    removed: 24,
    deletable: 'any' as const,
    instead: 'delete the flag: cAdvisor inside the kubelet no longer talks to Docker',
    criDockerd: false,
    source: 'https://github.com/kubernetes/kubernetes/pull/97252',
  })),
];

/** kubelet-container-runtime-flag: these lived longer than dockershim. */
export const RUNTIME_FLAGS: readonly FlagRow[] = [
  {
    flag: 'container-runtime',
    removed: 27,
    deletable: ['remote'],
    instead:
      'delete the flag and name the socket with --container-runtime-endpoint (KubeletConfiguration: containerRuntimeEndpoint)',
    criDockerd: false,
    source: SOURCES.changes127,
  },
  {
    flag: 'pod-infra-container-image',
    removed: 35,
    deletable: [],
    goesWith: 'the runtime is told the pause image',
    instead:
      'delete the flag and set sandbox_image{value} (containerd 1.x), or sandbox{value} under pinned_images (containerd 2.x), in /etc/containerd/config.toml',
    insteadCrio: 'delete the flag and set pause_image{value} under [crio.image]',
    criDockerd: true,
    source: SOURCES.pauseImageFlag,
  },
];

/** Names that other carriers use for the same settings: kOps fields, kubeadm maps with dashes left out. */
export const FLAG_FIELDS = table<string>({
  networkPluginName: 'network-plugin',
  networkPluginMTU: 'network-plugin-mtu',
  imagePullProgressDeadline: 'image-pull-progress-deadline',
  nonMasqueradeCIDR: 'non-masquerade-cidr',
  dockerDisableSharedPID: 'docker-disable-shared-pid',
  podInfraContainerImage: 'pod-infra-container-image',
});

/** Programs that take flags of the same names and are not the kubelet. */
export const OTHER_OWNERS: readonly string[] = [
  'cri-dockerd',
  'dockerd',
  'minikube',
  'cadvisor',
  'k3s',
  'rke2',
  'az',
  'gcloud',
  'eksctl',
  'keadm',
  'kops',
  'kubeadm',
  'kind',
  'kubetest',
  'kubetest2',
  'virtctl',
  'crictl',
];

/** Programs with flags that changed with dockershim. */
export const FLAG_PROGRAMS = new Set([
  'kubelet',
  'kubeadm',
  'cri-dockerd',
  'dockerd',
  'crictl',
  'minikube',
  'k3s',
  'k3d',
  'k3sup',
  'rke',
  'rke2',
  'k0s',
  'k0sctl',
  'bootstrap.sh',
  'nodeadm',
  'containerd',
  'cadvisor',
  'kops',
  'eksctl',
  'keadm',
  'gcloud',
  'az',
  'aks-engine',
  'node-problem-detector',
  'crio',
]);
