/** Where tools that make clusters are told to use Docker, and what they do with it today. */

export interface ProvisionerRow {
  readonly tool: string;
  /** Last keys of the setting, nearest last: `spec.docker` is `['spec', 'docker']`. `*` stands for one key or list item. */
  readonly keys: readonly string[];
  /** Values that choose Docker, lower-case; `any` when the key itself does. */
  readonly values: readonly string[] | 'any';
  /** `refused` when the tool stops with it, `adapter` when it means Docker through cri-dockerd, `ignored` when it does nothing. */
  readonly outcome: 'refused' | 'adapter' | 'ignored';
  /** The Kubernetes minor version from which that is so. */
  readonly since: number;
  /** A word that must stand in the same document, so that a common key is not taken for another tool's. */
  readonly signs: readonly string[];
  readonly containerd: string;
  /** Where the tool also makes nodes with CRI-O. */
  readonly crio?: string;
  /** What it does with Docker, where it does not choose it for the nodes. */
  readonly effect?: string;
  readonly source: string;
}

const KOPS = 'https://kops.sigs.k8s.io/releases/1.24-notes/';

const KUBEEDGE = 'https://github.com/kubeedge/kubeedge/issues/4843';

const GKE = 'https://cloud.google.com/kubernetes-engine/docs/deprecations/docker-containerd';
/** Node images with Docker, and the one of the same operating system without. */
const GKE_IMAGE_TYPES = [
  { old: ['cos'], successor: 'COS_CONTAINERD' },
  { old: ['ubuntu'], successor: 'UBUNTU_CONTAINERD' },
  { old: ['windows_ltsc', 'windows_sac'], successor: 'WINDOWS_LTSC_CONTAINERD' },
];

/** Where tools that only make nodes with Docker Engine are told how to reach it. */
export const ADDRESSES_OF_ENGINES: readonly Pick<ProvisionerRow, 'tool' | 'keys' | 'source'>[] = [
  {
    tool: 'RKE',
    keys: ['nodes', '*', 'docker_socket'],
    source: 'https://rke.docs.rancher.com/config-options/nodes',
  },
];

