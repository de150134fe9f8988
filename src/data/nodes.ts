/** By what a machine is known as a node: programs, paths, units, packages, containers, groups of an inventory, API groups. */

/** Programs that only run on a node, or set one up. */
export const NODE_PROGRAMS = new Set([
  'kubelet',
  'nodeadm',
  'rke2',
  'k0s',
  'bootstrap.sh',
  'nodeup',
  'cri-dockerd',
  'microk8s',
  // https://github.com/kubernetes-sigs/sig-windows-tools
  'preparenode.ps1',
]);

/** Scripts that are called after what they make of their machine: `install-kubeadm.sh`. */
export const SCRIPT_OF_NODE = /^(?:install|setup|bootstrap)[-_](?:kubeadm|kubelet)(?:\.(?:ba)?sh)?$/;

/** What joins a machine to EKS; many other scripts are called like it. */
export const EKS_BOOTSTRAP = /(?:^|\/)eks\/bootstrap\.sh$/;

export const NODE_PATHS =
  /^\/(etc\/kubernetes|var\/lib\/kubelet|etc\/cni|opt\/cni|etc\/systemd\/system\/kubelet|usr\/bin\/kubelet|usr\/local\/bin\/kubelet|opt\/bin\/kubelet|etc\/default\/kubelet|etc\/sysconfig\/kubelet|opt\/azure\/containers|etc\/eks)(\/|\.|$)/;

/** What K3s and RKE2 read when they start a node: https://docs.k3s.io/installation/configuration#configuration-file */
export const DISTRIBUTION_FILES = /^\/etc\/rancher\/(?:k3s|rke2)\/(?:config\.yaml(?:\.d\/[^/]+)?|registries\.yaml)$/;

export const NODE_UNITS =
  /^(kubelet|k3s|k3s-agent|rke2-(server|agent)|kube-(proxy|apiserver|controller-manager|scheduler)|cri-docker)(\.service)?$/;

/** Where nodes with Windows keep what nodes with Linux have in /etc/kubernetes and /var/lib/kubelet. */
export const WINDOWS_NODE_PATHS =
  /^[A-Z]:\/(?:k|etc\/kubernetes|etc\/cni|opt\/cni|var\/lib\/kubelet|var\/log\/kubelet|programdata\/kubernetes|program files\/kubernetes)(?:\/|$)/i;

export const WINDOWS_NODE_SERVICE = /^(?:kubelet|kube-?proxy|flanneld|csi-proxy|rke2)$/i;

export const NODE_PACKAGES = /^(kubelet|kubeadm|kubernetes-cni|cri-tools)(=|[-_]v?\d|$)/;

/** Modules of Puppet that make a machine a node. */
export const NODE_MODULES = /^(?:kubernetes|kubeadm)$/;

