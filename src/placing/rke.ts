/** Clusters of RKE (the first one, archived in 2025), whose nodes all run Docker Engine: the kubelet itself is a container of Docker. */
import type { InputFile } from '../model/input.ts';
import { folderOf, foldersAbove } from '../text/path.ts';
import { createSource, endOfLine, type Span } from '../text/source.ts';

/** What describes or makes such a cluster: a resource of Terraform, the command, what it leaves behind. */
const SHOWS_RKE = [
  /\bresource\s+"rke_cluster"|^[ \t]*rke_config[ \t]*[={]|\bsource[ \t]*=[ \t]*"rancher\/rke"/m,
  /(?:^|[\s;&|`(/"'])rke(?:_linux-amd64)?[ \t]+(?:--?[\w-]+[ \t]+)?(?:up|remove|etcd|util)\b/m,
  /\bcluster\.rkestate\b/,
];
const ROLES = /^[ \t-]{0,40}role:[ \t]*(?:\[|\n)[^#]{0,80}?\b(?:controlplane|etcd|worker)\b/m;
const NODES = /^nodes:/m;
const OTHER_CLUSTER = /\b(?:kubeadm|k3s|rke2|k0s|microk8s|kubespray|kops|eksctl|nodeadm)\b/;
/** Clusters of a cloud, a product or a developer. */
const CLUSTER_ELSEWHERE =
  /\b(?:aws_eks_\w+|google_container_cluster|azurerm_kubernetes_cluster|gcloud container|az aks|aws eks|minikube|k3d|kind create|openshift-install|talosctl)\b/i;

/**
 * The cluster of the nearest folder above a path; nothing where a file of that folder makes another one.
 * Where a role makes it, in a repository that speaks of no other cluster, it is that of all folders: roles and tools for the same nodes.
 */
export function clustersOfRke(files: readonly InputFile[]): (path: string) => Span | undefined {
  const clusters = new Map<string, Span>();
  for (const file of files) {
    const folder = folderOf(file.path);
    if (clusters.has(folder)) continue;
    const { path, text } = file;
    const at = placeIn(text);
    if (at >= 0) clusters.set(folder, { source: createSource(path, text), start: at, end: endOfLine(text, at) });
  }
  if (clusters.size === 0) return () => undefined;
  const others = new Set(files.flatMap(({ path, text }) => (OTHER_CLUSTER.test(text) ? foldersAbove(path) : [])));
  const only =
    others.size === 0 && !files.some(({ text }) => CLUSTER_ELSEWHERE.test(text)) ? ofRole(clusters) : undefined;
  return (path) => {
    const nearest = foldersAbove(path).find((folder) => clusters.has(folder));
    if (nearest === undefined) return only;
    return others.has(nearest) ? undefined : clusters.get(nearest);
  };
}

/** A role of Ansible makes it: the project is an installer of such clusters, and no sample of one lies in it. */
function ofRole(clusters: ReadonlyMap<string, Span>): Span | undefined {
  return [...clusters].find(([folder]) => /(?:^|\/)roles\/[^/]+(?:\/|$)/.test(folder))?.[1];
}

function placeIn(text: string): number {
  if (text.includes('rke')) {
    for (const pattern of SHOWS_RKE) {
      const at = text.search(pattern);
      if (at >= 0) return at + (/^\s/.exec(text.slice(at, at + 1)) ? 1 : 0);
    }
  }
  return text.includes('address:') && ROLES.test(text) ? text.search(NODES) : -1;
}
