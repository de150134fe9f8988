/** Since when kubeadm reads a version of its configuration. */

export interface KubeadmApiRow {
  readonly version: string;
  /** The minor version of Kubernetes. */
  readonly since: number;
  /** The first that no longer reads it. */
  readonly removed?: number;
  readonly source: string;
}

const CHANGES = 'https://github.com/kubernetes/kubernetes/blob/master/cmd/kubeadm/app/apis/kubeadm';

export const KUBEADM_API: readonly KubeadmApiRow[] = [
  { version: 'v1alpha1', since: 8, source: 'https://github.com/kubernetes/kubeadm/releases' },
  { version: 'v1alpha2', since: 11, source: 'https://github.com/kubernetes/kubeadm/releases' },
  { version: 'v1alpha3', since: 12, source: 'https://github.com/kubernetes/kubeadm/releases' },
  { version: 'v1beta1', since: 13, removed: 22, source: 'https://github.com/kubernetes/kubernetes/pull/101129' },
  { version: 'v1beta2', since: 15, removed: 27, source: 'https://github.com/kubernetes/kubernetes/pull/114540' },
  { version: 'v1beta3', since: 22, source: `${CHANGES}/v1beta3/doc.go` },
  { version: 'v1beta4', since: 31, source: `${CHANGES}/v1beta4/doc.go` },
];
