/** What is known of one program that talks to Docker. */
export interface ProductRow {
  readonly product: string;
  /** Keys that stand one after the other in the path of a setting; any of the lists. */
  readonly keys: readonly (readonly string[])[];
  /** What a setting says by which its program is known. */
  readonly values?: readonly string[];
  /** Variables of a container or of values. */
  readonly variables: readonly string[];
  /** Words of which one must stand in the document for the variables to count; in lower case. */
  readonly signs?: readonly string[];
  /** Ends of image repositories. */
  readonly images: readonly string[];
  /** Objects whose operator chooses the image: `agent.k8s.elastic.co/Agent`. */
  readonly objects?: readonly string[];
  readonly containerd: string;
  /** The same for nodes with Windows, where it differs. */
  readonly windows?: string;
  readonly crio: string;
  /** Images of before what is advised. */
  readonly tooOld?: { readonly image: RegExp; readonly newer: string };
  /** Where the program looks for the socket inside its container without being told. */
  readonly looksAt?: { readonly containerd: string; readonly crio: string };
  /** Keys and variables that hold nothing but the socket, and what they hold then. */
  readonly holds?: readonly {
    readonly key: string;
    readonly containerd: string;
    readonly crio: string;
  }[];
  readonly source: string;
}

type Draft = Partial<ProductRow> &
  Pick<ProductRow, 'product' | 'source'> &
  ({ readonly both: string } | Pick<ProductRow, 'containerd' | 'crio'>);

export const row = (draft: Draft): ProductRow => ({
  keys: [],
  variables: [],
  images: [],
  ...('both' in draft ? { containerd: draft.both, crio: draft.both } : {}),
  ...(draft as Omit<ProductRow, 'keys' | 'variables' | 'images'>),
});
