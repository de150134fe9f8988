/** The nodes that the advice is for. */
export type TargetRuntime = 'containerd' | 'cri-o' | 'cri-dockerd' | 'mcr';

/** A Kubernetes minor version, 1.<minor>. */
export interface Target {
  readonly runtime: TargetRuntime;
  readonly minor: number;
}
