/** Names of variables and keys whose text is a list of flags, and the program that gets them. */

interface FlagCarrierRow {
  readonly name: RegExp;
  readonly program: string;
  readonly source: string;
}

const K3S = 'https://docs.k3s.io/reference/env-variables';
const RKE2 = 'https://docs.rke2.io/reference/linux_agent_config';
const EKS = 'https://github.com/terraform-aws-modules/terraform-aws-eks/blob/v18.31.2/docs/compute_resources.md';
const KUBEADM = 'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/kubelet-integration/';
const DOCKER = 'https://docs.docker.com/reference/cli/dockerd/';

/** The first that matches decides. */
const FLAG_CARRIERS: readonly FlagCarrierRow[] = [
  { name: /cri_?docker/i, program: 'cri-dockerd', source: 'https://github.com/Mirantis/cri-dockerd' },
  { name: /^(?:INSTALL_)?K3S_(?:EXEC|ARGS|OPTS)$/i, program: 'k3s', source: K3S },
  { name: /^k3s_(?:server_|agent_)?(?:extra_)?(?:exec_)?(?:args|flags|opts|options)$/i, program: 'k3s', source: K3S },
  { name: /^extra_(?:server|agent)_args$/, program: 'k3s', source: 'https://github.com/k3s-io/k3s-ansible' },
  { name: /^(?:INSTALL_)?RKE2_(?:EXEC|ARGS|OPTS)$/i, program: 'rke2', source: RKE2 },
  {
    name: /^installFlags$/,
    program: 'k0s',
    source: 'https://github.com/k0sproject/k0sctl#spechostsinstallflags-sequence-optional',
  },
  { name: /^bootstrap_?(?:extra_?)?(?:args|arguments|flags)$/i, program: 'bootstrap.sh', source: EKS },
  {
    name: /^(?:[a-z0-9]{1,20}[-_]){0,3}kubelet[-_]?(?:(?:extra|custom|node[-_]custom)[-_]?)?(?:args?|arguments|flags|opts|options|params)$/i,
    program: 'kubelet',
    source: KUBEADM,
  },
  {
    name: /^(?:DOCKERD?|DOCKER_DAEMON)_?(?:OPTS|OPTIONS|ARGS|EXTRA_\w{1,40}|STORAGE_OPTIONS|NETWORK_OPTIONS|LOG_OPTIONS|OPT_\w{1,40})$/i,
    program: 'dockerd',
    source: DOCKER,
  },
];

export function flagCarrier(name: string): string | undefined {
  return name.length > 80 ? undefined : FLAG_CARRIERS.find((row) => row.name.test(name))?.program;
}

const GONE: ReadonlySet<string> = new Set(
  'removed remove obsolete deprecated dropped forbidden unsupported unknown stale gone old unwanted'.split(' '),
);

/** `removed_kubelet_flags`, `deprecatedKubeletFlags`: a list of what no kubelet is to get any more. */
export function namesGoneFlags(name: string): boolean {
  const words = name
    .slice(0, 80)
    .replace(/([a-z])(?=[A-Z])/g, '$1_')
    .toLowerCase()
    .split(/[^a-z]+/);
  return words.some((word) => GONE.has(word));
}

/** Scripts from the web that install a program and hand it their arguments. */
interface InstallerRow {
  readonly url: RegExp;
  readonly program: string;
  readonly source: string;
}

export const INSTALLERS: readonly InstallerRow[] = [
  {
    url: /^https?:\/\/(?:get|rancher-mirror\.rancher\.cn|rancher-mirror\.oss-cn-beijing\.aliyuncs\.com)[^\s]{0,40}k3s/,
    program: 'k3s',
    source: K3S,
  },
  { url: /^https?:\/\/get\.rke2\.io/, program: 'rke2', source: RKE2 },
  { url: /^https?:\/\/get\.k0s\.sh/, program: 'k0s', source: 'https://docs.k0sproject.io/stable/install/' },
];

export type Daemon = 'kubelet' | 'kubeadm' | 'dockerd' | 'cri-dockerd' | 'containerd' | 'crio' | 'kube-proxy';

/** Variables of environment files, by the daemon whose options they hold. */
export const DAEMON_BY_VARIABLE: readonly (readonly [RegExp, Daemon])[] = [
  [/CRI_DOCKERD?/i, 'cri-dockerd'],
  [/KUBELET/i, 'kubelet'],
  [/KUBE_?PROXY/i, 'kube-proxy'],
  [
    /^(?:DOCKERD?|DOCKER_DAEMON)_?(?:OPTS|OPTIONS|ARGS|EXTRA_\w+|STORAGE_OPTIONS|NETWORK_OPTIONS|LOG_OPTIONS|OPT_\w+)?$/i,
    'dockerd',
  ],
  [/^(?:INSECURE_REGISTRY|ADD_REGISTRY|BLOCK_REGISTRY)$/, 'dockerd'],
  [/^CONTAINERD_/, 'containerd'],
  [/^CRIO_/, 'crio'],
];

/** Units and environment files, by the daemon that they are for. */
export const DAEMON_BY_PATH: readonly (readonly [RegExp, Daemon])[] = [
  [/cri-dockerd?(?:\.|\/|$)/, 'cri-dockerd'],
  [/kubelet|kubeadm-flags/, 'kubelet'],
  [/kube-proxy/, 'kube-proxy'],
  [/\bdockerd?\b|docker-(?:storage|network|latest)/, 'dockerd'],
  [/containerd/, 'containerd'],
  [/\bcrio\b|cri-o/, 'crio'],
];
