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

/** The cluster of the nearest folder above a path; nothing where a file of that folder makes another one. */
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
  return (path) => {
    const nearest = foldersAbove(path).find((folder) => clusters.has(folder));
    return nearest === undefined || others.has(nearest) ? undefined : clusters.get(nearest);
  };
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
