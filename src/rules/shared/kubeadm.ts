/** What kubeadm reads of a node, and of which of its objects. */
import type { Fact } from '../../model/fact.ts';

/**
 * `nodeRegistration` and what is below it in an object of the cluster: kubeadm warns of an unknown field, and no node gets it.
 * https://kubernetes.io/docs/reference/config-api/kubeadm-config.v1beta4/
 */
export function isOfWrongKind(fact: Fact): boolean {
  const { apiVersion = '', kind = '' } = fact.document.object ?? {};
  if (fact.kind === 'setting' && !fact.path.includes('nodeRegistration')) return false;
  return apiVersion.startsWith('kubeadm.k8s.io/')
    ? kind === 'ClusterConfiguration'
    : fact.kind === 'setting' && /^kube(?:let|proxy)\.config\.k8s\.io\//.test(apiVersion);
}