export const PROVISIONER_SETTINGS: readonly ProvisionerRow[] = [
  {
    tool: 'kOps',
    keys: ['spec', 'containerRuntime'],
    values: ['docker'],
    outcome: 'refused',
    since: 24,
    signs: ['kops'],
    containerd: 'containerRuntime: containerd, or delete the field',
    source: KOPS,
  },
  {
    tool: 'kOps',
    keys: ['spec', 'docker'],
    values: 'any',
    outcome: 'refused',
    since: 24,
    signs: ['kops'],
    containerd: 'delete spec.docker; containerd has spec.containerd',
    source: KOPS,
  },
  {
    tool: 'eksctl',
    keys: ['nodeGroups', '*', 'containerRuntime'],
    values: ['dockerd', 'docker'],
    outcome: 'refused',
    since: 24,
    signs: ['eksctl'],
    containerd: 'containerRuntime: containerd, or delete the field',
    source: 'https://docs.aws.amazon.com/eks/latest/eksctl/container-runtime.html',
  },
  {
    tool: 'eksctl',
    keys: ['managedNodeGroups', '*', 'containerRuntime'],
    values: ['dockerd', 'docker'],
    outcome: 'refused',
    since: 24,
    signs: ['eksctl'],
    containerd: 'containerRuntime: containerd, or delete the field',
    source: 'https://docs.aws.amazon.com/eks/latest/eksctl/container-runtime.html',
  },
  {
    tool: 'Karpenter',
    keys: ['kubeletConfiguration', 'containerRuntime'],
    values: ['dockerd', 'docker'],
    outcome: 'refused',
    since: 24,
    signs: ['karpenter'],
    containerd: 'delete the field: nodes run containerd',
    source: 'https://karpenter.sh/docs/upgrading/upgrade-guide/',
  },
  {
    tool: 'Gardener',
    keys: ['workers', '*', 'cri', 'name'],
    values: ['docker'],
    outcome: 'refused',
    since: 23,
    signs: ['gardener', 'shoot'],
    containerd: 'cri: {name: containerd}',
    source: 'https://github.com/gardener/gardener/blob/master/docs/usage/shoot/shoot_kubernetes_versions.md',
  },
  {
    tool: 'KubeOne',
    keys: ['containerRuntime', 'docker'],
    values: 'any',
    outcome: 'refused',
    since: 24,
    signs: ['kubeone'],
    containerd: 'containerRuntime: {containerd: {}}, then kubeone migrate to-containerd',
    source: 'https://docs.kubermatic.com/kubeone/main/guides/containerd-migration/',
  },
  {
    tool: 'KubeKey',
    keys: ['kubernetes', 'containerManager'],
    values: ['docker'],
    outcome: 'adapter',
    since: 24,
    signs: ['kubekey', 'kubesphere'],
    containerd: 'containerManager: containerd',
    source: 'https://github.com/kubesphere/kubekey/blob/master/docs/config-example.md',
  },
  {
    tool: 'kubespray',
    keys: ['container_manager'],
    values: ['docker'],
    outcome: 'adapter',
    since: 24,
    signs: [],
    containerd: 'container_manager: containerd',
    crio: 'container_manager: crio',
    source: 'https://github.com/kubernetes-sigs/kubespray/blob/master/docs/CRI/docker.md',
  },
  {
    tool: 'kubespray',
    keys: ['etcd_deployment_type'],
    values: ['docker'],
    outcome: 'adapter',
    since: 24,
    signs: [],
    containerd: 'etcd_deployment_type: host',
    effect: 'runs etcd as a container of Docker Engine',
    source: 'https://github.com/kubernetes-sigs/kubespray/blob/master/docs/CRI/containerd.md',
  },
  {
    tool: 'kubespray',
    keys: ['resolvconf_mode'],
    values: ['docker_dns'],
    outcome: 'adapter',
    since: 24,
    signs: [],
    containerd: 'resolvconf_mode: host_resolvconf',
    effect: 'has Docker Engine tell its containers how names are resolved; no other runtime is told',
    source: 'https://github.com/kubernetes-sigs/kubespray/blob/master/docs/advanced/dns-stack.md',
  },
  {
    tool: 'puppetlabs-kubernetes',
    keys: ['kubernetes::container_runtime'],
    values: ['docker'],
    outcome: 'adapter',
    since: 24,
    signs: [],
    containerd: 'kubernetes::container_runtime: cri_containerd',
    source: 'https://forge.puppet.com/modules/puppetlabs/kubernetes/reference',
  },
  {
    tool: 'aks-engine',
    keys: ['kubernetesConfig', 'containerRuntime'],
    values: ['docker'],
    outcome: 'refused',
    since: 24,
    signs: [],
    containerd: '"containerRuntime": "containerd"',
    source: 'https://github.com/Azure/aks-engine/blob/master/docs/topics/clusterdefinitions.md',
  },
  {
    tool: 'RKE',
    keys: ['enable_cri_dockerd'],
    values: ['true'],
    outcome: 'adapter',
    since: 24,
    signs: [],
    containerd: 'move the cluster to RKE2, which runs containerd (RKE is archived)',
    source: 'https://www.suse.com/lifecycle',
  },
  {
    tool: 'k3s',
    keys: ['docker'],
    values: ['true'],
    outcome: 'adapter',
    since: 24,
    signs: ['k3s', 'rancher', 'write-kubeconfig-mode'],
    containerd: 'delete docker: true',
    source: 'https://docs.k3s.io/advanced#using-docker-as-the-container-runtime',
  },
  {
    tool: 'Anthos on bare metal',
    keys: ['nodeConfig', 'containerRuntime'],
    values: ['docker'],
    outcome: 'refused',
    since: 24,
    signs: ['baremetal', 'anthos'],
    containerd: 'containerRuntime: containerd',
    source:
      'https://cloud.google.com/kubernetes-engine/distributed-cloud/bare-metal/docs/installing/configure-container-runtime',
  },
  ...GKE_IMAGE_TYPES.map(({ old, successor }) => ({
    tool: 'GKE',
    keys: ['image_type'],
    values: old,
    outcome: 'refused' as const,
    since: 24,
    signs: ['google', 'container', 'gke'],
    containerd: `image_type = "${successor}"`,
    source: GKE,
  })),
  ...GKE_IMAGE_TYPES.map(({ old, successor }) => ({
    tool: 'GKE',
    keys: ['imageType'],
    values: old,
    outcome: 'refused' as const,
    since: 24,
    signs: ['cnrm', 'container', 'gke', 'nodepool'],
    containerd: `imageType: ${successor}`,
    source: GKE,
  })),
  ...[['runtime', 'name'], ['runtime_name']].map((keys) => ({
    tool: 'ACK',
    keys,
    values: ['docker'],
    outcome: 'refused' as const,
    since: 23,
    signs: ['alicloud', 'aliyun', 'cs_kubernetes', 'cs_managed'],
    containerd: `${keys.join(' ')}: containerd`,
    source:
      'https://www.alibabacloud.com/help/en/ack/ack-managed-and-ack-dedicated/user-guide/migrate-the-container-runtime-from-docker-to-containerd',
  })),
  ...['runtimeType', 'containerRuntime'].map((key) => ({
    tool: 'KubeEdge',
    keys: ['edged', key],
    values: ['docker'],
    outcome: 'refused' as const,
    since: 24,
    signs: ['edgecore'],
    containerd: `${key}: remote, with unix:///run/containerd/containerd.sock for the endpoints`,
    crio: `${key}: remote, with unix:///run/crio/crio.sock for the endpoints`,
    source: KUBEEDGE,
  })),
  {
    tool: 'EKS bootstrap.sh',
    keys: ['spec', 'containerRuntime'],
    values: ['dockerd', 'docker'],
    outcome: 'refused',
    since: 24,
    signs: ['eksconfig'],
    containerd: 'delete containerRuntime',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/dockershim-deprecation.html',
  },
];

