/** Where a document runs, and what in the repository says so. */
import type { Span } from '../text/source.ts';

export type Place = 'node' | 'workload' | 'image' | 'ci' | 'dev' | 'unknown';

export interface Placement {
  readonly place: Place;
  readonly evidence: readonly Evidence[];
}

/** One reason, as a clause that a finding can quote: `line 12 calls kubeadm join`. */
export interface Evidence {
  readonly text: string;
  readonly span: Span | undefined;
}
