/** Everything that was read from the repository, for rules that need more than one fact. */
import type { Document, KubernetesObject } from './document.ts';
import type { Fact } from './fact.ts';
import type { Link } from './link.ts';
import type { Note } from './note.ts';
import type { Placement } from './place.ts';
import type { Site } from './site.ts';

/** What a front-end gives back for a text. */
export interface Reading {
  readonly documents: readonly Document[];
  readonly facts: readonly Fact[];
  readonly links: readonly Link[];
  readonly notes: readonly Note[];
}

export interface Project {
  readonly documents: readonly Document[];
  readonly facts: readonly Fact[];
  readonly links: readonly Link[];
  readonly objects: readonly KubernetesObject[];
  readonly places: Places;
}

/** Where documents run, and what they do on other machines. */
export interface Places {
  /** The place of a fact, of a report, or of a document. */
  placementOf(where: { readonly document: Document; readonly site?: Site | undefined }): Placement;
  /** Some file below the folder speaks of Kubernetes; where none does, Docker runs for its own sake. '' is the whole repository. */
  speaksOfKubernetes(folder: string): boolean;
  /** Some file that lies in the folder itself does. */
  holdsKubernetes(folder: string): boolean;
}