/** Options of command lines that choose Docker. `kind` and `k3d` are absent: their nodes run containerd. */
export interface ProvisionerFlagRow {
  readonly tool: string;
  readonly programs: readonly string[];
  readonly flags: readonly string[];
  readonly values: readonly string[] | 'any';
  readonly outcome: 'refused' | 'adapter' | 'ignored';
  readonly since: number;
  readonly containerd: string;
  /** Where the tool also makes nodes with CRI-O. */
  readonly crio?: string;
  /** Whether its nodes have cri-dockerd without more ado. */
  readonly bringsAdapter?: boolean;
  readonly source: string;
}

export const PROVISIONER_FLAGS: readonly ProvisionerFlagRow[] = [
  {
    tool: 'minikube',
    programs: ['minikube'],
    flags: ['container-runtime'],
    values: ['docker'],
    outcome: 'adapter',
    bringsAdapter: true,
    since: 24,
    containerd: '--container-runtime=containerd',
    crio: '--container-runtime=cri-o',
    source: 'https://minikube.sigs.k8s.io/docs/handbook/config/#runtime-configuration',
  },
  {
    tool: 'EKS bootstrap.sh',
    programs: ['bootstrap.sh'],
    flags: ['container-runtime'],
    values: ['dockerd', 'docker'],
    outcome: 'refused',
    since: 24,
    containerd: 'delete --container-runtime',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/dockershim-deprecation.html',
  },
  {
    tool: 'EKS bootstrap.sh',
    programs: ['bootstrap.sh'],
    flags: ['docker-config-json', 'enable-docker-bridge'],
    values: 'any',
    outcome: 'ignored',
    since: 24,
    containerd: 'delete the option: bootstrap.sh ignores it; put settings into /etc/containerd/config.toml',
    source: 'https://docs.aws.amazon.com/eks/latest/userguide/dockershim-deprecation.html',
  },
  {
    tool: 'k3s',
    programs: ['k3s'],
    flags: ['docker'],
    values: 'any',
    outcome: 'adapter',
    since: 24,
    containerd: 'delete --docker',
    source: 'https://docs.k3s.io/advanced#using-docker-as-the-container-runtime',
  },
  {
    tool: 'KubeEdge',
    programs: ['keadm'],
    flags: ['runtimetype'],
    values: ['docker'],
    outcome: 'refused',
    since: 24,
    containerd: '--remote-runtime-endpoint=unix:///run/containerd/containerd.sock',
    crio: '--remote-runtime-endpoint=unix:///run/crio/crio.sock',
    source: KUBEEDGE,
  },
  {
    tool: 'kOps',
    programs: ['kops'],
    flags: ['container-runtime'],
    values: ['docker'],
    outcome: 'refused',
    since: 24,
    containerd: '--container-runtime=containerd',
    source: KOPS,
  },
  ...GKE_IMAGE_TYPES.map(({ old, successor }) => ({
    tool: 'GKE',
    programs: ['gcloud'],
    flags: ['image-type'],
    values: old,
    outcome: 'refused' as const,
    since: 24,
    containerd: `--image-type=${successor}`,
    source: GKE,
  })),
];
