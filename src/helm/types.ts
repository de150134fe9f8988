/** The public types of the Helm engine. */
import type { Limits } from './values/budget.ts';
import type { OriginKind } from './values/origin.ts';

/** The files of one chart, already read. */
export interface ChartSource {
  /** Path of the chart directory relative to the scan root; '' is the root itself. */
  readonly root: string;
  /** Path inside the chart → content. Archives in `charts/` are given as bytes. */
  readonly files: ReadonlyMap<string, string | Uint8Array>;
  /** The chart that `repository: file://PATH` of the chart in the folder means, if it is at hand. */
  readonly neighbour?: (folder: string, path: string) => ChartSource | undefined;
}

export interface ValuesFile {
  /** Relative to the scan root. */
  readonly path: string;
  readonly text: string;
}

/** UTF-16 offsets in a file whose path is relative to the scan root. */
export interface FileRange {
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

export interface HelmNote {
  readonly code: HelmNoteCode;
  readonly message: string;
  readonly path: string;
  readonly from: number;
  readonly to: number;
}

export type HelmNoteCode =
  | 'chart' // Chart.yaml, values.yaml or an archive cannot be read as helm would
  | 'dependency' // a dependency is not in the tree
  | 'syntax' // a template or an action cannot be parsed
  | 'render' // an action failed and became a hole
  | 'refusal' // fail, required or the values schema refuse these values
  | 'budget'; // a limit was reached

export interface ExploreOptions {
  readonly kubeVersion?: string;
  readonly valuesFiles?: readonly ValuesFile[];
  readonly limits?: Partial<Limits>;
  /** Word prefilter: files in whose text (or in whose values) it never holds need no forcing. */
  readonly only?: (text: string) => boolean;
}

export interface Exploration {
  readonly renders: readonly RenderedFile[];
  readonly notes: readonly HelmNote[];
  /** Characters of template text, and how many of them some render executed. */
  readonly coverage: { readonly executed: number; readonly total: number };
}

export type Pass = 'default' | 'values-file' | 'forced';

export interface RenderedFile {
  /** File path relative to the scan root. */
  readonly template: string;
  readonly text: string;
  readonly pass: Pass;
  readonly valuesFile?: string;
  /** Every fragment that contributed to [start, end), in order. */
  originAt(start: number, end: number): readonly RenderedOrigin[];
  /** What switches on the text at an offset. */
  activationAt(offset: number): Activation;
  /** The values that the conditions around an offset read and that hold: `enabled: true`; the innermost first. */
  switchesAt(offset: number): readonly FileRange[];
  /**
   * Lets the engine go when the chart has been read: the same answers from much less memory. What switches on the text of lines
   * that `only` refuses is not searched for any more.
   */
  settle(only: (text: string) => boolean): void;
}

export interface RenderedOrigin {
  /** In the rendered text. */
  readonly start: number;
  readonly end: number;
  /** In the file the characters come from. */
  readonly path: string;
  readonly from: number;
  readonly to: number;
  /** Character for character. */
  readonly exact: boolean;
  readonly kind: OriginKind;
  /** Dotted path below `.Values`, where the text comes from a value. */
  readonly valuesPath?: string;
  /** The action or text node that printed it. */
  readonly site: FileRange;
  /** The actions that called the helper, outermost first. */
  readonly includes: readonly FileRange[];
}

export interface Setting {
  /** `.Values.x.y` */
  readonly path: string;
  /** As it would be written in a values file. */
  readonly value: string;
  /** Where the values file defines it, or the nearest key above it. */
  readonly file: string;
  readonly offset: number;
}

export type Activation =
  | { readonly kind: 'default' }
  | { readonly kind: 'when'; readonly set: readonly Setting[] }
  | { readonly kind: 'conditional'; readonly condition: string; readonly path: string; readonly offset: number };

export interface RenderOptions {
  /** Values files, or their YAML texts; later ones win. */
  readonly values?: readonly (string | ValuesFile)[];
  /** `--set` expressions. */
  readonly set?: readonly string[];
  readonly kubeVersion?: string;
  readonly apiVersions?: readonly string[];
  readonly releaseName?: string;
  readonly namespace?: string;
  readonly includeCrds?: boolean;
  /** Values are not checked against values.schema.json. */
  readonly skipSchemaValidation?: boolean;
  readonly limits?: Partial<Limits>;
}

export interface RenderResult {
  /** What `helm template` prints. */
  readonly manifest: string;
  /** One entry per file in the order of execution, with provenance. */
  readonly files: readonly RenderedFile[];
  readonly notes: readonly HelmNote[];
  /** The message helm would stop with; the manifest is empty then. */
  readonly error?: string;
}
