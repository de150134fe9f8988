/** The nodes that the advice is for. */
export const TARGET_RUNTIMES = ['containerd', 'cri-o', 'cri-dockerd', 'mcr'] as const;
export type TargetRuntime = (typeof TARGET_RUNTIMES)[number];

/** A Kubernetes minor version, 1.<minor>. */
export interface Target {
  readonly runtime: TargetRuntime;
  readonly minor: number;
}
