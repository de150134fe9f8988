/** Everything that was read from the repository, for rules that need more than one fact. */
import type { Document, KubernetesObject } from './document.ts';
import type { Fact } from './fact.ts';
import type { Note } from './note.ts';
import type { Placement } from './place.ts';

/** What a front-end gives back for a text. */
export interface Reading {
  readonly documents: readonly Document[];
  readonly facts: readonly Fact[];
  readonly links: readonly Link[];
  readonly notes: readonly Note[];
}

/**
 * One document makes another run: sources or calls it, copies it into an image, mounts its ConfigMap, runs its image.
 * `to` is written as the repository writes it (`scripts/setup.sh`, `configmap/agent`, `image/acme/agent`).
 */
export interface Link {
  readonly from: Document;
  readonly to: string;
  readonly kind: 'calls' | 'sources' | 'copies' | 'mounts' | 'builds' | 'runs-image';
  /** The path that it gets where it runs: a COPY's destination, a mount's path. */
  readonly target?: string | undefined;
}

export interface Project {
  readonly documents: readonly Document[];
  readonly facts: readonly Fact[];
  readonly links: readonly Link[];
  readonly objects: readonly KubernetesObject[];
  readonly placements: ReadonlyMap<Document, Placement>;
}
