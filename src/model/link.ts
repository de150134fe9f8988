/** What in one document makes another run, copies it, or is made from it. */
import type { Condition } from './condition.ts';
import type { Document, Pod } from './document.ts';
import type { Site } from './site.ts';

export interface Link {
  readonly from: Document;
  /** The machine that it happens on, when that is not the document's own. */
  readonly site?: Site | undefined;
  readonly to: LinkTarget;
  readonly kind: LinkKind;
  /** The path that it gets where it runs: a COPY's destination, a mount's path. */
  readonly target?: string | undefined;
  /** The pod that runs the image, or mounts the object. */
  readonly pod?: Pod | undefined;
  /** The image that a Dockerfile is built into: `docker build -t IMAGE`. */
  readonly image?: string | undefined;
  /** What has to hold for it to happen. */
  readonly conditions?: readonly Condition[] | undefined;
  /** True where the line may be passed over: a branch, a loop, a function. */
  readonly perhaps?: boolean | undefined;
}

export type LinkKind = 'calls' | 'sources' | 'copies' | 'mounts' | 'builds' | 'runs-image';

/** What a link names, as the repository writes it; holes stand for what is not known. */
export type LinkTarget =
  /** Relative to the document's folder, to the root, or to a folder that nobody knows. */
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'image'; readonly ref: string }
  | { readonly kind: 'object'; readonly object: 'ConfigMap' | 'Secret'; readonly name: string }
  | { readonly kind: 'make-target'; readonly name: string; readonly folder: string | undefined }
  /** A handler, by its name or a topic that it hears of. */
  | { readonly kind: 'handler'; readonly name: string };

export function fileTarget(path: string): LinkTarget {
  return { kind: 'file', path };
}