/** Containers that the kubelet or an installer of clusters runs on nodes. */
export const NODE_CONTAINERS =
  /(?:^|[=^/"'])(?:k8s_[\w-]*|kube-(?:apiserver|proxy|controller-manager|scheduler)|kubelet|etcd)(?:$|[:*$"'-])/;

/**
 * Where kubeadm looks for the images of a control plane by itself, today and in older releases.
 * https://kubernetes.io/docs/reference/setup-tools/kubeadm/kubeadm-init/#custom-images
 */
export const IMAGES_OF_NODES =
  /^(?:registry\.k8s\.io|k8s\.gcr\.io|gcr\.io\/google[-_]containers)\/(?:kube-|pause|etcd|coredns|k8s-dns)/;

/**
 * Images of machines that become nodes of EKS, by name or by the parameter that holds the newest one.
 * https://docs.aws.amazon.com/eks/latest/userguide/retrieve-ami-id.html
 */
export const MACHINE_IMAGES_OF_NODES =
  /^(?:amazon-eks-(?:[a-z\d]{1,10}-){0,2}node-|bottlerocket-aws-k8s-|\/aws\/service\/(?:eks\/optimized-ami|bottlerocket\/aws-k8s-[\d.]{1,6})\/)/;

/** API groups whose objects configure nodes. */
export const NODE_GROUPS =
  /^(kubeadm\.k8s\.io|kubelet\.config\.k8s\.io|kops\.k8s\.io|eksctl\.io|node\.eks\.aws|kubeone\.|k0sctl\.|bootstrap\.cluster\.x-k8s\.io|controlplane\.cluster\.x-k8s\.io|karpenter\.sh|kubekey\.|machineconfiguration\.openshift\.io|edgecore\.config\.kubeedge\.io)/;

/** What inventories call the machines of a cluster. */
export const CLUSTER_GROUP =
  /^(kube[-_]?(control[-_]?plane|masters?|nodes?|workers?)|k8s[-_]?(cluster|masters?|nodes?|workers?|control[-_]?plane)|k8s|(?:kubernetes|k3s|rke2)[-_]?\w*)$/i;

const ROLE = '(?:nodes?|workers?|minions?|agents?|servers?|masters?|control[-_]?planes?|cluster)';
const NODE_GROUP = new RegExp(
  `^(?:kubelets?|(?:\\w{1,30}[-_.]){0,2}(?:kube(?:rnetes)?|k8s|k3s|rke2)[-_]?${ROLE}|(?:kube(?:rnetes)?|k8s|k3s|rke2))$`,
  'i',
);

/**
 * Whether the words by which a tool chooses machines name the nodes of a cluster: `@kubelets`, `k8s-workers.txt`, `roles:kubernetes-node`,
 * `kube-worker-*`. What a word leaves out is not chosen.
 */
export function namesNodeGroup(written: string): boolean {
  const chosen = written.replace(/(?:\bnot\s+|!|^-)\S+/gi, ' ');
  const names = chosen
    .split(/[\s,:@=|&()^"']+/)
    .map((name) => name.replace(/^.*\//, '').replace(/\.(?:txt|lst|list|hosts?|cfg|conf|ini)$/, ''));
  return names.some((name) => NODE_GROUP.test(name.replace(/[-_.]?(?:\*|\[[^\]]{0,60}\]|\d{1,9})$/, '')));
}

/** What the groups of an inventory are called that is one of a cluster. */
export const GROUP_OF_CLUSTER =
  /^(?:control[-_]?planes?|masters?|(?:worker[-_]?)?nodes?|workers?|minions?|agents?|server)$/i;

/** What files of machines beside the nodes are called: those that issue certificates or keep secrets, or let people in. */
export const OTHER_MACHINES = /(?:^|[/._-])(?:cfssl|bastion|jump(?:box|host)?|vault|consul)(?:[./_-]|$)/i;

/** What files for the start of such machines are called besides, where the nodes have one of their own. */
export const BESIDE_START = /(?:^|[-_.])(?:ci|cd|cicd|monitor(?:ing)?|logging|storage|backup)(?:$|[-_.\d])/i;

/** What files for the start of nodes are called. */
export const NODE_START =
  /(?:^|[-_.])(?:k8s|kube\w*|k3s|rke2|(?:control-?plane|master|worker|node|minion)s?\d*)(?:$|[-_.])/i;

/** What single machines of a cluster are called where something reaches them: `master-a`, `k8s-node2`, `$worker_ip`. */
export const CLUSTER_HOST =
  /^\$?\{?(?:\w+[-_.])?(?:k8s|kube)?[-_]?(?:control[-_]?plane|master|worker|minion|node)s?(?:[-_.]?\w{1,4}|[-_](?:ip|host|name|addr|address))?(?:\[[^\]]*\])?\}?$/i;

/** What groups of an inventory are called whose machines stand beside a cluster and are none of its nodes. */
export const BESIDE_GROUP =
  /(?:^|[-_.])(?:access|bastion|jump(?:box|host)?|registry|registries|harbor|nexus|artifactory|gitlab|gitea|jenkins|ansible|deploy(?:er)?|builders?|runners?|lbs?|load-?balancers?|haproxy|keepalived|proxy|proxies|nfs|dns|ldap|vpn|gateway|router|databases?|db|mysql|mariadb|postgres(?:ql)?|redis|minio|vault|consul|clients?|desktops?|workstations?|localhost|swarm)(?:$|[-_.\d])/i;

/** What only tasks do that make a machine a node. */
export const MAKES_NODES =
  /\bkubeadm[ \t]+(?:init|join|reset|upgrade)\b|\b(?:name|pkg|package)[:=][ \t]*["']?(?:kubelet|kubeadm|k3s|rke2)\b|^[ \t]*-[ \t]*["']?(?:kubelet|kubeadm)(?:[-=]|["']?[ \t]*$)|\/etc\/(?:kubernetes|default\/kubelet|sysconfig\/kubelet|rancher)\b|\bKUBELET_|\bkubelet\.(?:service|conf|ya?ml)\b|get\.(?:k3s|rke2|k0s)\.|(?:^|[ \t/])kubelet[ \t]+(?:--[a-z]|\\\n)/m;

/** Tools with which people work on clusters from a machine of their own. */
export const TOOLS_OF_PEOPLE: readonly RegExp[] = [
  /\bkubectl\b/,
  /\bhelm\b/,
  /\bk9s\b/,
  /\bansible\b/,
  /\b(?:terraform|opentofu)\b/,
  /\b(?:kubectx|kubens|stern|fluxcd|argocd)\b/,
  /\b(?:k3d|minikube|kind\.sigs\.k8s\.io)\b|\bkind[ \t]+create\b/,
];

/** What only texts about nodes name. */
export const SPEAKS_OF_NODES =
  /\b(?:kubelet|kubeadm|kube-?proxy|kube-?apiserver|nodeadm|k3s|rke2|k0s|kubespray|microk8s)|\/etc\/kubernetes\b|\/eks\/bootstrap\.sh|\bnodeup\b|io\.containerd\.(?:grpc\.v1\.)?cri|plugins\.cri\b|\[crio\./i;

/** What containerd writes into its file by itself, on any machine: it says nothing about what else is on that. */
export const DUMPED_CONFIGURATION = /io\.containerd\.(?:grpc\.v1\.)?cri|plugins\.cri\b/gi;

/** What only texts about Kubernetes name; Grafana and others write `apiVersion: 1` into files of their own. */
export const SPEAKS_OF_KUBERNETES =
  /\b(?:kubectl|kubernetes|k8s|helm|eksctl|kops|minikube|kind create|k3d)\b|^apiVersion:(?![ \t]*["']?\d)|k8s_/im;

/** A line of an inventory that begins a group of a cluster. */
export const CLUSTER_GROUP_LINE =
  /^[ \t]*\[?(?:kube[-_]?(?:node|master|control[-_]?plane|worker)s?|k8s[-_]?(?:cluster|node|master|worker)s?|k8s(?=\]|:))(?!\w)/im;

/** Words in a command line that only containers of Kubernetes carry. */
export const KUBERNETES_WORDS: readonly string[] = [
  'k8s_',
  'k8s-',
  'io.kubernetes.',
  'kube-',
  'kubelet',
  'kubeadm',
  '/etc/kubernetes',
  'apiserver',
  'hyperkube',
];

/** Keys of a kubelet's and of kubeadm's configuration that name the socket of the runtime. */
export const ENDPOINT_KEYS: ReadonlySet<string> = new Set(['containerRuntimeEndpoint', 'criSocket']);
