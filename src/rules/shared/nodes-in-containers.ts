/** Clusters of k3d and kind, whose nodes are containers that get Docker's socket from their machine. */
import type { Document } from '../../model/document.ts';
import type { Fact } from '../../model/fact.ts';
import type { Project } from '../../model/project.ts';
import { once } from '../../text/once.ts';

/** The socket is on the nodes that the repository itself starts. */
export function isPutOnNodes({ document }: Fact, project: Project): boolean {
  return !isOfSuchCluster(document) && startsSuchNodes(project);
}

const startsSuchNodes = once(({ documents }: Project): boolean => documents.some(bringsSocket));

const bringsSocket = once((document: Document): boolean => {
  const isCluster = isOfSuchCluster(document);
  const text = document.parent && !isCluster ? '' : document.view.text.slice(0, LONGEST_FILE);
  return VOLUME_OF_K3D.test(text) || (isCluster && VOLUME_OF_CONFIG.test(text));
});

/** `-v /var/run/docker.sock:/var/run/docker.sock@server:*` */
const VOLUME_OF_K3D = /docker\.sock:[^\s@"',]{1,200}docker\.sock@(?:server|agent|all)\b/;

/** `extraMounts` of kind, `volumes` of k3d. */
const VOLUME_OF_CONFIG =
  /\bhostPath:[ \t]{0,10}["']?(?:\/var)?\/run\/docker\.sock|\bvolume:[ \t]{0,10}["']?(?:\/var)?\/run\/docker\.sock:/;

function isOfSuchCluster({ object }: Document): boolean {
  return /^(?:k3d\.io|kind\.x-k8s\.io|kind\.sigs\.k8s\.io)\//.test(object?.apiVersion ?? '');
}

const LONGEST_FILE = 400_000;
